import { idOf, listOf, textOf } from "../field-of.ts";
import type { DiscordRest } from "../rest.ts";
import { callNobody } from "../sending/call-nobody.ts";

/** A message of ours that answers nobody. */
export interface Notice {
  readonly channel: string;
  /** At most 25 characters: the same one within some minutes shows one message. */
  readonly nonce: string;
  readonly content: string;
}

/** Writes in a channel, pinging nobody. @throws DiscordRefusal, DiscordUnreachable */
export async function postNotice(
  rest: DiscordRest,
  { channel, nonce, content }: Notice,
): Promise<void> {
  const body = {
    content,
    nonce,
    enforce_nonce: true,
    allowed_mentions: callNobody,
  };
  await rest.request({ method: "POST", path: `/channels/${channel}/messages`, body });
}

/** Whether we wrote these words in a channel of late: asked when an earlier try may be older than its nonce. */
export async function wasPosted(
  rest: DiscordRest,
  us: string,
  { channel, content }: Notice,
): Promise<boolean> {
  const path = `/channels/${channel}/messages` as const;
  const messages = await rest.request({ method: "GET", path, query: { limit: "50" } });
  return listOf(messages).some(
    (message) => idOf(message, "author", "id") === us && textOf(message, "content") === content,
  );
}
