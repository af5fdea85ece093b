import type { HandoffEffect } from "../../../model/handoff-effect.ts";
import { languages } from "../../../model/language.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import type { AskedAsker, Request } from "../../../model/request.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import { readAskedWords } from "../../../understanding/handoff/read-asked-words.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import type { Manner } from "../../diagnostic/talk-of.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";

/** One way to answer what an asker was asked: its label, and what it does. */
interface Answering {
  readonly asks: AskedAsker["kind"];
  readonly label: PhraseKey;
  readonly act: (request: string) => HandoffEffect;
}

const answers: readonly Answering[] = [
  settled("ht-settled-yes", true),
  settled("ht-settled-no", false),
  transfer("hd-asker-transfer-yes", true),
  transfer("hd-asker-transfer-no", false),
  waiting("ht-wait", "wait"),
  waiting("ht-places", "places"),
  waiting("ht-stop", "stop"),
  rate("ht-good", 3),
  rate("ht-so-so", 2),
  rate("ht-bad", 1),
  reuse("hc-reuse-yes", true),
  reuse("hc-reuse-no", false),
];

/**
 * Reads an answer to what an asker was asked of a request, by the label of a button at any time or, where nothing
 * else waits for words, in their own. Of several alike, the one asked last.
 */
export function askedStep(
  text: string,
  view: HandoffView,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const asking = view.requests
    .filter(({ asks }) => asks !== undefined)
    .toSorted((one, other) => (other.asks?.at ?? "").localeCompare(one.asks?.at ?? ""));
  for (const request of asking) {
    const act =
      byLabel(text, request, context) ??
      (manner === "typed" ? byWords(text, request, context) : undefined);
    if (act) return taking(act, request);
  }
  return undefined;
}

function byLabel(
  text: string,
  request: Request,
  { knowledge }: TurnContext,
): HandoffEffect | undefined {
  const said = foldText(text);
  const found = answers.find(
    ({ asks, label }) =>
      asks === request.asks?.kind &&
      languages.some((language) => foldText(knowledge.tell(language)(label)) === said),
  );
  return found?.act(request.id);
}

function byWords(
  text: string,
  { asks, id }: Request,
  { conversation }: TurnContext,
): HandoffEffect | undefined {
  // Another question waits for the next words.
  if (conversation.mode.kind !== "idle") return undefined;
  const assent = readAssent(text);
  switch (asks?.kind) {
    case "settled":
      return assent && { kind: "answer-settled", request: id, isSettled: assent === "yes" };
    case "transfer":
      return assent && { kind: "answer-transfer", request: id, agrees: assent === "yes" };
    case "reuse":
      return assent && { kind: "answer-reuse", request: id, agrees: assent === "yes" };
    case "still-waiting": {
      const wish = readAskedWords(text);
      return wish && { kind: "answer-still-waiting", request: id, wish };
    }
    case "satisfaction":
      return assent && { kind: "rate", request: id, score: assent === "yes" ? 3 : 1 };
    case "what-was-missing":
    case undefined:
      return undefined;
  }
}

function taking(act: HandoffEffect, { id }: Request): Step {
  const isNotGood = act.kind === "rate" && act.score < 3;
  return {
    ...(isNotGood && { mode: { kind: "handoff", talk: { kind: "missing", request: id } } }),
    replies: [],
    effects: [{ kind: "handoff", act }],
  };
}

function settled(label: PhraseKey, isSettled: boolean): Answering {
  return {
    asks: "settled",
    label,
    act: (request) => ({ kind: "answer-settled", request, isSettled }),
  };
}

function transfer(label: PhraseKey, agrees: boolean): Answering {
  return {
    asks: "transfer",
    label,
    act: (request) => ({ kind: "answer-transfer", request, agrees }),
  };
}

function waiting(label: PhraseKey, wish: "wait" | "places" | "stop"): Answering {
  return {
    asks: "still-waiting",
    label,
    act: (request) => ({ kind: "answer-still-waiting", request, wish }),
  };
}

function rate(label: PhraseKey, score: 1 | 2 | 3): Answering {
  return { asks: "satisfaction", label, act: (request) => ({ kind: "rate", request, score }) };
}

function reuse(label: PhraseKey, agrees: boolean): Answering {
  return { asks: "reuse", label, act: (request) => ({ kind: "answer-reuse", request, agrees }) };
}
