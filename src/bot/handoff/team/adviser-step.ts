import { personKey } from "../../../model/address.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { readAdviserWords } from "../../../understanding/handoff/read-adviser-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../acting.ts";
import { ownAffair } from "./own-affairs.ts";

/**
 * Reads what an adviser says to the assistant alone about themselves: their requests, absences, figures.
 * Undefined for anybody else, and for anything else.
 */
export function adviserStep(text: string, context: TurnContext): Step | undefined {
  const { handoff, speaker } = context;
  if (!handoff?.adviser || speaker?.isDirect === false) return undefined;
  const words = readAdviserWords(text);
  if (!words || !ofThemselves.has(words.act)) return undefined;
  // Who asks too reads their own requests by the same words.
  if (words.act === "my-load" && handoff.requests.length > 0) return undefined;
  // "Back" is a word of the assistant's for everybody who was not away.
  const standing = handoff.standings.get(`adviser:${handoff.adviser.id}`);
  if (words.act === "back" && (standing?.absences ?? []).length === 0) return undefined;
  return { replies: [], effects: [{ kind: "handoff", act: { kind: "adviser-says", text } }] };
}

const ofThemselves: ReadonlySet<AdviserWords["act"]> = new Set([
  "my-load",
  "figures",
  "absent",
  "charter",
  "back",
  "show-name",
]);

/** What such words do, told in the same turn. */
export async function adviserSays(
  text: string,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const { library, tell } = parts.knowledge();
  const { advisers, teams } = library.directory;
  const adviser = advisers.find(({ accounts }) =>
    accounts.some(({ platform, person }) => personKey(platform, person) === who.person),
  );
  const words = readAdviserWords(text);
  if (!adviser || !words) return nothingAbout;
  const { language, now } = who;
  const team = teams.find((one) => one.advisers.includes(adviser.id));
  const timeZone = (adviser.hours ?? team?.hours)?.timeZone ?? parts.knowledge().settings.timeZone;
  const done = await ownAffair(words, {
    adviser,
    language,
    tell: tell(language),
    timeZone,
    parts,
    book,
    now,
  });
  return done ? { changes: done.changes, drafts: [done.draft] } : nothingAbout;
}
