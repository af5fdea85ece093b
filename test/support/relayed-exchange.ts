import { seededRandom } from "./seeded-random.ts";
import type { Carried, ShownSides } from "./shown-sides.ts";

/** One thing somebody does, and how its platform knows that it was taken. */
export interface Move {
  /** A line of `simulate`. */
  readonly event: object;
  readonly isDone: () => boolean;
}

/** What was said in an exchange, and what is to stand of it. */
interface Said {
  readonly id: string;
  /** A word nobody else says. */
  readonly word: string;
  readonly kind: "in" | "out" | "note";
  readonly answers?: string;
  readonly hasFile: boolean;
  edition: number;
  isGone: boolean;
}

interface Put {
  readonly sign: string;
  readonly on: string;
  isThere: boolean;
}

/** A picture of one point. */
const picture =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** An asker and an adviser who talk at random, the same for the same seed. */
export class RelayedExchange {
  readonly said: Said[] = [];
  readonly signs: Put[] = [];
  readonly #random;
  readonly #seen: ShownSides;
  readonly #asker;
  readonly #adviser;
  #count = 0;

  /** @param places where each of them writes: `from`, `room`, `thread`, as `simulate` takes them */
  constructor(seed: number, seen: ShownSides, places: { asker: object; adviser: object }) {
    this.#random = seededRandom(seed);
    this.#seen = seen;
    this.#asker = places.asker;
    this.#adviser = places.adviser;
  }

  next(): Move {
    const at = this.#random();
    if (at < 0.36) return this.#says("in");
    if (at < 0.6) return this.#says("out");
    if (at < 0.72) return this.#says("note");
    if (at < 0.82) return this.#edits() ?? this.#says("in");
    if (at < 0.88) return this.#deletes() ?? this.#says("out");
    if (at < 0.95) return this.#signs() ?? this.#says("note");
    return this.#takesSignAway() ?? this.#says("in");
  }

  #says(kind: Said["kind"]): Move {
    this.#count += 1;
    const answered = kind !== "note" && this.#random() < 0.3 ? this.#pick(kind) : undefined;
    const hasFile = kind !== "note" && this.#random() < 0.1;
    const said: Said = {
      id: `m${this.#count}`,
      word: `mot${this.#count}`,
      kind,
      hasFile,
      edition: 0,
      isGone: false,
      ...(answered && { answers: answered.said.id }),
    };
    this.said.push(said);
    const files = [{ name: "tournoi.png", type: "image/png", base64: picture }];
    const event = {
      ...this.#placeOf(said),
      id: said.id,
      text: textOf(said),
      ...(answered && { replyTo: answered.shown.keys.at(-1) }),
      ...(hasFile && { files }),
    };
    return { event, isDone: () => this.#isSaid(said) };
  }

  /** One's own side says so: ✅ on what crossed, 🔒 on what stays. */
  #isSaid({ id, word, kind }: Said): boolean {
    if (kind === "note") return this.#seen.signs("🔒", id) > 0;
    if (kind === "out" && this.#seen.signs("✅", id) === 0) return false;
    return this.#seen.withWord(word) !== undefined;
  }

  #edits(): Move | undefined {
    const said = this.#own();
    if (!said) return undefined;
    said.edition += 1;
    this.#count += 1;
    const { edition, word } = said;
    return {
      event: { ...this.#placeOf(said), id: `e${this.#count}`, edits: said.id, text: textOf(said) },
      isDone: () => said.isGone || editionOf(this.#seen.withWord(word)) >= edition,
    };
  }

  #deletes(): Move | undefined {
    const said = this.#own();
    if (!said) return undefined;
    said.isGone = true;
    const { word } = said;
    return {
      event: { ...this.#placeOf(said), delete: said.id },
      isDone: () => this.#seen.withWord(word)?.isGone === true,
    };
  }

  #signs(): Move | undefined {
    const kind = this.#random() < 0.5 ? "in" : "out";
    const picked = this.#pick(kind);
    const sign = this.#random() < 0.5 ? "👍" : "🙏";
    if (!picked) return undefined;
    const { said, shown } = picked;
    if (this.signs.some((one) => one.on === said.id && one.sign === sign)) return undefined;
    this.signs.push({ sign, on: said.id, isThere: true });
    const place = kind === "in" ? this.#asker : this.#adviser;
    return {
      event: { ...place, id: `${sign}${said.id}`, react: { sign, on: shown.keys.at(-1) } },
      isDone: () => this.#seen.signs(sign, said.id) > 0 || isTakenBack(this.signs, sign, said.id),
    };
  }

  #takesSignAway(): Move | undefined {
    const put = this.signs.find(
      ({ isThere, sign, on }) => isThere && this.#seen.signs(sign, on) > 0,
    );
    if (!put) return undefined;
    put.isThere = false;
    const { sign, on } = put;
    const isByAsker = this.said.some(({ id, kind }) => id === on && kind === "out");
    const place = isByAsker ? this.#asker : this.#adviser;
    return {
      event: { ...place, delete: `${sign}${on}` },
      isDone: () => this.#seen.signs(sign, on) <= 0,
    };
  }

  /** One that crossed and stands, said earlier. */
  #own(): Said | undefined {
    const theirs = this.said.filter(
      ({ kind, isGone, word }) => kind !== "note" && !isGone && this.#seen.withWord(word),
    );
    return theirs[Math.floor(this.#random() * theirs.length)];
  }

  /** One that stands on the side of who says `kind`, said by the other. */
  #pick(kind: "in" | "out"): { said: Said; shown: Carried } | undefined {
    const theirs = this.said.flatMap((said) => {
      const shown = this.#seen.withWord(said.word);
      const isOfOther = said.kind === (kind === "in" ? "out" : "in");
      // While a correction is on its way nobody knows what they answer.
      const isStill = !said.isGone && editionOf(shown) === said.edition;
      return isOfOther && isStill && shown ? [{ said, shown }] : [];
    });
    return theirs[Math.floor(this.#random() * theirs.length)];
  }

  #placeOf({ kind }: Said): object {
    return kind === "in" ? this.#asker : this.#adviser;
  }
}

/** What is typed: only an addressed message crosses, and the same when it is corrected. */
export function textOf({ kind, word, edition }: Pick<Said, "kind" | "word" | "edition">): string {
  return `${kind === "out" ? "> " : ""}${word} dit ${edition}`;
}

function editionOf(shown: Carried | undefined): number {
  return Number(/dit (?<edition>\d+)/u.exec(shown?.text ?? "")?.groups?.["edition"] ?? -1);
}

function isTakenBack(signs: readonly Put[], sign: string, on: string): boolean {
  return signs.some((one) => one.sign === sign && one.on === on && !one.isThere);
}
