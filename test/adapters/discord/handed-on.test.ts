import { describe, expect, it } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { directTo } from "../../../src/model/address.ts";
import { PlaceRefused } from "../../../src/model/errors.ts";
import type { Reply } from "../../../src/model/reply.ts";
import { inTeam, offered } from "../../support/listening-discord.ts";

const day = 24 * 3_600_000;

describe("the thread of a message", () => {
  it("is opened at once under it, named after its first line, and heard whole", async () => {
    const { camille, thread, room, id, last, heard, message } = await offered();
    expect(thread).toMatchObject({ id, parentId: room.id, name: "A-127 · Données et RGPD" });
    camille.send(thread, "je regarde");
    await heard(1);
    expect(last()).toMatchObject({ text: "je regarde", isForUs: true, thread: id });
    expect(last()?.address.room).toBe(room.id);
    expect(message(room, id).content).toContain("Faut-il");
  });

  it("is heard for months, after restarts and a purge, and its corrections and deletions too", async () => {
    const { discord, camille, thread, id, last, heard } = await offered();
    await discord.stop();
    discord.clock.moveByMs(125 * day);
    const { threads } = discordDocuments;
    const [kept] = await discord.store.list(threads);
    if (!kept) throw new Error("no thread kept");
    const until = Date.parse(threads.lastUsed(kept.document)) + threads.keptDays * day;
    expect(until).toBeGreaterThan(discord.clock.now().getTime());
    await discord.begin();
    const said = camille.send(thread, "bonjour");
    await heard(1);
    camille.edit(said, "bonjour Amina");
    await heard(2);
    expect(last()).toMatchObject({ edits: said.id, text: "bonjour Amina", thread: id });
    await discord.stop();
    await discord.begin();
    camille.edit(said, "bonjour à vous");
    await heard(3);
    camille.delete(said);
    await heard(4);
    expect(discord.received.at(-1)).toMatchObject({ deletes: said.id });
  });

  it("is where replies go, which are changed and taken away there", async () => {
    const { discord, camille, thread, to, id, message } = await offered();
    const note = camille.send(thread, "!r bonjour");
    const inReplyTo = { id: note.id, from: camille.id };
    const key = "a-relayed-one";
    const shown = await discord.send({ key, to, thread: id, text: "envoyé", inReplyTo });
    expect(message(thread, shown)).toMatchObject({ content: "envoyé", replyTo: note.id });
    discord.clock.moveByMs(60 * day);
    const changed = await discord.send({
      key: "b",
      to,
      thread: id,
      text: "corrigé",
      replaces: key,
    });
    expect(changed).toBe(shown);
    expect(message(thread, shown).content).toBe("corrigé");
    await discord.send({ to, thread: id, replaces: "b", isWithdrawal: true });
    expect(thread.messages.some((one) => one.id === shown)).toBe(false);
  });

  it("that may not be opened refuses its place, and is opened once the right is back, under one message", async () => {
    const { discord, server, guild, to, room } = await inTeam();
    const body = { code: 50_013 };
    const fate = { kind: "answer", status: 403, body } as const;
    server.fail({ method: "POST", path: /\/threads$/, times: 1, fate });
    const offer = { key: "offer", to, text: "A-1", opensThread: true } as const;
    await expect(discord.send(offer)).rejects.toBeInstanceOf(PlaceRefused);
    const id = await discord.send(offer);
    expect(server.world.channel(id ?? "").parentId).toBe(room.id);
    expect(room.messages).toHaveLength(1);
    expect(guild.id).toBe(room.guildId);
  });
});

