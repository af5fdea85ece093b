import type { IncomingFile } from "../../../model/incoming-message.ts";
import { decryptFile } from "../crypto/encrypted-file.ts";
import { fieldOf } from "../field-of.ts";
import type { Homeserver, RoomEvent } from "../room-event.ts";

const fileKinds: ReadonlySet<unknown> = new Set(["m.image", "m.file", "m.video", "m.audio"]);

/** What is taken of a file whose sender does not say how large it is, in bytes. */
const mostUnsaid = 10 * 1024 * 1024;

/**
 * The file an event brings, in clear or encrypted; none when it brings none that could be had. Of one that is
 * encrypted, what is read was checked against its hash.
 */
export function filesIn(
  { type, content }: RoomEvent,
  server: Pick<Homeserver, "download">,
): readonly IncomingFile[] {
  if (type !== "m.room.message" || !fileKinds.has(content["msgtype"])) return [];
  const { file, filename, body, url } = content;
  const address = file === undefined ? url : fieldOf(file, "url");
  if (typeof address !== "string" || !address.startsWith("mxc://")) return [];
  const said = fieldOf(content, "info", "size");
  const isSize = typeof said === "number" && Number.isSafeInteger(said) && said >= 0;
  const size = isSize ? said : mostUnsaid;
  const mediaType = fieldOf(content, "info", "mimetype");
  const name = [filename, body].find((one) => typeof one === "string");
  return [
    {
      name: typeof name === "string" ? name : "",
      type: typeof mediaType === "string" ? mediaType : "application/octet-stream",
      size,
      read: async () => {
        const bytes = await server.download(address, size);
        return file === undefined ? bytes : decryptFile(bytes, file);
      },
    },
  ];
}
