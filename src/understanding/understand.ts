import type { Library } from "../model/library.ts";
import type {
  Understand,
  UnderstandingContext,
  UnderstoodQuestion,
} from "../model/understanding.ts";
import { createFindExact } from "./exact-wordings.ts";
import { guessLanguage } from "./guess-language.ts";
import { refusesSomething } from "./refuses-something.ts";
import { createReadQuestion, type ReadQuestion } from "./read-question.ts";
import { isQuestion, splitQuestions, splitSentences } from "./split-questions.ts";
import { stripCourtesy } from "./strip-courtesy.ts";
import type { TrainedModel } from "./trained-model.ts";

/** Prepares to read messages with a model and the library it was learnt from. */
export function createUnderstand(model: TrainedModel, library: Library): Understand {
  const read = createReadQuestion(model, library);
  const findExact = createFindExact(model.exact);
  return (message, context) => {
    const text = bounded(message);
    const language = guessLanguage(text, context.language, model.languageEvidence);
    const spoken = { ...context, language };
    const readQuestion = readingOnce(read);
    const whole = readQuestion(text, spoken);
    const need = stripCourtesy(text);
    if (findExact(text) !== undefined || need === "") return { language, questions: [whole] };
    const parts = readParts(need, spoken, readQuestion);
    if (areDistinct(parts, need)) return { language, questions: parts.map(heedRefusal) };
    const story = readStory(need, spoken, readQuestion);
    const isCourtesy = need !== text && story.decision !== "sure" && isVerySure(whole);
    const question = { ...(isCourtesy ? whole : story), question: text };
    return { language, questions: [heedRefusal(question)] };
  };
}

/** A message's parts are often the message itself: each is read once. */
function readingOnce(read: ReadQuestion): ReadQuestion {
  const known = new Map<string, UnderstoodQuestion>();
  return (question, context) => {
    const key = JSON.stringify([question, context.previousIntent]);
    const understood = known.get(key) ?? read(question, context);
    known.set(key, understood);
    return understood;
  };
}

/** A longer message is read by its beginning and its end, where needs are said; UTF-16 units. */
const mostCharacters = 4000;

function bounded(message: string): string {
  if (message.length <= mostCharacters) return message;
  return `${message.slice(0, mostCharacters / 2)} ${message.slice(-mostCharacters / 2)}`;
}

/** What is refused is never answered straight away: the person is asked what is wanted. */
function heedRefusal(read: UnderstoodQuestion): UnderstoodQuestion {
  const isRefused = read.decision === "sure" && refusesSomething(read.question);
  return isRefused ? { ...read, decision: "unsure" } : read;
}

/** A greeting beside words that say little is a greeting only from this confidence on. */
const verySure = 0.9;

function isVerySure(read: UnderstoodQuestion): boolean {
  return read.decision === "sure" && confidenceOf(read) >= verySure;
}

/** Reads the questions of a message one by one, each leaning on the one before it. */
function readParts(
  text: string,
  context: UnderstandingContext,
  readQuestion: ReadQuestion,
): UnderstoodQuestion[] {
  let { previousIntent } = context;
  return splitQuestions(text).map((question) => {
    const read = readQuestion(question, { ...context, previousIntent });
    if (read.decision === "sure") previousIntent = read.candidates[0]?.intent;
    return read;
  });
}

/** From this confidence on a question beside a clear one is a need of its own. */
const likely = 0.4;

/**
 * Whether the parts of a message are needs of their own: two of them clear and different or, when the
 * message is nothing but questions, one clear and the others likely; otherwise it tells one need.
 */
function areDistinct(parts: readonly UnderstoodQuestion[], text: string): boolean {
  const sure = parts.filter(({ decision }) => decision === "sure");
  if (intentsOf(sure).size >= 2) return true;
  const isList = splitSentences(text).every(isQuestion);
  return (
    isList &&
    sure.length > 0 &&
    intentsOf(parts).size === parts.length &&
    parts.every((part) => part.decision !== "unknown" && confidenceOf(part) >= likely)
  );
}

function intentsOf(parts: readonly UnderstoodQuestion[]): ReadonlySet<string | undefined> {
  return new Set(parts.map(({ candidates }) => candidates[0]?.intent));
}

/** How much surer a question must be than the whole to speak for it. */
const clearlySurer = 0.15;

/** A story read whole; when that is not sure, the question in it that is much surer says what it is about. */
function readStory(
  text: string,
  context: UnderstandingContext,
  readQuestion: ReadQuestion,
): UnderstoodQuestion {
  const whole = readQuestion(text, context);
  if (whole.decision === "sure") return whole;
  const surer = splitSentences(text)
    .filter((sentence) => sentence !== text && isQuestion(sentence))
    .map((sentence) => readQuestion(sentence, context))
    .find(
      (read) =>
        read.decision === "sure" && confidenceOf(read) >= confidenceOf(whole) + clearlySurer,
    );
  return surer ?? whole;
}

function confidenceOf({ candidates }: UnderstoodQuestion): number {
  return candidates[0]?.confidence ?? 0;
}
