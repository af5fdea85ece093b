import { expect, it } from "vitest";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { DiscordRig, question, vagueQuestion } from "../../support/discord-rig.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { scriptedKnowledge, sure } from "../../support/small-library.ts";

async function inGuild(options: Parameters<typeof DiscordRig.start>[0] = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina", { locale: "fr" });
  const bob = server.person("bob", { locale: "en-US" });
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina, bob] });
  return { rig, server, amina, bob, guild, general: guild.channel("general") };
}

function labels(message: Message): string[] {
  return message.components.flatMap((row) =>
    (Array.isArray(row["components"]) ? row["components"] : []).map((part: { label?: string }) =>
      String(part.label),
    ),
  );
}

it("keeps the first of two private answers when the second one is tried again", async () => {
  const two = "combien coûte une page, et comment la faire ?";
  const pages = [
    sure("crowdfunding.fees", "combien"),
    sure("crowdfunding.create-page", "comment"),
  ] as const;
  const { rig, server, amina, bob, general } = await inGuild({
    knowledge: scriptedKnowledge({ [two]: [...pages] }),
  });
  const message = bob.send(general, two);
  const trouble = { kind: "answer", status: 503 } as const;
  server.fail({ method: "PATCH", path: /@original$/, nth: 2, times: 4, fate: trouble });
  await amina.useMessageMenu(message, "Demander à l'assistant").acknowledged();
  await expect.poll(() => rig.log.lines.join(""), { timeout: 5000 }).toContain("message-not-sent");
  const first = amina.seesFromBot(general).at(-1)?.content ?? "";
  expect(first).not.toBe("");
  await rig.bot.tick();
  await rig.bot.idle();
  const shown = amina.seesFromBot(general).at(-1);
  const embeds = (shown?.embeds ?? []).map((embed) => String(embed["description"]));
  const whole = [shown?.content ?? "", ...embeds].join("\n\n");
  expect(whole).toContain(first.slice(0, 200));
  expect(whole.length).toBeGreaterThan(first.length);
});

it("answers a command where an answer to somebody else waits for a right", async () => {
  const { rig, server, amina, bob, guild, general } = await inGuild();
  guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
  bob.send(general, `${server.botMention} ${question}`);
  await expect.poll(() => rig.log.lines.join("")).toContain("message-not-sent");
  const answer = await amina.slash(general, "demander", { question }).response();
  expect(answer.content).toContain("HelloAsso");
});

it("answers a command where an answer to the same person waits for a right", async () => {
  const { rig, server, amina, guild, general } = await inGuild();
  guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
  const asked = amina.send(general, `${server.botMention} ${question}`);
  await expect.poll(() => rig.log.lines.join("")).toContain("message-not-sent");
  const answer = await amina.slash(general, "demander", { question }).response();
  expect(answer.content).toContain("HelloAsso");
  // The mention still waits for its own.
  const waiting = () => rig.store.list(rig.knowledge.documents.outbox);
  await expect
    .poll(waiting)
    .toMatchObject([{ document: { reply: { inReplyTo: { id: asked.id } } } }]);
});

it("stops thinking where the answer is refused for good", async () => {
  const { server, amina, general } = await inGuild();
  const fate = { kind: "answer", status: 400, body: { code: 50_035, message: "odd" } } as const;
  server.fail({ method: "PATCH", path: /@original$/, times: Infinity, fate });
  await amina.slash(general, "aide").acknowledged();
  const taken = () => server.requestsTo("DELETE /webhooks/:app/:token/messages/:message");
  await expect.poll(taken).toHaveLength(1);
});

