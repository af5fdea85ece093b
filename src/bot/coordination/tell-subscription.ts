import { formatDay } from "../../answers/format-day.ts";
import type { Language } from "../../model/language.ts";
import { usualQuietHours, type Subscription } from "../../model/subscription.ts";
import { sayHour, sayTimeOfDay } from "../../workshops/say-when.ts";
import { sayZone } from "../../workshops/say-zone.ts";
import { addDays, dayOf, wallTimeAt } from "../../workshops/wall-time.ts";
import type { Knowledge } from "../knowledge.ts";

/** What a room or a person is told of, in words. */
export function tellSubscription(
  subscription: Subscription,
  {
    knowledge,
    language,
    now,
  }: { readonly knowledge: Knowledge; readonly language: Language; readonly now: Date },
): string {
  const tell = knowledge.tell(language);
  const { themes, territories, kinds, digest, zone, silentUntil, person, quiet } = subscription;
  const named = knowledge.library.themes.filter(({ id }) => themes.includes(id));
  const lines = [
    tell(person === undefined ? "subscription-room" : "subscription-own"),
    tell("subscription-themes", {
      themes:
        named.map(({ name }) => name[language]).join(", ") || tell("subscription-every-theme"),
    }),
    tell("subscription-territories", {
      territories:
        territories
          .map((code) => (code === "national" ? tell("draft-national") : code))
          .join(", ") || tell("subscription-every-territory"),
    }),
    tell("subscription-kinds", {
      kinds:
        kinds.map((kind) => tell(`subscription-${kind}`)).join(", ") ||
        tell("subscription-nothing"),
    }),
  ];
  if (kinds.includes("digest")) {
    // 4 January 2027 is a Monday.
    const day = formatDay(dayOf(addDays("2027-01-04T12:00", digest.weekday - 1)), language, true);
    const values = {
      weekday: day.split(/[ ,]/u)[0] ?? "",
      time: sayTimeOfDay(digest.time, tell),
      zone: sayZone(zone, language, tell),
    };
    lines.push(tell("subscription-slot", values));
  }
  if (quiet?.from !== usualQuietHours.from || quiet.to !== usualQuietHours.to) {
    const [from, to] = [quiet?.from, quiet?.to].map((time = "") => sayTimeOfDay(time, tell));
    lines.push(
      quiet
        ? tell("subscription-quiet", { from: from ?? "", to: to ?? "" })
        : tell("subscription-quiet-none"),
    );
  }
  if (silentUntil !== undefined && new Date(silentUntil) > now) {
    const wall = wallTimeAt(new Date(silentUntil), zone);
    lines.push(
      tell("subscription-silent", {
        day: formatDay(dayOf(wall), language, true),
        time: sayHour(wall, zone, { tell }),
        zone: sayZone(zone, language, tell),
      }),
    );
  }
  return lines.join("\n");
}
