import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "../../../../src/adapters/matrix/messages/read-event.ts";
import type { RoomView, Us } from "../../../../src/adapters/matrix/messages/us.ts";
import type { EventContent, RoomEvent } from "../../../../src/adapters/matrix/room-event.ts";
import { isDeletion, type IncomingMessage } from "../../../../src/model/incoming-message.ts";
import { amina, answer, direct, event, me, shared, text, us } from "./a-room.ts";

function read(
  content: EventContent,
  room: RoomView = shared,
  changes: Partial<RoomEvent> = {},
): IncomingMessage | undefined {
  const incoming = readEvent(event(content, changes), room, us);
  return incoming === undefined || isDeletion(incoming) ? undefined : incoming;
}

const mention = { "m.mentions": { user_ids: [me] } };

describe("a message", () => {
  it("is handed in whole", () => {
    expect(readEvent(event(text("bonjour")), direct, us)).toEqual({
      id: "$event",
      from: amina,
      isFromBot: false,
      roles: [],
      address: { platform: "matrix", room: "!dm:example.org", isDirect: true },
      text: "bonjour",
      pressed: undefined,
      isForUs: true,
      sentAt: new Date("2026-11-23T09:00:00Z"),
      edits: undefined,
      thread: undefined,
    });
  });

  it.each([
    ["ours", text("x"), { sender: me }],
    ["a state", text("x"), { stateKey: "" }],
    ["deleted", {}, {}],
    ["encrypted still", { algorithm: "m.megolm" }, { type: "m.room.encrypted" }],
    ["of a kind nobody reads", { msgtype: "m.location", body: "ici" }, {}],
    ["a picture without words", { msgtype: "m.image", body: "a.png" }, {}],
    ["a file named", { msgtype: "m.file", body: "a.pdf", filename: "a.pdf" }, {}],
    ["without words", { msgtype: "m.text", body: 3 }, {}],
  ])("that is %s says nothing", (_, content, changes) => {
    expect(readEvent(event(content, changes), direct, us)).toBeUndefined();
  });

  it("of what somebody does, and words under a picture, are read", () => {
    expect(read({ msgtype: "m.emote", body: "se demande" })?.text).toBe("se demande");
    const picture = { msgtype: "m.image", body: "c'est quoi ?", filename: "a.png" };
    expect(read(picture, direct)?.text).toBe("c'est quoi ?");
  });

  it.each([
    ["a notice", { msgtype: "m.notice", body: "x" }, {}],
    ["a configured bot", text("x"), { sender: "@bridge:example.org" }],
  ])("of %s comes from a bot", (_, content, changes) => {
    expect(read(content, direct, changes)?.isFromBot).toBe(true);
  });
});

describe("in a shared room a message is for us when it", () => {
  const reply = (id: string) => ({ "m.relates_to": { "m.in_reply_to": { event_id: id } } });
  const thread = (root: string, last: string) => ({
    "m.relates_to": {
      rel_type: "m.thread",
      event_id: root,
      is_falling_back: true,
      "m.in_reply_to": { event_id: last },
    },
  });
  const pill = `<a href="https://matrix.to/#/${me}">Passerelle</a> ça va ?`;
  it.each([
    ["mentions us", text("ça va ?", mention)],
    ["mentions us as older clients do", text("ça va ?", { formatted_body: pill })],
    ["names our account, without mentions", text(`tu connais ${me} ?`)],
    ["calls our name", text("passerelle : ça va ?", { "m.mentions": {} })],
    ["calls our name with a comma", text("Passerelle, ça va ?")],
    ["calls our account", text("@passerelle ça va ?")],
    ["begins with the prefix", text("!Assistant ça va ?")],
    ["answers us", text("et ensuite ?", reply("$ours"))],
    ["is in a thread under our answer", text("et ensuite ?", thread("$ours", "$x"))],
    ["is in a thread under what we answered", text("et ?", thread("$question", "$x"))],
  ])("%s", (_, content) => {
    expect(read(content)?.isForUs).toBe(true);
  });

  it.each([
    ["talks of us", text("Passerelle est utile, non ?", { "m.mentions": {} })],
    ["has a name that only begins like ours", text("Passerelles : un colloque")],
    ["begins with a longer word than the prefix", text("!assistante")],
    ["mentions the room", text("@room", { "m.mentions": { room: true } })],
    ["mentions somebody else", text("dis", { "m.mentions": { user_ids: ["@b:x"] } })],
    ["answers somebody else", text("oui", reply("$theirs"))],
    ["follows our words in a thread of others", text("oui", thread("$theirs", "$ours"))],
    ["has odd mentions", text("oui", { "m.mentions": { user_ids: me } })],
  ])("but not when it %s", (_, content) => {
    expect(read(content)?.isForUs).toBe(false);
  });
});

