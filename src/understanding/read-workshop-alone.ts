import { signUpWords } from "./sign-up-words.ts";

/** A workshop named by its short number and nothing more. */
export interface WorkshopAlone {
  readonly number: number;
  /** Whether it is called a workshop: "le 8" may be a day, "8" anything. */
  readonly isSure: boolean;
}

/** Reads "atelier 8", "l'atelier n° 8", "le 8", "8", "workshop 8 please"; undefined for anything else. */
export function readWorkshopAlone(text: string): WorkshopAlone | undefined {
  const found = alone.exec(signUpWords(text))?.groups;
  const { number, noun } = found ?? {};
  return number === undefined ? undefined : { number: Number(number), isSure: noun !== undefined };
}

const alone =
  /^(?:(?:et|ok|oui|yes|and|bonjour|hello|hi) )*(?:(?:le|l|the) )?(?:(?<noun>atelier|workshop) )?(?:(?:numero|number|no|n) )?(?<number>\d{1,4})(?: (?:svp|stp|s il vous plait|s il te plait|merci|please|thanks))*$/u;
