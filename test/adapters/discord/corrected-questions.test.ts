import { expect, it } from "vitest";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { FixedClock } from "../../support/fixed-clock.ts";

async function answered(options: Parameters<typeof DiscordRig.start>[0] = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  const asked = amina.send(general, `${server.botMention} aide`);
  await amina.waitForAnswer(asked);
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  const correct = () => amina.edit(asked, `${server.botMention} ${question}`);
  return { rig, server, amina, general, correct };
}

const changing = { method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/, times: Infinity };

it("answers anew, once, when the answer to change was taken away", async () => {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const { rig, server, amina, general, correct } = await answered({ clock });
  server.fail({ ...changing, fate: { kind: "answer", status: 404, body: { code: 10_008 } } });
  const heal = server.fail({
    method: "POST",
    path: /^\/channels\/\d+\/messages$/,
    times: Infinity,
    fate: { kind: "done-then-dropped" },
  });
  correct();
  await expect.poll(() => rig.log.lines.join(""), { timeout: 5000 }).toContain("message-not-sent");
  heal();
  clock.moveByMs(10 * 60_000);
  await rig.bot.tick();
  await rig.bot.idle();
  const shown = amina.seesFromBot(general).map(({ content }) => content.includes("HelloAsso"));
  expect(shown).toEqual([false, true]);
  expect(await rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
});

it("waits for a right that is missing to change an answer", async () => {
  const { rig, server, amina, general, correct } = await answered();
  const heal = server.fail({
    ...changing,
    fate: { kind: "answer", status: 403, body: { code: 50_001 } },
  });
  correct();
  await expect.poll(() => rig.log.lines.join("")).toContain("message-not-sent");
  heal();
  await rig.bot.tick();
  await rig.bot.idle();
  const shown = amina.seesFromBot(general).map(({ content }) => content.includes("HelloAsso"));
  expect(shown).toEqual([true]);
});