describe("a sign", () => {
  it("put on any message between us, or in a thread of ours, is handed in, and so is its removal", async () => {
    const { discord, amina, camille, thread, id, to, last, heard, message } = await offered();
    const direct = { platform: "discord", room: amina.direct().id, isDirect: true };
    const shown = message(amina.direct(), await discord.send({ to: direct, text: "bonjour" }));
    amina.react(shown, "👍");
    await heard(1);
    const sign = `reaction.${shown.id}.${amina.id}.👍`;
    const reacts = { sign: "👍", on: shown.id };
    expect(last()).toMatchObject({ reacts, sign, isForUs: true, text: "", from: amina.id });
    expect(last()?.pressed).toBeUndefined();
    amina.unreact(shown, "👍");
    await heard(2);
    expect(discord.received.at(-1)).toMatchObject({ deletes: sign, from: amina.id });
    const relayed = message(thread, await discord.send({ to, thread: id, text: "question" }));
    camille.react(relayed, "❤️");
    await heard(3);
    expect(last()).toMatchObject({ reacts: { sign: "❤️", on: relayed.id }, thread: id });
  });

  it("on what others say to one another is not", async () => {
    const { amina, camille, bob, room, heard, last } = await inTeam();
    camille.react(bob.send(room, "salut"), "👍");
    amina.tell("bonjour");
    await heard(1);
    expect(last()?.text).toBe("bonjour");
  });

  it("of ours is put once and taken away, shows no text and holds nothing up where it is refused", async () => {
    const { discord, server, camille, thread, to, id } = await offered();
    const note = camille.send(thread, "!r bonjour");
    const put = { key: "sign", to, thread: id, reaction: { sign: "✅", on: note.id } };
    expect(await discord.send(put)).toBeUndefined();
    await discord.send(put);
    expect([...(note.reactions.get("✅") ?? [])]).toEqual([server.botId]);
    const isTakenAway = { sign: "✅", on: note.id, isTakenAway: true };
    await discord.send({ to, thread: id, reaction: isTakenAway });
    expect(note.reactions.get("✅")?.size ?? 0).toBe(0);
    camille.delete(note);
    await discord.send({ ...put, key: "late" });
    expect(discord.log.lines.join("")).toContain("sign-not-shown");
    expect(thread.messages.filter(({ authorId }) => authorId === server.botId)).toEqual([]);
  });
});

describe("a person who takes no direct messages", () => {
  it.each([
    ["a person", (person: string) => directTo("discord", person)],
    ["their channel", (_: string, room: string) => ({ platform: "discord", room, isDirect: true })],
  ])("refuses what is for %s, and gets it once they write again", async (_, addressOf) => {
    const { discord, server, amina, heard } = await inTeam();
    server.guild("Ailleurs", { owner: amina });
    const to = addressOf(amina.id, amina.direct().id);
    const words: Partial<Reply> & Pick<Reply, "to"> = { key: "words", to, text: "bonjour" };
    amina.closesDirectMessages();
    const before = server.requestsTo("POST /channels/:channel/messages").length;
    for (const reply of [words, words, { ...words, kind: "reply" } as const]) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(discord.send(reply)).rejects.toBeInstanceOf(PlaceRefused);
    }
    // Discord is not asked each time: it bans who is refused too often.
    expect(server.requestsTo("POST /channels/:channel/messages").length - before).toBe(1);
    amina.opensDirectMessages();
    amina.tell("me revoilà");
    await heard(1);
    await discord.send(words);
    expect(amina.seesFromBot(amina.direct()).map(({ content }) => content)).toEqual(["bonjour"]);
  });

  it("is told apart when they share no server with us any more", async () => {
    const { discord, server, amina } = await inTeam();
    const fate = { kind: "answer", status: 403, body: { code: 50_278 } } as const;
    server.fail({ method: "POST", path: /\/messages$/, times: 1, fate });
    const gone = discord.send({ to: directTo("discord", amina.id), text: "bonjour" });
    await expect(gone).rejects.toBeInstanceOf(PlaceRefused);
  });
});

it("marks what it answers between the two of us when it is relayed", async () => {
  const { discord, amina, heard, message } = await inTeam();
  const asked = amina.tell("et pour un mineur ?");
  await heard(1);
  const to = { platform: "discord", room: amina.direct().id, isDirect: true };
  const inReplyTo = { id: asked.id, from: amina.id };
  const shown = await discord.send({ to, text: "avec l'accord des parents", inReplyTo });
  expect(message(amina.direct(), shown).replyTo).toBe(asked.id);
});
