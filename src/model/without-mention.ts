import { personKey } from "./address.ts";
import type { Reply } from "./reply.ts";

/** A message that calls one person less. @param person see `personKey` @returns undefined when it does not call them */
export function withoutMention(reply: Reply, person: string): Reply | undefined {
  const { mentions = [], to } = reply;
  const left = mentions.filter((id) => personKey(to.platform, id) !== person);
  return left.length === mentions.length ? undefined : { ...reply, mentions: left };
}
