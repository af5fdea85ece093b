import { copyFile, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";
import {
  cryptoFolder,
  cryptoFoldersOf,
  type Device,
  matrixFolder,
  saveLogin,
  type SavedLogin,
} from "./login-file.ts";
import {
  type AccountOptions,
  announceDevice,
  openMachine,
  reachServer,
  signDevice,
} from "./open-account.ts";
import { createHomeserver } from "./transport/homeserver.ts";
import { logIn } from "./transport/log-in.ts";

/** What people see in the account's list of devices. */
const deviceName = "Passerelle";

/**
 * Logs the account in as a new device, keeps its token, and has it signed by the identity the account
 * has, or a first one. The password is kept nowhere.
 * @throws KnownError with the remedy
 */
export async function logInDevice(options: AccountOptions, password: string): Promise<SavedLogin> {
  const { settings, dataFolder, clock, log } = options;
  const baseUrl = settings.homeserver;
  const server = createHomeserver({ baseUrl, accessToken: "", log, clock });
  const login = await logIn({ server, user: settings.userId, password, deviceName });
  await saveLogin(dataFolder, login);
  if (settings.encryption === "off") return login;
  await bringIdentity(dataFolder, login);
  const withToken = { ...options, token: login.accessToken };
  const { server: ours, device } = await reachServer(withToken);
  const machine = await openMachine(withToken, ours, device);
  try {
    await announceDevice(machine);
    await signDevice(machine, log, password);
  } finally {
    await machine.close();
  }
  return login;
}

/** Gives a new device the identity that an earlier one of its account kept, so that it can sign itself. */
async function bringIdentity(dataFolder: string, device: Device): Promise<void> {
  const [latest] = await savedIdentities(dataFolder, device.userId);
  if (latest === undefined) return;
  const folder = cryptoFolder(dataFolder, device);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await copyFile(latest, join(folder, "identity.json"));
}

/** Latest first. */
async function savedIdentities(dataFolder: string, user: string): Promise<readonly string[]> {
  const folder = matrixFolder(dataFolder);
  const names = await readdir(folder);
  const found = await Promise.all(
    names
      .filter((name) => name.startsWith(cryptoFoldersOf(user)))
      .map(async (name) => {
        const path = join(folder, name, "identity.json");
        return { path, at: await modifiedAt(path) };
      }),
  );
  return found
    .filter(({ at }) => at > 0)
    .toSorted((one, other) => other.at - one.at)
    .map(({ path }) => path);
}

async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return 0;
    throw cause;
  }
}
