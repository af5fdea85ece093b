import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";

const WORD = "zibeline";

/** Taken in the first team, written to there, then passed on to another one, taken and written to there. */
async function passedOn(): Promise<HandoffTown> {
  const town = await HandoffTown.open();
  await town.hasRequest({}, `Faut-il l'accord des parents du tournoi ${WORD} ?`);
  await town.ticks();
  const camille = town.adviser("camille");
  await camille.presses("Je prends");
  await town.asker.says(`Le tournoi ${WORD} est samedi.`);
  await camille.writes("transférer à Loire Aide : plutôt pour eux");
  await town.passes(24 * 60 + 60);
  await town.asker.presses("D'accord");
  await town.passes(1);
  await town.adviser("elise").presses("Je prends");
  await town.asker.says(`Et ${WORD} dimanche aussi.`);
  return town;
}

describe("a request that was passed on to another team", () => {
  it("is taken away in each room it was told in once its asker erases it", async () => {
    const town = await passedOn();
    const rooms = ["!saint-exemple", "!loire-aide"];
    const withWords = town.sent.filter(
      ({ to, text }) => rooms.includes(to.room) && text.includes(WORD),
    );
    expect(new Set(withWords.map(({ to }) => to.room))).toEqual(new Set(rooms));
    const before = town.sent.length;
    await town.asker.says("effacer A-1");
    await town.asker.presses("Oui, effacer");
    await town.ticks();
    const takenAway = new Map(
      town.sent
        .slice(before)
        .map(({ replaces, to, thread }) => [replaces, { room: to.room, thread }]),
    );
    for (const { key, to } of withWords) expect(takenAway.get(key)?.room).toBe(to.room);
  });

  it("is corrected and taken away where it was shown, not where it is treated by now", async () => {
    const town = await passedOn();
    const shown = town
      .team("saint-exemple")
      .find(({ text, kind }) => kind === "relay" && text.includes("samedi"));
    const typed = (await town.messages()).find(({ text }) => text.includes("samedi"));
    const before = town.sent.length;
    await town.asker.deletes(typed?.sourceId ?? "");
    const gone = town.sent.slice(before).find(({ isWithdrawal }) => isWithdrawal === true);
    expect(gone).toMatchObject({ replaces: shown?.key, to: { room: "!saint-exemple" } });
  });

  it("goes on sanely for its advisers once it is erased: nothing throws, nothing reaches its asker", async () => {
    const town = await passedOn();
    await town.asker.says("effacer A-1");
    await town.asker.presses("Oui, effacer");
    const read = town.asker.read.length;
    const elise = town.adviser("elise");
    const said = await elise.writes("> Oui, c'est possible.");
    expect(said.map(({ text }) => text).join()).toContain("A-1");
    await elise.writes("Une note entre nous.");
    await elise.writes("résolu");
    await elise.deletes("event-1");
    await town.adviser("camille").writes("Je m'en souviens.");
    await town.passes(5 * 24 * 60);
    expect(town.asker.read).toHaveLength(read);
    expect(await town.messages()).toEqual([]);
    expect(town.log.lines.filter((line) => line.includes("failed"))).toEqual([]);
  });
});
