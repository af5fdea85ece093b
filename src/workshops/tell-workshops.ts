import type { Theme } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";
import { groupSessions } from "./group-sessions.ts";
import { readWorkshopRequest, type WorkshopRequest } from "./read-workshop-request.ts";
import { sayWhen } from "./say-when.ts";
import {
  inLanguage,
  sayDetails,
  sayNumberedLines,
  sayWhere,
  type WorkshopSaying,
} from "./tell-details.ts";
import { dayOf } from "./wall-time.ts";
import { startsGivenUp, takesPlace } from "./workshop-state.ts";
import { isUpcoming, localDay, monthOf, nextMonth, weekOf, type Period } from "./workshop-time.ts";

/** A list longer than this is not read on a phone. */
const MOST_LINES = 5;

/** What is known when telling workshops. */
export interface WorkshopTelling extends WorkshopSaying {
  /** The question, folded. */
  readonly question: string;
  /** By start; drafts may be among them, nobody is told of them. */
  readonly workshops: readonly Workshop[];
  readonly themes: readonly Theme[];
  /** The month of a day, with its year. */
  readonly sayMonth: (day: string) => string;
}

/** The programme asked for: this week's, a month's, a theme's, or the next ones; never a past one as if to come. */
export function tellProgramme(telling: WorkshopTelling): string {
  const { tell } = telling;
  const { request, coming, onTheme } = findAskedFor(telling);
  if (coming.length === 0) return noneAtAll(telling);
  const next = (some: readonly Workshop[]) => listNext(some, telling);
  if (!onTheme.some((one) => takesPlace(one)) && request.theme !== undefined)
    return `${tell("workshops-none-on-theme")}\n\n${next(coming)}`;
  const spans = spansOf(request, telling);
  const told = spans.map((span) => {
    const found = onTheme.filter((workshop) => isIn(span, workshop, telling));
    return found.length > 0 ? list(span.heading, found, telling) : noneIn(span, coming, telling);
  });
  const isFound = onTheme.some((workshop) => spans.some((span) => isIn(span, workshop, telling)));
  const all = isFound ? told : [...told, next(onTheme)];
  return all.join("\n\n");
}

/** Where, when, with whom, at what price: of the workshop named, else of those of its time, else of the next ones. */
export function tellDetails(telling: WorkshopTelling): string {
  const { tell, sayDay } = telling;
  const { request, coming, onTheme } = findAskedFor(telling);
  const { named } = request;
  if (named) {
    const [sessions] = groupSessions(sessionsWith(named, coming));
    if (sessions) return sayDetails(sessions, telling);
    const date = sayDay(dayOf(named.localStart));
    return tell("workshop-was", { title: inLanguage(named.title, telling), date });
  }
  if (coming.length === 0) return noneAtAll(telling);
  const about = onTheme.length > 0 ? onTheme : coming;
  const spans = spansOf(request, telling);
  const found = about.filter((workshop) => spans.some((span) => isIn(span, workshop, telling)));
  const told = groupSessions(found.length > 0 ? found : about)
    .slice(0, 2)
    .map((sessions) => sayDetails(sessions, telling));
  const nones = found.length > 0 ? [] : spans.map((span) => noneIn(span, coming, telling));
  return [...nones, ...told].join("\n\n");
}

/** The workshops a question is about: the one it names, else those of its time and theme. */
export function workshopsTold(telling: WorkshopTelling): readonly Workshop[] {
  const { request, coming, onTheme } = findAskedFor(telling);
  if (request.named) return sessionsWith(request.named, coming);
  const about = onTheme.length > 0 ? onTheme : coming;
  const spans = spansOf(request, telling);
  const found = about.filter((workshop) => spans.some((span) => isIn(span, workshop, telling)));
  return found.length > 0 ? found : about;
}

/** The theme a question asks for, when no workshop on it is to come. */
export function themeUnmet(telling: WorkshopTelling): string | undefined {
  const { request, onTheme } = findAskedFor(telling);
  const isNamed = request.named !== undefined;
  return isNamed || onTheme.some((one) => takesPlace(one)) ? undefined : request.theme;
}

