import { describe, expect, it } from "vitest";
import {
  messageBodies,
  privateBody,
} from "../../../src/adapters/discord/sending/message-bodies.ts";
import { readCustomId } from "../../../src/adapters/discord/sending/custom-ids.ts";
import { splitToLength } from "../../../src/model/split-text.ts";
import { fieldOf, listOf } from "../../../src/adapters/discord/field-of.ts";
import { type Choice, type Reply, say } from "../../../src/model/reply.ts";

const key = "k".repeat(22);
const to = { platform: "discord", room: "1", isDirect: false };
const showing = { withWords: false, tell: (phrase: string) => phrase };
const paragraph = `${"Un mot et un autre. ".repeat(30).trim()}\n\n`;

function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { ...say(text), key, to, kind: "reply", ...more };
}

function choices(count: number): Choice[] {
  return Array.from({ length: count }, (_, index) => ({
    label: `Choix ${index + 1}`,
    value: `ask:${index}`,
  }));
}

function parts(component: object | undefined): readonly unknown[] {
  return listOf(component, "components");
}

describe("a reply as messages", () => {
  it("is cut between paragraphs into texts of 2,000 characters, choices under the last", () => {
    const text = paragraph.repeat(10).trim();
    const bodies = messageBodies(reply(text, { choices: choices(2) }), showing);
    expect(bodies.length).toBeGreaterThan(1);
    expect(bodies.map(({ body }) => body.content).join("\n\n")).toBe(text);
    for (const { body } of bodies) expect(body.content.length).toBeLessThanOrEqual(2000);
    expect(bodies.map(({ body }) => body.components.length)).toEqual(
      bodies.map((_, index) => (index === bodies.length - 1 ? 1 : 0)),
    );
  });

  it("shows the times its words name on each reader's own clock, at the end", () => {
    const times = [{ at: "2027-03-09T17:00:00.000Z" }];
    const [made] = messageBodies(reply("Demain, 18 h.", { times }), showing);
    expect(made?.body.content).toBe("Demain, 18 h.\n\n· <t:1804611600:F>");
  });

  it("calls nobody, whatever its words name", () => {
    const [made] = messageBodies(reply("@everyone <@1> <@&2>"), showing);
    expect(made?.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it("has a button for each of up to five choices, judgements standing back", () => {
    const judged = [...choices(1), { label: "👍 Oui", value: "useful" }];
    const [made] = messageBodies(reply("?", { choices: judged }), showing);
    const buttons = parts(made?.body.components[0]);
    expect(buttons.map((one) => fieldOf(one, "style"))).toEqual([1, 2]);
    expect(buttons.map((one) => readCustomId(String(fieldOf(one, "custom_id"))))).toEqual([
      { kind: "choice", key, index: 0 },
      { kind: "choice", key, index: 1 },
    ]);
  });

  it("has a select above five choices, and writes them out above twenty-five", () => {
    const [six] = messageBodies(reply("?", { choices: choices(6) }), showing);
    const [select] = parts(six?.body.components[0]);
    expect(listOf(select, "options")).toHaveLength(6);
    const [thirty] = messageBodies(reply("?", { choices: choices(30) }), showing);
    expect(listOf(parts(thirty?.body.components[0])[0], "options")).toHaveLength(25);
    expect(thirty?.body.content).toContain("30. Choix 30");
  });

  it.each([0, 1, 4, 5, 6])("offers to write beside %i choices, five in a row at most", (count) => {
    const withWords = { ...showing, withWords: true };
    const [made] = messageBodies(reply("?", { choices: choices(count) }), withWords);
    const rows = (made?.body.components ?? []).map(parts);
    expect(rows.flat().at(-1)).toMatchObject({ custom_id: `w.${key}`, label: "words-button" });
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(5);
  });

  it("says what its files are to those who do not see them", () => {
    const attachments = [{ name: "a.json", type: "application/json", text: "{}", alt: "Tout" }];
    const [made] = messageBodies(reply("Voici", { attachments }), showing);
    expect(made?.body.attachments).toEqual([{ id: 0, filename: "a.json", description: "Tout" }]);
    expect(made?.files[0]?.bytes.toString()).toBe("{}");
  });
});

describe("a reply for one person alone", () => {
  it("is a text when it fits, else embeds, else a file", () => {
    const short = privateBody(reply("Oui"), showing);
    expect(short.body.content).toBe("Oui");
    const long = privateBody(reply(paragraph.repeat(5)), showing);
    expect(long.body.content).toBe("");
    expect(long.body.embeds?.every(({ description }) => description.length <= 4096)).toBe(true);
    const longest = privateBody(reply(paragraph.repeat(20)), showing);
    expect(longest.body.embeds).toEqual([]);
    expect(longest.body.content.length).toBeLessThanOrEqual(2000);
    expect(longest.files[0]?.name).toBe("long-answer-name");
    expect(longest.files[0]?.bytes.toString()).toContain(paragraph.trim());
  });
});

describe("a long text", () => {
  it.each([
    ["words without an end", "x".repeat(5000)],
    ["lines", "une ligne\n".repeat(500)],
    ["one paragraph", "Un mot et un autre. ".repeat(300)],
  ])("of %s loses nothing but blanks at the cuts", (_, text) => {
    const cut = splitToLength(text, 2000);
    for (const part of cut) expect(part.length).toBeLessThanOrEqual(2000);
    expect(cut.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
  });
});

it.each([undefined, "", "c..0", "c.a", "x.aaaa.1", `c.${"k".repeat(26)}.1`, "c.k.100", "s.k.1.2"])(
  "reads no choice in %j",
  (id) => {
    expect(readCustomId(id)).toBeUndefined();
  },
);

it("reads a select and a way to write back", () => {
  expect(readCustomId(`s.${key}`)).toEqual({ kind: "choice", key, index: undefined });
  expect(readCustomId(`w.${key}`)).toEqual({ kind: "words", key });
});
