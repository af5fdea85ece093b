import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { HandoffTown } from "../support/handoff-town.ts";
import { keptLog } from "../support/kept-log.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const asked = "Faut-il l'accord des parents du tournoi zibeline ?";
const added = "Le tournoi zibeline est samedi.";
const answered = "Oui pour zibeline, par écrit.";

/** A request that was taken, answered and added to, with its words on disk. */
async function talkedOf(folder: string): Promise<HandoffTown> {
  const town = await HandoffTown.open({
    // Unsealed: what is readable here would be readable to whoever has the key.
    store: async (kinds) => openLowdbStore({ folder, types: [...kinds], log: keptLog() }),
  });
  await town.hasRequest({}, asked);
  await town.ticks();
  const camille = town.adviser("camille");
  await camille.presses("Je prends");
  await camille.writes(`> ${answered}`);
  await camille.presses("Envoyer");
  await town.asker.says(added);
  await camille.writes("Note : zibeline est connue.");
  return town;
}

function wordsOnDisk(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes("zibeline"));
}

describe("hand-off (HANDOFF.md 12)", () => {
  it("10. erasure removes texts everywhere we can, and search finds nothing", async () => {
    const folder = temporaryFolder();
    const town = await talkedOf(folder);
    expect(wordsOnDisk(folder)).not.toEqual([]);
    const shown = town.sent.filter(({ text }) => text.includes("zibeline")).map(({ key }) => key);
    expect(shown.length).toBeGreaterThanOrEqual(4);
    const before = town.sent.length;
    await town.asker.says("effacer A-1");
    expect(await town.asker.presses("Oui, effacer")).toContain("je ne peux pas l'effacer");
    await town.ticks();
    for (const kind of town.knowledge.kinds) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await town.store.list(kind);
      expect(JSON.stringify(found), kind.collection).not.toContain("zibeline");
    }
    expect((await town.request()).asker).toBeUndefined();
    const takenAway = new Set(town.sent.slice(before).map(({ replaces }) => replaces));
    const direct = town.asker.address.room;
    const left = new Set(shown.filter((key) => !takenAway.has(key)));
    // The preview of an adviser's own words, in their thread, is not the asker's to take away.
    const stays = town.sent.filter(({ key }) => left.has(key));
    expect(stays.every(({ text, to }) => to.room !== direct && text.includes(answered))).toBe(true);
    expect(town.log.lines.join("\n")).not.toContain("zibeline");
    await town.bot.stop();
    await town.store.close();
    expect(wordsOnDisk(folder)).toEqual([]);
  });

  it("10. who wants nothing kept is in no request any more, and its words are taken away", async () => {
    const folder = temporaryFolder();
    const town = await talkedOf(folder);
    await town.asker.says("oubliez-moi");
    await town.asker.presses("Oui, tout effacer");
    await town.ticks();
    const { requests, requestMessages } = town.knowledge.documents;
    expect(await town.store.list(requestMessages)).toEqual([]);
    expect(JSON.stringify(await town.store.list(requests))).not.toContain("amina");
    await town.bot.stop();
    await town.store.close();
    expect(wordsOnDisk(folder)).toEqual([]);
  });
});
