import { isThere, type Json, listOf, objectOf, textOf } from "../json.ts";
import type { FormCheck } from "./form-check.ts";

/** Checks the embeds of a message. Source: developers/resources/message#embed-object-embed-limits */
export function checkEmbeds(form: FormCheck, value: unknown): void {
  const embeds = form.list(["embeds"], value, 10);
  for (const [index, one] of embeds.entries())
    checkEmbed(form, index, form.object(["embeds", index], one));
  const total = embeds.map(objectOf).reduce((sum, embed) => sum + lengthOf(embed), 0);
  if (total > 6000)
    form.wrong(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
}

function checkEmbed(form: FormCheck, index: number, embed: Json): void {
  const at = (...path: (string | number)[]): (string | number)[] => ["embeds", index, ...path];
  form.text(at("title"), embed["title"], { max: 256 });
  form.text(at("description"), embed["description"], { max: 4096 });
  form.text(at("footer", "text"), objectOf(embed["footer"])["text"], { max: 2048 });
  form.text(at("author", "name"), objectOf(embed["author"])["name"], { max: 256 });
  const { url } = { url: embed["url"] };
  if (isThere(url) && !/^(?:https?|attachment):\/\/\S+$/.test(String(url))) {
    form.wrong(at("url"), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
  }
  for (const [place, one] of form.list(at("fields"), embed["fields"], 25).entries()) {
    const field = form.object(at("fields", place), one);
    form.text(at("fields", place, "name"), field["name"], { min: 1, max: 256, required: true });
    form.text(at("fields", place, "value"), field["value"], { min: 1, max: 1024, required: true });
  }
}

function lengthOf(embed: Json): number {
  const fields = listOf(embed["fields"]).map(objectOf);
  const texts = [
    embed["title"],
    embed["description"],
    objectOf(embed["footer"])["text"],
    objectOf(embed["author"])["name"],
    ...fields.flatMap((field) => [field["name"], field["value"]]),
  ];
  return texts.reduce<number>((sum, text) => sum + (textOf(text)?.length ?? 0), 0);
}
