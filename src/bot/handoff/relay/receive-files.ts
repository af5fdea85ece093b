import { inspectFile, MOST_BYTES, type RefusedFile } from "../../../handoff/files/inspect-file.ts";
import { nameForFile } from "../../../handoff/files/name-for-file.ts";
import type { IncomingFile } from "../../../model/incoming-message.ts";
import type { Tell } from "../../../model/phrases.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { RelayedFile } from "../../../model/request-message.ts";
import type { HandoffParts } from "../handoff-parts.ts";

/** Files of one message at most. */
const MOST_FILES = 10;

/** Files that may cross, their bytes on the shelf, and what is said of the others. */
export interface ReceivedFiles {
  readonly files: readonly RelayedFile[];
  readonly drafts: readonly ReplyDraft[];
}

type Refusal = RefusedFile | "too-many" | "unreadable" | "no-files";

/**
 * Fetches the files of a message, looks into them and keeps them until they are shown.
 * @param idOf the id of the file of this position among those that cross
 */
export async function receiveFiles(
  given: readonly IncomingFile[],
  idOf: (at: number) => string,
  { parts, tell }: { readonly parts: Pick<HandoffParts, "shelf" | "log">; readonly tell: Tell },
): Promise<ReceivedFiles> {
  const files: RelayedFile[] = [];
  const drafts: ReplyDraft[] = [];
  const refuse = (name: string, why: Refusal) => drafts.push(say(tell(`hr-${why}`, { name })));
  for (const [at, file] of given.entries()) {
    const called = nameShown(file.name);
    if (!parts.shelf) refuse(called, "no-files");
    else if (at >= MOST_FILES) refuse(called, "too-many");
    else if (file.size > MOST_BYTES) refuse(called, "too-big");
    else {
      // One at a time: ten of them would fill the memory.
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await fetched(file, parts);
      if (!bytes) {
        refuse(called, "unreadable");
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      const found = await inspectFile(bytes, file.name);
      if (found.kind === "refused") {
        refuse(called, found.why);
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      await parts.shelf.keep(idOf(files.length), found.bytes);
      files.push({ name: found.name, type: found.type, size: found.bytes.length });
      if (found.mayNameAuthor) drafts.push(say(tell("hr-may-name-author", { name: found.name })));
    }
  }
  return { files, drafts };
}

async function fetched(
  file: IncomingFile,
  { log }: Pick<HandoffParts, "log">,
): Promise<Uint8Array | undefined> {
  try {
    return await file.read();
  } catch (cause) {
    log.error("file-not-received", cause, { bytes: file.size });
    return undefined;
  }
}

/** Its name as it is said back: what it claims to be, without signs a chat would read otherwise. */
function nameShown(name: string): string {
  const [, ending = ""] = /\.([A-Za-z0-9]{1,5})$/.exec(name) ?? [];
  const shown = nameForFile(name, ending);
  return ending === "" ? shown.slice(0, -1) : shown;
}
