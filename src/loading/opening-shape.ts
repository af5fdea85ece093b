import { z } from "zod";
import type { Closure, OpeningHours, OpeningRange } from "../model/directory.ts";
import { readDays, readTimes } from "./opening-words.ts";
import { territoryShape } from "./territory-shape.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

const day = z.iso.date("a day is written YYYY-MM-DD");
const words = z.string().trim().min(1, "an empty text");

/** Days from one to another, both included. */
export const periodKeys = { from: day, to: day };

const closureShape = z.strictObject({
  ...periodKeys,
  why: z
    .preprocess(
      (said) => (typeof said === "string" ? { fr: said, en: said } : said),
      z.strictObject({ fr: words, en: words }),
    )
    .optional(),
});

/** Hours as a file has them; what is left out comes from the territory. */
export interface WrittenHours {
  readonly ranges: readonly OpeningRange[];
  readonly timeZone?: string | undefined;
  /** `none` for no public holiday at all. */
  readonly holidays?: string | undefined;
  readonly closures: readonly Closure[];
}

const aside = {
  "time-zone": timeZoneShape.optional(),
  holidays: z
    .union([z.literal("none"), territoryShape], 'holidays are those of a territory, or "none"')
    .optional(),
  closures: z.array(closureShape).default([]),
};

/** Opening hours, a day a key: `mardi: 9:00-12:00, 14:00-17:00`, and beside the days `time-zone`, `holidays`, `closures`. */
export const hoursShape: z.ZodType<WrittenHours> = z
  .record(z.string(), z.unknown())
  .transform((written, context): WrittenHours => {
    const days = Object.entries(written).filter(([key]) => !Object.hasOwn(aside, key));
    const others = Object.fromEntries(
      Object.entries(written).filter(([key]) => Object.hasOwn(aside, key)),
    );
    const rest = z.strictObject(aside).safeParse(others);
    for (const { message, path } of rest.error?.issues ?? []) {
      context.addIssue({ code: "custom", message, path: [...path] });
    }
    const ranges = days.flatMap(([key, text]) => {
      const read = rangesOf(key, text);
      if (typeof read !== "string") return read;
      context.addIssue({ code: "custom", message: read, path: [key] });
      return [];
    });
    const { "time-zone": timeZone, holidays, closures = [] } = rest.data ?? {};
    return { ranges: ranges.toSorted(byMoment), timeZone, holidays, closures };
  });

/** Hours with what a file left out. */
export function openingHours(
  { ranges, timeZone, holidays, closures }: WrittenHours,
  usual: Pick<OpeningHours, "timeZone" | "holidaysOf">,
): OpeningHours {
  const holidaysOf = holidays === "none" ? undefined : (holidays ?? usual.holidaysOf);
  return { ranges, timeZone: timeZone ?? usual.timeZone, holidaysOf, closures };
}

/** @returns what is wrong, in words, or the ranges */
function rangesOf(key: string, text: unknown): readonly OpeningRange[] | string {
  const days = readDays(key);
  if (!days) return "unknown key; a day is written mardi, tuesday, or lundi-vendredi";
  const times = typeof text === "string" ? readTimes(text) : undefined;
  if (!times) return 'hours are written "9:00-12:00, 14:00-17:00", or closed';
  return days.flatMap((one) => times.map((range) => ({ day: one, ...range })));
}

function byMoment(a: OpeningRange, b: OpeningRange): number {
  return a.day - b.day || a.from.localeCompare(b.from);
}
