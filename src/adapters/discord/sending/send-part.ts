import { setTimeout as timeout } from "node:timers/promises";
import { fieldOf, idOf, listOf, textOf } from "../field-of.ts";
import { DiscordRefusal, type DiscordRest, DiscordUnreachable } from "../rest.ts";
import { byAge, firstIdAt } from "../snowflake.ts";
import type { MessageBody } from "./message-bodies.ts";

/** A message that must exist once, however often it is tried. */
export interface PartToSend {
  readonly channel: string;
  /** At most 25 characters; the same at every try. */
  readonly nonce: string;
  readonly made: MessageBody;
  /** The message it answers. */
  readonly answers: string | undefined;
  /** The interaction it answers: the message this one made may show it already. */
  readonly interaction: string | undefined;
  /** When it was first tried, when that was before this run of it. */
  readonly triedAt: Date;
}

/** What is needed around. */
export interface SendingPart {
  readonly rest: DiscordRest;
  readonly now: () => Date;
  /** Whether a message was written by us and is not known to be another part. */
  readonly isUnclaimed: (message: string) => boolean;
  readonly ourUser: string;
}

/** Discord knows a nonce "for a few minutes": beyond this, the channel is read first. */
const nonceMs = 2 * 60_000;
/** Clocks differ: a message is looked for from a little earlier on. */
const slackMs = 60_000;
const pausesMs = [300, 1500];

/**
 * Sends a message unless an earlier try made it. @returns its id
 * @throws DiscordRefusal, DiscordUnreachable when it is not known whether it exists
 */
export async function sendPart(part: PartToSend, around: SendingPart): Promise<string> {
  return attempt(part, around, 0);
}

async function attempt(part: PartToSend, around: SendingPart, failures: number): Promise<string> {
  if (around.now().getTime() - part.triedAt.getTime() > nonceMs) {
    const found = await findEarlier(part, around);
    if (found !== undefined) return found;
  }
  return create(part, around, failures);
}

async function create(part: PartToSend, around: SendingPart, failures: number): Promise<string> {
  const { channel, nonce, made, answers } = part;
  try {
    const message = await around.rest.request({
      method: "POST",
      path: `/channels/${channel}/messages`,
      body: {
        ...made.body,
        nonce,
        enforce_nonce: true,
        ...(answers !== undefined && {
          message_reference: { message_id: answers, fail_if_not_exists: false },
        }),
      },
      files: made.files,
    });
    const id = idOf(message, "id");
    if (id === undefined) throw new TypeError("Discord did not say which message it made");
    return id;
  } catch (cause) {
    if (answers !== undefined && mayNotRefer(cause)) {
      return create({ ...part, answers: undefined }, around, failures);
    }
    const pauseMs = pausesMs[failures];
    // The connection may have been lost after the deed: the same nonce shows one message.
    if (!(cause instanceof DiscordUnreachable) || pauseMs === undefined) throw cause;
    await timeout(pauseMs);
    // It may have waited for its turn until the nonce was forgotten.
    return attempt(part, around, failures + 1);
  }
}

/** Without the right to read history, no message may be replied to: the answer stands alone. */
function mayNotRefer(cause: unknown): boolean {
  return cause instanceof DiscordRefusal && cause.code === 160_002;
}

/** Pages of 100 messages read to find an earlier try: it was made soon after it was first tried. */
const mostPages = 10;

/** A message of ours with the same words and the same answered message, from when it was first tried on. */
async function findEarlier(part: PartToSend, around: SendingPart): Promise<string | undefined> {
  // An interaction's own message is as old as its acknowledgement.
  const after = part.interaction ?? firstIdAt(new Date(part.triedAt.getTime() - slackMs));
  try {
    return await findAfter(after, part, around, mostPages);
  } catch (cause) {
    // Without the right to read history, the nonce is all there is.
    if (cause instanceof DiscordRefusal && cause.status === 403) return undefined;
    throw cause;
  }
}

async function findAfter(
  after: string,
  part: PartToSend,
  around: SendingPart,
  pages: number,
): Promise<string | undefined> {
  const { channel, made } = part;
  const answer = await around.rest.request({
    method: "GET",
    path: `/channels/${channel}/messages`,
    query: { after, limit: "100" },
  });
  const messages = listOf(answer).toSorted((a, b) => byAge(idIn(a), idIn(b)));
  const found = messages.find(
    (message) =>
      fieldOf(message, "author", "id") === around.ourUser &&
      textOf(message, "content") === made.body.content &&
      answersTheSame(message, part) &&
      around.isUnclaimed(idIn(message)),
  );
  if (found !== undefined) return idIn(found);
  const isAll = messages.length < 100 || pages <= 1;
  return isAll ? undefined : findAfter(idIn(messages.at(-1)), part, around, pages - 1);
}

/** Discord drops the reference to what is no more, or may not be read. */
function answersTheSame(message: unknown, { answers, interaction }: PartToSend): boolean {
  const by = idOf(message, "interaction_metadata", "id");
  if (by !== undefined) return by === interaction;
  const reference = idOf(message, "message_reference", "message_id");
  return reference === undefined || reference === answers;
}

function idIn(message: unknown): string {
  return idOf(message, "id") ?? "0";
}
