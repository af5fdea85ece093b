import { scriptedKnowledge, sure, unsure } from "./small-library.ts";

/** Two needs a question may be corrected between. */
export const fees = "crowdfunding.fees";
export const cost = "website.cost";

/** Knows two clear questions, both at once, and an unclear one; of anything else, nothing. */
export const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  "le prix ?": [sure(cost)],
  "les deux ?": [sure(fees, "des frais ?"), sure(cost, "le prix ?")],
  euh: [unsure(fees, cost)],
});

export const { documents } = knowledge;
