import { MessageFlags } from "discord.js";
import { bytesOf } from "../../../model/attachment-bytes.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Attachment, NamedTime, Reply } from "../../../model/reply.ts";
import { splitToLength } from "../../../model/split-text.ts";
import type { SentFile } from "../rest.ts";
import { type AllowedMentions, callNamed, mentionedIn, namesLine } from "./call-named.ts";
import { callNobody } from "./call-nobody.ts";
import { choicesBeyond, componentsOf } from "./components.ts";
import { fittingFiles } from "./fitting-files.ts";

/** A message as the API takes it, with its files. */
export interface MessageBody {
  readonly body: BodyFields;
  readonly files: readonly SentFile[];
}

/** The fields of a message that we use. */
export interface BodyFields {
  readonly content: string;
  readonly components: readonly object[];
  readonly allowed_mentions: AllowedMentions;
  readonly flags?: number;
  readonly embeds?: readonly { readonly description: string }[];
  readonly attachments?: readonly object[];
}

/** How replies are shown here. */
export interface Showing {
  /** Whether a button to write with is shown: where words cannot be read otherwise. */
  readonly withWords: boolean;
  readonly tell: Tell;
}

/** Source: https://discord.com/developers/docs/resources/message#create-message */
export const longestText = 2000;
export const longestEmbed = 4096;
export const mostEmbedText = 6000;
const longestAlt = 1024;

/** The messages that show a reply, in order; choices and files are on the last. */
export function messageBodies(reply: Reply, showing: Showing): readonly MessageBody[] {
  const named = mentionedIn(reply);
  const words = [namesLine(named), shownText(reply, showing)]
    .filter((part) => part !== "")
    .join("\n");
  const texts = splitToLength(words, longestText);
  const components = componentsOf(reply, showing);
  const whole = texts.length === 0 ? [""] : texts;
  return whole.map((content, index) => {
    const isLast = index === whole.length - 1;
    const fields = {
      content,
      components: isLast ? components : [],
      allowed_mentions: callNamed(index === 0 ? named : []),
      // Pictures of every page a source links to would hide the answer.
      flags: MessageFlags.SuppressEmbeds,
    };
    return withFiles(fields, isLast ? fittingFiles(reply.attachments).fitting : []);
  });
}

/** The one message that shows a reply to one person alone: a text, longer ones in embeds, the longest as a file. */
export function privateBody(reply: Reply, showing: Showing): MessageBody {
  const text = shownText(reply, showing);
  const files = fittingFiles(reply.attachments).fitting;
  const shared = { components: componentsOf(reply, showing), allowed_mentions: callNobody };
  // Embeds of what was shown before would stand beside the words.
  const plain = { ...shared, flags: MessageFlags.SuppressEmbeds, embeds: [] };
  if (text.length <= longestText) {
    return withFiles({ ...plain, content: text }, files);
  }
  const embeds = splitToLength(text, longestEmbed).map((description) => ({ description }));
  if (lengthOf(embeds) <= mostEmbedText) {
    return withFiles({ ...shared, content: "", embeds }, files);
  }
  const [opening = ""] = splitToLength(text, longestText);
  return withFiles({ ...plain, content: opening }, [fileOf(text, showing), ...files]);
}

/** Characters in embeds, all together. */
export function lengthOf(embeds: readonly { readonly description: string }[]): number {
  return embeds.reduce((sum, { description }) => sum + description.length, 0);
}

/** A text too long for a message, as a file. */
export function fileOf(text: string, { tell }: Showing): Attachment {
  const alt = tell("long-answer-what");
  return { name: tell("long-answer-name"), type: "text/markdown", alt, text };
}

/**
 * The words of a reply as they are shown, its times on the reader's own clock, the choices that fit no select,
 * and the names of files that cannot be sent.
 */
export function shownText(
  { text, choices, attachments, times = [] }: Reply,
  { tell }: Pick<Showing, "tell">,
): string {
  const clean = text.toWellFormed().replaceAll(/(?![\t\n])\p{Cc}/gu, "");
  const words = [clean.trim(), times.map(ownClock).join("\n")];
  const names = fittingFiles(attachments).others.map(({ name }) => name);
  const missing = names.length === 0 ? "" : tell("files-too-large", { names: names.join(", ") });
  return [...words, choicesBeyond(choices), missing].filter((part) => part !== "").join("\n\n");
}

/** Shown by each client in its own zone. Source: https://discord.com/developers/docs/reference#message-formatting */
function ownClock({ at }: NamedTime): string {
  return `· <t:${Math.floor(Date.parse(at) / 1000)}:F>`;
}

/** A message with new files, beside those it has. @param kept the ids of files that stay */
export function withFiles(
  fields: BodyFields,
  attachments: readonly Attachment[],
  kept: readonly string[] = [],
): MessageBody {
  if (attachments.length + kept.length === 0) return { body: fields, files: [] };
  const described = attachments.map(({ name, alt }, id) => ({
    id,
    filename: name,
    ...(alt === undefined ? {} : { description: alt.slice(0, longestAlt) }),
  }));
  const files = attachments.map((file) => ({
    name: file.name,
    type: file.type,
    bytes: bytesOf(file),
  }));
  const all = [...kept.map((id) => ({ id })), ...described];
  return { body: { ...fields, attachments: all }, files };
}
