import { holderOf, numberOf } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { relayOut } from "../relay/relay-out.ts";
import { answer, changeStanding, nameOf, standingOf, type RequestDesk } from "./desk.ts";
import { waitFor, waitNoMore } from "./desk-talks.ts";
import { withoutPrefix } from "./addressed-words.ts";
import { filesShown, showFirst } from "./show-first.ts";

/**
 * Gives words to who asked, by who holds the request alone. The first time an adviser does, and where it is not
 * plain that it is for them, they see what will go and agree to it. Source: HANDOFF.md, 7.2.
 */
export async function answerAsker(
  desk: RequestDesk,
  { text, isShownFirst }: { readonly text: string; readonly isShownFirst: boolean },
): Promise<readonly Change[]> {
  const { message, adviser, talk } = desk;
  const refused = refusal(desk);
  if (refused) return refused;
  const before = talk?.waits.kind === "answer" ? (talk.waits.files ?? []) : [];
  const hasFiles = (message.files ?? []).length > 0 || before.length > 0;
  if (text.trim() === "" && !hasFiles) {
    return [...answer(desk, say(desk.tell("hd-nothing-to-send"))), ...waitNoMore(desk)];
  }
  const { hasRelayed } = await standingOf("adviser", adviser.id, desk);
  if (isShownFirst || !hasRelayed) {
    const { files: fresh, told } = await filesShown(desk);
    const files = [...before, ...fresh];
    if (text.trim() === "" && files.length === 0) return [...told, ...waitNoMore(desk)];
    return [...told, ...showFirst(desk, { text, files })];
  }
  const { changes } = await relayOut(desk.request, { message, text, adviser: adviser.id }, desk);
  return [...changes, ...waitNoMore(desk)];
}

/** « Répondre »: their next message here is for who asked. */
export function beginAnswer(desk: RequestDesk): readonly Change[] {
  const { tell, request, parts } = desk;
  const refused = refusal(desk);
  if (refused) return refused;
  const person =
    request.knownAs ??
    parts.knowledge().tell(desk.team.language)("hr-person", { number: numberOf(request) });
  return [
    waitFor({ kind: "answer", isShownFirst: false }, desk),
    ...answer(desk, say(tell("hd-answer-next", { person }))),
  ];
}

/** « Envoyer »: what was shown goes, as it was shown. */
export async function sendShown(desk: RequestDesk): Promise<readonly Change[]> {
  const { message, adviser, talk, tell } = desk;
  const refused = refusal(desk);
  if (refused) return refused;
  if (talk?.waits.kind !== "preview") return answer(desk, say(tell("hd-nothing-to-send")));
  const { text, sourceId, repliesTo, files = [], isProposed = false } = talk.waits;
  const typed = {
    ...message,
    id: sourceId,
    text,
    pressed: isProposed ? text : undefined,
    repliesTo: repliesTo === undefined ? undefined : { id: repliesTo },
  };
  const { changes } = await relayOut(
    desk.request,
    { message: typed, text, adviser: adviser.id, files },
    desk,
  );
  const standing = await changeStanding("adviser", adviser.id, { hasRelayed: true }, desk);
  return [...changes, standing, ...waitNoMore(desk)];
}

/** « Corriger »: their next message takes the place of what was shown, and is shown too; its files stay. */
export function correctShown(desk: RequestDesk): readonly Change[] {
  const { tell, talk } = desk;
  if (talk?.waits.kind !== "preview") return answer(desk, say(tell("hd-nothing-to-send")));
  const { files } = talk.waits;
  return [
    waitFor({ kind: "answer", isShownFirst: true, files }, desk),
    ...answer(desk, say(tell("hd-correct-next"))),
  ];
}

/**
 * A message that was corrected and did not cross: words still to be agreed to are shown again as they are now;
 * anything else was done with. @param edits id of the message that is corrected
 */
export function correctedDraft(desk: RequestDesk, edits: string): readonly Change[] {
  const { message, talk } = desk;
  if (talk?.waits.kind !== "preview") return [];
  const { sourceId, isProposed, files, repliesTo } = talk.waits;
  if (sourceId !== edits || isProposed === true) return [];
  const text = withoutPrefix(message.text) ?? message.text;
  const answered = repliesTo === undefined ? undefined : { id: repliesTo };
  return showFirst(
    { ...desk, message: { ...message, id: edits, repliesTo: answered } },
    { text, files },
  );
}

/** Why nothing they say goes to who asked, told to them; undefined when it does. */
function refusal(desk: RequestDesk): readonly Change[] | undefined {
  const { request, adviser, tell } = desk;
  const number = numberOf(request);
  const { kind } = request.state;
  if (kind === "transferring") return answer(desk, say(tell("hd-not-while-passing", { number })));
  const holder = holderOf(request);
  const isOver = kind === "resolved" || kind === "closed";
  if (isOver) {
    return answer(
      desk,
      say(tell("hd-over-reopen", { number }), [{ label: tell("hd-reopen"), value: "reopen" }]),
    );
  }
  if (holder === undefined) {
    return answer(
      desk,
      say(tell("hd-take-first", { number }), [{ label: tell("hd-take"), value: "take" }]),
    );
  }
  if (holder !== adviser.id) {
    return answer(desk, say(tell("hd-taken-already", { who: nameOf(holder, desk), number })));
  }
  return undefined;
}
