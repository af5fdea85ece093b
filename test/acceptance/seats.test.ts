import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

describe("sign-up (WORKSHOPS.md 15)", () => {
  it("6. seats 12 of 200 who press at once, 188 wait in order, and 5 withdrawals make 5 offers in order", async () => {
    const town = await Town.open({ from: "2027-02-01T09:00:00Z" });
    await town.subscribes("#salon@matrix", "messages: tout");
    await town.subscribes("#salon-d@discord", "messages: tout");
    await town.coordinates(
      "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\n12 places\nthème : libre",
    );
    await town.presses("olga", "Publier");
    await town.runUntil("2027-02-01T09:20:00Z");
    const label = town.choiceOf("#salon");
    expect(town.choiceOf("#salon-d")).toBe(label);
    const people = Array.from({ length: 200 }, (_, at) =>
      at % 2 === 0 ? `p${at}@matrix` : `p${at}@discord`,
    );
    const press = async (who: string) =>
      town.presses(who, label, who.endsWith("matrix") ? "#salon" : "#salon-d");
    // Two presses of each: a second one changes nothing.
    await Promise.all(people.flatMap((who) => [press(who), press(who)]));
    const told = people.map((who) => town.of(`@${who.split("@")[0] ?? ""}`).join("\n"));
    const ranks = told.map((text) => Number(/rang (\d+)/u.exec(text)?.[1] ?? 0));
    expect(told.filter((text) => text.includes("votre place est réservée"))).toHaveLength(12);
    const waiting = people
      .map((who, at) => ({ who, rank: ranks[at] ?? 0 }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => a.rank - b.rank);
    expect(waiting.map(({ rank }) => rank)).toEqual(Array.from({ length: 188 }, (_, at) => at + 1));
    const seated = people.filter((_, at) => ranks[at] === 0).slice(0, 5);
    const before = town.shown.length;
    for (const who of seated) {
      // oxlint-disable-next-line no-await-in-loop
      await town.says(who, "je ne peux plus venir");
    }
    await town.runUntil("2027-02-01T09:30:00Z");
    const offers = town.shown.slice(before).filter(({ text }) => /place se libère/u.test(text));
    expect(offers.map(({ reply: { to } }) => to.room)).toEqual(
      waiting.slice(0, 5).map(({ who }) => `@${who.split("@")[0] ?? ""}`),
    );
    expect(
      town.shown.filter(({ reply }) => !reply.to.isDirect).map(({ text }) => text),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/\bp\d+\b/u)]));
  });
});
