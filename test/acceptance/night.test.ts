import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const one = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";
const by = '["matrix","olga"]';

/** A town where the workshop was announced to a room on 1 March, and Amina signed up. */
async function announced(): Promise<Town> {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  await town.subscribes("#nantes@matrix", "messages: tout");
  await town.coordinates(one);
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:30:00Z");
  await town.says("amina@discord", "je m'inscris au 1");
  return town;
}

function idOf(town: Town, title = "Découverte"): string {
  return town.programme.workshops.find(({ title: { fr } }) => fr === title)?.id ?? "";
}

async function edit(town: Town, fields: Parameters<typeof fieldsOf>[0], title?: string) {
  await town.programme.change(idOf(town, title), fieldsOf(fields), { by });
}

function fieldsOf(fields: {
  readonly place?: { readonly name: string };
  readonly price?: { readonly amount: number; readonly currency: string };
  readonly title?: { readonly fr: string };
  readonly localStart?: string;
  readonly localEnd?: string;
}) {
  return { kind: "edit", fields } as const;
}

/** What rooms and people were shown, by room. */
function shownSince(town: Town, start: number) {
  const shown = town.shown.slice(start).filter(({ reply }) => reply.kind === "announcement");
  return shown.map(({ reply: { to }, text }) => [to.room, text] as const);
}

describe("changes made at night", () => {
  it("are told in the morning in one notice, from what each reader knew", async () => {
    const town = await announced();
    await town.runUntil("2027-03-02T21:00:00Z", 60);
    const start = town.shown.length;
    await edit(town, { place: { name: "École" } });
    await town.runUntil("2027-03-02T21:40:00Z");
    await edit(town, { price: { amount: 5, currency: "EUR" } });
    await town.runUntil("2027-03-03T08:00:00Z");
    const told = shownSince(town, start);
    expect(told.map(([room]) => room).toSorted()).toEqual(["#nantes", "@amina"]);
    for (const [, text] of told) {
      expect(text).toContain("~~Mairie~~ → **École**");
      expect(text).toMatch(/5\s€/u);
    }
  });

  it("and taken back before the morning are told to nobody", async () => {
    const town = await announced();
    await town.runUntil("2027-03-02T21:00:00Z", 60);
    const start = town.shown.length;
    await edit(town, { place: { name: "École" } });
    await town.runUntil("2027-03-02T21:40:00Z");
    await edit(town, { place: { name: "Mairie" } });
    await town.runUntil("2027-03-03T08:00:00Z");
    expect(shownSince(town, start)).toEqual([]);
  });

  it("of a workshop nobody knows yet are told as it is, in its announcement alone", async () => {
    const town = await announced();
    await town.runUntil("2027-03-01T20:10:00Z", 60);
    const start = town.shown.length;
    await town.coordinates(one.replace("Découverte", "Autre").replace("9 mars", "10 mars"));
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-01T20:40:00Z");
    await edit(town, { localStart: "2027-03-12T18:00", localEnd: "2027-03-12T20:00" }, "Autre");
    await town.runUntil("2027-03-02T08:00:00Z");
    const told = shownSince(town, start).filter(([room]) => room === "#nantes");
    expect(told).toHaveLength(1);
    expect(told[0]?.[1]).toMatch(/^\*\*Nouvel atelier : Autre.*\nvendredi 12 mars/u);
  });
});

describe("a cancellation", () => {
  it("can be undone for ten minutes, whatever was corrected just before", async () => {
    const town = await announced();
    const start = town.shown.length;
    await edit(town, { title: { fr: "Découvertes" } });
    await town.runUntil("2027-03-01T09:39:00Z", 1);
    const id = idOf(town, "Découvertes");
    await town.programme.change(id, { kind: "cancel", reason: "faute" }, { by });
    await town.runUntil("2027-03-01T09:48:00Z", 1);
    expect((await town.programme.undo(id, { by })).kind).toBe("done");
    await town.runUntil("2027-03-01T10:30:00Z", 1);
    expect(shownSince(town, start)).toEqual([]);
  });
});
