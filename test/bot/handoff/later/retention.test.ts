import { describe, expect, it } from "vitest";
import { put } from "../../../../src/ports/store.ts";
import { createMemoryShelf } from "../../../../src/stores/memory-shelf.ts";
import type { FileShelf } from "../../../../src/ports/file-shelf.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";

const DAY_MIN = 24 * 60;
const WORD = "zibeline";

/** A request that was taken and answered, with a note and a word of its asker. */
async function answered(shelf?: FileShelf): Promise<HandoffTown> {
  const town = await HandoffTown.open({ ...(shelf && { shelf }) });
  await town.hasRequest({}, `Faut-il l'accord des parents du tournoi ${WORD} ?`);
  await town.ticks();
  const camille = town.adviser("camille");
  await camille.presses("Je prends");
  await camille.writes(`> Oui pour ${WORD}, par écrit.`);
  await camille.presses("Envoyer");
  await camille.writes(`Note : ${WORD} est connue.`);
  return town;
}

async function daysPass(town: HandoffTown, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(DAY_MIN);
  }
}

async function untilClosed(town: HandoffTown): Promise<void> {
  for (let day = 0; day < 40; day += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await town.request()).state.kind === "closed") return;
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(DAY_MIN);
  }
}

/** Its adviser says it is, and, the day after they read that somebody took it, its asker too. */
async function settled(town: HandoffTown): Promise<void> {
  await town.adviser("camille").writes("résolu");
  await town.passes(DAY_MIN);
  await town.asker.presses("Oui");
}

/** What of the words is stored anywhere. */
async function storedWords(town: HandoffTown): Promise<readonly string[]> {
  const found = await Promise.all(
    town.knowledge.kinds.map(async (kind) =>
      JSON.stringify(await town.store.list(kind)).includes(WORD) ? [kind.collection] : [],
    ),
  );
  return found.flat();
}

type End = readonly [how: string, end: (town: HandoffTown) => Promise<void>, state: string];

const ends: readonly End[] = [
  [
    "closed by its asker",
    async (town) => {
      await settled(town);
    },
    "closed",
  ],
  [
    "closed by time",
    async (town) => {
      await town.adviser("camille").writes("résolu");
      await untilClosed(town);
    },
    "closed",
  ],
  [
    "put aside, its asker silent",
    async (town) => {
      await town.adviser("camille").writes("> Avez-vous un devis ?");
      await untilClosed(town);
    },
    "closed",
  ],
  [
    "reported",
    async (town) => {
      await town.adviser("camille").writes("signaler : démarchage");
    },
    "spam",
  ],
  [
    "noted on after it was closed",
    async (town) => {
      await settled(town);
      await town.adviser("camille").writes(`Encore une note sur ${WORD}.`);
    },
    "closed",
  ],
];

describe("what was said of a request", () => {
  it.each(ends)(
    "%s goes three months after",
    async (_, end, state) => {
      const town = await answered();
      await end(town);
      expect((await town.request()).state.kind).toBe(state);
      await daysPass(town, 85);
      expect(await storedWords(town)).toContain("request-messages");
      await daysPass(town, 7);
      expect(await storedWords(town)).toEqual([]);
      // Its dates and states stay, for the figures.
      expect((await town.request()).state.kind).toBe(state);
      expect((await town.events()).length).toBeGreaterThan(3);
      await town.passes(420 * DAY_MIN);
      expect(await town.requests()).toEqual([]);
      expect(await town.events()).toEqual([]);
    },
    60_000,
  );

  it("that nobody answered and that was referred goes three months after", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest({}, `Le tournoi ${WORD} ?`);
    for (let half = 0; half < 45 * 4; half += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await town.passes(6 * 60);
    }
    expect((await town.request()).state.kind).toBe("referred");
    await daysPass(town, 95);
    expect(await storedWords(town)).toEqual([]);
  }, 60_000);

  it("goes at once when its asker withdraws it, with what was on its way and its files", async () => {
    const shelf = createMemoryShelf();
    const town = await answered(shelf);
    town.refuses = ({ to }) =>
      to.room === "!saint-exemple" ? new Error("the team's platform is away") : undefined;
    const bytes = new TextEncoder().encode(
      "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF",
    );
    await town.asker.says(`Le règlement de ${WORD}.`, {
      files: [
        {
          name: "reglement.pdf",
          type: "application/pdf",
          size: bytes.length,
          read: () => Promise.resolve(bytes),
        },
      ],
    });
    expect(await shelf.list()).toHaveLength(1);
    await town.asker.says("annuler A-1");
    await town.asker.presses("Oui, annuler");
    expect((await town.request()).state.kind).toBe("withdrawn");
    expect(await storedWords(town)).toEqual([]);
    expect(await shelf.list()).toEqual([]);
    const { scrubDue } = town.knowledge.documents;
    // Scrubbed once nothing of it may be on its way.
    town.refuses = undefined;
    await town.passes(60);
    expect(await town.store.list(scrubDue)).toEqual([]);
    expect(town.sent.slice(-5).every(({ text }) => !text.includes(WORD))).toBe(true);
  });

  it("takes the words of an opinion with it when it is erased, not the opinion", async () => {
    const town = await answered();
    await settled(town);
    await town.asker.presses("👎");
    await town.asker.says(`Rien sur ${WORD}.`);
    const { helpFeedback } = town.knowledge.documents;
    expect(JSON.stringify(await town.store.list(helpFeedback))).toContain(WORD);
    await town.asker.says("effacer A-1");
    await town.asker.presses("Oui, effacer");
    expect(await storedWords(town)).toEqual([]);
    const left = (await town.store.list(helpFeedback)).map(({ document }) => document);
    expect(left).toMatchObject([{ score: 1, adviser: "camille" }]);
    expect(left[0]?.owner).toBeUndefined();
  });

  it("of an opinion goes after six months, of a draft after two days", async () => {
    const town = await HandoffTown.open();
    const { helpFeedback } = town.knowledge.documents;
    const at = town.clock.now().toISOString();
    await town.store.write([put(helpFeedback, "x.0", { score: 1, comment: WORD, at })]);
    await town.hasRequest(
      { number: 0, state: { kind: "draft" }, turn: "none", openedAt: undefined },
      WORD,
    );
    await town.passes(49 * 60);
    expect(await town.requests()).toEqual([]);
    expect(await town.messages()).toEqual([]);
    await daysPass(town, 178);
    expect(await town.store.list(helpFeedback)).toHaveLength(1);
    await daysPass(town, 6);
    expect(await storedWords(town)).toEqual([]);
  }, 60_000);

  it("leaves no file behind: one without its message goes at the start, or within two hours", async () => {
    const shelf = createMemoryShelf();
    await shelf.keep("flost", new Uint8Array([1]));
    const town = await HandoffTown.open({ shelf });
    expect(await shelf.list()).toEqual([]);
    await shelf.keep("fturn", new Uint8Array([1]));
    await town.passes(61);
    // Its message may be about to be written.
    expect(await shelf.list()).toEqual(["fturn"]);
    await town.passes(61);
    expect(await shelf.list()).toEqual([]);
  });
});
