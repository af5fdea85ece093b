import { expect, it } from "vitest";
import type { Reply } from "../../../src/model/reply.ts";
import type { Workshop } from "../../../src/model/workshop.ts";
import { signUpChoices } from "../../../src/sign-up/sign-up-choices.ts";
import { DiscordRig, type RigOptions, usualScript } from "../../support/discord-rig.ts";
import { eventually } from "../../support/eventually.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { contentTell, keeperFor } from "../../support/guild-rig.ts";
import { workshopOfSeats } from "../../support/seat-chat.ts";
import { scriptedKnowledge } from "../../support/small-library.ts";

const label = "✋ Je m'inscris au 12";
const done = "C'est noté : votre place est réservée";

/** An announcement in a channel, which everybody may press on. */
async function announced(options: RigOptions = {}) {
  let workshop = workshopOfSeats({ localStart: "2037-03-09T18:00", localEnd: undefined });
  const programme = () => [workshop];
  const knowledge = { ...scriptedKnowledge(usualScript), programme };
  const rig = await DiscordRig.prepare({ ...options, knowledge });
  const { server } = rig;
  const [olga, amina, bob] = ["olga", "amina", "bob"].map((name) =>
    server.person(name, { locale: "fr" }),
  );
  if (!olga || !amina || !bob) throw new Error("nobody");
  const general = server
    .guild("Les Amis", { owner: olga, members: [amina, bob] })
    .channel("general");
  await rig.startBot({ ...options, knowledge, care: keeperFor(rig) });
  const reply: Reply = {
    key: "announcement".padEnd(22, "x"),
    to: { platform: "discord", room: general.id, isDirect: false },
    kind: "announcement",
    text: "Un nouvel atelier.",
    choices: signUpChoices(programme(), contentTell("fr")),
    attachments: [],
  };
  await rig.platform.send(reply);
  const message = olga
    .seesFromBot(general)
    .find(({ content }) => content.includes("nouvel atelier"));
  if (!message) throw new Error("not announced");
  const registrations = async () => {
    const all = await rig.store.list(rig.knowledge.documents.registrations);
    return all.map(({ document }) => document.state.kind);
  };
  const become = (more: Partial<Workshop>) => {
    workshop = workshopOfSeats({ localEnd: undefined, ...more });
  };
  return { rig, server, olga, amina, bob, general, message, registrations, become };
}

it("takes the same button from two people, and answers each alone", async () => {
  const { amina, bob, olga, general, message, registrations } = await announced();
  const answers = await Promise.all([
    amina.press(message, label).response(),
    bob.press(message, label).response(),
  ]);
  expect(answers.map(({ onlyFor }) => onlyFor)).toEqual([amina.id, bob.id]);
  for (const { content } of answers) expect(content).toContain(done);
  expect(await registrations()).toEqual(["registered", "registered"]);
  expect(olga.seesFromBot(general).some(({ content }) => content.includes(done))).toBe(false);
});

it("answers a second press of one person, who may also change their mind by the buttons", async () => {
  const { amina, message, registrations } = await announced();
  const first = await amina.press(message, label).response();
  const again = await amina.press(message, label).response();
  expect(again.content).toContain("Rien à refaire");
  const left = await amina.press(first, "Je ne peux plus venir (atelier 12)").response();
  expect(left.content).toContain("Merci de l'avoir dit");
  expect((await amina.press(message, label).response()).content).toContain(done);
  expect(await registrations()).toEqual(["registered"]);
});

it("takes a press three weeks later, after a restart", async () => {
  const clock = new FixedClock(new Date().toISOString());
  const { rig, amina, message, registrations } = await announced({ clock });
  await rig.stopBot();
  clock.moveByMs(21 * 86_400_000);
  const knowledge = { ...rig.knowledge };
  await rig.startBot({ clock, knowledge });
  expect((await amina.press(message, label).response()).content).toContain(done);
  expect(await registrations()).toEqual(["registered"]);
});

it("answers a raised hand, and words where others read, in direct messages", async () => {
  const { amina, bob, olga, general, message, server } = await announced();
  amina.react(message, "✋🏽");
  await amina.waitUntil(amina.direct(), (seen) =>
    seen.some(({ content }) => content.includes(done)),
  );
  bob.send(general, `${server.botMention} je m'inscris au 12`);
  await bob.waitUntil(bob.direct(), (seen) => seen.some(({ content }) => content.includes(done)));
  expect(olga.seesFromBot(general).some(({ content }) => content.includes(done))).toBe(false);
});

