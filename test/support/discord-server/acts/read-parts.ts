import { FormCheck } from "../checks/form-check.ts";
import { checkMessage } from "../checks/check-message.ts";
import type { UploadedFile } from "../http/read-body.ts";
import { isJson, isThere, type Json, listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { Attachment, MessageParts } from "../world/world-data.ts";

/** Flags an application may set: embeds hidden, no sound. The others come from the server. */
const SETTABLE_FLAGS = 4 | 4096;

/** Reads a message that is to be made. @throws ApiRefusal 50035 */
export function readParts(
  core: ServerCore,
  body: Json,
  files: readonly UploadedFile[],
): MessageParts {
  checked(body, files);
  return {
    content: textOf(body["content"]) ?? "",
    embeds: embedsOf(body),
    components: listOf(body["components"]).filter(isJson),
    attachments: uploadsOf(core, body, files),
    flags: (numberOf(body["flags"]) ?? 0) & SETTABLE_FLAGS,
  };
}

/** Reads a change: what is left out is left as it is. @throws ApiRefusal 50035 */
export function readChange(
  core: ServerCore,
  body: Json,
  files: readonly UploadedFile[],
  before: readonly Attachment[],
): Partial<MessageParts> {
  checked(body, files);
  const kept = isThere(body["attachments"]) ? keptOf(body, before) : before;
  return {
    ...("content" in body && { content: textOf(body["content"]) ?? "" }),
    ...("embeds" in body && { embeds: embedsOf(body) }),
    ...("components" in body && { components: listOf(body["components"]).filter(isJson) }),
    attachments: [...kept, ...uploadsOf(core, body, files)],
  };
}

function checked(body: Json, files: readonly UploadedFile[]): void {
  const form = new FormCheck();
  checkMessage(form, body);
  if (files.length > 10)
    form.wrong(["files"], "BASE_TYPE_BAD_LENGTH", "Must be 10 or fewer in length.");
  form.done();
}

function embedsOf(body: Json): readonly Json[] {
  return listOf(body["embeds"]).map((embed) => ({ type: "rich", ...objectOf(embed) }));
}

function uploadsOf(
  core: ServerCore,
  body: Json,
  files: readonly UploadedFile[],
): readonly Attachment[] {
  const told = listOf(body["attachments"]).map(objectOf);
  return files.map(({ index, filename, contentType, bytes }) => {
    const about = told.find(({ id }) => String(id) === String(index)) ?? {};
    return {
      id: core.world.ids.next(),
      filename: textOf(about["filename"]) ?? filename,
      description: textOf(about["description"]),
      contentType,
      bytes,
    };
  });
}

function keptOf(body: Json, before: readonly Attachment[]): readonly Attachment[] {
  const ids = new Set(listOf(body["attachments"]).map((one) => String(objectOf(one)["id"])));
  return before.filter(({ id }) => ids.has(id));
}
