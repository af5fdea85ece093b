import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { mostWordsRead } from "./answer-words.ts";
import { deniedWords, negationsIn } from "./negations.ts";
import { tellingWords } from "./option-phrases.ts";
import {
  isMeasure,
  lexiconOf,
  markIn,
  negationMark,
  tellingMarks,
  type MarkedPhrase,
  type QuestionLexicon,
} from "./question-lexicon.ts";

/**
 * The option that words say in their own way, none of whose phrases they are: each word weighs as much as it
 * tells one option from the others. One when it is clearly nearer than the others, several when they are as
 * near, none where too little is known or too much is unheard of.
 * The thresholds were chosen on phrases held out, one fifth at a time, from those of content/diagnostic.
 */
export function weighOptions(
  words: readonly string[],
  question: Question,
): readonly QuestionOption[] {
  if (words.length === 0 || words.length > mostWordsRead) return [];
  const said = whatIsSaid(words, lexiconOf(question));
  const weighed = weigh(said, question);
  const [nearest, next] = weighed.toSorted((a, b) => b.nearness - a.nearness);
  const [likeliest] = weighed.toSorted((a, b) => b.likelihood - a.likelihood);
  if (!nearest || !next || !likeliest) return [];
  const isClear = nearest.nearness - next.nearness >= clearMargin;
  const isNear =
    nearest.nearness >= leastNearness &&
    nearest.likelihood >= leastLikelihood &&
    (nearest.nearness >= nearlySame || isGrounded(said, nearest.option));
  if (isNear && isClear) return [nearest.option];
  const isLikely =
    likeliest.likelihood >= surelyLikely &&
    likeliest.held >= leastHeld &&
    likeliest.isAllowed &&
    isGrounded(said, likeliest.option);
  if (isLikely && nearest.nearness - likeliest.nearness <= clearMargin) return [likeliest.option];
  const rivals = weighed.filter(
    ({ nearness, likelihood }) =>
      nearness >= leastNearness &&
      nearness > nearest.nearness - clearMargin &&
      likelihood >= leastOfRival,
  );
  return rivals.length > 1 && rivals.length <= mostRivals ? rivals.map(({ option }) => option) : [];
}

/**
 * Whether a word that tells something by itself speaks for an option, and none that only others have speaks
 * against it.
 */
function isGrounded({ lexicon, marks }: Said, option: QuestionOption): boolean {
  const its = lexicon.counts.get(option);
  const solid = marks.filter(
    (mark) =>
      !isMeasure(mark) &&
      !(light.has(mark) || (people.has(mark) && (its?.get(mark) ?? 0) < leastOfPeople)),
  );
  const weight = (mark: string) => lexicon.weights.get(mark) ?? 0;
  return (
    solid.some((mark) => its?.has(mark) && weight(mark) >= leastGround) &&
    !solid.some((mark) => !its?.has(mark) && weight(mark) >= mostAgainst)
  );
}

/** Nothing else was said than a phrase says. */
const nearlySame = 0.9;
const leastGround = 0.5;
const mostAgainst = 0.85;

/** People and negations are in answers of all kinds: alone they tell nothing. */
/** Where several phrases of an option name somebody, who does it is the answer. */
const people = new Set(["@person", "moi"]);
const leastOfPeople = 4;

const light = new Set(
  "pas rien aucun aucune jamais non not no never nothing sans without tres very mond everyon personn autr fois time".split(
    " ",
  ),
);

const leastNearness = 0.5;
const leastLikelihood = 0.6;
const clearMargin = 0.1;
/** Where no single phrase is near, its words together may leave no doubt. */
const surelyLikely = 0.9;
/** How much of what was said the phrases of an option must hold. */
const leastHeld = 0.6;
const leastOfRival = 0.15;
const mostRivals = 3;
/** What a word weighs that no phrase has. */
const unheard = 0.8;
/** What is left of the nearness of a phrase for each "more", "seldom" or "3" that only one of the two has. */
const leftByMeasure = 0.8;
/** A word never heard for an option is not impossible: so many phrases are supposed to have it (Laplace). */
const supposed = 0.15;

interface Said {
  readonly lexicon: QuestionLexicon;
  readonly marks: readonly string[];
  readonly negations: ReadonlySet<string>;
  /** The marks of what is denied. */
  readonly denied: readonly string[];
}