it("counts the raised hand of somebody whose direct messages are closed, and says so at their next press", async () => {
  const { amina, general, message, registrations } = await announced();
  amina.closesDirectMessages();
  amina.react(message, "✋");
  await expect.poll(registrations).toEqual(["registered"]);
  await expect
    .poll(async () => (await amina.press(message, label).response()).content)
    .toContain("Rien à refaire");
  const words = contentTell("fr")("direct-closed");
  await amina.waitUntil(general, (seen) => seen.some(({ content }) => content === words));
});

it("takes the seat back from who takes their hand down, once, and gives one to who raises it again", async () => {
  const { amina, bob, message, registrations } = await announced();
  amina.react(message, "✋");
  await expect.poll(registrations).toEqual(["registered"]);
  bob.react(message, "✋");
  await expect.poll(registrations).toEqual(["registered", "registered"]);
  amina.unreact(message, "✋");
  await expect.poll(registrations).toContain("cancelled");
  expect(await registrations()).toContain("registered");
  bob.react(message, "👍");
  bob.unreact(message, "👍");
  bob.unreact(message, "✋");
  await expect.poll(registrations).toEqual(["cancelled", "cancelled"]);
});

it("keeps the seat of who had it by words before they raised and took down a hand", async () => {
  const { amina, message, registrations } = await announced();
  await amina.press(message, label).response();
  amina.react(message, "✋");
  await amina.waitUntil(amina.direct(), (seen) =>
    seen.some(({ content }) => content.includes("Rien à refaire")),
  );
  amina.unreact(message, "✋");
  await amina.waitForAnswer(amina.tell("aide"));
  expect(await registrations()).toEqual(["registered"]);
});

it("answers kindly who presses, or takes their hand down, once it is over or cancelled", async () => {
  // By day, whenever the test runs.
  const clock = new FixedClock(`${new Date().toISOString().slice(0, 10)}T12:00:00.000Z`);
  const { rig, amina, bob, message, registrations, become } = await announced({ clock });
  amina.react(message, "✋");
  await expect.poll(registrations).toEqual(["registered"]);
  const now = clock.now().getTime();
  const wall = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 16);
  become({ localStart: wall(-1) });
  expect((await bob.press(message, label).response()).content).toContain("a déjà eu lieu");
  amina.unreact(message, "✋");
  await eventually(async () => {
    await rig.bot.tick();
    await rig.bot.idle();
    const seen = amina.seesFromBot(amina.direct()).map(({ content }) => content);
    expect(seen.join("\n")).toContain("a déjà eu lieu");
  });
  expect(await registrations()).toEqual(["registered"]);
  become({ localStart: wall(9), status: "cancelled" });
  expect((await bob.press(message, label).response()).content).toContain("est annulé");
});

it("takes the host's sheet away when it is due, weeks later and after a restart", async () => {
  const clock = new FixedClock(new Date().toISOString());
  const { rig, amina } = await announced({ clock });
  const goneAt = new Date(clock.now().getTime() + 40 * 86_400_000).toISOString();
  const to = { platform: "discord", room: `@${amina.id}`, isDirect: true, person: amina.id };
  const attachments = [{ name: "inscrits-12.csv", type: "text/csv", text: "1;Amina" }];
  const sheet: Reply = {
    key: "sheet".padEnd(22, "x"),
    to,
    kind: "reply",
    text: "La feuille",
    choices: [],
    attachments,
    goneAt,
  };
  await rig.platform.send(sheet);
  const seen = () => amina.seesFromBot(amina.direct()).map(({ content }) => content);
  expect(seen()).toEqual(["La feuille"]);
  await rig.stopBot();
  clock.moveByMs(40 * 86_400_000);
  await rig.startBot({ clock, knowledge: rig.knowledge });
  const withdrawal = { isWithdrawal: true, replaces: sheet.key, text: "", attachments: [] };
  await rig.platform.send({ ...sheet, ...withdrawal, key: "withdrawal".padEnd(22, "x") });
  expect(seen()).toEqual([]);
});
