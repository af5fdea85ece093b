import { workshopLike } from "../../support/workshop-like.ts";
import type { CoordinationTalk } from "./coordination-talk.ts";

/** Online, on 9 March 2027. */
export const eight = workshopLike({
  id: "eight",
  number: 8,
  localStart: "2027-03-09T18:00",
  localEnd: "2027-03-09T20:00",
  mode: "online",
  registration: { by: "bot" },
});
/** Online, on 8 April 2027. */
export const nine = workshopLike({
  id: "nine",
  number: 9,
  title: { fr: "Le tableur" },
  localStart: "2027-04-08T18:00",
  mode: "online",
  registration: { by: "bot" },
});
/** Says several things in turn. @returns what the last was answered */
export async function sayAll(talk: CoordinationTalk, ...texts: readonly string[]): Promise<string> {
  let last = "";
  // oxlint-disable-next-line no-await-in-loop
  for (const text of texts) last = await talk.says(text);
  return last;
}
