import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { platformName } from "../discord-documents.ts";
import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import type { SentReplies } from "../sending/sent-replies.ts";
import { instantOf } from "../snowflake.ts";
import type { Us } from "../us.ts";
import type { GuildRoles } from "./guild-roles.ts";
import { messageFiles } from "./message-files.ts";
import { repliedTo } from "./message-meant.ts";
import { messageText } from "./message-text.ts";
import { isTextType } from "./read-text-file.ts";
import type { ThreadPlaces } from "./thread-places.ts";

/** What messages are read with. */
export interface Reading {
  readonly us: Us;
  /** Channels where every message is for us. */
  readonly rooms: readonly string[];
  readonly sent: SentReplies;
  readonly threads: ThreadPlaces;
  readonly roles: GuildRoles;
  /** Whether Message Content was granted. */
  readonly readsAll: () => boolean;
  /** Where files may be fetched from, beside Discord's own hosts. */
  readonly apiBaseUrl: string;
}

/** What a message is to us. */
export type ReadMessage =
  | { readonly kind: "said"; readonly message: IncomingMessage }
  /** It is for us, and Discord emptied it. */
  | { readonly kind: "unread"; readonly message: IncomingMessage };

/** Messages that people write; others tell of pins, boosts and arrivals. Source: resources/message#message-object-message-types */
const written: ReadonlySet<number | undefined> = new Set([undefined, 0, 19]);

/** A message as the core takes it; undefined when it is not for us. Whatever it holds, nothing is thrown. */
export function readMessage(data: unknown, reading: Reading): ReadMessage | undefined {
  const { us, sent, threads, roles } = reading;
  const id = idOf(data, "id");
  const from = idOf(data, "author", "id");
  const channel = idOf(data, "channel_id");
  const isOdd = id === undefined || from === undefined || channel === undefined;
  if (isOdd || from === us.userId || !written.has(numberOf(data, "type"))) return undefined;
  if (isFromProgram(data)) return undefined;
  const guild = idOf(data, "guild_id");
  const { isDirect, channel: room, thread } = threads.placeOf(channel, guild);
  const text = messageText(data, us.userId);
  const isMentioned = listOf(data, "mentions").some((user) => idOf(user, "id") === us.userId);
  const isInOurThread = thread !== undefined && isThreadOfOurs(thread, reading);
  const isOurTalk = isInOurThread || answersUs(data, us, sent);
  const isOptedIn = reading.rooms.includes(room) && reading.readsAll();
  if (!isDirect && !isMentioned && !isOurTalk && !isOptedIn) return undefined;
  const files = messageFiles(data, reading.apiBaseUrl);
  // Among others, a picture or a sticker that answers us is a gesture: there is nothing to say to it.
  const isHanded = isDirect || isMentioned || (isInOurThread && files !== undefined);
  if (!isHanded && text === "" && isPicture(data)) return undefined;
  const message: IncomingMessage = {
    id,
    from,
    isFromBot: false,
    roles: roles.rolesOf(from, guild, fieldOf(data, "member")),
    address: { platform: platformName, room, isDirect },
    text,
    pressed: undefined,
    isForUs: true,
    sentAt: instantOf(id),
    thread,
    repliesTo: repliedTo(data, us.userId),
    files,
  };
  const isEmptied =
    textOf(data, "content") === "" && !files && !isDirect && !isMentioned && !reading.readsAll();
  return { kind: isEmptied ? "unread" : "said", message };
}

/** The correction of a message; undefined for what Discord itself adds to one, as a preview. */
export function readEdit(data: unknown, reading: Reading): IncomingMessage | undefined {
  const editedAt = Date.parse(textOf(data, "edited_timestamp") ?? "");
  const read = Number.isNaN(editedAt) ? undefined : readMessage(data, reading);
  if (read?.kind !== "said" || textOf(data, "content") === undefined) return undefined;
  const { message } = read;
  const sentAt = new Date(editedAt);
  return { ...message, id: `${message.id}.${editedAt}`, edits: message.id, sentAt };
}

/** Whether a thread is ours: we opened it, or it hangs below what we said or answered. */
export function isThreadOfOurs(
  thread: string,
  { threads, sent }: Pick<Reading, "threads" | "sent">,
): boolean {
  return (
    threads.isOwn(thread) || sent.findMessage(thread) !== undefined || sent.hasAnswered(thread)
  );
}

function isFromProgram(data: unknown): boolean {
  return fieldOf(data, "author", "bot") === true || fieldOf(data, "webhook_id") !== undefined;
}

/** Whether it shows something other than words, or a file that may hold them. */
function isPicture(data: unknown): boolean {
  const files = listOf(data, "attachments");
  const isText = files.some((file) => isTextType(textOf(file, "content_type")));
  return listOf(data, "sticker_items").length > 0 || (files.length > 0 && !isText);
}

function answersUs(data: unknown, { userId }: Us, sent: SentReplies): boolean {
  const answered = idOf(data, "message_reference", "message_id");
  const isForward = numberOf(data, "message_reference", "type") === 1;
  if (answered === undefined || isForward) return false;
  const isOurs = idOf(data, "referenced_message", "author", "id") === userId;
  return isOurs || sent.findMessage(answered) !== undefined;
}
