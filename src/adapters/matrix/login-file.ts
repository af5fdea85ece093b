import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "../../model/errors.ts";
import { readFileIfThere, writeOwnerOnlyFile } from "./crypto/owner-only-file.ts";
import { stableKey } from "./stable-key.ts";

/** What logging in left: whoever has it is this account. */
export interface SavedLogin {
  readonly accessToken: string;
  readonly deviceId: string;
  readonly userId: string;
}

const loginShape = z.object({
  accessToken: z.string().min(1),
  deviceId: z.string().min(1),
  userId: z.string().min(1),
});

/** The adapter's own folder in the data folder. */
export function matrixFolder(dataFolder: string): string {
  return join(dataFolder, "matrix");
}

/** One device of one account. */
export type Device = Pick<SavedLogin, "deviceId" | "userId">;

/** Where a device's keys are: each its own, so that a new device never takes another's. */
export function cryptoFolder(dataFolder: string, { userId, deviceId }: Device): string {
  const name = `${cryptoFoldersOf(userId)}${encodeURIComponent(deviceId)}`;
  return join(matrixFolder(dataFolder), name);
}

/** How the names of an account's folders begin: short, whatever the id is and the disk takes. */
export function cryptoFoldersOf(user: string): string {
  return `crypto-${stableKey(user)}-`;
}

/** Keeps a login for its owner alone. */
export async function saveLogin(dataFolder: string, login: SavedLogin): Promise<void> {
  await mkdir(matrixFolder(dataFolder), { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(login, undefined, 2)}\n`;
  await writeOwnerOnlyFile(loginPath(dataFolder), Buffer.from(text));
}

/**
 * The login that was saved; undefined when there is none.
 * @throws ConfigurationError when others may read it, or it is none
 */
export async function readLogin(dataFolder: string): Promise<SavedLogin | undefined> {
  const path = loginPath(dataFolder);
  const bytes = await readFileIfThere(path);
  if (!bytes) return undefined;
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new ConfigurationError(
      `${path} can be read by others: run chmod 600 ${path}; if somebody did read it, log in again.`,
    );
  }
  const parsed = loginShape.safeParse(parseJson(bytes.toString("utf8")));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(`${path} is no login: run passerelle login matrix again.`);
}

function loginPath(dataFolder: string): string {
  return join(matrixFolder(dataFolder), "login.json");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
