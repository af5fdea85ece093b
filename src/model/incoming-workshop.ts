import type { Workshop } from "./workshop.ts";

/**
 * A workshop as a file, an import or a form says it: the programme adds its number, its revision and its
 * dates when it takes it in.
 */
export type IncomingWorkshop = Omit<Workshop, "number" | "revision" | "createdAt" | "updatedAt">;

/** The source of every workshop of a file: it stays the same one when it goes from one file to another. */
export const fileSource = "content/workshops";

/** On which days a series falls. Weekdays count from Monday 1 to Sunday 7. */
export type RepeatPattern =
  | {
      readonly every: "week";
      readonly weekdays: readonly number[];
      /** 1 or more: every week, every second one, counted from the week (Monday first) of the start. */
      readonly interval: number;
    }
  | {
      readonly every: "month";
      readonly on:
        | { readonly date: number }
        /** The nth such weekday of the month, 1 to 5, or the last one. */
        | { readonly weekday: number; readonly nth: number | "last" };
      /** 1 or more, counted from the month of the start. */
      readonly interval: number;
    };

/** How a workshop repeats: the same hour on the wall each time, whatever the clocks do. */
export interface WorkshopRepeat {
  readonly pattern: RepeatPattern;
  /**
   * The last day (included), or the number of dates of the pattern. As in RFC 5545, a date left out later
   * still counts, so that leaving one out never moves the end.
   */
  readonly end: { readonly until: string } | { readonly count: number };
  /** Days left out, `YYYY-MM-DD`. */
  readonly exceptions: readonly string[];
  /** A code as in `Workshop.territories`, whose public holidays are left out; undefined to keep them in. */
  readonly skipHolidaysOf?: string | undefined;
}

/** A workshop of a file; when it repeats, `localStart` is the earliest day of its series, and the hour of all. */
export interface FiledWorkshop extends IncomingWorkshop {
  readonly repeats?: WorkshopRepeat | undefined;
}
