import { foldText } from "../../../understanding/fold-text.ts";
import { readDate, type ReadingPlace } from "../../../workshops/read-date.ts";
import { dayOf } from "../../../workshops/wall-time.ts";

/** The day somebody writes for a step ("15 mars", "dans deux semaines", "3 semaines"); undefined when it is none. */
export function readDueDay(text: string, place: ReadingPlace): string | undefined {
  const said = text
    .trim()
    .replace(/^(?:pour|avant|d'ici|vers|by|before|around|for)\s+(?=\p{L}|\d)/iu, "");
  return dayIn(said, place) ?? dayIn(`dans ${said}`, place) ?? dayInMonth(said, place);
}

/** Days a part of a month may mean, the first that there is. */
const datesOf: Readonly<Record<string, readonly number[]>> = {
  debut: [1],
  early: [1],
  mi: [15],
  mid: [15],
  fin: [31, 30, 29, 28],
  end: [31, 30, 29, 28],
};

/** "Fin mars", "mi-avril", "early May". */
function dayInMonth(text: string, place: ReadingPlace): string | undefined {
  const [, part = "", month = ""] =
    /^(debut|early|mi|mid|fin|end)[ -]+(?:du mois )?(?:de |d'|of )?(\p{L}+)$/u.exec(
      foldText(text),
    ) ?? [];
  for (const date of datesOf[part] ?? []) {
    const day = dayIn(`${date} ${month}`, place);
    if (day !== undefined) return day;
  }
  return undefined;
}

function dayIn(text: string, place: ReadingPlace): string | undefined {
  const reading = readDate(text, place);
  switch (reading.kind) {
    case "needs-hour":
      // "Dans 15 jours" may be two: the later leaves more time.
      return reading.days.at(-1);
    case "understood":
    case "twice-by-clock":
      return dayOf(reading.localStart);
    case "ambiguous":
      return reading.readings[0] && dayOf(reading.readings[0].localStart);
    case "past":
      return "past";
    case "needs-day":
    case "no-such-day":
    case "skipped-by-clock":
    case "not-understood":
      return undefined;
  }
}
