import type { IntentId } from "../model/library.ts";
import type { Workshop } from "../model/workshop.ts";
import { foldText } from "../understanding/fold-text.ts";
import {
  tellDetails,
  tellProgramme,
  themeUnmet,
  workshopsTold,
} from "../workshops/tell-workshops.ts";
import { groupSessions } from "../workshops/group-sessions.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { workshopSaying } from "./knowledge.ts";
import type { TurnContext } from "./turn-context.ts";

/** What only the programme knows of a question. */
export interface AskedFor {
  readonly text: string;
  /** The workshops it tells of. */
  readonly told: readonly Workshop[];
  /** Whether it answers the question by itself: no page has to be read after it. */
  readonly isWhole: boolean;
  /** The theme asked for, when no workshop on it is to come. */
  readonly unmet: string | undefined;
}

/** What the programme says to a question; undefined for one that is not about workshops. */
export function workshopsAskedFor(
  intent: IntentId,
  question: string,
  { conversation, knowledge, now }: TurnContext,
): AskedFor | undefined {
  if (intent !== "workshop.upcoming" && intent !== "workshop.practical") return undefined;
  const saying = workshopSaying(knowledge, conversation.language, now);
  const telling = { ...saying, question: foldText(question) };
  const isProgramme = intent === "workshop.upcoming";
  const text = isProgramme ? tellProgramme(telling) : tellDetails(telling);
  const told = workshopsTold(telling);
  const isWhole = isProgramme ? told.some((one) => takesPlace(one)) : isOne(told);
  return { text, told, isWhole, unmet: themeUnmet(telling) };
}

/** Sessions at choice are one. */
function isOne(workshops: readonly Workshop[]): boolean {
  return groupSessions(workshops).length === 1;
}

/** As much of a title as stands on a choice that had to be cut. */
const MOST_TITLE = 40;

/** The workshop that the label of a choice names by its number and its title, whatever is talked of. */
export function workshopNamedBy(
  label: string,
  { knowledge, now }: TurnContext,
): Workshop | undefined {
  const numbers = new Set((label.match(/\d+/gu) ?? []).map(Number));
  return knowledge.programme(now).findLast(({ publication, number, title: { fr, en } }) => {
    if (publication !== "published" || !numbers.has(number)) return false;
    return [fr, en].some(
      (title) => title !== undefined && label.includes(title.slice(0, MOST_TITLE)),
    );
  });
}
