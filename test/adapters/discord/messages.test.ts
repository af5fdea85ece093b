import { expect, it } from "vitest";
import { DiscordRig, question, vagueQuestion } from "../../support/discord-rig.ts";
import type { RigOptions } from "../../support/discord-rig.ts";

async function inGuild(options: RigOptions = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina");
  const bob = server.person("bob");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina, bob] });
  return { rig, server, amina, bob, guild, general: guild.channel("general") };
}

it("answers a question asked in private, without calling anybody", async () => {
  const rig = await DiscordRig.start();
  const amina = rig.server.person("amina");
  const answer = await amina.waitForAnswer(amina.tell(question));
  expect(answer.content).toContain("HelloAsso");
  expect(answer.pinged).toEqual({ users: [], roles: [], everyone: false });
});

it("asks for no privileged intent, and allows no mention on any message it makes", async () => {
  const { server, amina, general } = await inGuild();
  await amina.waitForAnswer(amina.send(general, `${server.botMention} @everyone ${question}`));
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect(server.gateway.identifies.map(({ intents }) => intents & privileged)).toEqual([0]);
  for (const { body } of server.requestsTo("POST /channels/:channel/messages")) {
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    expect(body).toMatchObject({ enforce_nonce: true });
  }
});

it("answers a mention as a reply to it, and leaves other talk alone", async () => {
  const { rig, server, amina, bob, general } = await inGuild();
  bob.send(general, question);
  const asked = amina.send(general, `${server.botMention} ${question}`);
  const answer = await amina.waitForAnswer(asked);
  expect(answer.replyTo).toBe(asked.id);
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toEqual([answer]);
});

it("answers what replies to it, and says what to do when Discord hides the words", async () => {
  const { rig, server, amina, general } = await inGuild();
  const first = await amina.waitForAnswer(amina.send(general, `${server.botMention} ${question}`));
  const second = await amina.waitForAnswer(amina.send(general, "aide", { replyTo: first }));
  expect(second.content).toContain("Mes thèmes");
  const silent = amina.send(general, "aide", { replyTo: first, ping: false });
  const told = await amina.waitForAnswer(silent);
  expect(told.content).toBe(rig.knowledge.tell("fr")("reply-unread"));
  const asked = amina.press(told, rig.knowledge.tell("fr")("words-button"));
  await asked.shownModal();
  const answer = await amina.submit(asked, { words: "aide" }).response();
  expect(answer.content).toContain("Mes thèmes");
});

it("never answers a bot or a webhook", async () => {
  const { rig, server, amina, general } = await inGuild();
  server.emitRaw("MESSAGE_CREATE", {
    id: "1300000000000000001",
    channel_id: general.id,
    guild_id: general.guildId,
    type: 0,
    content: `${server.botMention} ${question}`,
    author: { id: "1300000000000000002", username: "other", bot: true },
    mentions: [{ id: server.botId }],
  });
  server.emitRaw("MESSAGE_CREATE", {
    id: "1300000000000000003",
    channel_id: general.id,
    guild_id: general.guildId,
    type: 0,
    content: `${server.botMention} ${question}`,
    webhook_id: "1300000000000000004",
    author: { id: "1300000000000000004", username: "hook" },
    mentions: [{ id: server.botId }],
  });
  await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toHaveLength(1);
});

it("takes its answer away when the question is deleted, and forgets it", async () => {
  const rig = await DiscordRig.start();
  const amina = rig.server.person("amina");
  const asked = amina.tell("le zorglub de la trottinette");
  await amina.waitForAnswer(asked);
  amina.delete(asked);
  await amina.waitUntil(
    amina.direct(),
    () => amina.seesFromBot(amina.direct()).length === 0,
    "the answer taken away",
  );
  await rig.bot.stop();
  const { documents } = rig.knowledge;
  const kept = [
    ...(await rig.store.list(documents.keptQuestions)),
    ...(await rig.store.list(documents.conversations)),
  ];
  expect(JSON.stringify(kept)).not.toContain("zorglub");
});

it("stays in the channel where it may open no thread", async () => {
  const { server, amina, guild, general } = await inGuild();
  guild.overwrite(general, { deny: ["CreatePublicThreads"] });
  for (const text of [question, "aide", "humain"]) {
    const asked = amina.send(general, `${server.botMention} ${text}`);
    expect((await amina.waitForAnswer(asked)).replyTo).toBe(asked.id);
  }
});

it("answers in the thread where it is mentioned, as the same conversation", async () => {
  const { server, amina, general } = await inGuild();
  const menu = await amina.waitForAnswer(
    amina.send(general, `${server.botMention} ${vagueQuestion}`),
  );
  expect(menu.components).not.toEqual([]);
  const thread = amina.startThread(general, "Notre page");
  const answer = await amina.waitForAnswer(amina.send(thread, `${server.botMention} 1`));
  expect(answer.channelId).toBe(thread.id);
  expect(answer.content).toContain("Cette réponse vous aide-t-elle ?");
});

it("reads a long message that Discord made a file of, and no other file", async () => {
  const rig = await DiscordRig.start();
  const amina = rig.server.person("amina");
  const long = amina.tell("", { files: [{ name: "message.txt", content: question }] });
  expect((await amina.waitForAnswer(long)).content).toContain("HelloAsso");
  const files = [{ name: "photo.png", content: question, contentType: "image/png" }];
  const picture = await amina.waitForAnswer(amina.tell("", { files }));
  expect(picture.content).toContain(rig.knowledge.tell("fr")("text-empty"));
});
