import { describe, expect, it } from "vitest";
import { inTeam, offered } from "../../support/listening-discord.ts";

describe("what comes with a message", () => {
  it("a reply says which message it answers, whose and its words", async () => {
    const { server, camille, bob, room, last, heard } = await inTeam();
    const asked = bob.send(room, "comment faire un don ?");
    const reply = camille.send(room, `${server.botMention} transmettre`, { replyTo: asked });
    await heard(1);
    expect(last()).toMatchObject({
      id: reply.id,
      repliesTo: { id: asked.id, from: bob.id, text: "comment faire un don ?" },
    });
  });

  it("the menu of a message says which message it was opened on", async () => {
    const { camille, bob, room, last, heard } = await inTeam();
    const asked = bob.send(room, "comment faire un don ?");
    await camille.useMessageMenu(asked, "Transmettre à une personne").acknowledged();
    await heard(1);
    expect(last()).toMatchObject({
      text: "humain",
      from: camille.id,
      repliesTo: { id: asked.id, from: bob.id, text: "comment faire un don ?" },
    });
  });

  it("a file alone is handed in between us and in a thread of ours, and not among others", async () => {
    const { discord, camille, amina, thread, room, id, last, heard, message } = await offered();
    const bytes = Buffer.from([1, 2, 3, 250]);
    const picture = { name: "a.png", content: bytes, contentType: "image/png" };
    camille.send(room, "", { files: [picture], replyTo: message(room, id), ping: false });
    camille.send(thread, "", { files: [picture] });
    await heard(1);
    expect(last()).toMatchObject({ text: "", thread: id });
    amina.tell("", { files: [picture] });
    await heard(2);
    const [file] = last()?.files ?? [];
    expect(file).toMatchObject({ name: "a.png", type: "image/png", size: 4 });
    expect(Buffer.from((await file?.read()) ?? [])).toEqual(bytes);
    expect(discord.messages).toHaveLength(2);
  });

  it("a text file is read as words, and given as a file too", async () => {
    const { amina, last, heard } = await inTeam();
    amina.tell("", { files: [{ name: "message.txt", content: "une longue question" }] });
    await heard(1);
    expect(last()?.text).toBe("une longue question");
    expect(last()?.files?.map(({ name }) => name)).toEqual(["message.txt"]);
  });

  it("a file that is larger than it says, or kept elsewhere, is not read", async () => {
    const { server, amina, last, heard } = await inTeam();
    const file = { name: "b.pdf", content: "12345", contentType: "application/pdf" };
    const said = amina.tell("", { files: [file] });
    await heard(1);
    const told = (after: bigint, attachment: object) => {
      server.emitRaw("MESSAGE_CREATE", {
        id: String(BigInt(said.id) + after),
        channel_id: amina.direct().id,
        type: 0,
        content: "",
        author: { id: amina.id, username: "amina" },
        attachments: [
          { id: "1", filename: "b.pdf", content_type: file.contentType, ...attachment },
        ],
      });
    };
    told(1n, { size: 5, url: "https://example.org/b.pdf" });
    await heard(2);
    await expect(last()?.files?.[0]?.read()).rejects.toThrow("not kept by Discord");
    const kept = said.attachments[0]?.id ?? "";
    const url = `${new URL(server.apiUrl).origin}/attachments/${said.channelId}/${kept}/b.pdf`;
    told(2n, { size: 4, url });
    await heard(3);
    await expect(last()?.files?.[0]?.read()).rejects.toThrow("larger than 4 bytes");
  });
});
