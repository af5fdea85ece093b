import { MessageFlags } from "discord.js";
import { bytesOf } from "../../../model/attachment-bytes.ts";
import type { Attachment, Reply } from "../../../model/reply.ts";
import { splitToLength } from "../../../model/split-text.ts";
import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import { callNobody } from "./call-nobody.ts";
import { componentsOf } from "./components.ts";
import { fittingFiles } from "./fitting-files.ts";
import {
  fileOf,
  lengthOf,
  longestEmbed,
  longestText,
  type MessageBody,
  mostEmbedText,
  shownText,
  type Showing,
  withFiles,
} from "./message-bodies.ts";

/** What a message of ours shows already. */
export interface Standing {
  readonly content: string;
  readonly embeds: readonly { readonly description: string }[];
  readonly rows: readonly object[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}

const mostRows = 5;
const mostEmbeds = 10;

/** Reads what a message of ours shows. */
export function readStanding(message: unknown): Standing {
  return {
    content: textOf(message, "content") ?? "",
    embeds: listOf(message, "embeds").flatMap((embed) => {
      const description = textOf(embed, "description");
      return description === undefined ? [] : [{ description }];
    }),
    rows: listOf(message, "components").flatMap((row) => withoutId(row)),
    files: listOf(message, "attachments").flatMap((file) => {
      const id = idOf(file, "id");
      const name = textOf(file, "filename") ?? "";
      return id === undefined ? [] : [{ id, name, bytes: numberOf(file, "size") ?? 0 }];
    }),
  };
}

/** The same message with another reply below what it shows: nothing of that is lost, its choices stay. */
export function bodyBelow(reply: Reply, standing: Standing, showing: Showing): MessageBody {
  const { content, embeds, files } = standing;
  const text = shownText(reply, showing);
  // Of many choices, the latest are those that are still waited for.
  const rows = [...standing.rows, ...componentsOf(reply, showing)].slice(-mostRows);
  const shared = { components: rows, allowed_mentions: callNobody };
  const kept = files.map(({ id }) => id);
  const added = fittingFiles(reply.attachments).fitting;
  const joined = [content, text].filter((part) => part !== "").join("\n\n");
  if (embeds.length === 0 && joined.length <= longestText) {
    const flags = MessageFlags.SuppressEmbeds;
    return withFiles({ ...shared, flags, content: joined, embeds: [] }, added, kept);
  }
  const more = splitToLength(text, longestEmbed).map((description) => ({ description }));
  const all = [...embeds, ...more];
  const doFit = lengthOf(all) <= mostEmbedText && all.length <= mostEmbeds;
  // Our own words are in embeds: none may be hidden.
  const hasEmbeds = doFit || embeds.length > 0;
  const flags = hasEmbeds ? 0 : MessageFlags.SuppressEmbeds;
  const same = { ...shared, flags, content };
  if (doFit) return withFiles({ ...same, embeds: all }, added, kept);
  return withFiles({ ...same, embeds }, [fileOf(text, showing), ...added], kept);
}

/** Whether a reply is among what a message shows: an earlier try may have put it there. */
export function isBelow(reply: Reply, standing: Standing, showing: Showing): boolean {
  const text = shownText(reply, showing);
  const has = (sent: Attachment) =>
    standing.files.some(({ name, bytes }) => name === sent.name && bytes === bytesOf(sent).length);
  const described = new Set(standing.embeds.map(({ description }) => description));
  const isSaid =
    standing.content.includes(text) ||
    splitToLength(text, longestEmbed).every((part) => described.has(part)) ||
    has(fileOf(text, showing));
  const ids = new Set(customIdsOf(standing.rows));
  return (
    isSaid &&
    fittingFiles(reply.attachments).fitting.every(has) &&
    customIdsOf(componentsOf(reply, showing)).every((id) => ids.has(id))
  );
}

function customIdsOf(rows: readonly unknown[]): string[] {
  return rows
    .flatMap((row) => listOf(row, "components"))
    .flatMap((part) => textOf(part, "custom_id") ?? []);
}

/** Discord numbers the parts of a message; those that are added would have the same numbers. */
function withoutId(part: unknown): object[] {
  if (typeof part !== "object" || part === null) return [];
  const { id: _number, ...fields }: { readonly id?: unknown } = part;
  const inside = fieldOf(part, "components");
  if (!Array.isArray(inside)) return [fields];
  return [{ ...fields, components: listOf(inside).flatMap((one) => withoutId(one)) }];
}
