import { expect, it } from "vitest";
import { DiscordRig, question, usualScript, vagueQuestion } from "../../support/discord-rig.ts";
import { scriptedKnowledge, sure } from "../../support/small-library.ts";

const otherQuestion = "comment faire une page ?";

async function inGuild() {
  const knowledge = scriptedKnowledge({
    ...usualScript,
    [otherQuestion]: [sure("crowdfunding.create-page")],
  });
  const rig = await DiscordRig.start({ knowledge });
  const { server } = rig;
  const amina = server.person("amina");
  const bob = server.person("bob");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina, bob] });
  const general = guild.channel("general");
  const ask = async (text: string) => {
    const answer = await amina.waitForAnswer(amina.send(general, `${server.botMention} ${text}`));
    await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
    return answer;
  };
  const tell = rig.knowledge.tell("fr");
  return { rig, server, amina, bob, general, ask, tell };
}

it("takes a number put under a message for the choice of that number, once", async () => {
  const { rig, amina, general, ask } = await inGuild();
  const menu = await ask(vagueQuestion);
  amina.react(menu, "1️⃣");
  const answer = await amina.waitForAnswer(menu);
  expect(answer.content).toContain("HelloAsso");
  // It is the same choice: nothing more is said to it.
  const key = /"custom_id":"(?<id>[^"]+)"/.exec(JSON.stringify(menu.components))?.groups?.["id"];
  await amina.press(menu, key ?? "").acknowledged();
  amina.unreact(menu, "1️⃣");
  amina.react(menu, "1️⃣");
  await amina.waitForAnswer(amina.tell("aide"));
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toHaveLength(2);
});

it.each([
  ["👍🏽", true, "useful-thanks"],
  ["👎", false, "dislike-why"],
] as const)(
  "takes %s for a judgement, in a guild and in direct messages",
  async (sign, is, said) => {
    const { rig, amina, ask, tell } = await inGuild();
    const shared = await ask(question);
    const direct = await amina.waitForAnswer(amina.tell(question));
    await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
    for (const answer of [shared, direct]) {
      amina.react(answer, sign);
      // oxlint-disable-next-line no-await-in-loop
      expect((await amina.waitForAnswer(answer)).content).toContain(tell(said));
    }
    const judged = await rig.store.list(rig.knowledge.documents.judgements);
    expect(judged.map(({ document }) => document.isUseful)).toEqual([is, is]);
  },
);

it.each(["a button", "a reaction"])(
  "takes what is said of an older answer for none of the last one, by %s",
  async (by) => {
    const { rig, amina, general, ask, tell } = await inGuild();
    const first = await ask(question);
    const last = await ask(otherQuestion);
    const label = tell("useful-no");
    if (by === "a reaction") amina.react(first, "👎");
    else await amina.press(first, label).acknowledged();
    await amina.waitUntil(general, () => amina.seesFromBot(general).length === 3, "words");
    expect(amina.seesFromBot(general).at(-1)?.content).toBe(tell("choice-gone"));
    expect(await rig.store.list(rig.knowledge.documents.judgements)).toEqual([]);
    amina.react(last, "👎");
    await amina.waitUntil(general, () => amina.seesFromBot(general).length === 4, "words");
    expect(amina.seesFromBot(general).at(-1)?.content).toContain(tell("dislike-why"));
    const judged = await rig.store.list(rig.knowledge.documents.judgements);
    expect(judged.map(({ document }) => document.intent)).toEqual(["crowdfunding.create-page"]);
  },
);

it("takes a reaction after a restart", async () => {
  const { rig, amina, ask, tell } = await inGuild();
  const answer = await ask(question);
  await rig.stopBot();
  await rig.startBot();
  amina.react(answer, "👍");
  expect((await amina.waitForAnswer(answer)).content).toBe(tell("useful-thanks"));
});

it("says nothing to reactions of others, of bots, to others, or of another kind", async () => {
  const { rig, server, amina, bob, general, ask } = await inGuild();
  const answer = await ask(question);
  const hers = amina.send(general, "1. un choix");
  bob.react(answer, "👍");
  bob.react(answer, "1️⃣");
  amina.react(answer, "🎉");
  amina.react(answer, "9️⃣");
  amina.react(hers, "1️⃣");
  const odd = { channel_id: general.id, guild_id: general.guildId, message_id: answer.id };
  const member = { user: { id: amina.id, bot: true } };
  const emoji = { id: null, name: "👍" };
  server.emitRaw("MESSAGE_REACTION_ADD", { ...odd, user_id: amina.id, member, emoji });
  server.emitRaw("MESSAGE_REACTION_ADD", { ...odd, user_id: amina.id, emoji: null });
  server.emitRaw("MESSAGE_REACTION_ADD", null);
  await amina.waitForAnswer(amina.tell("aide"));
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toEqual([answer]);
  expect(rig.log.lines.join("")).not.toContain('"level":"error"');
});
