import { signUpWords } from "./sign-up-words.ts";

/** What a host says to somebody's request for a seat. */
export interface SeatDecisionRequest {
  readonly decision: "approve" | "refuse";
  /** The number of the request on the host's list. */
  readonly order: number;
  /** The short number of the workshop. */
  readonly number: number;
}

/**
 * Reads a host's yes or no to a request: "accepter l'inscription 3 au 12", "refuser la demande 3 pour
 * l'atelier 12", "approve 3 for 12"; undefined for anything else.
 */
export function readSeatDecision(text: string): SeatDecisionRequest | undefined {
  const found = decided.exec(signUpWords(text))?.groups;
  if (!found) return undefined;
  return {
    decision: found["yes"] === undefined ? "refuse" : "approve",
    order: Number(found["order"]),
    number: Number(found["number"]),
  };
}

const decided =
  /^(?:(?<yes>accepte[rz]?|accept|approuve[rz]?|approve|valide[rz]?)|refuse[rz]?|reject|decline) (?:(?:la |l |the )?(?:inscription|demande|registration|request|sign ?up) )?(?:(?:numero|number|no|n) )?(?<order>\d{1,4}) (?:(?:au|a|du|de|pour|for|to|of|l|la|le|the|atelier|workshop|numero|number|no|n) )+(?<number>\d{1,4})$/u;
