import type { IncomingFile } from "../../../model/incoming-message.ts";
import { listOf, numberOf, textOf } from "../field-of.ts";
import { keptByDiscord } from "./kept-by-discord.ts";

/** A large file on a slow line; whoever waits for it has other people to serve. */
const mostMs = 60_000;

/**
 * The files that came with a message; undefined for none. One that Discord does not keep cannot be read.
 * @param apiBaseUrl a compatible server keeps files at its own address
 */
export function messageFiles(
  message: unknown,
  apiBaseUrl: string,
): readonly IncomingFile[] | undefined {
  const files = listOf(message, "attachments").map((file): IncomingFile => {
    const size = numberOf(file, "size") ?? 0;
    return {
      name: textOf(file, "filename") ?? "",
      type: textOf(file, "content_type") ?? "application/octet-stream",
      size,
      read: () => fetchFile(textOf(file, "url"), apiBaseUrl, size),
    };
  });
  return files.length > 0 ? files : undefined;
}

async function fetchFile(
  address: string | undefined,
  apiBaseUrl: string,
  size: number,
): Promise<Uint8Array> {
  const url = keptByDiscord(address, apiBaseUrl);
  if (!url) throw new TypeError("the file is not kept by Discord");
  const signal = AbortSignal.timeout(mostMs);
  const answer = await fetch(url, { redirect: "error", signal });
  if (!answer.ok || !answer.body) throw new Error(`the file is not there (HTTP ${answer.status})`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> = answer.body;
  for await (const part of body) {
    bytes += part.length;
    // Leaving the loop cancels the rest.
    if (bytes > size) throw new RangeError(`the file is larger than ${size} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