/** The next workshop of a theme in a few words, if there is one to come. */
export function nextOnTheme(
  theme: string,
  telling: Omit<WorkshopTelling, "question">,
): string | undefined {
  const next = telling.workshops.find(
    (workshop) =>
      workshop.publication === "published" &&
      workshop.themes.includes(theme) &&
      takesPlace(workshop) &&
      isUpcoming(workshop, telling.now),
  );
  return next && sayWorkshop(next, telling);
}

/** A workshop in a few words: its title, when and where; sessions at choice are told as one. */
export function sayWorkshop(
  workshop: Workshop,
  telling: Omit<WorkshopTelling, "question">,
): string | undefined {
  const [sessions] = groupSessions(sessionsWith(workshop, telling.workshops));
  if (!sessions) return undefined;
  const [{ title }] = sessions;
  return `**${inLanguage(title, telling)}**, ${sayWhen(sessions, telling)}${sayWhere(sessions[0], telling)}`;
}

type Saying = Omit<WorkshopTelling, "question">;

/** What is asked for, what is still to come, and what of it is on the theme asked for. */
function findAskedFor(telling: WorkshopTelling) {
  const { question, themes, now } = telling;
  const published = publishedIn(telling);
  const coming = published.filter((workshop) => isShown(workshop, now));
  const request = readWorkshopRequest(question, { themes, coming, published });
  const { theme } = request;
  const onTheme = theme === undefined ? coming : coming.filter((one) => one.themes.includes(theme));
  return { request, coming, onTheme };
}

function publishedIn({ workshops }: Saying): readonly Workshop[] {
  return workshops.filter(({ publication }) => publication === "published");
}

/** What is to come, and what people may still think is. */
function isShown(workshop: Workshop, now: Date): boolean {
  return takesPlace(workshop) ? isUpcoming(workshop, now) : startsGivenUp(workshop, now).length > 0;
}

/** A workshop, with the sessions one may choose instead of it. */
function sessionsWith(workshop: Workshop, among: readonly Workshop[]): readonly Workshop[] {
  const isWith = ({ id, seriesId, localStart }: Workshop) =>
    id === workshop.id ||
    (seriesId !== undefined &&
      seriesId === workshop.seriesId &&
      dayOf(localStart) === dayOf(workshop.localStart));
  const sessions = among.filter((other) => isWith(other));
  return sessions.includes(workshop) ? sessions : [];
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
function noneIn(span: Span, coming: readonly Workshop[], saying: Saying): string {
  return coming.some((workshop) => isIn(span, workshop, saying))
    ? saying.tell("workshops-none-on-theme-then")
    : span.none;
}

/** A moved workshop is looked for where it was, too. */
function isIn({ from, to }: Period, workshop: Workshop, { now }: Saying): boolean {
  return [workshop.localStart, ...startsGivenUp(workshop, now)]
    .map((start) => dayOf(start))
    .some((day) => day >= from && day <= to);
}

/** What comes next; where all of it is called off, nothing comes. */
function listNext(workshops: readonly Workshop[], saying: Saying): string {
  const isComing = workshops.some((one) => takesPlace(one));
  return list(saying.tell(isComing ? "workshops-coming" : "workshops-none"), workshops, saying);
}

function list(heading: string, workshops: readonly Workshop[], saying: Saying): string {
  const lines = sayNumberedLines(workshops, saying);
  const [firstLeftOut] = groupSessions(workshops)[MOST_LINES] ?? [];
  const shown = lines.slice(0, MOST_LINES);
  if (firstLeftOut) {
    const count = lines.length - MOST_LINES;
    const month = saying.sayMonth(dayOf(firstLeftOut.localStart));
    shown.push(saying.tell("workshops-more", { count, month }));
  }
  return `${heading}\n\n${shown.join("\n")}`;
}

function noneAtAll(telling: WorkshopTelling): string {
  const { tell, sayDay } = telling;
  const last = publishedIn(telling).findLast((workshop) => takesPlace(workshop));
  if (!last) return tell("workshops-none");
  const title = inLanguage(last.title, telling);
  const known = tell("workshops-last-known", { title, date: sayDay(dayOf(last.localStart)) });
  return `${tell("workshops-none")} ${known}`;
}
