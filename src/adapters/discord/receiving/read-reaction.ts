import { choiceBySign } from "../../../model/choice-by-sign.ts";
import type { Deletion, IncomingMessage } from "../../../model/incoming-message.ts";
import { platformName } from "../discord-documents.ts";
import { fieldOf, idOf, textOf } from "../field-of.ts";
import { pressId } from "../interactions/press-id.ts";
import { isThreadOfOurs, type Reading } from "./read-message.ts";

type ReadingSigns = Pick<Reading, "us" | "sent" | "threads" | "roles">;

/** Discord tells a reaction again after a resume; put there anew later, it is another event. */
const oneSignMs = 60_000;

/**
 * A reaction to a message of ours that makes a choice, as its button would, or else a sign: on any message in
 * direct messages or a thread of ours, or on one of ours. Undefined for any other one. Somebody else's to
 * choices of one person says nothing: no refusal could be shown to them alone.
 */
export function readReaction(
  data: unknown,
  reading: ReadingSigns,
  now: Date,
): IncomingMessage | undefined {
  const { us, sent, threads, roles } = reading;
  const from = idOf(data, "user_id");
  const channel = idOf(data, "channel_id");
  const pressedOn = idOf(data, "message_id");
  if (from === undefined || channel === undefined || pressedOn === undefined) return undefined;
  if (from === us.userId || fieldOf(data, "member", "user", "bot") === true) return undefined;
  const key = sent.findMessage(pressedOn);
  const reply = key === undefined ? undefined : sent.find(key);
  if (key === undefined || !reply)
    return readSign(data, { from, channel, on: pressedOn }, reading, now);
  if (reply.asker !== undefined && reply.asker !== from) return undefined;
  const sign = textOf(data, "emoji", "name") ?? "";
  const index = choiceBySign(sign, reply.choices, reply.signs)?.position;
  const pressed = index === undefined ? undefined : reply.choices[index];
  if (index === undefined || pressed === undefined) {
    return readSign(data, { from, channel, on: pressedOn }, reading, now);
  }
  const guild = idOf(data, "guild_id");
  const { channel: shownIn, thread, isDirect } = threads.placeOf(channel, guild);
  const room = reply.room ?? shownIn;
  return {
    id: pressId({ key, index, reply, person: from }, now),
    from,
    isFromBot: false,
    roles: roles.rolesOf(from, guild, fieldOf(data, "member")),
    address: { platform: platformName, room, isDirect },
    text: "",
    pressed,
    isForUs: true,
    // Discord does not tell when: it tells at once.
    sentAt: now,
    pressedOn,
    sign: signOf(data),
    pressedKey: key,
    thread,
  };
}

interface SignPut {
  readonly from: string;
  readonly channel: string;
  /** The id of the message. */
  readonly on: string;
}

/** A reaction that makes no choice, where it is for us. */
function readSign(
  data: unknown,
  { from, channel, on }: SignPut,
  reading: ReadingSigns,
  now: Date,
): IncomingMessage | undefined {
  const { sent, threads, roles } = reading;
  const guild = idOf(data, "guild_id");
  const { channel: room, thread, isDirect } = threads.placeOf(channel, guild);
  const isOurPlace = isDirect || (thread !== undefined && isThreadOfOurs(thread, reading));
  const put = textOf(data, "emoji", "name");
  const sign = signOf(data);
  if (put === undefined || sign === undefined) return undefined;
  if (!isOurPlace && sent.findMessage(on) === undefined) return undefined;
  return {
    id: `${sign}.${Math.floor(now.getTime() / oneSignMs)}`,
    from,
    isFromBot: false,
    roles: roles.rolesOf(from, guild, fieldOf(data, "member")),
    address: { platform: platformName, room, isDirect },
    text: "",
    pressed: undefined,
    isForUs: true,
    sentAt: now,
    sign,
    thread,
    reacts: { sign: put, on },
  };
}

/** What takes back what a reaction said; undefined for one that could not be told from another. */
export function readTakenReaction(
  data: unknown,
  { us, threads }: Pick<Reading, "us" | "threads">,
): Deletion | undefined {
  const from = idOf(data, "user_id");
  const channel = idOf(data, "channel_id");
  const deletes = signOf(data);
  if (from === undefined || channel === undefined || deletes === undefined) return undefined;
  if (from === us.userId) return undefined;
  const { channel: room, isDirect } = threads.placeOf(channel, idOf(data, "guild_id"));
  return { from, address: { platform: platformName, room, isDirect }, deletes };
}

/** Names a reaction: Discord gives it no id. */
function signOf(data: unknown): string | undefined {
  const emoji = textOf(data, "emoji", "name");
  const parts = [idOf(data, "message_id"), idOf(data, "user_id"), emoji];
  return parts.includes(undefined) ? undefined : `reaction.${parts.join(".")}`;
}