describe("the words of a message", () => {
  const quote = `> <${me}> ancienne\n> réponse\n\n`;
  const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$ours" } } };
  it.each([
    ["our name", "Passerelle : des frais ?", {}],
    ["our name and a mention", "Passerelle des frais ?", mention],
    ["our account", `${me}: des frais ?`, mention],
    ["the short of our account", "@passerelle, des frais ?", {}],
    ["a link to us", `[Passerelle](https://matrix.to/#/${me}) des frais ?`, mention],
    ["the prefix", "!assistant des frais ?", {}],
    ["a quote", `${quote}des frais ?`, reply],
    ["a quote and our name", `${quote}Passerelle: des frais ?`, reply],
  ])("are what is left without %s", (_, body, more) => {
    expect(read(text(body, more))?.text).toBe("des frais ?");
  });

  it.each([
    ["a name we only begin with", "Passerelle est utile ?", {}],
    ["a quote of one's own choosing", "> citation\nqu'en dire ?", {}],
    ["a reply that is all quotes", "> des frais ?", reply],
  ])("keep %s", (_, body, more) => {
    expect(read(text(body, more), direct)?.text).toBe(body);
  });

  it("may be none", () => {
    expect(read(text("!assistant"))).toMatchObject({ text: "", isForUs: true });
  });
});

describe("a correction", () => {
  const edit = {
    msgtype: "m.text",
    body: "* Passerelle : des frais ?",
    "m.new_content": text("Passerelle : des frais ?", mention),
    "m.relates_to": { rel_type: "m.replace", event_id: "$question" },
  };
  it("carries the new words, and which message they correct", () => {
    const said = { text: "des frais ?", edits: "$question", isForUs: true };
    expect(read(edit)).toMatchObject(said);
  });

  it("of what we answered is for us, though it says no more why it was", () => {
    const of = (corrected: string) =>
      read({
        ...edit,
        "m.new_content": text("des frais ?"),
        "m.relates_to": { rel_type: "m.replace", event_id: corrected },
      })?.isForUs;
    expect(of("$question")).toBe(true);
    expect(of("$other")).toBe(false);
  });

  it("without new words is nothing", () => {
    expect(read({ ...edit, "m.new_content": [] }, direct)).toBeUndefined();
  });
});

it("in a thread knows its thread", () => {
  const relation = { rel_type: "m.thread", event_id: "$root" };
  expect(read(text("x", { "m.relates_to": relation }))?.thread).toBe("$root");
});

describe("a reaction", () => {
  const react = (key: unknown, changes: Partial<RoomEvent> = {}, on = "$ours") =>
    read({ "m.relates_to": { rel_type: "m.annotation", event_id: on, key } }, shared, {
      type: "m.reaction",
      ...changes,
    });

  it("by number of the one who asked presses that choice", () => {
    const [first, second] = answer.choices;
    const pressed = { isForUs: true, pressedOn: "$ours", pressedKey: answer.key, text: "" };
    expect(react("1️⃣")).toMatchObject({ ...pressed, pressed: first });
    expect(react("2\u20E3")).toMatchObject({ ...pressed, pressed: second });
  });

  it("by 👍 of a label that names a workshop presses that choice", () => {
    const label = "👍 Oui, l'atelier 12 m'a été utile";
    const relation = { rel_type: "m.annotation", event_id: "$ours", key: "👍" };
    const reaction = event({ "m.relates_to": relation }, { type: "m.reaction" });
    const said = readEvent(reaction, shared, {
      ...us,
      ours: () => ({ ...answer, choices: [label] }),
    });
    expect(said).toMatchObject({ pressed: label, text: "" });
  });

  it.each(["👍", "👎🏽", "👍️"])("%s where usefulness is asked is words", (key) => {
    const said = { text: key.slice(0, 2), pressed: undefined, isForUs: true };
    expect(react(key)).toMatchObject(said);
  });

  it.each([
    ["somebody else's", react("1️⃣", { sender: "@b:x" })],
    ["our own", react("1️⃣", { sender: me })],
    ["to others", react("1️⃣", {}, "$theirs")],
    ["beyond the choices", react("4️⃣")],
    ["of another kind", react("🎉")],
    ["without a key", react(undefined)],
  ])("that is %s says nothing", (_, said) => {
    expect(said).toBeUndefined();
  });
});

describe("a deletion", () => {
  const type = "m.room.redaction";
  const deletion = { from: amina, deletes: "$question", address: { room: shared.room } };
  it("names what it deletes, as the server says it and not its content", () => {
    const redacts = "$question";
    expect(readEvent(event({}, { type, redacts }), shared, us)).toMatchObject(deletion);
    expect(readEvent(event({ redacts }, { type }), shared, us)).toBeUndefined();
  });
});

it("throws at nothing that anybody can send", () => {
  const key = fc.constantFrom(
    ..."msgtype body filename m.mentions m.relates_to m.new_content rel_type event_id".split(" "),
    ..."m.in_reply_to is_falling_back key user_ids redacts formatted_body __proto__".split(" "),
  );
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("m.text", "m.thread", "m.replace", "m.annotation", "$ours", me, "1️⃣"),
      fc.string({ unit: "binary" }),
      fc.constantFrom(null, true, 0, -1, 1e308),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(key, tie("any"), { maxKeys: 5 }),
    ),
  })).any;
  const content = fc.dictionary(key, value, { maxKeys: 8 });
  const type = fc.constantFrom("m.room.message", "m.reaction", "m.room.redaction");
  const names: Us = { ...us, names: ["a.*+?^${}()|[]\\", "", "/-"] };
  fc.assert(
    fc.property(content, type, fc.boolean(), (said, kind, isDirect) => {
      const incoming = readEvent(event(said, { type: kind }), { ...shared, isDirect }, names);
      const isMessage = incoming !== undefined && !isDeletion(incoming);
      expect(isMessage ? typeof incoming.text : "string").toBe("string");
    }),
    { numRuns: 3000 },
  );
});
