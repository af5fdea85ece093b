import type { Language } from "../model/language.ts";
import type { Theme } from "../model/library.ts";
import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { Workshop } from "../model/workshop.ts";
import { readWorkshopRequest, type WorkshopRequest } from "./read-workshop-request.ts";
import { isUpcoming, localDay, monthOf, weekOf } from "./workshop-time.ts";

/** A list longer than this is not read on a phone. */
const MOST_LINES = 7;

/** What is known when telling workshops. */
export interface WorkshopTelling {
  /** The question, folded. */
  readonly question: string;
  readonly workshops: readonly Workshop[];
  readonly themes: readonly Theme[];
  readonly now: Date;
  readonly timeZone: string;
  readonly language: Language;
  readonly tell: Tell;
  readonly sayDay: (day: string) => string;
}

/** The programme asked for: this week's, a theme's, or the next ones; never a past one as if to come. */
export function tellProgramme(telling: WorkshopTelling): string {
  const { workshops, themes, now, tell } = telling;
  const request = readWorkshopRequest(telling.question, themes, workshops);
  const coming = workshops.filter((workshop) => isUpcoming(workshop, now));
  if (coming.length === 0) return noneAtAll(telling);
  const { theme } = request;
  const onTheme = theme === undefined ? coming : coming.filter((one) => one.themes.includes(theme));
  if (onTheme.length === 0) {
    return [tell("workshops-none-on-theme"), list("workshops-coming", coming, telling)].join(
      "\n\n",
    );
  }
  const inPeriod = onTheme.filter((workshop) => isIn(request.period, workshop, telling));
  if (inPeriod.length > 0) return list(headings[request.period], inPeriod, telling);
  return [tell("workshops-none-in-period"), list("workshops-coming", onTheme, telling)].join(
    "\n\n",
  );
}

/** Where, when, with whom, at what price: of the workshop named, else of the next ones. */
export function tellDetails(telling: WorkshopTelling): string {
  const { workshops, themes, now, tell, sayDay } = telling;
  const { named, theme } = readWorkshopRequest(telling.question, themes, workshops);
  if (named) {
    return isUpcoming(named, now)
      ? details(named, telling)
      : tell("workshop-was", { title: named.title, date: sayDay(named.day) });
  }
  const coming = workshops.filter((workshop) => isUpcoming(workshop, now));
  if (coming.length === 0) return noneAtAll(telling);
  const onTheme = theme === undefined ? coming : coming.filter((one) => one.themes.includes(theme));
  return (onTheme.length > 0 ? onTheme : coming)
    .slice(0, 2)
    .map((workshop) => details(workshop, telling))
    .join("\n\n");
}

/** The next workshop of a theme in a few words, if there is one to come. */
export function nextOnTheme(
  theme: string,
  telling: Omit<WorkshopTelling, "question">,
): string | undefined {
  const next = telling.workshops.find(
    (workshop) => workshop.themes.includes(theme) && isUpcoming(workshop, telling.now),
  );
  if (!next) return undefined;
  return `**${next.title}**, ${when(next, telling)}${where(next, telling)}`;
}

const headings: Readonly<Record<WorkshopRequest["period"], PhraseKey>> = {
  "this-week": "workshops-this-week",
  "next-week": "workshops-next-week",
  "this-month": "workshops-this-month",
  coming: "workshops-coming",
};

type Saying = Omit<WorkshopTelling, "question">;

function isIn(
  period: WorkshopRequest["period"],
  workshop: Workshop,
  { now, timeZone }: WorkshopTelling,
): boolean {
  if (period === "coming") return true;
  const today = localDay(now, timeZone);
  const span =
    period === "this-month" ? monthOf(today) : weekOf(today, period === "next-week" ? 1 : 0);
  return workshop.day >= span.from && workshop.day <= span.to;
}

function list(heading: PhraseKey, workshops: readonly Workshop[], saying: Saying): string {
  const lines = workshops.slice(0, MOST_LINES).map((workshop) =>
    saying.tell("workshop-line", {
      title: workshop.title,
      when: when(workshop, saying),
      where: where(workshop, saying),
    }),
  );
  return `${saying.tell(heading)}\n\n${lines.join("\n")}`;
}

function noneAtAll({ workshops, tell, sayDay }: WorkshopTelling): string {
  const last = workshops.at(-1);
  if (!last) return tell("workshops-none");
  const known = tell("workshops-last-known", { title: last.title, date: sayDay(last.day) });
  return `${tell("workshops-none")} ${known}`;
}

function details(workshop: Workshop, telling: Saying): string {
  const { tell } = telling;
  const said = (key: PhraseKey, name: string, value: string | undefined) =>
    value === undefined || value === "" ? "" : tell(key, { [name]: value });
  return [
    tell("workshop-details", {
      title: workshop.title,
      when: when(workshop, telling),
      where: where(workshop, telling),
    }),
    said("workshop-partners", "partners", workshop.partners.join(", ")),
    said("workshop-audience", "audience", workshop.audience),
    said("workshop-price", "price", workshop.price),
    said("workshop-bring", "bring", workshop.bring),
    said("workshop-registration", "registration", workshop.registration),
    said("workshop-not-said", "organiser", workshop.organiser),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function when(workshop: Workshop, { tell, sayDay }: Saying): string {
  const time = workshop.starts.join(tell("or-word"));
  const date = sayDay(workshop.day);
  return workshop.ends === undefined
    ? tell("workshop-when", { date, time })
    : tell("workshop-when-until", { date, time, end: workshop.ends });
}

function where({ isOnline, place }: Workshop, { tell }: Saying): string {
  return [
    place === undefined ? "" : tell("workshop-place", { place }),
    isOnline === true ? tell("workshop-online") : "",
  ].join("");
}
