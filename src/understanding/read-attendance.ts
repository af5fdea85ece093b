import { foldText } from "./fold-text.ts";

/** How many people a host says came. */
export interface Attendance {
  /** The short number of the workshop. */
  readonly number: number;
  readonly came: number;
}

/**
 * Reads the number a host types after a workshop: "présents 12 : 9", "présents au 12 : 9 personnes",
 * "9 présents à l'atelier 12", "9 personnes sont venues à l'atelier 12", "attended 12: 9", "9 came to 12"; undefined for anything else.
 */
export function readAttendance(text: string): Attendance | undefined {
  const words = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const found = (workshopFirst.exec(words) ?? countFirst.exec(words))?.groups;
  return found && { number: Number(found["number"]), came: Number(found["came"]) };
}

const toWorkshop =
  "(?:(?:au|a|du|de|pour|for|to|at|of|l|la|le|the|atelier|workshop|numero|number|no|n) )*";
const people = "(?: (?:personnes?|people|participante?s?|participants?))?";
const present =
  "(?:les )?(?:(?:sont |etaient |ont ete |were )?(?:presente?s?|venue?s?)|presences?|attended|attendance|came|ont (?:participe|assiste))";

const workshopFirst = new RegExp(
  `^${present} ${toWorkshop}(?<number>\\d{1,4}) (?<came>\\d{1,4})${people}$`,
  "u",
);

const countFirst = new RegExp(
  `^(?<came>\\d{1,4})${people} ${present} ${toWorkshop}(?<number>\\d{1,4})$`,
  "u",
);
