import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { beginAnswer, correctShown, sendShown } from "./answer-asker.ts";
import { askRest, release, reopen, report, resolve, setPriority } from "./change-request.ts";
import { claim } from "./claim.ts";
import { answer, type RequestDesk } from "./desk.ts";
import { waitNoMore } from "./desk-talks.ts";
import { keepNote } from "./keep-note.ts";
import { proposeModel, proposePage, proposeWorkshop } from "./propose.ts";
import { decline, transfer } from "./transfer.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * Does what an adviser says about a request, which is held. Whatever waited for their next message waits no
 * more, unless this waits for something itself.
 * @returns undefined for words that are not about a request
 */
export async function actOnRequest(
  words: AdviserWords,
  desk: RequestDesk,
): Promise<readonly Change[] | undefined> {
  const done = await act(words, desk);
  return done && [...waitNoMore(desk), ...done];
}

async function act(words: AdviserWords, desk: RequestDesk): Promise<readonly Change[] | undefined> {
  switch (words.act) {
    case "take":
      return claim(desk);
    case "release":
      return release(desk, words.note);
    case "transfer":
      return transfer(desk, words.to, words.note);
    case "decline":
      return decline(desk);
    case "wait":
      return waitUntil(desk, words.until);
    case "resolve":
      return resolve(desk);
    case "reopen":
      return reopen(desk);
    case "note":
      return words.note === undefined
        ? askRest(desk, "note :", desk.tell("hd-note-what"))
        : keepNote(desk, words.note);
    case "priority":
      return setPriority(desk, words.isHigh);
    case "report":
      return report(desk, words.note);
    case "answer":
      return beginAnswer(desk);
    case "send":
      return sendShown(desk);
    case "correct":
      return correctShown(desk);
    case "page":
      return proposePage(desk, words.name);
    case "model":
      return proposeModel(desk, words.name);
    case "workshop":
      return proposeWorkshop(desk);
    case "commands":
      return answer(desk, say(desk.tell("hd-commands")));
    case "absent":
    case "back":
    case "charter":
    case "figures":
    case "my-load":
    case "overload":
    case "reports":
    case "see-reports":
    case "show-name":
    case "suspend":
    case "unblock":
      return undefined;
  }
}
