import { HandoffTown, type TownParts } from "./handoff-town.ts";

/** Camille has taken it, and written to who asked unless it is her first time. */
export async function held({ isFirst = false, ...parts }: TownParts & { isFirst?: boolean } = {}) {
  const town = await HandoffTown.open(parts);
  await town.hasRequest();
  await town.ticks();
  const [camille, david] = [town.adviser("camille"), town.adviser("david")];
  await camille.presses("Je prends");
  if (!isFirst) {
    await camille.writes("> Bonjour, je regarde.");
    await camille.presses("Envoyer");
  }
  return { town, camille, david };
}

/** All the words its asker was sent. */
export const readBy = (town: HandoffTown) => town.asker.read.map(({ text }) => text).join("\n");
/** The last words in a team's room; the first team unless another is named. */
export const last = (town: HandoffTown, team?: string) =>
  town.team(team).findLast(({ reaction }) => reaction === undefined)?.text;
