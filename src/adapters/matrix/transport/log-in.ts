import { KnownError } from "../../../model/errors.ts";
import type { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { Homeserver } from "../room-event.ts";
import { textsOf } from "./read-event-json.ts";
import { errorCodeOf, isServerFault, ServerUnreachable } from "./server-faults.ts";

/** What logging in needs; the password is used once and kept nowhere. */
export interface LogInOptions {
  /** Made with an empty token. */
  readonly server: Homeserver;
  /** As `@bot:example.org`, or its first part. */
  readonly user: string;
  readonly password: string;
  /** What people see in the account's list of devices. */
  readonly deviceName: string;
}

/** A new device of the account. */
export interface LoggedIn {
  readonly accessToken: string;
  readonly deviceId: string;
  readonly userId: string;
}

/**
 * Logs in as a new device. Never tried twice after a fault: each time makes a device.
 * @throws KnownError when the server refuses, or cannot be reached
 */
export async function logIn(options: LogInOptions): Promise<LoggedIn> {
  try {
    return await askForDevice(options);
  } catch (cause) {
    if (!isServerFault(cause)) throw cause;
    throw new KnownError(await remedyFor(options.server, cause), { cause });
  }
}

async function askForDevice(options: LogInOptions): Promise<LoggedIn> {
  const { server, user, password, deviceName } = options;
  const answer = await server.request({
    method: "POST",
    path: "/client/v3/login",
    body: {
      type: "m.login.password",
      identifier: { type: "m.id.user", user },
      password,
      initial_device_display_name: deviceName,
    },
  });
  const [accessToken, deviceId, userId] = ["access_token", "device_id", "user_id"].map((name) =>
    fieldOf(answer, name),
  );
  if (
    typeof accessToken !== "string" ||
    typeof deviceId !== "string" ||
    typeof userId !== "string"
  ) {
    throw new ServerUnreachable("its answer to the log-in is none");
  }
  return { accessToken, deviceId, userId };
}

async function remedyFor(
  server: Homeserver,
  cause: RefusedByServer | ServerUnreachable,
): Promise<string> {
  if (cause instanceof ServerUnreachable) {
    return `${cause.message}: check its address in the configuration, and that it runs`;
  }
  const code = errorCodeOf(cause);
  if (code === "M_USER_DEACTIVATED") return "this account was closed: use another";
  if (code === "M_LIMIT_EXCEEDED") return "too many attempts to log in: wait some minutes";
  if (!(await takesPasswords(server))) {
    return "this server does not log in by password: make an access token on its account page and set PASSERELLE_MATRIX_TOKEN";
  }
  if (code === "M_FORBIDDEN") return "the Matrix server refuses this user and password: check both";
  return `${cause.message}: it did not log us in`;
}

async function takesPasswords(server: Homeserver): Promise<boolean> {
  try {
    const answer = await server.request({ method: "GET", path: "/client/v3/login", tries: 1 });
    const flows = fieldOf(answer, "flows");
    if (!Array.isArray(flows)) return true;
    return textsOf(flows.map((flow) => fieldOf(flow, "type"))).includes("m.login.password");
  } catch {
    // It is only asked for a better message.
    return true;
  }
}
