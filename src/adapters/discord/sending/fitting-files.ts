import { bytesOf } from "../../../model/attachment-bytes.ts";
import type { Attachment } from "../../../model/reply.ts";

/** Ten to a message; one place is kept for a text that is too long for it. */
const mostFiles = 9;

/**
 * 10 MiB, a little of which the words around take.
 * Source: https://discord.com/developers/docs/reference#uploading-files
 */
const mostBytes = 10 * 1024 * 1024 - 256 * 1024;

/** The files that a message takes, in their order, and those that it has no room for. */
export function fittingFiles(files: readonly Attachment[]): {
  readonly fitting: readonly Attachment[];
  readonly others: readonly Attachment[];
} {
  const fitting: Attachment[] = [];
  const others: Attachment[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = bytesOf(file).length;
    const fits = fitting.length < mostFiles && bytes + size <= mostBytes;
    if (fits) bytes += size;
    (fits ? fitting : others).push(file);
  }
  return { fitting, others };
}
