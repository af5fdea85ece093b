import type { Language } from "../model/language.ts";
import type { Theme } from "../model/library.ts";
import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { Workshop } from "../model/workshop.ts";
import { readWorkshopRequest, type WorkshopRequest } from "./read-workshop-request.ts";
import { isUpcoming, localDay, monthOf, nextMonth, weekOf, type Period } from "./workshop-time.ts";

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
  /** The month of a day, with its year. */
  readonly sayMonth: (day: string) => string;
}

/** The programme asked for: this week's, a month's, a theme's, or the next ones; never a past one as if to come. */
export function tellProgramme(telling: WorkshopTelling): string {
  const { tell } = telling;
  const { request, coming, onTheme } = findAskedFor(telling);
  if (coming.length === 0) return noneAtAll(telling);
  const next = (some: readonly Workshop[]) => list(tell("workshops-coming"), some, telling);
  if (onTheme.length === 0) return `${tell("workshops-none-on-theme")}\n\n${next(coming)}`;
  const spans = spansOf(request, telling);
  const told = spans.map((span) => {
    const found = onTheme.filter((workshop) => isIn(span, workshop));
    return found.length > 0 ? list(span.heading, found, telling) : noneIn(span, coming, telling);
  });
  const isFound = onTheme.some((workshop) => spans.some((span) => isIn(span, workshop)));
  return (isFound ? told : [...told, next(onTheme)]).join("\n\n");
}

/** Where, when, with whom, at what price: of the workshop named, else of those of its time, else of the next ones. */
export function tellDetails(telling: WorkshopTelling): string {
  const { now, tell, sayDay } = telling;
  const { request, coming, onTheme } = findAskedFor(telling);
  const { named } = request;
  if (named) {
    return isUpcoming(named, now)
      ? details(named, telling)
      : tell("workshop-was", { title: named.title, date: sayDay(named.day) });
  }
  if (coming.length === 0) return noneAtAll(telling);
  const about = onTheme.length > 0 ? onTheme : coming;
  const spans = spansOf(request, telling);
  const found = about.filter((workshop) => spans.some((span) => isIn(span, workshop)));
  const told = (found.length > 0 ? found : about)
    .slice(0, 2)
    .map((workshop) => details(workshop, telling));
  const nones = found.length > 0 ? [] : spans.map((span) => noneIn(span, coming, telling));
  return [...nones, ...told].join("\n\n");
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

type Saying = Omit<WorkshopTelling, "question">;

/** What is asked for, what is still to come, and what of it is on the theme asked for. */
function findAskedFor({ question, workshops, themes, now }: WorkshopTelling) {
  const request = readWorkshopRequest(question, themes, workshops);
  const coming = workshops.filter((workshop) => isUpcoming(workshop, now));
  const { theme } = request;
  const onTheme = theme === undefined ? coming : coming.filter((one) => one.themes.includes(theme));
  return { request, coming, onTheme };
}

/** A part of the programme, and how it is told. */
interface Span extends Period {
  readonly heading: string;
  /** Said when nothing comes in it. */
  readonly none: string;
}

/** The parts of the programme a request names, in its order; none when it takes whatever comes. */
function spansOf({ period }: WorkshopRequest, saying: Saying): readonly Span[] {
  const { now, timeZone, tell, sayMonth } = saying;
  const today = localDay(now, timeZone);
  const none = tell("workshops-none-in-period");
  switch (period) {
    case "coming":
      return [];
    case "this-week":
      return [{ ...weekOf(today), heading: tell("workshops-this-week"), none }];
    case "next-week":
      return [{ ...weekOf(today, 1), heading: tell("workshops-next-week"), none }];
    case "this-month":
      return [{ ...monthOf(today), heading: tell("workshops-this-month"), none }];
    default:
      return period.map(({ month, year }) => {
        const span = nextMonth(today, month, year);
        const said = { month: sayMonth(span.from) };
        const heading = tell("workshops-in-month", said);
        return { ...span, heading, none: tell("workshops-none-in-month", said) };
      });
  }
}

/** Says that nothing comes in a span, or nothing on the theme asked for. */
function noneIn(span: Span, coming: readonly Workshop[], { tell }: Saying): string {
  return coming.some((workshop) => isIn(span, workshop))
    ? tell("workshops-none-on-theme-then")
    : span.none;
}

function isIn({ from, to }: Period, { day }: Workshop): boolean {
  return day >= from && day <= to;
}

function list(heading: string, workshops: readonly Workshop[], saying: Saying): string {
  const lines = workshops.slice(0, MOST_LINES).map((workshop) =>
    saying.tell("workshop-line", {
      title: workshop.title,
      when: when(workshop, saying),
      where: where(workshop, saying),
    }),
  );
  return `${heading}\n\n${lines.join("\n")}`;
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
