import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choiceReactions,
  reactionContent,
} from "../../../../src/adapters/matrix/messages/choices.ts";
import { contentsOf, MOST_BYTES } from "../../../../src/adapters/matrix/messages/event-contents.ts";
import type { EventContent } from "../../../../src/adapters/matrix/room-event.ts";
import type { Reply } from "../../../../src/model/reply.ts";
import { amina } from "./a-room.ts";

const to = { platform: "matrix", room: "!room:example.org", isDirect: false };
const inReplyTo = { id: "$question", from: amina };

function reply(changes: Partial<Reply> = {}): Reply {
  const said = { text: "oui", choices: [], attachments: [] };
  return { key: "key", kind: "reply", to, inReplyTo, ...said, ...changes };
}

function show(changes: Partial<Reply> = {}, replaces: readonly string[] = []): EventContent[] {
  return contentsOf(reply(changes), { replaces });
}

const html = "org.matrix.custom.html";
const answered = { "m.in_reply_to": { event_id: "$question" } };

describe("an answer", () => {
  it("in a shared room replies to who asked, and calls them", () => {
    expect(show({ text: "**oui**" })).toEqual([
      {
        msgtype: "m.text",
        body: "oui",
        format: html,
        formatted_body: "<p><strong>oui</strong></p>",
        "m.mentions": { user_ids: [amina] },
        "m.relates_to": answered,
      },
    ]);
  });

  it("in a direct room calls nobody", () => {
    const [content] = show({ to: { ...to, isDirect: true } });
    expect(content).toMatchObject({ "m.mentions": {}, "m.relates_to": answered });
  });

  it("in a thread stays there", () => {
    expect(show({ thread: "$root" })[0]?.["m.relates_to"]).toEqual({
      rel_type: "m.thread",
      event_id: "$root",
      is_falling_back: false,
      ...answered,
    });
  });

  it("to nothing relates to nothing", () => {
    const [content] = show({ inReplyTo: undefined });
    expect(content).toMatchObject({ "m.mentions": {} });
    expect(content).not.toHaveProperty(["m.relates_to"]);
  });

  it.each([
    ["reply", "m.text", [amina]],
    ["relay", "m.text", undefined],
    ["notice", "m.notice", undefined],
    ["announcement", "m.notice", undefined],
  ] as const)("of kind %s is %s", (kind, msgtype, called) => {
    const mentions = called === undefined ? {} : { user_ids: called };
    expect(show({ kind })[0]).toMatchObject({ msgtype });
    expect(show({ kind })[0]?.["m.mentions"]).toEqual(mentions);
  });

  it("that is only a file has no text", () => {
    expect(show({ text: "" })).toEqual([]);
  });
});

describe("choices", () => {
  const choices = ["<b>Un</b>", "@room\ndeux"].map((label) => ({ label, value: label }));
  it("are numbered lines under the text, in the person's own signs", () => {
    expect(show({ text: "1. pas\n2. à pas", choices })[0]).toMatchObject({
      body: "1. pas\n2. à pas\n\n1. <b>Un</b>\n2. @\u200Broom deux",
      formatted_body:
        "<ol>\n<li>pas</li>\n<li>à pas</li>\n</ol>" +
        "<ol><li>&lt;b&gt;Un&lt;/b&gt;</li><li>@\u200Broom deux</li></ol>",
    });
  });

  it("have a reaction each, as far as there are signs for them", () => {
    const labels = Array.from({ length: 12 }, (_, at) => `Choix ${at}`);
    expect(choiceReactions({ choices: labels.slice(0, 3) })).toEqual(["1️⃣", "2️⃣", "3️⃣"]);
    expect(choiceReactions({ choices: labels })).toHaveLength(9);
    expect(reactionContent("$e", "1️⃣")).toEqual({
      "m.relates_to": { rel_type: "m.annotation", event_id: "$e", key: "1️⃣" },
    });
  });
});

