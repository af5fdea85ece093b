import { describe, expect, it } from "vitest";
import { createMemoryShelf } from "../../../../src/stores/memory-shelf.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { held, last, readBy } from "../../../support/held-town.ts";

describe("what begins as a quotation", () => {
  it.each([
    [
      "of a colleague, with what one thinks of it",
      "> elle est pénible, celle-là\n\nje suis d'accord",
    ],
    ["of a colleague alone", "> elle est pénible, celle-là"],
    ["of a part of a colleague's words", "> pénible, celle-là"],
    ["as older clients put it before a reply", "> <@david:ici.fr> elle est pénible\n\noui"],
  ])("stays among colleagues: %s", async (_, text) => {
    const { town, camille, david } = await held();
    await david.writes("elle est pénible, celle-là");
    const sent = await camille.writes(text);
    expect(sent.map(({ reaction }) => reaction?.sign)).toEqual(["🔒"]);
    expect(readBy(town)).not.toMatch(/pénible|d'accord/);
  });

  it("is shown first where lines follow that are not quoted, and goes as it was shown", async () => {
    const { town, camille } = await held();
    await camille.writes("> Bonjour,\n\nil faut leur accord écrit.");
    expect(readBy(town)).not.toContain("accord écrit");
    expect(last(town)).toContain("Voici ce que la personne recevra");
    await camille.presses("Envoyer");
    expect(readBy(town)).toContain("Bonjour,\n\nil faut leur accord écrit.");
  });

  it("goes at once where every line is addressed, and where one's own note is said again", async () => {
    const { town, camille } = await held();
    await camille.writes("Il faut leur accord écrit.");
    await camille.writes("> Il faut leur accord écrit.");
    expect(readBy(town)).toContain("Il faut leur accord écrit.");
    await camille.writes("> Une ligne\n> et une autre");
    expect(readBy(town)).toContain("Une ligne\net une autre");
  });

  it("is shown first beside an answer to a colleague", async () => {
    const { town, camille, david } = await held();
    await david.writes("tu lui dis ?", undefined, { id: "from-david" });
    await camille.writes("> je lui dis demain", { repliesTo: "from-david" });
    expect(readBy(town)).not.toContain("demain");
  });
});

describe("files of a first message", () => {
  const pdf = (name: string) => {
    const bytes = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
    return {
      name,
      type: "application/pdf",
      size: bytes.length,
      read: () => Promise.resolve(bytes),
    };
  };

  it("go with it once it is agreed to, corrected or not", async () => {
    const { town, camille } = await held({ isFirst: true, shelf: createMemoryShelf() });
    await camille.writes("> Voici le modèle", undefined, { files: [pdf("accord.pdf")] });
    expect(last(town)).toMatch(/^Voici ce que la personne recevra, avec accord\.pdf :/);
    expect(town.asker.read.flatMap(({ attachments }) => attachments)).toEqual([]);
    await camille.presses("Corriger");
    await camille.writes("Voici le modèle à signer");
    await camille.presses("Envoyer");
    const sent = town.asker.read.at(-1);
    expect(sent?.text).toContain("Voici le modèle à signer");
    expect(sent?.attachments.map(({ name }) => name)).toEqual(["accord.pdf"]);
  });

  it("go alone too, and none stays on the shelf", async () => {
    const shelf = createMemoryShelf();
    const { town, camille } = await held({ isFirst: true, shelf });
    await camille.writes(">", undefined, { files: [pdf("accord.pdf")] });
    expect(last(town)).toBe("Voici ce que la personne recevra : accord.pdf.");
    await camille.presses("Envoyer");
    expect(town.asker.read.at(-1)?.attachments.map(({ name }) => name)).toEqual(["accord.pdf"]);
    expect(await shelf.list()).toEqual([]);
  });
});

describe("what an adviser proposes", () => {
  it("is theirs to agree to, not to correct afterwards by what they pressed for", async () => {
    const { town, camille } = await held();
    await camille.writes("modèle merci", undefined, { id: "asked-for" });
    await camille.presses("Envoyer");
    expect(readBy(town)).toContain("Merci pour votre question.");
    await camille.writes("elle est pénible", undefined, { edits: "asked-for" });
    expect(readBy(town)).not.toContain("pénible");
  });
});

describe("somebody else than who holds it", () => {
  it("signs among colleagues alone, and the holder for who asked", async () => {
    const { town, camille, david } = await held();
    await town.asker.says("Merci, et pour samedi ?", { id: "asked" });
    const on = town.team().findLast(({ text }) => text.includes("samedi"))?.key ?? "";
    const signs = () => town.asker.read.flatMap(({ reaction }) => reaction?.sign ?? []);
    await david.reacts("✅", on);
    expect(signs()).toEqual([]);
    await camille.reacts("👍", on);
    expect(signs()).toEqual(["👍"]);
  });

  it("who is suspended corrects nothing any more", async () => {
    const { town, camille } = await held();
    await camille.writes("> Une réponse", undefined, { id: "said" });
    const room = town.directory.coordinations[0]?.room;
    if (!room) throw new Error("no coordination");
    const address = { platform: room.platform, room: room.room, isDirect: false };
    await town.hears({ from: "gwen", address, text: "suspendre Camille" });
    await camille.writes("> une insulte", undefined, { edits: "said" });
    expect(readBy(town)).not.toContain("insulte");
    await camille.writes("> encore");
    expect(readBy(town)).not.toContain("encore");
  });

  it("takes at once what was just given back, with its history", async () => {
    const { town, camille, david } = await held();
    const { thread } = camille;
    await town.heard({
      from: "camille",
      address: camille.room,
      text: "je rends",
      thread: thread ?? "",
    });
    await town.heard({
      from: "david",
      address: david.room,
      text: "je prends",
      thread: thread ?? "",
    });
    expect((await town.request()).state).toMatchObject({ adviser: "david" });
  });

  it("who gave it back twice is not offered it a third time", async () => {
    const { town, camille } = await held();
    await camille.writes("je rends");
    await camille.writes("je prends");
    await camille.writes("je rends");
    await camille.writes("je prends");
    expect(last(town)).toBe(
      "Vous avez déjà rendu A-1 deux fois : laissons-la à quelqu'un d'autre.",
    );
  });
});

describe("in the room instead of the thread", () => {
  it("« je prends » asks which, where several wait", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.hasRequest({ asker: undefined });
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.writes("je prends", { thread: null }, { isForUs: false });
    expect(last(town)).toMatch(/^De quelle demande s'agit-il/);
  });

  it("an answer to a relayed message without its thread goes where it is meant", async () => {
    const { town, camille } = await held();
    await town.asker.says("Merci, et pour samedi ?");
    const on = town.team().findLast(({ text }) => text.includes("samedi"))?.key ?? "";
    await camille.writes("samedi, c'est possible", { thread: null, repliesTo: on });
    expect(readBy(town)).toContain("samedi, c'est possible");
  });

  it("« !r » says that nothing was sent", async () => {
    const { town, camille } = await held();
    await camille.writes("!r bonjour madame", { thread: null }, { isForUs: false });
    expect(readBy(town)).not.toContain("madame");
    expect(last(town)).toContain("rien n'a été envoyé");
  });
});
