import { describe, expect, it } from "vitest";
import { playRehearsal } from "../../src/main/play-rehearsal.ts";
import { rehearsalMarkdown } from "../../src/main/rehearsal-markdown.ts";
import { subscriptionsOf } from "../../src/main/rehearsed-readers.ts";
import { subscriptionFileShape } from "../../src/loading/subscription-file-shape.ts";
import { addDays, dayOf, instantOf } from "../../src/workshops/wall-time.ts";
import { workshop } from "../announcements/programme-of.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { library } from "../support/small-library.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const config = { timeZone: "Europe/Paris", language: "fr" } as const;

const readers = subscriptionFileShape.parse({
  rooms: [
    { room: "nantes", kinds: ["digest", "day-before"] },
    { room: "saint-denis", zone: "Indian/Reunion", kinds: ["digest", "day-before"] },
    { room: "papeete", zone: "Pacific/Tahiti", kinds: ["digest", "day-before"] },
    { room: "english", language: "en", kinds: ["day-before"] },
    { room: "elsewhere", territories: ["35"], kinds: ["digest", "day-before"] },
  ],
  people: [{ person: "amina", workshops: ["second"] }],
});

/** A fortnight with a workshop on two Tuesdays at 18:00 in Paris. */
async function fortnight(from: string, tuesdays: readonly [string, string]): Promise<string> {
  const [first, second] = tuesdays;
  const on = (id: string, day: string) =>
    workshop({ id, localStart: `${day}T18:00`, localEnd: `${day}T20:00` });
  const start = instantOf(`${from}T00:00`, "Europe/Paris");
  const end = instantOf(`${dayOf(addDays(`${from}T00:00`, 14))}T00:00`, "Europe/Paris");
  const messages = await playRehearsal({
    workshops: [on("first", first), on("second", second)],
    phrases: library.phrases,
    readers,
    config,
    span: { from: start, to: end },
  });
  return rehearsalMarkdown(subscriptionsOf(readers, config, start), messages);
}

/** What one room is sent: each heading, and the times that are said under it. */
function sentTo(room: string, markdown: string): readonly string[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${room} ·`)) ?? "";
  return section
    .split(/^### /m)
    .slice(1)
    .map((message) => {
      const [heading = ""] = message.split("\n");
      const times = message.match(/18 h – 20 h[^\n]*/g) ?? [];
      return [heading, ...times].join(" | ");
    });
}

describe("a rehearsal", () => {
  it("of the fortnight in which Paris goes to summer time", async () => {
    const markdown = await fortnight("2027-03-22", ["2027-03-23", "2027-03-30"]);
    const own = "18 h – 20 h (heure de Paris)";
    const winter = `${own} · **21 h – 23 h à La Réunion**`;
    const summer = `${own} · **20 h – 22 h à La Réunion**`;
    expect(sentTo("nantes", markdown)).toEqual([
      `lundi 22 mars 2027, 09:00 | ${own} | ${own}`,
      `lundi 22 mars 2027, 18:00 | ${own}`,
      `lundi 29 mars 2027, 09:00 | ${own}`,
      `lundi 29 mars 2027, 18:00 | ${own}`,
    ]);
    expect(sentTo("saint-denis", markdown)).toEqual([
      `lundi 22 mars 2027, 09:00 | ${winter} | ${summer}`,
      `lundi 22 mars 2027, 18:00 | ${winter}`,
      `lundi 29 mars 2027, 09:00 | ${summer}`,
      `lundi 29 mars 2027, 18:00 | ${summer}`,
    ]);
    // There, 18:00 in Paris is the morning of the same Tuesday.
    expect(sentTo("papeete", markdown)).toEqual([
      `lundi 22 mars 2027, 09:00 | ${own} · **7 h – 9 h à Tahiti** | ${own} · **6 h – 8 h à Tahiti**`,
      `lundi 22 mars 2027, 18:00 | ${own} · **7 h – 9 h à Tahiti**`,
      `lundi 29 mars 2027, 09:00 | ${own} · **6 h – 8 h à Tahiti**`,
      `lundi 29 mars 2027, 18:00 | ${own} · **6 h – 8 h à Tahiti**`,
    ]);
  });

  it("of the fortnight in which Paris goes back to winter time", async () => {
    const markdown = await fortnight("2027-10-25", ["2027-10-26", "2027-11-02"]);
    expect(sentTo("saint-denis", markdown).map((line) => line.match(/\d+ h – \d+ h à/g))).toEqual([
      ["20 h – 22 h à", "21 h – 23 h à"],
      ["20 h – 22 h à"],
      ["21 h – 23 h à"],
      ["21 h – 23 h à"],
    ]);
    expect(sentTo("papeete", markdown).map((line) => line.match(/\d+ h – \d+ h à/g))).toEqual([
      ["6 h – 8 h à", "7 h – 9 h à"],
      ["6 h – 8 h à"],
      ["7 h – 9 h à"],
      ["7 h – 9 h à"],
    ]);
    expect(sentTo("nantes", markdown).map((line) => line.split(" | ")[0])).toEqual([
      "lundi 25 octobre 2027, 09:00",
      "lundi 25 octobre 2027, 18:00",
      "lundi 1er novembre 2027, 09:00",
      "lundi 1er novembre 2027, 18:00",
    ]);
  });

  it("is dated in the language of each room", async () => {
    const markdown = await fortnight("2027-03-22", ["2027-03-23", "2027-03-30"]);
    expect(markdown).toContain("### Monday, 22 March 2027, 18:00\n\n> **Tomorrow: ");
  });

  it("shows that a room with nothing to be told is told nothing", async () => {
    const markdown = await fortnight("2027-03-22", ["2027-03-23", "2027-03-30"]);
    expect(sentTo("elsewhere", markdown)).toEqual([]);
    expect(markdown).toContain("## elsewhere · simulated · Europe/Paris\n\n*(nothing)*");
  });

  it("plays the sample programme of 2022 from the command line", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "readers.yaml": "rooms:\n  - room: clisson\n    zone: Indian/Reunion\n" });
    const args = ["--from", "2022-02-21", "--days", "14"];
    const usual = await runPasserelle(["rehearse", ...args]);
    expect(usual.err).toContain("a sample room");
    expect(usual.out).toContain("### lundi 21 février 2022, 09:00");
    expect(usual.out).toContain("10 h ou 11 h, au choix (heure de Paris)");
    const file = `${folder}/readers.yaml`;
    const { out } = await runPasserelle(["rehearse", ...args, "--subscriptions", file]);
    expect(out).toContain("## clisson · simulated · Indian/Reunion");
    expect(out).toContain("**13 h ou 14 h à La Réunion**");
  });

  it.each([
    [["--from", "22 mars"], "--from takes a day"],
    [["--from", "2022-02-21", "--days", "0"], "--days takes a number"],
    [["--from", "2022-02-21", "--days", "1", "--room", "nowhere"], 'No room "nowhere"'],
  ])("refuses %j and says why", async (args, why) => {
    const { code, err } = await runPasserelle(["rehearse", ...args]);
    expect(code).toBe(1);
    expect(err).toContain(why);
  });

  it("names the line of a subscription it cannot read", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "readers.yaml": "rooms:\n  - room: clisson\n    zone: Paris\n" });
    const file = `${folder}/readers.yaml`;
    const args = ["rehearse", "--from", "2022-02-21", "--subscriptions", file];
    const { code, err } = await runPasserelle(args);
    expect(code).toBe(1);
    expect(err).toContain(`${file}:3 `);
  });
});
