import { expect, it } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import type { RigOptions } from "../../support/discord-rig.ts";

async function inGuild(options: RigOptions = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  return { rig, server, amina, general: guild.channel("general") };
}

it("does not let somebody's later words overtake those of their file", async () => {
  const { rig, server, amina } = await inGuild();
  await amina.waitForAnswer(amina.tell("aide"));
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  server.fail({
    method: "GET",
    path: /attachments/,
    times: Infinity,
    fate: { kind: "held", until },
  });
  const file = amina.tell("", { files: [{ name: "message.txt", content: question }] });
  amina.tell("humain");
  // What somebody else says is not held up, and comes after theirs.
  await amina.waitForAnswer(
    amina.send(
      server.guild("Ailleurs", { owner: amina }).channel("general"),
      `${server.botMention} aide`,
    ),
  );
  const place = (await rig.store.list(discordDocuments.places)).find(
    ({ id }) => id === amina.direct().id,
  );
  expect(BigInt(place?.document.last ?? "0")).toBeLessThan(BigInt(file.id));
  letGo();
  await expect.poll(() => amina.seesFromBot(amina.direct()).length).toBe(3);
  const shown = amina.seesFromBot(amina.direct()).map(({ content }) => content);
  expect(shown[1]).toContain("HelloAsso");
});

it("answers in a thread that it cannot ask Discord about", async () => {
  const { rig, server, amina, general } = await inGuild();
  const thread = amina.startThread(general, "fil");
  await amina.waitForAnswer(amina.tell("aide"));
  server.emitRaw("THREAD_DELETE", {
    id: thread.id,
    guild_id: general.guildId,
    parent_id: general.id,
  });
  server.fail({
    method: "GET",
    path: /^\/channels\/\d+$/,
    times: Infinity,
    fate: { kind: "answer", status: 403, body: { code: 50_001 } },
  });
  const answer = await amina.waitForAnswer(amina.send(thread, `${server.botMention} ${question}`));
  expect(answer.content).toContain("HelloAsso");
  expect(rig.log.lines.join("")).toContain("thread-not-found");
});

it("does not take a message of ours that is forwarded for a reply", async () => {
  const { rig, server, amina, general } = await inGuild();
  const answer = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  server.emitRaw("MESSAGE_CREATE", {
    id: String(BigInt(answer.id) + 5000n),
    channel_id: general.id,
    guild_id: general.guildId,
    type: 0,
    content: "",
    author: { id: amina.id, username: "amina" },
    mentions: [],
    message_reference: { type: 1, message_id: answer.id, channel_id: general.id },
  });
  await amina.waitForAnswer(amina.tell("aide"));
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toEqual([answer]);
});

it("says nothing to a picture or a sticker that answers it, and reads a text file that does", async () => {
  const { rig, server, amina, general } = await inGuild({
    settings: { messageContent: true },
    server: { grantedIntents: 1 << 15 },
  });
  const first = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  const replying = { replyTo: first, ping: false };
  const picture = { name: "a.png", content: "x", contentType: "image/png" };
  amina.send(general, "", { ...replying, files: [picture] });
  server.emitRaw("MESSAGE_CREATE", {
    ...repliesTo(first.id, general),
    id: String(BigInt(first.id) + 5000n),
    author: { id: amina.id, username: "amina" },
    sticker_items: [{ id: "1", name: "merci", format_type: 1 }],
  });
  const file = amina.send(general, "", {
    ...replying,
    files: [{ name: "message.txt", content: question }],
  });
  expect((await amina.waitForAnswer(file)).content).toContain("HelloAsso");
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toHaveLength(2);
});

it("does not speak of a reply it could not read long ago", async () => {
  const { rig, server, amina, general } = await inGuild();
  const first = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  const unread = (author: string, hoursAgo: number) => ({
    ...repliesTo(first.id, general),
    id: String(BigInt(first.id) - BigInt(hoursAgo * 3_600_000) * 2n ** 22n),
    author: { id: author, username: "somebody" },
  });
  server.emitRaw("MESSAGE_CREATE", unread("71", 7));
  server.emitRaw("MESSAGE_CREATE", unread("72", 5));
  const said = rig.knowledge.tell("fr")("reply-unread");
  await expect.poll(() => amina.seesFromBot(general).at(-1)?.content).toBe(said);
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toHaveLength(2);
});

function repliesTo(message: string, { id, guildId }: { id: string; guildId: string | undefined }) {
  return {
    channel_id: id,
    guild_id: guildId,
    type: 19,
    content: "",
    mentions: [],
    message_reference: { type: 0, message_id: message, channel_id: id },
  };
}
