import { describe, expect, it } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { byAge } from "../../../src/adapters/discord/snowflake.ts";
import type { Store } from "../../../src/ports/store.ts";
import { DiscordRig, question, type RigOptions } from "../../support/discord-rig.ts";

async function known() {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await amina.waitForAnswer(amina.tell("aide"));
  return { rig, server, amina, guild, general };
}

describe("what came while the assistant was not told", () => {
  it("is answered once when a connection is resumed", async () => {
    const { rig, server, amina } = await known();
    server.gateway.close(4000);
    const asked = amina.tell(question);
    await amina.waitForAnswer(asked);
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    await rig.bot.stop();
    expect(amina.seesFromBot(amina.direct())).toHaveLength(2);
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("is answered once when Discord asks to reconnect", async () => {
    const { rig, server, amina } = await known();
    server.gateway.askToReconnect();
    await amina.waitForAnswer(amina.tell(question));
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    await rig.bot.stop();
    expect(amina.seesFromBot(amina.direct())).toHaveLength(2);
  });

  it("is fetched and answered once when the session is lost", async () => {
    const { rig, server, amina, general } = await known();
    server.gateway.invalidateSessions({ resumable: false });
    const asked = [amina.tell(question), amina.send(general, `${server.botMention} ${question}`)];
    const answers = await Promise.all(asked.map((message) => amina.waitForAnswer(message)));
    for (const { content } of answers) expect(content).toContain("HelloAsso");
    await rig.bot.stop();
    expect(server.gateway.identifies).toHaveLength(2);
    expect(amina.seesFromBot(general)).toHaveLength(2);
    expect(amina.seesFromBot(amina.direct())).toHaveLength(2);
  });

  it("is answered once after a stop, and what was answered before is not answered again", async () => {
    const { rig, server, amina, general } = await known();
    await rig.stopBot();
    amina.send(general, "rien pour toi");
    const asked = amina.send(general, `${server.botMention} ${question}`);
    const direct = amina.tell(question);
    await rig.startBot();
    await Promise.all([amina.waitForAnswer(asked), amina.waitForAnswer(direct)]);
    await rig.stopBot();
    await rig.startBot();
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toHaveLength(2);
    expect(amina.seesFromBot(amina.direct())).toHaveLength(2);
  });
});

it("reaches what was missed behind the talk of a busy channel", async () => {
  const { rig, server, amina, bob, general } = await busy();
  for (let index = 0; index < 320; index += 1) bob.send(general, `bavardage ${index}`);
  const end = amina.send(general, `${server.botMention} aide`);
  await amina.waitForAnswer(end);
  for (let index = 0; index < 320; index += 1) bob.send(general, `encore ${index}`);
  const seen = await amina.waitForAnswer(amina.tell("aide"));
  expect(seen.content).not.toBe("");
  await rig.stopBot();
  const missed = amina.send(general, `${server.botMention} ${question}`);
  await rig.startBot();
  expect((await amina.waitForAnswer(missed)).content).toContain("HelloAsso");
});

it("finds what was said in a thread that was opened just before a kill", async () => {
  const { rig, server, amina, general } = await known();
  const mention = () => amina.send(general, `${server.botMention} aide`);
  await amina.waitForAnswer(mention());
  // It is there, and we never hear that it is.
  const fate = { kind: "done-then-dropped" } as const;
  const mend = server.fail({ method: "POST", path: /\/threads$/, times: Infinity, fate });
  const third = mention();
  await server.waitUntil(() => third.threadId !== undefined, "a thread");
  await rig.stopBot();
  mend();
  const thread = server.world.channel(third.threadId ?? "");
  amina.send(thread, `${server.botMention} ${question}`);
  await rig.startBot();
  const answers = () => amina.seesFromBot(thread).map(({ content }) => content);
  await expect.poll(() => answers().join("\n"), { timeout: 30_000 }).toContain("HelloAsso");
});

it("reads on in every channel after a notice that could not be shown", async () => {
  const { rig, server, amina, guild, general } = await known();
  const answer = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  const quiet = () => rig.store.list(rig.knowledge.documents.outbox);
  await expect.poll(quiet).toEqual([]);
  await rig.stopBot();
  guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
  // Without a ping, Discord empties it: we would say that we cannot read it, and may not.
  const unread = amina.send(general, "et ensuite ?", { replyTo: answer, ping: false });
  const direct = amina.tell(question);
  await rig.startBot();
  await amina.waitForAnswer(direct);
  const isRead = async ({ channelId, id }: { channelId: string; id: string }) => {
    const places = await rig.store.list(discordDocuments.places);
    const last = places.find((place) => place.id === channelId)?.document.last ?? "0";
    return byAge(last, id) >= 0;
  };
  await expect.poll(() => isRead(unread)).toBe(true);
  await expect.poll(() => isRead(direct)).toBe(true);
});

it("lives on where the disk is full", async () => {
  const unhandled: unknown[] = [];
  const note = (cause: unknown) => void unhandled.push(cause);
  process.on("unhandledRejection", note);
  let isFull = false;
  const { server, rig, amina } = await busy({
    around: (store: Store): Store => ({
      get: (type, id) => store.get(type, id),
      list: (type, names) => store.list(type, names),
      write: async (changes) => {
        if (isFull) throw new Error("ENOSPC");
        await store.write(changes);
      },
      scrub: () => store.scrub(),
      close: () => store.close(),
    }),
  });
  isFull = true;
  const lost = amina.tell(question);
  await server.waitUntil(() => rig.log.lines.some((line) => line.includes("place-not-kept")), "it");
  isFull = false;
  expect(lost.content).toBe(question);
  await amina.waitForAnswer(amina.tell(question));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

it("asks again for what was missed when Discord is in trouble", async () => {
  const { rig, server, amina, general } = await busy();
  await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  await rig.stopBot();
  amina.send(general, `${server.botMention} ${question}`);
  const heal = server.fail({
    method: "GET",
    path: /^\/channels\/\d+\/messages$/,
    times: Infinity,
    fate: { kind: "answer", status: 503 },
  });
  await rig.startBot();
  await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  heal();
  const said = () =>
    amina
      .seesFromBot(general)
      .map(({ content }) => content)
      .join();
  await expect.poll(said, { timeout: 5000 }).toContain("HelloAsso");
});

/** A guild with two people. */
async function busy(options: RigOptions = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina");
  const bob = server.person("bob");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina, bob] });
  return { rig, server, amina, bob, general: guild.channel("general") };
}
