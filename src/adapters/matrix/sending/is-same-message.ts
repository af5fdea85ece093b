import { isDeepStrictEqual } from "node:util";
import type { Reply } from "../../../model/reply.ts";
import type { Sending } from "../matrix-documents.ts";

/**
 * Whether an announcement that is asked for again is what was made ready for it: the same bytes are then to
 * go out. It gets other words as long as nobody can have read the first ones.
 */
export function isSameMessage({ reply, done, sealed }: Sending, asked: Reply): boolean {
  if (done.length > 0) return true;
  return sealed !== undefined && isDeepStrictEqual(saidBy(reply), saidBy(asked));
}

/** Not whom it calls, nor its place: these are made fit for the room. */
function saidBy({ text, choices, attachments }: Reply): readonly unknown[] {
  const labels = choices.map(({ label }) => label);
  return [text, labels, attachments.map((file) => [file.name, file.type, file.text])];
}
