import type { Attachment } from "./reply.ts";

/** What a file is made of, whichever way it is written down. */
export function bytesOf({ text, encoding }: Pick<Attachment, "text" | "encoding">): Buffer {
  return Buffer.from(text, encoding ?? "utf8");
}