it("takes a private press again when its turn failed", async () => {
  let isBroken = false;
  const { rig, amina, bob, general } = await inGuild({
    around: (store) => ({
      get: (type, id) => store.get(type, id),
      list: (type) => store.list(type),
      scrub: () => store.scrub(),
      close: () => store.close(),
      write: async (changes) => {
        const isTurn = changes.some(({ collection }) => collection === "conversations");
        if (isBroken && isTurn) throw new Error("disk");
        await store.write(changes);
      },
    }),
  });
  const menu = await amina
    .useMessageMenu(bob.send(general, vagueQuestion), "Demander à l'assistant")
    .response();
  const [first = ""] = labels(menu);
  isBroken = true;
  await amina.press(menu, first).response();
  expect(rig.log.lines.join("")).toContain("turn-failed");
  isBroken = false;
  const answer = await amina.press(menu, first).response();
  expect(answer.content).toContain("Cette réponse vous aide-t-elle ?");
});

it("shows an answer to a choice that is pressed again days later", async () => {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const { rig, amina, general } = await inGuild({ clock });
  const menu = await amina.slash(general, "demander", { question: vagueQuestion }).response();
  const [first = ""] = labels(menu);
  await amina.press(menu, first).acknowledged();
  await amina.waitForAnswer(menu);
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  clock.moveByMs(3 * 86_400_000);
  await rig.bot.tick();
  await rig.bot.idle();
  await amina.press(menu, first).acknowledged();
  await expect.poll(() => amina.seesFromBot(general).length).toBe(3);
});

it("takes what has no guild for private only in its own direct messages", async () => {
  const { server, amina } = await inGuild();
  const given = amina.slash(amina.direct(), "aide");
  await given.response();
  const id = `${BigInt(given.start.id) + 1n}`;
  const name = "mes-donnees";
  server.emitRaw("INTERACTION_CREATE", {
    ...given.start.payload,
    id,
    context: 2,
    channel: { id: amina.direct().id, type: 3 },
    data: { id: "1", type: 1, name },
  });
  const acks = () =>
    server.requestsTo("POST /interactions/:id/:token/callback").map(({ body }) => body);
  await expect.poll(() => acks().at(-1)).toMatchObject({ type: 5, data: { flags: 64 } });
});

it("goes on thinking while an answer waits, and shows it there", async () => {
  const { rig, server, amina, bob, general } = await inGuild();
  const trouble = { kind: "answer", status: 503 } as const;
  const heal = server.fail({ method: "PATCH", path: /@original$/, times: Infinity, fate: trouble });
  const ask = "Demander à l'assistant";
  const first = amina.useMessageMenu(bob.send(general, question), ask);
  await expect.poll(() => rig.log.lines.join(""), { timeout: 5000 }).toContain("message-not-sent");
  // The first one is stuck, so this one is not even tried.
  const second = amina.useMessageMenu(bob.send(general, question), ask);
  await expect.poll(() => turnsIn(rig), { timeout: 5000 }).toBe(2);
  heal();
  await rig.bot.tick();
  await rig.bot.idle();
  for (const asked of [first, second]) {
    expect((await asked.response()).content).toContain("HelloAsso");
  }
  expect(server.requestsTo("DELETE /webhooks/:app/:token/messages/:message")).toEqual([]);
});

it("stops thinking where words that are said only once could not be shown", async () => {
  const { rig, server, amina, general } = await inGuild({
    around: (store) => ({
      get: (type, id) => store.get(type, id),
      list: (type, names) => store.list(type, names),
      scrub: () => store.scrub(),
      close: () => store.close(),
      write: async (changes) => {
        if (changes.some(({ collection }) => collection === "conversations")) {
          throw new Error("disk");
        }
        await store.write(changes);
      },
    }),
  });
  const trouble = { kind: "answer", status: 503 } as const;
  server.fail({ method: "PATCH", path: /@original$/, times: Infinity, fate: trouble });
  await amina.slash(general, "aide").acknowledged();
  const taken = () => server.requestsTo("DELETE /webhooks/:app/:token/messages/:message");
  await server.waitUntil(() => taken().length === 1, "what is thinking to be taken away");
  expect(rig.log.lines.join("")).toContain("failure-not-told");
});

function turnsIn({ log }: DiscordRig): number {
  return log.lines.filter((line) => line.includes('"event":"turn"')).length;
}