describe("many choices", () => {
  const many = Array.from({ length: 45 }, (_, at) => `${at} ${"é".repeat(76)}`);
  const choices = many.map((label) => ({ label, value: label }));
  const start = /<ol start="(\d+)">/;

  it("go on in messages of their own, numbered on, and leave the text whole", () => {
    const parts = show({ text: "Voici les ateliers du mois.", choices });
    const bodies = parts.map(({ body }) => String(body));
    expect(bodies[0]).toBe("Voici les ateliers du mois.");
    const lines = bodies.slice(1).flatMap((body) => body.split("\n"));
    expect(lines).toEqual(many.map((label, at) => `${at + 1}. ${label}`));
    expect(parts.length).toBeLessThan(5);
    const shown = String(parts.at(-1)?.["formatted_body"]);
    const numbered = Number(start.exec(shown)?.[1]);
    expect(bodies.at(-1)).toMatch(new RegExp(`^${numbered}\\. `));
  });

  it("stand under the end of a long text where they fit there", () => {
    const text = "Une phrase. ".repeat(900);
    const parts = show({ text, choices: choices.slice(0, 20) });
    const alone = show({ text });
    expect(parts.length - alone.length).toBeLessThanOrEqual(1);
    expect(parts.slice(0, -2).map(({ body }) => body)).toEqual(
      alone.slice(0, parts.length - 2).map(({ body }) => body),
    );
  });
});

describe("a reply that replaces another", () => {
  it("edits it, and calls nobody again", () => {
    expect(show({ replaces: "earlier", thread: "$root" }, ["$old"])).toEqual([
      {
        msgtype: "m.text",
        body: "* oui",
        format: html,
        formatted_body: "* <p>oui</p>",
        "m.mentions": {},
        "m.new_content": {
          msgtype: "m.text",
          body: "oui",
          format: html,
          formatted_body: "<p>oui</p>",
          "m.mentions": { user_ids: [amina] },
        },
        "m.relates_to": { rel_type: "m.replace", event_id: "$old" },
      },
    ]);
  });

  it("that is no longer known is a new message", () => {
    expect(show({ replaces: "earlier" })).toEqual(show());
  });

  it("by nothing has nothing to show", () => {
    expect(show({ replaces: "earlier", isWithdrawal: true, text: "x" }, ["$old"])).toEqual([]);
  });
});

describe("a long reply", () => {
  const paragraph = "Une phrase qui dit quelque chose. ".repeat(20).trim();
  const text = Array.from({ length: 40 }, (_, at) => `${at}. ${paragraph}`).join("\n\n");
  const choices = [{ label: "Oui", value: "yes" }];

  it("answers once, then follows; the choices come last", () => {
    const parts = show({ text, choices, thread: "$root" });
    expect(parts.length).toBeGreaterThan(2);
    const [first, ...others] = parts;
    expect(first).toMatchObject({ "m.mentions": { user_ids: [amina] } });
    for (const other of others) {
      expect(other["m.mentions"]).toEqual({});
      expect(other["m.relates_to"]).toMatchObject({ event_id: "$root", is_falling_back: true });
    }
    const bodies = parts.map(({ body }) => String(body));
    expect(bodies.map((body) => body.endsWith("1. Oui"))).toEqual(
      parts.map((_, index) => index === parts.length - 1),
    );
    expect(bodies.every((body) => /^\d+\. Une phrase/.test(body))).toBe(true);
  });

  it("edits as many messages as there were, and adds the others", () => {
    const parts = show({ text, replaces: "earlier" }, ["$1", "$2"]);
    const edited = parts.map((part) => Object.hasOwn(part, "m.new_content"));
    expect(edited.slice(0, 3)).toEqual([true, true, false]);
  });

  it("has no part too large, whatever it holds", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom('<&">', "\u0001", "é".repeat(500), "\n\n", ". ", "**a** ", "\uD800"),
    );
    const long = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }))
      .map(([words, times]) => words.join(" ").repeat(times));
    fc.assert(
      fc.property(long, fc.boolean(), (said, isEdit) => {
        const replaces = isEdit ? ["$1", "$2", "$3", "$4"] : [];
        for (const content of show({ text: said, choices, thread: "$root" }, replaces)) {
          expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThanOrEqual(MOST_BYTES);
          expect(String(content["body"]).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of plain words says every one of them, in order", () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 400 }), (some, times) => {
        const all = Array.from({ length: times }, () => some.join(" ")).join("\n\n");
        const bodies = show({ text: all }).map(({ body }) => body);
        expect(bodies.join("\n\n").split(/\s+/)).toEqual(all.split(/\s+/));
      }),
      { numRuns: 60 },
    );
  });
});
