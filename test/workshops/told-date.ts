import type { DateReading } from "../../src/workshops/read-date.ts";

// A Wednesday, 10:00 in Paris, in winter.
export const now = new Date("2026-11-25T09:00:00Z");
export const paris = { now, zone: "Europe/Paris" };

/** One line for a reading, so that a table stays readable. */
export function told(reading: DateReading): string {
  switch (reading.kind) {
    case "understood":
      return span(reading);
    case "ambiguous":
      return reading.readings.map((one) => span(one)).join(" or ");
    case "needs-hour":
      return `hour? ${reading.days.join(" or ")}`;
    case "needs-day":
      return `day? ${reading.times.join(" or ")}`.trim();
    case "skipped-by-clock":
      return `skipped ${reading.wall}`;
    case "twice-by-clock":
      return `twice ${span(reading)}`;
    case "past":
      return `past ${reading.localStart ?? reading.day}`;
    case "no-such-day":
      return "no such day";
    case "not-understood":
      return `${reading.because}${reading.unread === "" ? "" : `: ${reading.unread}`}`;
  }
}

function span({ localStart, localEnd }: { localStart: string; localEnd: string | undefined }) {
  return localEnd === undefined ? localStart : `${localStart}/${localEnd}`;
}
