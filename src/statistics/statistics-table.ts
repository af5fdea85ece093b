import type { PhraseKey } from "../model/phrases.ts";
import { origins } from "../model/registration.ts";
import type { Attachment } from "../model/reply.ts";
import { spreadsheetText } from "../model/spreadsheet-text.ts";
import type { ThemeDemand } from "./count-demand.ts";
import { countAll, sayFailures, sayReasons } from "./say-reasons.ts";
import type { Group, StatisticsSaying } from "./statistics-groups.ts";

/** The statistics as a file for a spreadsheet: a line for each group, then one for each theme asked for. */
export function statisticsTable(
  groups: readonly Group[],
  demand: readonly ThemeDemand[],
  saying: StatisticsSaying,
): Attachment {
  const { tell, language } = saying;
  const header = columns.map(({ head }) => tell(head));
  const lines = groups.map((group) =>
    columns.map(({ valueOf }) => cellOf(valueOf(group, saying), saying)),
  );
  const asked = demand.map(({ theme, asked: count }) =>
    columns.map(({ head }) => {
      if (head === "statistics-column-of") return tell("statistics-of-demand");
      if (head === "statistics-column-name") return theme.name[language];
      return head === "statistics-column-asked" ? String(count) : "";
    }),
  );
  return {
    name: tell("statistics-file"),
    type: "text/csv",
    text: spreadsheetText([header, ...lines, ...asked]),
    alt: tell("statistics-file-what"),
  };
}

type Value = string | number | undefined;

interface Column {
  readonly head: PhraseKey;
  readonly valueOf: (group: Group, saying: StatisticsSaying) => Value;
}

/** French spreadsheets read a comma in a number, not a point. */
function cellOf(value: Value, { language }: StatisticsSaying): string {
  if (typeof value !== "number" || Number.isInteger(value)) return String(value ?? "");
  const rounded = String(Math.round(value * 10) / 10);
  return language === "fr" ? rounded.replace(".", ",") : rounded;
}

const columns: readonly Column[] = [
  { head: "statistics-column-of", valueOf: ({ kind }, { tell }) => tell(`statistics-of-${kind}`) },
  { head: "statistics-column-name", valueOf: ({ name }) => name },
  { head: "statistics-column-date", valueOf: ({ day }) => day },
  { head: "statistics-column-workshops", valueOf: ({ figures }) => figures.workshops },
  { head: "statistics-column-called-off", valueOf: ({ figures }) => figures.calledOff },
  { head: "statistics-column-seats", valueOf: ({ figures }) => figures.seats },
  { head: "statistics-column-seats-taken", valueOf: ({ figures }) => figures.seatsTaken },
  {
    head: "statistics-column-filling",
    valueOf: ({ figures: { filling } }) =>
      filling === undefined ? undefined : Math.round(filling * 100),
  },
  { head: "statistics-column-people", valueOf: ({ figures }) => figures.people },
  { head: "statistics-column-people-seats", valueOf: ({ figures }) => figures.peopleSeats },
  { head: "statistics-column-waiting", valueOf: ({ figures }) => figures.waiting },
  { head: "statistics-column-gave-up-earlier", valueOf: ({ figures }) => figures.gaveUp.earlier },
  {
    head: "statistics-column-gave-up-last-week",
    valueOf: ({ figures }) => figures.gaveUp.lastWeek,
  },
  { head: "statistics-column-gave-up-last-day", valueOf: ({ figures }) => figures.gaveUp.lastDay },
  { head: "statistics-column-came", valueOf: ({ figures }) => figures.came },
  { head: "statistics-column-came-counted", valueOf: ({ figures }) => figures.cameCounted },
  { head: "statistics-column-good", valueOf: ({ figures }) => figures.opinions?.good },
  { head: "statistics-column-middling", valueOf: ({ figures }) => figures.opinions?.middling },
  { head: "statistics-column-bad", valueOf: ({ figures }) => figures.opinions?.bad },
  ...origins.map((origin): Column => ({
    head: `statistics-origin-${origin}`,
    valueOf: ({ figures }) => figures.origins[origin],
  })),
  { head: "statistics-column-lead", valueOf: ({ figures }) => figures.leadDays },
  { head: "statistics-column-rooms", valueOf: ({ figures }) => figures.rooms },
  { head: "statistics-column-people-told", valueOf: ({ figures }) => figures.peopleTold },
  { head: "statistics-column-sent", valueOf: ({ figures }) => figures.sent },
  { head: "statistics-column-skipped", valueOf: ({ figures }) => countAll(figures.skipped) },
  {
    head: "statistics-column-skipped-why",
    valueOf: ({ figures }, { tell }) => sayReasons(figures.skipped, tell),
  },
  { head: "statistics-column-failed", valueOf: ({ figures }) => countAll(figures.failed) },
  {
    head: "statistics-column-failed-why",
    valueOf: ({ figures }, { tell }) => sayFailures(figures.failed, tell),
  },
  { head: "statistics-column-asked", valueOf: () => undefined },
];
