import { scriptedKnowledge, sure, unsure } from "./small-library.ts";

const fees = "crowdfunding.fees";

/** A question nobody can answer, with a name and a number to hide. */
export const personal = "je m'appelle Jeanne Le Goff, 06 12 34 56 78, la météo ?";

/** Knows a clear question, an unclear one and a personal one. */
export const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  euh: [unsure(fees, "website.cost")],
  [personal]: [{}],
});

export const { documents } = knowledge;

/** Where others read too. */
export const room = { platform: "here", room: "general", isDirect: false };
