import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { begin } from "../asking/begin.ts";
import { leaving } from "../asking/go-on.ts";
import { resume } from "../asking/resume.ts";
import { quoteTyped } from "../result/quote-typed.ts";
import { runAtHand } from "../run-at-hand.ts";
import type { Manner, TalkOf } from "../talk-of.ts";
import type { AskedGroup } from "./together-view.ts";
import { withQuestion } from "../asking/with-question.ts";

type Found = Extract<AskedGroup, { kind: "found" }>;

/** Who opened the group, how many answered, what others can guess: join it? */
export function joinPrompt(_talk: TalkOf<"join">, context: TurnContext): ReplyDraft {
  const asked = context.diagnostic?.together?.asked;
  if (asked?.kind !== "found") return say(context.tell("dg-gone"));
  return say(joinWords(asked, context), joinChoices(context));
}

/** Tells about the group of a code, and asks; where it cannot be joined, says so. */
export function joinStep(code: string | undefined, context: TurnContext): Step {
  const { tell, diagnostic } = context;
  const asked = diagnostic?.together?.asked;
  if (code === undefined) return withQuestion(tell("dg-no-code"), context);
  if (asked?.kind === "too-many") return withQuestion(tell("dg-too-many"), context);
  if (asked?.kind !== "found") return withQuestion(tell("dg-unknown"), context);
  const { seen } = asked;
  if (seen.run) return withQuestion(tell(seen.isOpener ? "dg-yours" : "dg-already-in"), context);
  if (seen.group.drawn ?? seen.group.closedAt)
    return withQuestion(tell("dg-drawn-already"), context);
  const talk = { kind: "join", code } as const;
  return {
    mode: { kind: "diagnostic", talk },
    replies: [joinPrompt(talk, context)],
    conversation: { unclearInARow: 0 },
  };
}

/** Reads whether to join: yes begins a run of their own in the group. */
export function replyToJoin(
  text: string,
  { code }: TalkOf<"join">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  if (manner === "pressed-before") return undefined;
  const chosen = readChoice(text, joinChoices(context))?.value ?? readAssent(text);
  const asked = context.diagnostic?.together?.asked;
  if (chosen === "no") {
    const isUnderWay = runAtHand(context)?.run.state === "asking";
    return isUnderWay ? resume(context) : leaving([say(context.tell("dg-not-joined"))]);
  }
  if (chosen !== "yes") return undefined;
  // Closed or erased since it was told of.
  if (asked?.kind !== "found") return leaving([say(context.tell("dg-gone"))]);
  const { path } = asked.seen.group;
  return begin({ path, isUnkept: false, group: code, questionnaire: asked.questionnaire }, context);
}

function joinWords({ seen: { group, answered } }: Found, context: TurnContext): string {
  const { tell, diagnostic } = context;
  const { nickname } = group;
  const who =
    nickname === undefined
      ? tell("dg-somebody")
      : tell("dg-known-as", { nickname: quoteTyped(nickname) });
  const count =
    answered < 2
      ? tell(answered === 0 ? "dg-answered-none" : "dg-answered-one")
      : tell("dg-answered", { answered });
  const at = runAtHand(context);
  const isUnderWay = at?.run.state === "asking" || at?.run.state === "paused";
  const left = isUnderWay ? [tell(diagnostic?.isUnkept ? "dg-join-unkept" : "dg-join-leaves")] : [];
  return [
    `${tell("dg-join", { who })} ${count}`,
    tell("dg-join-how"),
    ...left,
    tell("dg-join-sure"),
  ].join("\n\n");
}

function joinChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dg-join-yes"), value: "yes" },
    { label: tell("dg-join-no"), value: "no" },
  ];
}
