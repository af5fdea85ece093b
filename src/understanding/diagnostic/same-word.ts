import { isOneSlipApart } from "../repair-spelling.ts";
import { soundKey } from "../sound-key.ts";
import { stemWord } from "../stem-word.ts";

/** A word and what it is recognised by. */
export interface ReadableWord {
  readonly word: string;
  readonly stems: readonly string[];
  readonly sound: string;
}

/** Works out once what a word is recognised by. */
export function readableWord(word: string): ReadableWord {
  return {
    word,
    stems: [stemWord(word, "fr"), stemWord(word, "en")],
    sound: word.length >= shortestHeard ? soundKey(word) : word,
  };
}

/** Whether two words are one: another form of it, spelt by ear, or a slip of the keyboard away. */
export function isSameWord(one: ReadableWord, other: ReadableWord): boolean {
  if (one.word === other.word) return true;
  if (one.word.length < shortestHeard || other.word.length < shortestHeard) {
    return one.stems[0] === other.stems[0] && one.stems[0] !== undefined && !/\d/u.test(one.word);
  }
  if (one.stems.some((stem, at) => stem === other.stems[at] && stem.length >= 3)) return true;
  if (one.sound === other.sound && one.sound.length >= shortestSound) return true;
  return (
    one.word.length >= shortestRepaired &&
    other.word.length >= shortestRepaired &&
    one.word[0] === other.word[0] &&
    isOneSlipApart(one.word, other.word)
  );
}

const shortestHeard = 4;
const shortestSound = 3;
/** A shorter word is one slip away from too many others. */
const shortestRepaired = 5;
