import { describe, expect, it, vi } from "vitest";
import { matrixDocuments, matrixKinds } from "../../../../src/adapters/matrix/matrix-documents.ts";
import { personKey } from "../../../../src/model/address.ts";
import { erasureOf } from "../../../../src/privacy/stored-about.ts";
import { tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import { keepSending, message, sendingPath } from "../../../support/matrix-sending.ts";

const MS_PER_HOUR = 3_600_000;

/** An adapter that starts with a message made ready some hours ago. */
async function startedWith(hours: number) {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  const room = rig.directRoom(amina);
  await rig.stopBot();
  const at = new Date(rig.now().getTime() - hours * MS_PER_HOUR).toISOString();
  const content = { msgtype: "m.text", body: "un" };
  const sealed = { type: "m.room.message", content };
  const reply = message(room, "un");
  const start = async (): Promise<void> => {
    await keepSending(rig, { reply, done: [], sealed, sealedAt: at, at });
    await rig.startBot();
    await rig.platform.send(message(room, "deux"));
  };
  return { rig, room, content, start };
}

describe("a message whose transaction the server may have forgotten", () => {
  it("is sent when it is not in the room", async () => {
    const { rig, room, start } = await startedWith(30);
    await start();
    expect(await rig.heard(room, 2)).toEqual(["un", "deux"]);
  });

  it("is not sent again when it is there", async () => {
    const { rig, room, content, start } = await startedWith(30);
    const event = rig.world.add(room, rig.bot.user, { type: "m.room.message", content });
    await start();
    expect(await rig.heard(room, 2)).toEqual(["un", "deux"]);
    expect(rig.homeserver.requestsTo(sendingPath)).toHaveLength(1);
    const sent = await rig.store.list(matrixDocuments.sent);
    expect(sent[0]?.document.events).toEqual([event]);
  });

  it("is given up after the days it is kept", async () => {
    const { rig, room, start } = await startedWith(8 * 24);
    await start();
    expect(await rig.heard(room, 1)).toEqual(["deux"]);
    expect(rig.log.lines.join()).toContain("message-refused");
  });
});

describe("a message to somebody who is forgotten while it waits", () => {
  it("is shown, and leaves nothing of them", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.homeserver.fail({ path: sendingPath, fault: tooMany(500) });
    const inReplyTo = { id: "$question", from: amina.user };
    const choices = [{ label: "Oui", value: "yes" }];
    const attachments = [{ name: "deux", type: "text/plain", text: "deux" }];
    await rig.platform.send(message(room, "un", { choices, inReplyTo, attachments }));
    await vi.waitFor(() => expect(rig.homeserver.requestsTo(sendingPath)).toHaveLength(1));
    const owner = personKey("matrix", amina.user);
    await rig.store.write(await erasureOf(owner, rig.store, matrixKinds));
    expect(await rig.heard(room, 2)).toHaveLength(2);
    await vi.waitFor(async () => {
      expect(await rig.store.list(matrixDocuments.sent)).toHaveLength(1);
    });
    const kept = [
      await rig.store.list(matrixDocuments.sent),
      await rig.store.list(matrixDocuments.sendings),
    ];
    expect(JSON.stringify(kept)).not.toMatch(/amina|question/);
  });
});
