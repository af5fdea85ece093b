import { formatDay } from "../../../../answers/format-day.ts";
import { say } from "../../../../model/reply.ts";
import type { Tell } from "../../../../model/phrases.ts";
import { localDay } from "../../../../workshops/workshop-time.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { countedRequests, openings } from "./counted-requests.ts";
import { figuresPeriod } from "./figures-period.ts";
import { handoffFigures, type HandoffFigures, type ShownCount } from "./handoff-figures.ts";

/** Tells a coordinator how requests went, by the rules under which nothing is about anybody. */
export async function tellHandoffFigures({ who, parts, book }: Acting): Promise<AboutHandoff> {
  const { store, knowledge } = parts;
  const { documents, library, settings, tell: tellIn } = knowledge();
  const tell = tellIn(who.language);
  const requests = await book.all();
  const period = figuresPeriod(openings(requests), who.now, settings.timeZone);
  if (!period) return { ...nothingAbout, drafts: [say(tell("ht-figures-none"))] };
  const events = (await store.list(documents.requestEvents)).map(({ document }) => document);
  const { directory, themes } = library;
  const figures = handoffFigures(countedRequests({ requests, events, directory }, period));
  const day = formatDay(localDay(period.until, settings.timeZone), who.language);
  const teamName = (id: string) => directory.teams.find((team) => team.id === id)?.name ?? id;
  const themeName = (id: string) =>
    themes.find((theme) => theme.id === id)?.name[who.language] ?? id;
  const text = [
    tell("ht-figures-heading", { day, count: figures.requests ?? "" }),
    lines(figures, tell).join("\n"),
    ...listed("ht-figures-teams", figures.teams, teamName, tell),
    ...listed("ht-figures-subjects", figures.subjects, themeName, tell),
    tell("ht-figures-rules"),
  ].join("\n\n");
  return { ...nothingAbout, drafts: [say(text)] };
}

function lines(figures: HandoffFigures, tell: Tell): readonly string[] {
  const shares = (
    [
      ["ht-figures-taken", figures.takenInADay],
      ["ht-figures-referred", figures.referred],
      ["ht-figures-reopened", figures.reopened],
    ] as const
  ).flatMap(([phrase, share]) => (share === undefined ? [] : [tell(phrase, { share })]));
  const isAllShown = shares.length === 3;
  return [
    firstWord(figures, tell),
    ...shares,
    ...(isAllShown ? [] : [tell("ht-figures-share-few")]),
  ];
}

function firstWord({ firstWordWorking, firstWordReal }: HandoffFigures, tell: Tell): string {
  const { median, ninetieth } = firstWordWorking;
  if (median === undefined) return tell("ht-figures-first-word-few");
  const values = { median, medianReal: firstWordReal.median ?? "" };
  if (ninetieth === undefined) return tell("ht-figures-first-word-median", values);
  return tell("ht-figures-first-word", {
    ...values,
    ninetieth,
    ninetiethReal: firstWordReal.ninetieth ?? "",
  });
}

function listed(
  heading: "ht-figures-teams" | "ht-figures-subjects",
  counts: readonly ShownCount[],
  nameOf: (id: string) => string,
  tell: Tell,
): readonly string[] {
  if (counts.length === 0) return [];
  const items = counts.map(({ id, count }) =>
    tell("ht-figures-count", { name: nameOf(id), count }),
  );
  return [[tell(heading), ...items].join("\n")];
}
