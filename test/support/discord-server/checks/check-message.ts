import { isJson, isThere, type Json, listOf, textOf } from "../json.ts";
import { wrongMentions } from "../world/who-is-pinged.ts";
import { checkComponents } from "./check-components.ts";
import { checkEmbeds } from "./check-embeds.ts";
import type { FormCheck } from "./form-check.ts";

/**
 * Checks the body of a message that is made or changed: notes what the API would refuse.
 * Source: discord-api-docs developers/resources/message#create-message
 */
export function checkMessage(form: FormCheck, body: Json): void {
  form.text(["content"], body["content"], { max: 2000 });
  checkEmbeds(form, body["embeds"]);
  checkComponents(form, body["components"]);
  checkNonce(form, body["nonce"]);
  form.boolean(["enforce_nonce"], body["enforce_nonce"]);
  form.boolean(["tts"], body["tts"]);
  form.integer(["flags"], body["flags"], 0);
  const mentions = wrongMentions(body["allowed_mentions"]);
  if (mentions !== undefined)
    form.wrong(["allowed_mentions"], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", mentions);
  for (const [index, file] of form.list(["attachments"], body["attachments"], 10).entries()) {
    const fields = form.object(["attachments", index], file);
    if (!isThere(fields["id"])) form.required(["attachments", index, "id"]);
    form.text(["attachments", index, "description"], fields["description"], { max: 1024 });
    form.text(["attachments", index, "filename"], fields["filename"], { max: 1024 });
  }
}

/** Whether a message would have nothing in it. */
export function isEmpty(body: Json, files: number): boolean {
  const hasText = (textOf(body["content"]) ?? "").trim() !== "";
  const hasParts = ["embeds", "components", "sticker_ids"].some(
    (part) => listOf(body[part]).length > 0,
  );
  return !hasText && !hasParts && files === 0 && !isJson(body["poll"]);
}

function checkNonce(form: FormCheck, nonce: unknown): void {
  if (typeof nonce === "string") form.text(["nonce"], nonce, { max: 25 });
  else form.integer(["nonce"], nonce);
}
