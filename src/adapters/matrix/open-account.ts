import { ConfigurationError, KnownError } from "../../model/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import { RefusedByServer } from "./crypto/key-server.ts";
import { type DurableOlmMachine, openOlmMachine } from "./crypto/olm-machine.ts";
import { cryptoFolder, readLogin } from "./login-file.ts";
import type { MatrixSettings } from "./matrix-settings.ts";
import type { Homeserver } from "./room-event.ts";
import { createHomeserver } from "./transport/homeserver.ts";
import { isServerFault, reasonOf } from "./transport/server-faults.ts";

/** What an account is opened with. */
export interface AccountOptions {
  readonly settings: MatrixSettings;
  readonly dataFolder: string;
  /** From the environment; undefined when the saved login is to be used. */
  readonly token: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the requests under way. */
  readonly signal?: AbortSignal;
  /** The disk or the encryption failed in a way that must end the process. */
  readonly onFatal: (cause: Error) => void;
}

/** An account the server knows us by. */
export interface Account {
  readonly server: Homeserver;
  readonly device: string;
  /** Undefined when encryption is off. */
  readonly machine: DurableOlmMachine | undefined;
}

/**
 * Opens the account: its token right, its device's keys open, known to the server and signed where that
 * can be.
 * @throws KnownError with the remedy, when something does not fit
 */
export async function openAccount(options: AccountOptions): Promise<Account> {
  const { settings } = options;
  const { server, device } = await reachServer(options);
  if (settings.encryption === "off") return { server, device, machine: undefined };
  const machine = await openMachine(options, server, device);
  try {
    await announceDevice(machine);
    await signDevice(machine, options.log);
  } catch (cause) {
    await machine.close();
    throw cause;
  }
  return { server, device, machine };
}

/** The server, after checking that it knows us by who we say we are. */
export async function reachServer(
  options: AccountOptions,
): Promise<{ readonly server: Homeserver; readonly device: string }> {
  const { settings, dataFolder, log, clock, signal } = options;
  const accessToken = options.token ?? (await readLogin(dataFolder))?.accessToken;
  if (accessToken === undefined) {
    throw new ConfigurationError(
      "no Matrix access token: run `passerelle login matrix`, or set PASSERELLE_MATRIX_TOKEN.",
    );
  }
  const server = createHomeserver({
    baseUrl: settings.homeserver,
    accessToken,
    log,
    clock,
    ...(signal ? { signal } : {}),
  });
  const { user, device } = await whoAmI(server, settings.homeserver);
  if (user !== settings.userId) {
    throw new ConfigurationError(
      `the Matrix token is that of ${user}, the configuration says ${settings.userId}: mend matrix.userId, or log in as that account.`,
    );
  }
  if (device === undefined) {
    throw new ConfigurationError(
      "the Matrix token belongs to no device: log in with `passerelle login matrix`.",
    );
  }
  return { server, device };
}

/** The encryption of our device, open, without a word to the server yet. */
export async function openMachine(
  { settings, dataFolder, log, onFatal }: AccountOptions,
  server: Homeserver,
  device: string,
): Promise<DurableOlmMachine> {
  return openOlmMachine({
    user: settings.userId,
    device,
    folder: cryptoFolder(dataFolder, { userId: settings.userId, deviceId: device }),
    server,
    log,
    // Whoever is in a room may read there and be read, signed or not: most people never verify.
    sharing: "all-devices",
    trust: "everybody",
    onFatal,
  });
}

/** Makes our device's keys known to the server. @throws KnownError when it has others, or none can be sent */
export async function announceDevice(machine: DurableOlmMachine): Promise<void> {
  try {
    await machine.announce();
  } catch (cause) {
    if (!isServerFault(cause)) throw cause;
    throw new KnownError(
      `the Matrix homeserver does not take the keys of our device (${reasonOf(cause)}): try again; if it goes on, ask its administrator.`,
      { cause },
    );
  }
}

/** Has our device signed; where that cannot be, says so in the log with the remedy and goes on. */
export async function signDevice(
  machine: DurableOlmMachine,
  log: Log,
  password?: string,
): Promise<void> {
  try {
    const outcome = await machine.crossSign(password);
    if (outcome.kind === "signed") log.info("device-signed", { by: outcome.by });
    else log.warn("device-not-signed", { why: outcome.why, remedy: signRemedies[outcome.why] });
  } catch (cause) {
    if (!isServerFault(cause)) throw cause;
    log.warn("device-not-signed", { why: reasonOf(cause), remedy: signRemedies["server-fault"] });
  }
}

/** What an operator does about a device that is not signed. */
export const signRemedies = {
  "keys-elsewhere":
    "the account's identity was made by another device: verify this device from there, or put the identity.json that was saved there in this device's crypto folder",
  "other-keys-saved":
    "the identity.json of this device is not the account's identity: restore the right one",
  "identity-lost":
    "the server no longer has the identity that was saved: ask its administrator before making another",
  "server-fault": "the server did not do it: it is tried again at the next start",
  "proof-asked": "the server asks for the password: run `passerelle login matrix` again",
} as const;

async function whoAmI(server: Homeserver, address: string) {
  try {
    return await server.whoAmI();
  } catch (cause) {
    if (cause instanceof RefusedByServer && cause.status === 401) {
      throw new KnownError(
        "the Matrix server does not know our access token: run `passerelle login matrix` again.",
        { cause },
      );
    }
    throw new KnownError(
      `the Matrix homeserver ${address} does not answer (${reasonOf(cause)}): check matrix.homeserver, and that it runs.`,
      { cause },
    );
  }
}
