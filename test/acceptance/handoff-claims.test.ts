import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/model/directory.ts";
import { remove } from "../../src/ports/store.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { HandoffTown } from "../support/handoff-town.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ROUNDS = 1000;

/** The first two teams on two platforms, both for any theme of 44, and nobody tired of taking. */
function onTwoPlatforms(): Directory {
  const directory = handoffDirectory({ team: "there", others: "here" });
  return {
    ...directory,
    advisers: directory.advisers.map((adviser) => ({ ...adviser, mostOpen: 10_000 })),
  };
}

/** A request told in the rooms of two teams, on two platforms, as it stands once both offers are shown. */
async function toldToTwo(town: HandoffTown) {
  const at = town.clock.now().toISOString();
  const offer = (team: string) => ({
    team,
    rung: 1,
    at,
    key: `offer-${team}`,
    shownAs: `offer-${team}`,
  });
  return town.hasRequest({
    state: { kind: "offered", since: at },
    offers: [offer("saint-exemple"), offer("loire-aide")],
  });
}

describe("acceptance 1: two advisers press « Je prends » at the same millisecond, on two platforms", () => {
  it("has one winner, and the other reads who it is", async () => {
    const town = await HandoffTown.open({ directory: onTwoPlatforms() });
    await toldToTwo(town);
    await Promise.all([press(town, "camille"), press(town, "elise")]);
    await town.ticks();
    const { state } = await town.request();
    const winner = "adviser" in state ? state.adviser : undefined;
    const [room, name] =
      winner === "camille" ? ["loire-aide", "Camille"] : ["saint-exemple", "Élise"];
    expect(winner).toMatch(/^(?:camille|elise)$/);
    expect(town.team(room).map(({ text }) => text)).toContain(`Déjà pris par ${name} : A-1.`);
    expect(
      town.asker.read.filter(({ text }) => text.includes("a pris votre demande")),
    ).toHaveLength(1);
  });

  it(
    `has one winner each time in ${ROUNDS} rounds, whoever comes first`,
    { timeout: 120_000 },
    async () => {
      const town = await HandoffTown.open({ directory: onTwoPlatforms() });
      const random = seededRandom(8);
      const winners: string[] = [];
      const { requests, requestMessages } = town.knowledge.documents;
      for (let round = 0; round < ROUNDS; round += 1) {
        const request = await toldToTwo(town);
        const claims = random() < 0.5 ? ["camille", "elise"] : ["elise", "camille"];
        await Promise.all(claims.map((id) => press(town, id)));
        const { state, revision } = await town.request();
        if ("adviser" in state && state.adviser !== undefined) winners.push(state.adviser);
        const claimed = (await town.events()).filter(({ kind }) => kind === "claimed");
        expect(claimed, `round ${round}`).toHaveLength(1);
        expect(revision, `round ${round}`).toBe(2);
        await town.ticks();
        // Two winners would each read a sheet in a thread of their own.
        const sheets = town.sent.filter(({ text }) => text.startsWith("C'est à vous."));
        expect(sheets, `round ${round}`).toHaveLength(1);
        expect(town.sent.some(({ text }) => text.startsWith("Déjà pris par"))).toBe(true);
        town.sent.length = 0;
        const events = (await town.store.list(town.knowledge.documents.requestEvents)).map(
          ({ id }) => remove(town.knowledge.documents.requestEvents, id),
        );
        await town.store.write([
          remove(requests, request.id),
          remove(requestMessages, `${request.id}.00000`),
          ...events,
        ]);
      }
      expect(winners).toHaveLength(ROUNDS);
      // Neither always wins: the order of arrival decides.
      expect(new Set(winners)).toEqual(new Set(["camille", "elise"]));
    },
  );
});

/** A press on the offer in their own team's room, at this very instant. */
async function press(town: HandoffTown, id: string): Promise<void> {
  const team = id === "camille" ? "saint-exemple" : "loire-aide";
  const key = `offer-${team}`;
  await town.heard({
    from: id,
    address: town.adviser(id).room,
    pressed: "Je prends",
    pressedKey: key,
    pressedOn: key,
    thread: key,
  });
}
