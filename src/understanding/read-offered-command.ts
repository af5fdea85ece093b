import { readChoice } from "./read-choice.ts";
import { readCoordination, type CoordinationRequest } from "./read-coordination.ts";

/**
 * Reads a command, or the choice of one that was offered: "8" where "Annuler le 8" and "Annuler le 9" stand to
 * be chosen.
 * @param labels what is offered
 */
export function readOfferedCommand(
  text: string,
  labels: readonly string[],
): CoordinationRequest | undefined {
  const read = readCoordination(text);
  if (read || labels.length === 0) return read;
  // A bare number names a workshop before a place in the list.
  const number = /^\D{0,12}(\d{1,4})\W*$/u.exec(text.trim())?.[1];
  const offered = labels.map((label) => ({ label, request: readCoordination(label) }));
  const numbered = offered.find(({ request }) => request?.number?.toString() === number);
  if (number !== undefined && numbered) return numbered.request;
  const chosen = readChoice(
    text,
    labels.map((label) => ({ label, value: label })),
  );
  return chosen && offered.find(({ label }) => label === chosen.label)?.request;
}
