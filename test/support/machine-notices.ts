import { numberOf } from "../../src/model/request.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { PhraseKey } from "../../src/model/phrases.ts";
import type { Reply } from "../../src/model/reply.ts";

/** Whatever the assistant says to who asked of its own accord. */
const notices: readonly PhraseKey[] = [
  "ht-widened",
  "ht-looking-again",
  "ht-coordinator-told",
  "ht-nobody-answered",
  "ht-nobody-answered-bare",
  "ht-not-forgotten",
  "ht-pending-question",
  "ht-put-aside",
  "ht-referred",
  "ht-settled",
  "ht-satisfaction",
  "ht-absence",
  "ht-absence-both",
  "ht-absence-unknown",
  "ht-handed-over",
  "ht-still-waiting",
  "hd-asker-claimed",
  "hd-asker-transfer",
  "hd-asker-closed",
  "hc-reuse",
  "hc-asker-told",
  "hd-asker-claimed-by",
];

/** The notice a message is, by its words; undefined for any other message. @param number of the request */
export function noticeIn(
  { text }: Pick<Reply, "text">,
  number: number,
  knowledge: Knowledge,
): PhraseKey | undefined {
  return notices.find((key) => {
    const words = knowledge.tell("fr")(key, { number: numberOf({ number }) });
    // One begins with a name: what is fixed in it tells it.
    const [fixed = words] = words
      .split(/\{\w+\}/u)
      .toSorted((one, other) => other.length - one.length);
    return text.includes(fixed.trim());
  });
}