interface Weighed {
  readonly option: QuestionOption;
  /** 0..1: the weighted cosine with its nearest phrase that denies the same. */
  readonly nearness: number;
  /** 0..1: its share, words taken one by one (naive Bayes, each option as likely beforehand). */
  readonly likelihood: number;
  /** 0..1: the share of the weight of what was said that is in one of its phrases. */
  readonly held: number;
  /** Whether its phrases know all that was denied and measured. */
  readonly isAllowed: boolean;
}

function whatIsSaid(words: readonly string[], lexicon: QuestionLexicon): Said {
  const marks = tellingMarks(tellingWords(withoutHeads(words))).map((word) =>
    markIn(lexicon, word),
  );
  return {
    lexicon,
    marks: [...new Set(marks)],
    negations: negationsIn(words),
    denied: deniedWords(words).map((word) => markIn(lexicon, word)),
  };
}

/** "Nous sommes 8 bénévoles", "50 adhérents": how many they are is never asked. */
function withoutHeads(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !(/^\d+$/u.test(word) && heads.test(words[at + 1] ?? "")));
}

const heads = /^(?:benevole|adherent|membre|volunteer|member|licencie)s?$/u;

function weigh(said: Said, { options }: Question): readonly Weighed[] {
  const likelihoods = options.map((option) => Math.exp(logLikelihood(said, option)));
  const all = likelihoods.reduce((sum, one) => sum + one, 0);
  return options.map((option, at) => {
    const counts = said.lexicon.counts.get(option);
    const phrases = said.lexicon.phrases.filter((phrase) => phrase.option === option);
    const knowsMeasures = said.marks.every((mark) => !isMeasure(mark) || counts?.has(mark));
    const total = weightOf(said, said.marks);
    const held = weightOf(
      said,
      said.marks.filter((mark) => counts?.has(mark)),
    );
    const isAllowed =
      knowsMeasures &&
      [...said.negations].every((one) => counts?.has(negationMark(one))) &&
      said.denied.every((one) => {
        const its = phrases.filter(({ marks }) => marks.has(one));
        return its.length > 0 && its.every(({ denied }) => denied.includes(one));
      });
    return {
      option,
      nearness: knowsMeasures ? Math.max(0, ...phrases.map((one) => nearnessTo(said, one))) : 0,
      likelihood: (likelihoods[at] ?? 0) / all,
      held: held / total,
      isAllowed,
    };
  });
}

function logLikelihood({ lexicon, marks, negations }: Said, option: QuestionOption): number {
  const counts = lexicon.counts.get(option);
  const phrases = (lexicon.sizes.get(option) ?? 0) + 8 * supposed;
  const heard = marks.filter((mark) => lexicon.weights.has(mark));
  return [...heard, ...[...negations].map(negationMark)].reduce(
    (sum, mark) => sum + Math.log(((counts?.get(mark) ?? 0) + supposed) / phrases),
    0,
  );
}

function nearnessTo(said: Said, phrase: MarkedPhrase): number {
  const { marks, negations, denied } = said;
  // What is said of "nothing is backed up" is not said of "everything is".
  if (negations.size !== phrase.negations.size) return 0;
  if (![...negations].every((one) => phrase.negations.has(one))) return 0;
  const heard = denied.filter((one) => said.lexicon.weights.has(one));
  if (!heard.every((one) => phrase.denied.includes(one))) return 0;
  // "Rien n'est écrit" is only the second half of "nous faisons attention, mais rien n'est écrit".
  if ([...phrase.marks].some((mark) => contrasts.has(mark) && !marks.includes(mark))) return 0;
  const shared = marks.filter((mark) => phrase.marks.has(mark));
  const more = marks.filter((mark) => isMeasure(mark) && !phrase.marks.has(mark));
  // A label says more than people do; a synonym stands for its option only whole.
  const less =
    phrase.kind === "synonym"
      ? [...phrase.marks].filter((mark) => isMeasure(mark) && !marks.includes(mark))
      : [];
  const cosine = weightOf(said, shared) / Math.sqrt(weightOf(said, marks) * phrase.weight);
  return cosine * leftByMeasure ** (more.length + less.length);
}

const contrasts = new Set(["mais", "but"]);

function weightOf({ lexicon }: Said, marks: readonly string[]): number {
  return marks.reduce((sum, mark) => sum + (lexicon.weights.get(mark) ?? unheard), 0);
}
