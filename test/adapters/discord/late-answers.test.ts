import { expect, it } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { DiscordRig, question, vagueQuestion } from "../../support/discord-rig.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { holdWrites } from "../../support/held-writes.ts";

/** An assistant whose turns are held up until they are let go, with people in a guild. */
async function held() {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const rig = await DiscordRig.start({
    clock,
    around: (store) => holdWrites(store, ({ collection }) => collection === "conversations", until),
  });
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  return { rig, server, clock, letGo, amina, general: guild.channel("general") };
}

it("answers in the channel when a command's time is over", async () => {
  const { rig, server, clock, letGo, amina, general } = await held();
  await amina.slash(general, "demander", { question }).acknowledged();
  clock.moveByMs(16 * 60_000);
  letGo();
  const isThere = () => server.requestsTo("POST /channels/:channel/messages").length === 1;
  await server.waitUntil(isThere, "an ordinary message");
  await rig.bot.stop();
  expect(amina.seesFromBot(general).at(-1)?.content).toContain("HelloAsso");
});

it("answers in private when the time of a private command is over", async () => {
  const { rig, clock, letGo, amina, general } = await held();
  const asked = amina.send(general, question);
  await amina.useMessageMenu(asked, "Demander à l'assistant").acknowledged();
  clock.moveByMs(16 * 60_000);
  letGo();
  const direct = amina.direct();
  await amina.waitUntil(direct, () => amina.seesFromBot(direct).length === 1, "a direct message");
  expect(amina.seesFromBot(direct)[0]?.content).toContain("HelloAsso");
  await rig.bot.stop();
});

it.each(["a button", "a reaction"])(
  "takes a choice of a private menu that came by direct message, by %s",
  async (by) => {
    const { rig, clock, letGo, amina, general } = await held();
    const asked = amina.send(general, vagueQuestion);
    await amina.useMessageMenu(asked, "Demander à l'assistant").acknowledged();
    clock.moveByMs(16 * 60_000);
    letGo();
    const direct = amina.direct();
    const shown = () => amina.seesFromBot(direct);
    await amina.waitUntil(direct, () => shown().length === 1, "a direct message");
    await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
    const [menu] = shown();
    if (!menu) throw new Error("no menu");
    const id = /"custom_id":"(?<id>[^"]+)"/.exec(JSON.stringify(menu.components))?.groups?.["id"];
    if (by === "a reaction") amina.react(menu, "1️⃣");
    else await amina.press(menu, id ?? "").acknowledged();
    await amina.waitUntil(direct, () => shown().length === 2, "an answer");
    expect(shown().at(-1)?.content).toContain("Cette réponse vous aide-t-elle ?");
  },
);

it("shows nothing of it to others when direct messages are closed as well", async () => {
  const { rig, clock, letGo, amina, general } = await held();
  const asked = amina.send(general, question);
  await amina.useMessageMenu(asked, "Demander à l'assistant").acknowledged();
  amina.closesDirectMessages();
  clock.moveByMs(16 * 60_000);
  letGo();
  await rig.bot.stop();
  const shown = amina.seesFromBot(general).filter(({ onlyFor }) => onlyFor === undefined);
  expect(shown).toEqual([]);
  expect(await rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
});

it("answers after a restart what was acknowledged before a crash", async () => {
  const { rig, amina, general } = await held();
  // The first run never gets as far as its turn: the second starts on what it left.
  const asked = amina.slash(general, "demander", { question });
  await asked.acknowledged();
  const isKept = async () => (await rig.store.list(discordDocuments.interactions)).length === 1;
  await expect.poll(isKept).toBe(true);
  await rig.startBot({});
  expect((await asked.response()).content).toContain("HelloAsso");
});

it("answers after a restart that comes later than the token lives", async () => {
  const { rig, clock, amina, general } = await held();
  await amina.slash(general, "demander", { question }).acknowledged();
  const isKept = async () => (await rig.store.list(discordDocuments.interactions)).length === 1;
  await expect.poll(isKept).toBe(true);
  clock.moveByMs(20 * 60_000);
  await rig.startBot({ clock });
  await expect.poll(() => amina.seesFromBot(general).at(-1)?.content).toContain("HelloAsso");
  const kept = async () =>
    (await rig.store.list(discordDocuments.interactions)).map(
      ({ document }) => document.unanswered,
    );
  await expect.poll(kept).toEqual([undefined]);
});

it("shows a late answer to /langue to nobody else", async () => {
  const { rig, clock, letGo, amina, general } = await held();
  await amina.slash(general, "langue", { langue: "en" }).acknowledged();
  clock.moveByMs(16 * 60_000);
  letGo();
  const direct = amina.direct();
  await amina.waitUntil(direct, () => amina.seesFromBot(direct).length === 1, "a direct message");
  await rig.bot.stop();
  expect(amina.seesFromBot(general).filter(({ onlyFor }) => onlyFor === undefined)).toEqual([]);
});

it("keeps nothing of what was said once it had its turn, even when its token was refused", async () => {
  const rig = await DiscordRig.start();
  const amina = rig.server.person("amina");
  rig.server.fail({
    method: "PATCH",
    path: /@original$/,
    fate: { kind: "answer", status: 404, body: { code: 10_015 } },
  });
  await amina.slash(amina.direct(), "demander", { question }).acknowledged();
  await expect.poll(() => amina.seesFromBot(amina.direct()).at(-1)?.content).toContain("HelloAsso");
  await rig.stopBot();
  const [kept] = await rig.store.list(discordDocuments.interactions);
  expect(kept?.document.unanswered).toBeUndefined();
});

it("looks for what an interaction's own message shows before it is said again", async () => {
  const { rig, server, clock, letGo, amina, general } = await held();
  letGo();
  const heal = server.fail({
    method: "PATCH",
    path: /@original$/,
    times: Infinity,
    fate: { kind: "done-then-dropped" },
  });
  await amina.slash(general, "demander", { question }).response();
  await expect.poll(() => rig.log.lines.join("")).toContain("message-not-sent");
  heal();
  clock.moveByMs(20 * 60_000);
  await rig.bot.tick();
  await rig.bot.idle();
  expect(amina.seesFromBot(general)).toHaveLength(1);
  expect(await rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
});

it("finds an ordinary message that answers a command whose time is over", async () => {
  const { rig, server, clock, letGo, amina, general } = await held();
  await amina.slash(general, "demander", { question }).acknowledged();
  clock.moveByMs(16 * 60_000);
  const heal = server.fail({
    method: "POST",
    path: /^\/channels\/\d+\/messages$/,
    times: Infinity,
    fate: { kind: "done-then-dropped" },
  });
  letGo();
  await expect.poll(() => rig.log.lines.join(""), { timeout: 5000 }).toContain("message-not-sent");
  heal();
  clock.moveByMs(10 * 60_000);
  await rig.bot.tick();
  await rig.bot.idle();
  const shown = amina.seesFromBot(general).filter(({ content }) => content !== "");
  expect(shown).toHaveLength(1);
});
