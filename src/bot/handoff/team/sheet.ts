import { levelOf } from "../../../diagnostic/score.ts";
import { numberedSteps, resultOf } from "../../../diagnostic/result-of.ts";
import type { Resource } from "../../../model/library.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { hideInsults } from "../../../understanding/handoff/hide-insults.ts";
import { nextOnTheme } from "../../../workshops/tell-workshops.ts";
import { workshopSaying, type Knowledge } from "../../knowledge.ts";
import { namesOf } from "../later/say-request.ts";
import { describeRequest, quoted } from "./describe-request.ts";
import type { RequestDesk } from "./desk.ts";

/** Related pages shown at most. */
const MOST_PAGES = 3;

/**
 * All that who takes a request may know: what was agreed to, what was answered before and why it did not help,
 * pages and a workshop to draw from, and, only as far as its asker agreed, their earlier requests and what their
 * diagnostic comes to, never its answers. Source: HANDOFF.md, 8.
 */
export async function sheetOf(request: Request, desk: RequestDesk): Promise<ReplyDraft> {
  const { tell, team, parts, now, book } = desk;
  const knowledge = parts.knowledge();
  const said = (await book.messages(request.id)).filter(
    ({ direction }) => direction === "in" || direction === "out",
  );
  const words = said.map(({ author, text }) =>
    author === "asker" ? quoted(hideInsults(text)) : tell("hd-sheet-said-before", { text }),
  );
  const pages = relatedPages(request, knowledge);
  const sections = [
    tell("hd-sheet-heading", { line: describeRequest(request, { knowledge, team, now }) }),
    ...words,
    await beforeLine(request, desk),
    workshopLine(request, desk) ?? "",
    await earlierLine(request, desk),
    await diagnosticLines(request, desk),
    pages.length > 0 ? tell("hd-sheet-pages") : "",
    tell("hd-sheet-how"),
  ];
  const text = sections.filter((part) => part !== "").join("\n\n");
  return say(text, [
    { label: tell("hd-answer"), value: "answer" },
    ...pages.map((page, at) => pageChoice(page, at, desk)),
    { label: tell("hd-release"), value: "release" },
    { label: tell("hd-resolve"), value: "resolve" },
  ]);
}

/** Pages that may help: that of the answer before, its nexts, then those of the theme. */
export function relatedPages(
  { intent, theme }: Pick<Request, "intent" | "theme">,
  { library, resource }: Knowledge,
): readonly Resource[] {
  const first = intent === undefined ? undefined : resource(intent);
  const next = (first?.next ?? []).flatMap((id) => resource(id) ?? []);
  const ofTheme = library.resources.filter((page) => page.theme === theme);
  const all = [...(first ? [first] : []), ...next, ...ofTheme];
  return [...new Map(all.map((page) => [page.id, page])).values()].slice(0, MOST_PAGES);
}

/** The next workshop on its theme, in a sentence. */
export function workshopLine(
  { theme }: Request,
  { tell, team, parts, now }: RequestDesk,
): string | undefined {
  if (theme === undefined) return undefined;
  const next = nextOnTheme(theme, workshopSaying(parts.knowledge(), team.language, now));
  return next === undefined ? undefined : tell("hd-sheet-workshop", { workshop: next });
}

function pageChoice({ title }: Resource, at: number, { tell, team }: RequestDesk): Choice {
  const label = tell("hd-page-number", { count: at + 1, title: title[team.language] });
  return { label: label.slice(0, 80), value: `page ${at + 1}` };
}

/** What the assistant answered, and why that did not help. */
async function beforeLine(request: Request, { tell, team, parts }: RequestDesk): Promise<string> {
  const { intent, because, asker } = request;
  const { store, knowledge } = parts;
  const { documents, resource } = knowledge();
  const title = intent === undefined ? undefined : resource(intent)?.title[team.language];
  if (because !== "disliked" || title === undefined) {
    return tell(`hd-sheet-${because === "disliked" ? "unknown" : because}`);
  }
  const kept = asker ? await store.list(documents.keptQuestions, [asker.person]) : [];
  const why = kept.findLast(
    ({ document }) => document.owner === asker?.person && document.intent === intent,
  )?.document.why;
  const known = whys.find((one) => one === why);
  return tell(known ? "hd-sheet-disliked-why" : "hd-sheet-disliked", {
    title,
    why: known ? tell(known) : "",
  });
}

const whys = ["why-other-question", "why-too-hard", "why-incomplete", "why-wrong"] as const;

async function earlierLine(
  request: Request,
  { tell, team, parts, book }: RequestDesk,
): Promise<string> {
  const { asker, consent, id } = request;
  if (!asker || consent?.scope.earlier !== true) return "";
  const knowledge = parts.knowledge();
  const theirs = (await book.of(asker.person)).filter((one) => one.id !== id && one.number > 0);
  const list = theirs.map(
    (one) => `${numberOf(one)} (${namesOf(one, team.language, knowledge).theme})`,
  );
  return list.length === 0 ? "" : tell("hd-sheet-earlier", { list: list.join(", ") });
}

/** Levels and steps of the latest diagnostic, if it was shared. */
async function diagnosticLines(
  request: Request,
  { tell, team, parts }: RequestDesk,
): Promise<string> {
  const { asker, consent } = request;
  if (!asker || consent?.scope.diagnostic !== true) return tell("hd-sheet-no-diagnostic");
  const { store, knowledge } = parts;
  const { documents, library } = knowledge();
  const { questionnaire } = library;
  const runs = await store.list(documents.diagnosticRuns, [asker.person]);
  const run = runs
    .map(({ document }) => document)
    .filter(({ owner, completedAt }) => owner === asker.person && completedAt !== undefined)
    .toSorted((one, other) => one.updatedAt.localeCompare(other.updatedAt))
    .at(-1);
  if (!run) return tell("hd-sheet-no-diagnostic");
  const { scores, advice } = resultOf(questionnaire, run);
  const levels = scores.dimensions.flatMap(({ id, score }) => {
    const dimension = questionnaire.dimensions.find((one) => one.id === id);
    if (score === undefined || !dimension) return [];
    const level = levelOf(questionnaire, score).name[team.language];
    return [tell("dr-dimension", { name: dimension.name[team.language], level })];
  });
  const steps = numberedSteps(advice).map(
    ({ recommendation }) => `- ${recommendation.title[team.language]}`,
  );
  return [tell("hd-sheet-levels"), ...levels, tell("hd-sheet-steps"), ...steps].join("\n");
}
