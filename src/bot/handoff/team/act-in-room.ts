import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { answer, changeStanding, type Desk, type RequestDesk } from "./desk.ts";
import { waitingIn } from "./find-place.ts";
import { ownAffair } from "./own-affairs.ts";

/** Acts about a request: in the room itself they need its number. */
const aboutOne: ReadonlySet<AdviserWords["act"]> = new Set([
  "take",
  "release",
  "transfer",
  "wait",
  "resolve",
  "reopen",
  "priority",
  "report",
]);

/**
 * Does what an adviser says of themselves or of their team, in its room or in a thread.
 * @returns undefined for words that say nothing there
 */
export async function actInRoom(
  words: AdviserWords,
  desk: Desk | RequestDesk,
): Promise<readonly Change[] | undefined> {
  const { adviser, team, tell, message } = desk;
  if (words.act === "overload") {
    const change = await changeStanding("team", team.id, { isOverloaded: words.isOn }, desk);
    const phrase = words.isOn ? "hd-overloaded" : "hd-not-overloaded";
    return [change, ...answer(desk, say(tell(phrase, { team: team.name })))];
  }
  // "Help" may be asked of the assistant as anybody asks it.
  if (words.act === "commands" && !message.isForUs) return undefined;
  // Figures of one's own are for oneself: in a room they are not told.
  if (words.act === "figures") return answer(desk, say(tell("hd-figures-in-private")));
  const own = await ownAffair(words, {
    ...desk,
    adviser,
    language: team.language,
    timeZone: (adviser.hours ?? team.hours).timeZone,
  });
  if (own) return [...own.changes, ...answer(desk, own.draft)];
  if (!aboutOne.has(words.act)) return undefined;
  const isNamed = "number" in words;
  if (isNamed) return answer(desk, say(tell("hd-unknown-number", { number: `A-${words.number}` })));
  // Of several that wait, a bare "I take it" says too little.
  const isAboutWaiting = words.act === "take" && waitingIn(team, await desk.book.all()).length > 0;
  return message.isForUs || message.pressed !== undefined || isAboutWaiting
    ? answer(desk, say(tell("hd-which")))
    : undefined;
}
