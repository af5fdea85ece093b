import type { Workshop } from "../../model/workshop.ts";
import { endOf } from "../workshop-time.ts";
import { DAY_MS } from "../../model/durations.ts";

const DAYS_PAST = 90;
const DAYS_CANCELLED = 60;

/**
 * Whether public calendars still hold a workshop: only what was published, up to 90 days after its end; one
 * that does not take place until its old date and for 60 days after people were told.
 */
export function isInCalendar(workshop: Workshop, now: Date): boolean {
  if (workshop.publication !== "published" && workshop.publication !== "archived") return false;
  const end = endOf(workshop).getTime();
  if (takesPlace(workshop)) return now.getTime() <= end + DAYS_PAST * DAY_MS;
  const told = Date.parse(workshop.updatedAt);
  return now.getTime() <= Math.max(end, told + DAYS_CANCELLED * DAY_MS);
}

/** Whether people are awaited on its date: neither cancelled nor postponed to a day unknown. */
export function takesPlace({ status }: Workshop): boolean {
  return status !== "cancelled" && status !== "postponed";
}
