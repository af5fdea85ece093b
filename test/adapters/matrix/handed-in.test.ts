import { describe, expect, it, vi } from "vitest";
import { reactionContent } from "../../../src/adapters/matrix/messages/choices.ts";
import type { FakeDevice } from "../../support/fake-matrix/fake-state.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";

const table = "titre;date;heure;theme;lieu\nAtelier A;9/03/2037;18h;libre;Mairie";

async function withAmina() {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  return { rig, amina };
}

/** Puts a file in a direct room of theirs. */
function handsIn(
  { rig, amina }: { rig: MatrixRig; amina: FakeDevice },
  mimetype: string,
  words?: string,
): string {
  const room = rig.directRoom(amina);
  const bytes = Buffer.from(table);
  rig.homeserver.state.media.set("file", { bytes, type: mimetype });
  rig.world.say(room, amina.user, words ?? "programme.csv", {
    msgtype: "m.file",
    filename: "programme.csv",
    url: `mxc://${rig.world.domain}/file`,
    info: { mimetype, size: bytes.length },
  });
  return room;
}

describe("a file of data", () => {
  it.each(["text/csv", "text/calendar; charset=utf-8", "application/json"])(
    "of type %s is what its sender says",
    async (type) => {
      const parts = await withAmina();
      await parts.rig.heard(handsIn(parts, type), 1);
      expect(parts.rig.received).toMatchObject([{ text: table }]);
    },
  );

  it("comes after the word that says what to do with it", async () => {
    const parts = await withAmina();
    await parts.rig.heard(handsIn(parts, "text/csv", "importer"), 1);
    expect(parts.rig.received).toMatchObject([{ text: `importer\n${table}` }]);
  });

  it("is left aside under a sentence, which is what is said", async () => {
    const parts = await withAmina();
    const words = "que faut-il mettre dans ce tableau ?";
    await parts.rig.heard(handsIn(parts, "text/csv", words), 1);
    expect(parts.rig.received).toMatchObject([{ text: words }]);
  });
});

it("names a reaction by what takes it back", async () => {
  const { rig, amina } = await withAmina();
  const room = rig.sharedRoom(amina);
  await rig.platform.send({
    key: "announcement",
    to: { platform: "matrix", room, isDirect: false },
    kind: "announcement",
    text: "Un nouvel atelier.",
    choices: [{ label: "✋ Je m'inscris au 12", value: "sign-up" }],
    attachments: [],
  });
  const said = rig.world.eventsIn(room).filter(({ type }) => type === "m.room.message");
  const ours = said.find(({ sender }) => sender === rig.bot.user);
  const hand = rig.world.add(room, amina.user, {
    type: "m.reaction",
    content: reactionContent(ours?.event_id ?? "", "✋🏽"),
  });
  await vi.waitFor(() => {
    expect(rig.received).toMatchObject([{ pressed: "✋ Je m'inscris au 12", sign: hand }]);
  });
  rig.world.redact(room, amina.user, hand);
  await vi.waitFor(() => {
    expect(rig.received.at(-1)).toMatchObject({ from: amina.user, deletes: hand });
  });
});
