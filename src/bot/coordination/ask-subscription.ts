import type { SubscriptionChange } from "../../model/coordination.ts";
import { say } from "../../model/reply.ts";
import type { QuietHours } from "../../model/subscription.ts";
import type { WallTime } from "../../model/workshop.ts";
import type { SubscriptionAct } from "../../understanding/coordination-words.ts";
import { readSubscriptionWish, weekdayNamed } from "../../understanding/read-subscription.ts";
import { readHours } from "../../workshops/imports/read-hours.ts";
import { readDate, type DateReading } from "../../workshops/read-date.ts";
import { addDays, addMinutes, dayOf, timeOf, wallTimeAt } from "../../workshops/wall-time.ts";
import type { Step, TurnContext } from "../turn-context.ts";

/**
 * Does what is asked of the subscription of the room, or of the person in their direct room; undefined when
 * the words are about something else ("abonner mes adhérents à une lettre").
 */
export function askSubscription(
  { act, rest }: { readonly act: SubscriptionAct; readonly rest: string },
  context: TurnContext,
): Step | undefined {
  switch (act) {
    case "subscribe": {
      const wish = readSubscriptionWish(rest, context.knowledge.library.themes);
      const { unread, ...read } = wish;
      const isOther = unread.length > 0 && Object.keys(read).length === 0;
      return isOther ? undefined : change({ kind: "wish", wish });
    }
    case "fewer":
      return change({ kind: "fewer" });
    case "unsubscribe":
      return change({ kind: "end" });
    case "subscriptions":
      return change({ kind: "tell" });
    case "speak":
      return change({ kind: "silence", until: undefined });
    case "silence": {
      const until = readUntil(rest, context);
      return until === undefined
        ? { replies: [say(context.tell("silence-unread"))] }
        : change({ kind: "silence", until });
    }
    case "quiet": {
      const read = readQuiet(rest);
      return read
        ? change({ kind: "quiet", ...read })
        : { replies: [say(context.tell("quiet-unread"))] };
    }
  }
}

function change(wanted: SubscriptionChange): Step {
  return { replies: [], effects: [{ kind: "subscribe", change: wanted }] };
}

/** A day alone means its beginning, an hour alone the next one; of a day of the week, the one to come. */
function readUntil(text: string, { knowledge, now }: TurnContext): WallTime | undefined {
  const zone = knowledge.settings.timeZone;
  const present = wallTimeAt(now, zone);
  const { wall, days } = momentIn(readDate(text, { now, zone }), dayOf(present));
  if (wall === undefined || wall > present) return wall;
  const isRepeated = days === 1 || weekdayNamed(text) !== undefined;
  return isRepeated ? addDays(wall, days) : undefined;
}

/** What a reading says, perhaps gone by, and after how many days the same words are true again. */
function momentIn(
  reading: DateReading,
  today: string,
): { readonly wall: WallTime | undefined; readonly days: number } {
  switch (reading.kind) {
    case "understood":
    case "twice-by-clock":
      return { wall: reading.localStart, days: 7 };
    case "past":
      return { wall: reading.localStart ?? `${reading.day}T00:00`, days: 7 };
    case "needs-hour": {
      const [day] = reading.days;
      return { wall: day === undefined ? undefined : `${day}T00:00`, days: 7 };
    }
    case "needs-day": {
      const [time] = reading.times;
      return { wall: time === undefined ? undefined : `${today}T${time}`, days: 1 };
    }
    case "ambiguous":
      return { wall: reading.readings[0]?.localStart, days: 7 };
    case "skipped-by-clock":
    case "no-such-day":
    case "not-understood":
      return { wall: undefined, days: 7 };
  }
}

/** "20h-9h", "entre 20 h et 9 h", "8pm to 9am"; none where somebody wants none. */
function readQuiet(text: string): { readonly quiet: QuietHours | undefined } | undefined {
  const said = text
    .trim()
    .replace(/^[\s:]+|[\s.!]+$/gu, "")
    .replace(/^(?:entre|between)\s+(.+?)\s+(?:et|and)\s+/iu, "$1 - ");
  if (/^(?:aucune?s?|pas d'heures?|sans|non|none|no|off)$/iu.test(said))
    return { quiet: undefined };
  const hours = readHours(said);
  if (hours?.end === undefined) return undefined;
  const [from, to] = [clockOf(hours.start), clockOf(hours.end)];
  return from === to ? undefined : { quiet: { from, to } };
}

/** `HH:MM` of minutes after midnight; midnight at the end of a day is that of its beginning. */
function clockOf(minutes: number): string {
  return timeOf(addMinutes("2000-01-01T00:00", minutes));
}
