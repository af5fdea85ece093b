import { say, type ReplyDraft } from "../model/reply.ts";
import type { StatisticsWish } from "../model/statistics-wish.ts";
import { countDemand, type Unmet } from "./count-demand.ts";
import { gatherCounted, type Kept } from "./gather-counted.ts";
import { percentOf, sayFigures } from "./say-figures.ts";
import {
  sayTerritory,
  sayWorkshop,
  statisticsGroups,
  type Group,
  type GroupKind,
  type StatisticsSaying,
} from "./statistics-groups.ts";
import { statisticsTable } from "./statistics-table.ts";

/** What statistics are made from. */
export interface StatisticsSources extends Kept, Unmet {}

/** A longer list is left to the file. */
const MOST_LINES = 12;

/**
 * The statistics asked for, in words and as a file for a spreadsheet. Source: WORKSHOPS.md 14.
 * @param keptDays how long what became of messages is kept
 */
export function tellStatistics(
  sources: StatisticsSources,
  wish: StatisticsWish,
  { saying, keptDays }: { readonly saying: StatisticsSaying; readonly keptDays: number },
): ReplyDraft {
  const { tell } = saying;
  const about = sayWish(wish, sources, saying);
  const counted = gatherCounted(sources, wish);
  const isAll = Object.values(wish).every((one) => one === undefined);
  const demand = isAll ? countDemand(sources, saying, saying.now) : [];
  const asked = demand.map((one) =>
    tell("statistics-demand-theme", { theme: one.theme.name[saying.language], count: one.asked }),
  );
  const sayDemand =
    asked.length === 0 ? "" : tell("statistics-demand", { themes: asked.join(", ") });
  if (counted.length === 0) {
    return say(join(tell("statistics-none", { about }), sayDemand));
  }
  const groups = statisticsGroups(counted, saying);
  const [all] = groups;
  const lines = all ? sayFigures(all.figures, tell).map((line) => `- ${line}`) : [];
  const text = join(
    [tell("statistics-title", { about }), ...lines].join("\n"),
    ...parts(wish).map((kind) => sayGroups(kind, groups, saying)),
    sayDemand,
    tell("statistics-kept", { days: keptDays }),
  );
  return { ...say(text), attachments: [statisticsTable(groups, demand, saying)] };
}

/** What the lists below the sum are of: not of what was asked for itself. */
function parts(wish: StatisticsWish): readonly GroupKind[] {
  if (wish.workshop !== undefined) return [];
  const kinds = (["month", "theme", "territory"] as const).filter(
    (kind) => wish[kind] === undefined,
  );
  return kinds.length === 3 ? kinds : [...kinds, "workshop"];
}

function sayGroups(kind: GroupKind, groups: readonly Group[], { tell }: StatisticsSaying): string {
  const all = groups.filter((group) => group.kind === kind);
  if (kind === "all" || (kind !== "workshop" && all.length < 2)) return "";
  const lines = all.slice(0, MOST_LINES).map(({ name, figures }) => {
    const { workshops, people, filling, came } = figures;
    return tell("statistics-line", {
      name,
      workshops,
      people,
      filling:
        filling === undefined
          ? ""
          : tell("statistics-line-filling", { percent: percentOf(filling) }),
      came: came === undefined ? "" : tell("statistics-line-came", { came }),
    });
  });
  const more = all.length > MOST_LINES ? [tell("statistics-more")] : [];
  return [tell(`statistics-by-${kind}`), ...lines, ...more].join("\n");
}

/** What is asked about, in words. */
function sayWish(wish: StatisticsWish, { workshops }: Kept, saying: StatisticsSaying): string {
  const { tell, themes, sayMonth, language } = saying;
  const workshop = workshops.find(({ id }) => id === wish.workshop);
  const said = [
    workshop ? sayWorkshop(workshop, saying) : "",
    themes.find(({ id }) => id === wish.theme)?.name[language] ?? "",
    wish.territory === undefined ? "" : sayTerritory(wish.territory, saying),
    wish.month === undefined ? "" : sayMonth(`${wish.month}-01`),
  ].filter((part) => part !== "");
  return said.length === 0 ? tell("statistics-everything") : said.join(", ");
}

function join(...paragraphs: readonly string[]): string {
  return paragraphs.filter((one) => one !== "").join("\n\n");
}
