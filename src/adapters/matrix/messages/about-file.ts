import type { Attachment } from "../../../model/reply.ts";
import type { EventContent } from "../room-event.ts";
import { sizeOfPng } from "./size-of-png.ts";

/** Pictures of people, and their voices: every client shows or plays these. A drawing may hold a program. */
const msgtypes: Readonly<Record<string, string>> = {
  "image/jpeg": "m.image",
  "image/webp": "m.image",
  "audio/ogg": "m.audio",
  "audio/mpeg": "m.audio",
  "audio/mp4": "m.audio",
  "audio/x-m4a": "m.audio",
};

/**
 * What an event says of its file, beside where it is: a picture is shown, a voice played, any other file offered. What it is
 * for those who cannot open it is its caption, the name standing apart.
 * Source: https://spec.matrix.org/v1.10/client-server-api/#media-captions
 */
export function aboutFile({ name, type, alt }: Attachment, bytes: Uint8Array): EventContent {
  const size = type === "image/png" ? sizeOfPng(bytes) : undefined;
  return {
    msgtype: size ? "m.image" : (msgtypes[type] ?? "m.file"),
    body: alt ?? name,
    filename: name,
    info: { mimetype: type, size: bytes.length, ...(size && { w: size.width, h: size.height }) },
  };
}
