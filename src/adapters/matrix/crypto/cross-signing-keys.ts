import { StoreError } from "../../../model/errors.ts";
import { fieldOf } from "../field-of.ts";
import { readFileIfThere, writeOwnerOnlyFile } from "./owner-only-file.ts";

/** The private halves of a cross-signing identity, unpadded base64: who has them is this account. */
export interface CrossSigningKeys {
  readonly master: string;
  readonly selfSigning: string;
  readonly userSigning: string;
}

/** Keeps the keys in a file for its owner alone. */
export async function saveCrossSigningKeys(path: string, keys: CrossSigningKeys): Promise<void> {
  await writeOwnerOnlyFile(path, Buffer.from(`${JSON.stringify(keys, undefined, 2)}\n`));
}

/**
 * The keys of a file; undefined when there is none.
 * @throws StoreError when it does not hold such keys
 */
export async function readCrossSigningKeys(path: string): Promise<CrossSigningKeys | undefined> {
  const bytes = await readFileIfThere(path);
  if (!bytes) return undefined;
  const keys = parseCrossSigningKeys(bytes.toString("utf8"));
  if (keys) return keys;
  throw new StoreError(
    `${path} does not hold the three keys of an identity: restore it from the backup you made. Nothing was changed.`,
  );
}

/** Reads the text of a saved identity; undefined when it is not one. */
function parseCrossSigningKeys(text: string): CrossSigningKeys | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [master, selfSigning, userSigning] = ["master", "selfSigning", "userSigning"].map((name) =>
    fieldOf(parsed, name),
  );
  if (!isKey(master) || !isKey(selfSigning) || !isKey(userSigning)) return undefined;
  return { master, selfSigning, userSigning };
}

/** 32 bytes in unpadded base64. */
function isKey(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9+/]{43}$/.test(value);
}
