import { describe, expect, it } from "vitest";
import { usualScript } from "../../support/discord-rig.ts";
import { bothLanguages, expectSaid, labels, talkIn } from "../../support/discord-talk.ts";
import { library, page, scriptedKnowledge } from "../../support/small-library.ts";

describe.each(bothLanguages)("with people who speak $language", (spoken) => {
  it("a direct message is answered there", async () => {
    const { amina } = await talkIn(spoken);
    const asked = amina.tell(spoken.clear);
    const answer = await amina.waitForAnswer(asked);
    expect(answer.channelId).toBe(amina.direct().id);
    expect(answer.content).toContain("HelloAsso");
    expectSaid(answer, "useful-question", spoken);
    amina.press(answer, labels(answer).at(-1) ?? "");
    expectSaid(await amina.waitForAnswer(answer), "dislike-why", spoken);
  });

  it("a mention is answered as a reply to it, and shows that it is being answered", async () => {
    const { server, amina, general } = await talkIn(spoken);
    const asked = amina.send(general, `${server.botMention} ${spoken.clear}`);
    const answer = await amina.waitForAnswer(asked);
    expect(answer.replyTo).toBe(asked.id);
    expectSaid(answer, "useful-question", spoken);
    expect(server.core.typings.map(({ channelId }) => channelId)).toEqual([general.id]);
  });

  it("a reply to it is answered", async () => {
    const { server, amina, general, tell } = await talkIn(spoken);
    const asked = amina.send(general, `${server.botMention} ${spoken.vague}`);
    const menu = await amina.waitForAnswer(asked);
    expectSaid(menu, "clarify", spoken);
    const reply = amina.send(general, tell("said-help"), { replyTo: menu });
    const answer = await amina.waitForAnswer(reply);
    expect(answer.replyTo).toBe(reply.id);
    expectSaid(answer, "help", spoken);
  });

  it("a question that is corrected changes its answer where it stands", async () => {
    const { server, amina, general } = await talkIn(spoken);
    const asked = amina.send(general, `${server.botMention} ${spoken.vague}`);
    const answer = await amina.waitForAnswer(asked);
    amina.edit(asked, `${server.botMention} ${spoken.clear}`);
    await amina.waitUntil(general, () => answer.content.includes("HelloAsso"), "another answer");
    expectSaid(answer, "useful-question", spoken);
    expect(amina.seesFromBot(general)).toEqual([answer]);
  });

  it("a question that is deleted takes its answer away", async () => {
    const { rig, server, amina, general } = await talkIn(spoken);
    const asked = amina.send(general, `${server.botMention} ${spoken.clear}`);
    await amina.waitForAnswer(asked);
    amina.delete(asked);
    const isGone = () => amina.seesFromBot(general).length === 0;
    await amina.waitUntil(general, isGone, "the answer taken away");
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toEqual([]);
  });

  it("a long exchange goes on in a thread of ours", async () => {
    const { server, amina, general, tell } = await talkIn(spoken);
    for (const text of [spoken.clear, tell("said-help")]) {
      // oxlint-disable-next-line no-await-in-loop
      await amina.waitForAnswer(amina.send(general, `${server.botMention} ${text}`));
    }
    const third = amina.send(general, `${server.botMention} ${spoken.vague}`);
    await server.waitUntil(() => third.threadId !== undefined, "a thread");
    const thread = server.world.channel(third.threadId ?? "");
    expect(thread.name).toBe(tell("answered-in-thread"));
    await amina.waitUntil(thread, () => amina.seesFromBot(thread).length === 1, "the answer there");
    const [menu] = amina.seesFromBot(thread);
    if (!menu) throw new Error("no answer");
    expectSaid(menu, "clarify", spoken);
    const answer = await amina.waitForAnswer(amina.send(thread, "1", { replyTo: menu }));
    expect(answer.channelId).toBe(thread.id);
    expectSaid(answer, "useful-question", spoken);
    amina.press(answer, tell("useful-yes"));
    expectSaid(await amina.waitForAnswer(answer), "useful-thanks", spoken);
    expect(amina.seesFromBot(general)).toHaveLength(2);
  });

  it("every message of a room that opted in is answered, in its threads too", async () => {
    const { amina, general } = await talkIn(spoken, { isOptedIn: true });
    const answer = await amina.waitForAnswer(amina.send(general, spoken.vague));
    expectSaid(answer, "clarify", spoken);
    const thread = amina.startThread(general, "Page");
    const next = await amina.waitForAnswer(amina.send(thread, spoken.clear));
    expect(next.channelId).toBe(thread.id);
    expectSaid(next, "useful-question", spoken);
  });

  it("a long answer comes in parts in the channel, its choices under the last", async () => {
    const { rig, server, amina, general } = await talkIn(spoken, longAnswers(40));
    const asked = amina.send(general, `${server.botMention} ${spoken.clear}`);
    const isWhole = () => labels(amina.seesFromBot(general).at(-1) ?? asked).length > 0;
    await amina.waitUntil(general, isWhole, "the last part");
    await rig.stopBot();
    const parts = amina.seesFromBot(general);
    expect(parts.length).toBeGreaterThan(2);
    const all = parts.map(({ content }) => content).join("\n\n");
    expect(all.match(/^HelloAsso \d+ \./gm)).toEqual(
      numbered(40).map((line) => line.slice(0, -91)),
    );
    expect(parts.slice(0, -1).flatMap(({ components }) => components)).toEqual([]);
    for (const { content } of parts) expect(content.length).toBeLessThanOrEqual(2000);
  });

  it.each([
    ["embeds", 40],
    ["a file that says what it is", 100],
  ] as const)("a long private answer is one message with %s", async (kind, paragraphs) => {
    const { amina, bob, general, tell } = await talkIn(spoken, longAnswers(paragraphs));
    const asked = amina.useMessageMenu(bob.send(general, spoken.clear), tell("menu-ask"));
    const answer = await asked.response();
    expect(answer.onlyFor).toBe(amina.id);
    const [file] = answer.attachments;
    const embedded = answer.embeds.map(({ description }) => String(description)).join("\n\n");
    const whole = kind === "embeds" ? embedded : (file?.bytes.toString() ?? "");
    for (const line of numbered(paragraphs)) expect(whole).toContain(line);
    expect(file?.filename).toBe(kind === "embeds" ? undefined : tell("long-answer-name"));
    expect(file?.description).toBe(kind === "embeds" ? undefined : tell("long-answer-what"));
    expect(bob.seesFromBot(general)).toEqual([]);
  });
});

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `HelloAsso ${index} .${"x".repeat(90)}.`);
}

/** A library whose answer to the clear question has so many paragraphs. */
function longAnswers(count: number) {
  const text = numbered(count).join("\n\n");
  const long = { ...page("crowdfunding.fees"), text: { fr: text, en: text } };
  const resources = library.resources.map((one) => (one.id === long.id ? long : one));
  return { knowledge: scriptedKnowledge(usualScript, { resources }) };
}
