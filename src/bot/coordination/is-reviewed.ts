import type { Workshop } from "../../model/workshop.ts";
import type { TalkSettings } from "../knowledge.ts";

/** Whether somebody else looks at a workshop before it is published: in these territories, they do. */
export function isReviewed(
  { territories }: Pick<Workshop, "territories">,
  { reviewedTerritories = [] }: Pick<TalkSettings, "reviewedTerritories">,
): boolean {
  return territories.some((code) => reviewedTerritories.includes(code));
}
