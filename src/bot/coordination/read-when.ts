import type { DraftDate, WorkshopDraft } from "../../model/workshop-draft.ts";
import { foldText } from "../../understanding/fold-text.ts";
import {
  readDate,
  type DateReading,
  type DateSpan,
  type NotUnderstood,
  type ReadingPlace,
} from "../../workshops/read-date.ts";

/** A date a coordinator said, or what is still to be asked about it. */
export type WhenReading =
  | { readonly kind: "read"; readonly date: DraftDate; readonly isDayFirst: boolean }
  | {
      readonly kind: "ask";
      readonly reading: UnsureDate;
      /** What the next answer completes. */
      readonly begun?: string | undefined;
      readonly dates?: readonly DraftDate[] | undefined;
    };

type UnsureDate = Exclude<DateReading, { readonly kind: "understood" }>;

/**
 * Reads when a workshop is, as the answer to what was asked: what is missing, doubtful or gone by is asked
 * about, never guessed.
 */
export function readWhen(
  text: string,
  { begun }: Pick<WorkshopDraft, "begun">,
  place: ReadingPlace,
): WhenReading {
  const alone = readDate(text, place);
  // "18h30" after "jeudi" completes it; a whole date takes its place.
  const isPart = alone.kind === "needs-day" || alone.kind === "needs-hour";
  const whole = isPart && begun !== undefined ? readDate(`${begun} ${text}`, place) : alone;
  return whenOf(whole.kind === "not-understood" ? alone : whole, text);
}

/** Whether a text says nothing of when. */
export function saysNoDate(when: WhenReading): boolean {
  return (
    when.kind === "ask" &&
    when.reading.kind === "not-understood" &&
    !halfSaid.has(when.reading.because)
  );
}

/** What is wrong with a date that is one. */
const halfSaid: ReadonlySet<NotUnderstood> = new Set([
  "two-digit-year",
  "end-before-start",
  "several-dates",
]);

function whenOf(reading: DateReading, text: string): WhenReading {
  switch (reading.kind) {
    case "understood": {
      const { localStart, localEnd, isDayFirst } = reading;
      return { kind: "read", date: dateOf({ localStart, localEnd }), isDayFirst };
    }
    case "twice-by-clock":
      return { kind: "ask", reading, dates: [dateOf(reading), dateOf(reading.second)] };
    case "ambiguous":
      return { kind: "ask", reading, dates: reading.readings.map(dateOf) };
    case "needs-hour":
      return { kind: "ask", reading, begun: reading.days.length === 1 ? reading.days[0] : text };
    case "needs-day":
      return { kind: "ask", reading, begun: reading.times.length > 0 ? text : undefined };
    case "skipped-by-clock":
    case "no-such-day":
    case "past":
      return { kind: "ask", reading };
    case "not-understood":
      return { kind: "ask", reading: { ...reading, unread: asWritten(reading.unread, text) } };
  }
}

/** Folded words with the accents they were written with. */
function asWritten(folded: string, text: string): string {
  const written = new Map(
    (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [foldText(word), word]),
  );
  return folded.replaceAll(/[\p{L}\p{N}]+/gu, (word) => written.get(word) ?? word);
}

function dateOf({ localStart, localEnd }: DateSpan): DraftDate {
  return { localStart, ...(localEnd !== undefined && { localEnd }) };
}
