import type { ReminderTime, ReminderWish } from "../model/reminder-wish.ts";

/** What people who come get when they said nothing. */
const usualReminders: readonly ReminderTime[] = ["day-before", "hour-before"];

/**
 * The reminders of a workshop a person wants. What they said of this workshop comes before what they said
 * of all; who said nothing gets the usual ones when they have a seat, and none when they have not.
 * @param workshop its id
 * @param person `wishes`: all of the person's, from whichever account
 */
export function remindersWanted(
  workshop: string,
  { wishes, hasSeat }: { readonly wishes: readonly ReminderWish[]; readonly hasSeat: boolean },
): readonly ReminderTime[] {
  const latest = wishes.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const ofThis = latest.find((wish) => wish.workshop === workshop);
  const ofAll = latest.find((wish) => wish.workshop === undefined);
  return ofThis?.times ?? (hasSeat ? (ofAll?.times ?? usualReminders) : []);
}
