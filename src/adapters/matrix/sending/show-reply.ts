import { offeredSignsOf } from "../../../model/choice-signs.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import { put, type Store } from "../../../ports/store.ts";
import { matrixDocuments, type Sending } from "../matrix-documents.ts";
import { choiceReactions, type Offer } from "../messages/choices.ts";
import { CannotBeShown } from "./cannot-be-shown.ts";
import { findShown } from "./find-shown.ts";
import type { Part } from "./part.ts";
import { eventsOf, keptFiles, partsOf } from "./parts-of.ts";
import { type Sealing, sealPart } from "./seal-part.ts";
import { sendPart } from "./send-part.ts";
import type { ShowReply } from "./sender.ts";
import type { SentReplies } from "./sent-replies.ts";
import { callingThoseThere } from "./calling-those-there.ts";
import { moveTo } from "./successor.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** What replies are shown with. */
export interface Showing extends Sealing {
  readonly ourUser: string;
  readonly store: Store;
  readonly sent: SentReplies;
  readonly clock: Clock;
  /** The room between a person and us, opened when there is none. */
  readonly roomWith: (person: string) => Promise<string>;
  /** Told once a reply is shown whole, when it has more to choose from than what it replaces. */
  readonly onOffer: (offer: Offer) => void;
}

/** Synapse knows a transaction for 24 hours; a try may take a while. */
const sureHours = 20;

/**
 * Shows replies part by part. A part is made ready and kept, then sent: whatever happens, the same bytes
 * go out under the same transaction id, which the server takes once.
 */
export function createShowReply(showing: Showing): ShowReply {
  return {
    next: (sending, signal) => showNext(showing, sending, signal),
    end: (sending) => end(showing, sending),
  };
}

async function showNext(
  showing: Showing,
  sending: Sending,
  signal: AbortSignal | undefined,
): Promise<Sending | undefined> {
  if (hoursSince(sending.at, showing) > matrixDocuments.sendings.keptDays * 24)
    throw new CannotBeShown("it waited longer than messages are kept");
  const { usefulUntil } = sending.reply;
  if (usefulUntil !== undefined && sending.done.length === 0 && nowOf(showing) > usefulUntil)
    throw new CannotBeShown("it is of no use any more");
  const { person, room } = sending.reply.to;
  // Asked once: what goes there next, a file or the rest of a long text, stays together.
  if (person !== undefined && !room.startsWith("!")) {
    return keep(showing, inRoom(await showing.roomWith(person), sending));
  }
  if (!sending.sealed && sending.done.length === 0) {
    const reply = await callingThoseThere(sending.reply, showing.rooms);
    if (reply !== sending.reply) return keep(showing, { ...sending, reply });
  }
  const parts = partsOf(sending.reply, showing.sent);
  const part = parts[sending.done.length];
  if (!part) return end(showing, sending);
  const { sealed, sealedAt = sending.at } = sending;
  if (!sealed) return seal(showing, sending, part);
  if (hoursSince(sealedAt, showing) > sureHours && sealed.redacts === undefined) {
    // Sent again blindly, it might be shown twice.
    const { server, ourUser } = showing;
    const event = await findShown(server, ourUser, sending.reply.to.room, sealed);
    if (event === undefined) return keep(showing, { ...sending, sealedAt: nowOf(showing) });
    return shown(showing, sending, { parts, event });
  }
  const fate = await sendPart({ ...showing, signal }, sending, sealed);
  if (fate.kind === "became-encrypted") return seal(showing, sending, part);
  if (fate.kind === "moved") return keep(showing, await moveTo(fate.to, sending, showing.rooms));
  return shown(showing, sending, { parts, event: fate.event });
}

function inRoom(room: string, sending: Sending): Sending {
  const { reply } = sending;
  return { ...sending, reply: { ...reply, to: { ...reply.to, room } } };
}

async function seal(showing: Showing, sending: Sending, part: Part): Promise<Sending> {
  const sealed = await sealPart(part, sending.reply.to.room, showing);
  return keep(showing, { ...sending, sealed, sealedAt: nowOf(showing) });
}

/** One part more is shown. */
async function shown(
  showing: Showing,
  sending: Sending,
  { parts, event }: { readonly parts: readonly Part[]; readonly event: string },
): Promise<Sending | undefined> {
  const next = { ...sending, done: [...sending.done, event], sealed: undefined };
  return next.done.length < parts.length ? keep(showing, next) : end(showing, next);
}

/** What was erased on somebody's demand, or whom it called, is shown, and not written down again. */
async function keep({ store }: Showing, sending: Sending): Promise<Sending> {
  const { key, mentions = [] } = sending.reply;
  const kept = await store.get(matrixDocuments.sendings, key);
  if (!kept) return sending;
  const left = mentions.filter((id) => kept.reply.mentions?.includes(id) === true);
  const isForgotten = left.length < mentions.length;
  const next = isForgotten
    ? { ...sending, reply: { ...sending.reply, mentions: left }, sealed: undefined }
    : sending;
  await store.write([put(matrixDocuments.sendings, key, next)]);
  return next;
}

/** Nothing more of it will be shown. */
async function end(showing: Showing, { reply, done }: Sending): Promise<undefined> {
  const { sent, clock, onOffer } = showing;
  const parts = partsOf(reply, sent);
  const events = [...eventsOf(parts, done), ...keptFiles(reply, sent)];
  const before = sent.earlierOf(reply);
  await sent.keep(reply, events, clock.now());
  const asking = parts.findLastIndex(({ kind }) => kind === "message");
  const event = events[asking];
  if (event === undefined || done.length < parts.length) return;
  const there = before?.events.includes(event) === true ? choiceReactions(before) : [];
  const signs = offeredUnder(reply).filter((sign) => !there.includes(sign));
  if (signs.length > 0) onOffer({ room: reply.to.room, event, signs });
}

/** What is asked one person alone would be in the way where others talk. */
function offeredUnder(reply: Reply): readonly string[] {
  const signs = offeredSignsOf(reply);
  if (signs && !reply.to.isDirect) return [];
  return choiceReactions({ choices: reply.choices.map(({ label }) => label), signs });
}

function hoursSince(instant: string, { clock }: Showing): number {
  return (clock.now().getTime() - Date.parse(instant)) / HOUR_MS;
}

function nowOf({ clock }: Showing): string {
  return clock.now().toISOString();
}
