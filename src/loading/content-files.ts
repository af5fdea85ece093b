import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileChange } from "../model/content-change.ts";
import type { ContentFiles } from "../ports/content-files.ts";

/** Pages and intents: lower-case words, at the depth they have. */
const allowed =
  /^(?:content\/resources\/[a-z][a-z-]*\/[a-z][a-z-]*\.md|intents\/(?:[a-z][a-z-]*\/)?[a-z][a-z-]*\.yaml)$/u;

/** The content files below a root. Only one process at a time writes them. */
export function createContentFiles(root: string): ContentFiles {
  const read = async (path: string) => {
    const file = await placeOf(root, path);
    try {
      return await readFile(file, "utf8");
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw cause;
    }
  };
  return {
    read,
    apply: async (changes) => {
      const due: FileChange[] = [];
      for (const change of changes) {
        // oxlint-disable-next-line no-await-in-loop
        const now = await read(change.path);
        if (now === change.after) continue;
        if (now !== change.before) return false;
        due.push(change);
      }
      // Every text is on disk before the first is put in its place: what is left to fail is a rename.
      const ready = await Promise.all(due.map((change) => makeReady(root, change)));
      for (const put of ready) {
        // oxlint-disable-next-line no-await-in-loop
        await put();
      }
      return true;
    },
  };
}

/** Writes the text beside its place. @returns what puts it there */
async function makeReady(root: string, { path, after }: FileChange): Promise<() => Promise<void>> {
  const place = join(root, path);
  if (after === undefined) {
    return async () => {
      await rm(place, { force: true });
      await syncFolder(dirname(place));
    };
  }
  await mkdir(dirname(place), { recursive: true });
  // Hidden, and not named as a content file: a crash leaves nothing that is read.
  const unfinished = join(dirname(place), `.${randomUUID()}.tmp`);
  const file = await open(unfinished, "wx", 0o644);
  try {
    await file.writeFile(after, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
  return async () => {
    await rename(unfinished, place);
    await syncFolder(dirname(place));
  };
}

/** @throws Error for a path that is not one of ours, or leads elsewhere by a link */
async function placeOf(root: string, path: string): Promise<string> {
  if (!allowed.test(path)) throw new Error(`${path} is no content file`);
  const parts = path.split("/");
  for (const at of parts.keys()) {
    const step = join(root, ...parts.slice(0, at + 1));
    // oxlint-disable-next-line no-await-in-loop
    if (await isLink(step)) throw new Error(`${step} is a link: content is not written through it`);
  }
  return join(root, path);
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}
