import { subjectsWithoutContent, type QuestionCluster } from "../../curation/cluster-questions.ts";
import { DAY_MS } from "../../model/durations.ts";
import { say } from "../../model/reply.ts";
import { freshStanding } from "../../model/standing.ts";
import type { Judgement } from "../../model/judgement.ts";
import { put, type Change } from "../../ports/store.ts";
import { instantOf, readWallTime } from "../../workshops/wall-time.ts";
import { weekOf } from "../../workshops/workshop-time.ts";
import { tellRoom } from "../handoff/tell-people.ts";
import { today, type Knowledge } from "../knowledge.ts";
import type { CurationParts } from "./curation-parts.ts";
import { DraftBook } from "./draft-book.ts";

/** When the week opens, on Monday, where the association lives. */
const OPENS_AT = "09:00";

/** Pages to be looked at again within so many days are named. */
const REVIEW_DAYS = 30;
const SHOWN = 10;

/** Id of what notes the week it was told for. */
const noteId = "curation:weekly-report";

/**
 * What waits for the curators, said in their room once a week, on Monday at opening or as soon as we are there;
 * nothing when nothing waits.
 */
export async function weeklyReport(
  clusters: () => Promise<readonly QuestionCluster[]>,
  parts: CurationParts,
): Promise<readonly Change[]> {
  const { store, knowledge, clock, delivery } = parts;
  const now = clock.now();
  const known = knowledge();
  const { documents, library, settings } = known;
  const room = library.directory.curatorsRoom;
  const monday = weekOf(today(known, now)).from;
  const opening = readWallTime(`${monday}T${OPENS_AT}`);
  if (!room || !opening || now < instantOf(opening, settings.timeZone)) return [];
  const note = await store.get(documents.standings, noteId);
  if (note?.listedOn === monday) return [];
  const told = put(documents.standings, noteId, {
    ...freshStanding("team", now),
    listedOn: monday,
  });
  const text = await words(await clusters(), known, parts, now);
  if (text === undefined) return [told];
  const said = { draft: say(text), name: `week.${monday}` };
  return [told, ...tellRoom(room, settings.language, "curation", said, { delivery })];
}

async function words(
  clusters: readonly QuestionCluster[],
  { library, documents, tell: tellIn, settings }: Knowledge,
  parts: CurationParts,
  now: Date,
): Promise<string | undefined> {
  const tell = tellIn(settings.language);
  const since = new Date(now.getTime() - 7 * DAY_MS).toISOString();
  const judged = (await parts.store.list(documents.judgements))
    .map(({ document }) => document)
    .filter(({ at }) => at >= since);
  const disliked = clusters.filter((cluster) => cluster.disliked > 0);
  const waiting = (await new DraftBook(parts).all()).filter(
    ({ draft: { state } }) => state === "written",
  );
  const soon = new Date(now.getTime() + REVIEW_DAYS * DAY_MS).toISOString().slice(0, 10);
  const toReview = library.resources.filter(
    ({ reviewBy, theme }) => reviewBy <= soon && theme !== "bot",
  );
  const line = ({ code, title, unknown, disliked: times }: QuestionCluster) =>
    tell("hc-list-line", { code, title, unknown, disliked: times });
  const sections = [
    section(tell("hc-week-asked"), mostJudged(judged)),
    section(tell("hc-week-unknown"), subjectsWithoutContent(clusters, SHOWN).map(line)),
    section(tell("hc-week-disliked"), disliked.slice(0, SHOWN).map(line)),
    section(
      tell("hc-week-drafts"),
      waiting.map(({ draft }) => `- ${draft.title}`),
    ),
    section(
      tell("hc-week-review"),
      toReview.slice(0, SHOWN).map(({ id, reviewBy }) => `- ${id} (${reviewBy})`),
    ),
  ].flat();
  if (clusters.length + waiting.length + toReview.length === 0) return undefined;
  return [tell("hc-week"), ...sections, tell("hc-verbs")].join("\n\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[`**${title}**`, ...lines].join("\n")];
}

/** The pages judged most often in the week, which are those most read as far as is known. */
function mostJudged(judged: readonly Judgement[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { intent } of judged) times.set(intent, (times.get(intent) ?? 0) + 1);
  return [...times]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([intent, count]) => `- ${intent} (${count})`);
}
