import type { AnswerReading } from "./answer-reading.ts";
import { answerWords } from "./answer-words.ts";
import { saysUnknown } from "./read-unknown.ts";

/**
 * Reads a sentence: any is an answer, whose intents are for the caller to find; "rien" and "non" leave
 * the question out.
 */
export function readText(text: string): AnswerReading {
  const words = answerWords(text);
  if (words.length === 0) return { kind: "unclear" };
  const said = words.filter((word) => !around.has(word)).join(" ");
  if (nothings.has(said)) return { kind: "answer", answer: { kind: "skipped" }, isPlain: false };
  if (saysUnknown(words)) return { kind: "answer", answer: { kind: "unknown" }, isPlain: false };
  if (said === "" || yeses.has(said)) return { kind: "unclear" };
  return { kind: "answer", answer: { kind: "about", intents: [] }, isPlain: false };
}

const around = new Set(
  `merci svp stp bonjour bonsoir je ne n vois a dire ajouter signaler de special particulier tout le du en thanks please
  to add say really i special particular pour moi la non_plus`.split(/\s+/u),
);

const nothings = new Set(
  "rien,non,nothing,no,none,aucun,aucune,aucune idee,rien non,non rien,no nothing,nope,nan,neant,rien me".split(
    ",",
  ),
);

const yeses = new Set("oui,yes,ok,okay,👍".split(","));
