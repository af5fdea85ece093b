import { foldText } from "../fold-text.ts";

/** The number of a request, said alone: "A-127", "a127", "la 127", "127 · Données". Undefined for anything else. */
export function readAskerNumber(text: string): number | undefined {
  const found =
    /^\s*(?:(?:pour |c'est |it is |it's )?(?:la |le |the )?(?:demande |request )?)?(?:a ?-? ?)?(?<number>\d{1,6})(?:\s*[·.)].*)?\s*$/u.exec(
      foldText(text),
    );
  const number = found?.groups?.["number"];
  return number === undefined ? undefined : Number(number);
}
