import type { AnnouncementRow, AnnouncerParts } from "./announcer-ports.ts";
import type { CatchUpSummary } from "./catch-up.ts";
import { after } from "./moments.ts";
import { rowKey } from "./planned-row.ts";
import { afterNight } from "./quiet-hours.ts";
import { targetOf, type Recipient } from "../model/subscription.ts";
import { summaryWords } from "./words/summary-words.ts";
import { announcingTo, type WordsContent } from "./words/words-of.ts";
import { DAY_MS } from "../model/durations.ts";

/** A summary tells of one outage: a week later it is history. */
const USEFUL_MS = 7 * DAY_MS;

/** One private message to each coordinator about what an outage did, not in their night. Source: WORKSHOPS.md 7.3. */
export function summaryRows(
  summary: CatchUpSummary,
  {
    coordinators,
    keyOf,
  }: Pick<AnnouncerParts, "keyOf"> & {
    readonly coordinators: readonly Recipient[];
  },
  content: WordsContent,
): readonly AnnouncementRow[] {
  const { from, to } = summary;
  return coordinators.map((recipient) => {
    const key = rowKey(JSON.stringify(["summary", from, to]), targetOf(recipient));
    const announcing = announcingTo({ recipient, isRegistered: false }, content);
    return {
      key,
      covers: [],
      reply: {
        key: keyOf(key),
        to: recipient.to,
        kind: "announcement",
        text: summaryWords(summary, content.find, announcing),
        choices: [],
        attachments: [],
        language: recipient.language,
      },
      notBefore: afterNight(to, recipient),
      usefulUntil: after(to, USEFUL_MS),
      kind: "summary",
      workshops: [],
      effectiveStart: undefined,
      planned: undefined,
    };
  });
}
