import type { Opinion } from "../model/sign-up-numbers.ts";
import { signUpWords } from "./sign-up-words.ts";

/** What somebody says of a workshop afterwards. */
export interface OpinionSaid {
  /** The short number of the workshop. */
  readonly number: number;
  readonly opinion: Opinion;
}

/**
 * Reads how useful a workshop was to somebody, as the choices below the question say it: "👍 Oui, l'atelier
 * 12 m'a été utile", "workshop 12 was not useful"; undefined for anything else.
 */
export function readOpinion(text: string): OpinionSaid | undefined {
  const { number, said = "" } = named.exec(signUpWords(text))?.groups ?? {};
  const opinion = opinions.get(said);
  return opinion && { number: Number(number), opinion };
}

const named =
  /^(?:(?:oui|non|yes|no) )?(?:l )?(?:atelier|latelier|workshop) (?<number>\d{1,4}) (?<said>.+)$/u;

const opinions: ReadonlyMap<string, Opinion> = new Map([
  ["m a ete utile", "good"],
  ["was useful", "good"],
  ["m a ete un peu utile", "middling"],
  ["was somewhat useful", "middling"],
  ["ne m a pas ete utile", "bad"],
  ["m a pas ete utile", "bad"],
  ["was not useful", "bad"],
]);
