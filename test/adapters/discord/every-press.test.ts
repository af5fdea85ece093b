import { describe, expect, it } from "vitest";
import { type Json, listOf, objectOf } from "../../support/discord-server/json.ts";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { usualScript } from "../../support/discord-rig.ts";
import {
  bothLanguages,
  expectSaid,
  labels,
  type Spoken,
  talkIn,
} from "../../support/discord-talk.ts";
import { library, page, scriptedKnowledge } from "../../support/small-library.ts";

type Talk = Awaited<ReturnType<typeof talkIn>>;

/** Two pages and "none of these", for amina: in the channel, or for her alone. */
async function menuFor(spoken: Spoken, { amina, bob, general, tell }: Talk, isPrivate: boolean) {
  const option = { [tell("command-ask-question")]: spoken.vague };
  const asked = isPrivate
    ? amina.useMessageMenu(bob.send(general, spoken.vague), tell("menu-ask"))
    : amina.slash(general, tell("command-ask"), option);
  const menu = await asked.response();
  expect(menu.onlyFor).toBe(isPrivate ? amina.id : undefined);
  expectSaid(menu, "clarify", spoken);
  const [first = ""] = labels(menu);
  expect(first).toBe(page("crowdfunding.fees").title[spoken.language]);
  return { menu, first };
}

describe.each(bothLanguages)("with Discord in $locale", (spoken) => {
  it("a choice pressed in the channel is noted, and answered there", async () => {
    const talk = await talkIn(spoken);
    const { amina } = talk;
    const { menu, first } = await menuFor(spoken, talk, false);
    expect((await amina.press(menu, first).acknowledged()).type).toBe(6);
    const answer = await amina.waitForAnswer(menu);
    expect(answer.onlyFor).toBeUndefined();
    expectSaid(answer, "useful-question", spoken);
  });

  it.each([
    ["useful-yes", "useful-thanks"],
    ["useful-no", "dislike-why"],
  ] as const)("%s is taken, and answered with %s", async (button, words) => {
    const { amina, general, tell } = await talkIn(spoken);
    const option = { [tell("command-ask-question")]: spoken.clear };
    const answer = await amina.slash(general, tell("command-ask"), option).response();
    expect((await amina.press(answer, tell(button)).acknowledged()).type).toBe(6);
    expectSaid(await amina.waitForAnswer(answer), words, spoken);
  });

  it("more than five choices are a select, and the one chosen is answered", async () => {
    const { talk, select, menu } = await manyChoices(spoken);
    const { amina, tell } = talk;
    expect(select["placeholder"]).toBe(tell("choice-placeholder"));
    const options = listOf(select["options"]).map(objectOf);
    expect(options.map(({ label }) => label)).toEqual([
      ...nextPages.map((id) => page(id).title[spoken.language]),
      tell("none-of-these"),
    ]);
    const fourth = String(options[3]?.["value"]);
    const chosen = amina.choose(menu, String(select["custom_id"]), fourth);
    expect((await chosen.acknowledged()).type).toBe(6);
    const answer = await amina.waitForAnswer(menu);
    expect(answer.content).toContain(
      page("crowdfunding.payout").text[spoken.language].slice(0, 20),
    );
    expectSaid(answer, "useful-question", spoken);
  });

  it("words of one's own are written in a window, where they could not be read", async () => {
    const talk = await talkIn(spoken);
    const { amina, tell } = talk;
    const { menu } = await menuFor(spoken, talk, false);
    expect(labels(menu).at(-1)).toBe(tell("words-button"));
    const asked = amina.press(menu, tell("words-button"));
    expect((await asked.shownModal())["title"]).toBe(tell("words-title"));
    const answer = await amina.submit(asked, { words: spoken.clear }).response();
    expect(answer.onlyFor).toBeUndefined();
    expect(answer.content).toContain("HelloAsso");
  });

  it("what is private stays so: a choice, words of one's own, whether it helped", async () => {
    const talk = await talkIn(spoken);
    const { amina, bob, general, tell } = talk;
    const { menu, first } = await menuFor(spoken, talk, true);
    const press = amina.press(menu, first);
    expect((await press.acknowledged()).type).toBe(5);
    expect((await press.response()).onlyFor).toBe(amina.id);
    const asked = amina.press(menu, tell("words-button"));
    await asked.shownModal();
    const answer = await amina.submit(asked, { words: spoken.clear }).response();
    expect(answer.onlyFor).toBe(amina.id);
    const thanks = await amina.press(answer, tell("useful-yes")).response();
    expect(thanks.onlyFor).toBe(amina.id);
    expectSaid(thanks, "useful-thanks", spoken);
    expect(bob.seesFromBot(general)).toEqual([]);
  });

  it.each([false, true])("a button is pressed after a restart (private: %s)", async (isPrivate) => {
    const talk = await talkIn(spoken);
    const { rig, amina, bob, general } = talk;
    const { menu, first } = await menuFor(spoken, talk, isPrivate);
    await rig.stopBot();
    await rig.startBot();
    const press = amina.press(menu, first);
    const answer = isPrivate ? await press.response() : await amina.waitForAnswer(menu);
    expectSaid(answer, "useful-question", spoken);
    expect(answer.onlyFor).toBe(isPrivate ? amina.id : undefined);
    expect(bob.seesFromBot(general)).toHaveLength(isPrivate ? 0 : 2);
  });

  it.each([false, true])("two presses are answered once (private: %s)", async (isPrivate) => {
    const talk = await talkIn(spoken);
    const { rig, amina, general } = talk;
    const { menu, first } = await menuFor(spoken, talk, isPrivate);
    const presses = [amina.press(menu, first), amina.press(menu, first)];
    const types = await Promise.all(presses.map(async (one) => (await one.acknowledged()).type));
    expect(types).toEqual(isPrivate ? [5, 5] : [6, 6]);
    await expect.poll(() => settled(amina.seesFromBot(general))).toHaveLength(2);
    await rig.stopBot();
    expect(settled(amina.seesFromBot(general))).toHaveLength(2);
    expect(amina.seesFromBot(general)).toHaveLength(2);
    expectSaid(amina.seesFromBot(general).at(-1) ?? "", "useful-question", spoken);
  });

  it("a press by somebody else on a choice in the channel is refused kindly", async () => {
    const talk = await talkIn(spoken);
    const { rig, amina, bob, general } = talk;
    const { menu, first } = await menuFor(spoken, talk, false);
    const refused = await bob.press(menu, first).response();
    expect(refused.onlyFor).toBe(bob.id);
    expectSaid(refused, "choice-of-other", spoken);
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toEqual([menu]);
  });

  it("a press by somebody else on a private choice is refused, however it is made", async () => {
    const talk = await talkIn(spoken);
    const { rig, server, amina, bob, general } = talk;
    const { menu, first } = await menuFor(spoken, talk, true);
    expect(() => bob.press(menu, first)).toThrow("does not see");
    // Made all the same: under a message that bob does see, with the id of amina's button.
    const own = await menuFor(spoken, { ...talk, amina: bob, bob: amina }, true);
    const theirs = objectOf(listOf(menu.components[0]?.["components"])[0])["custom_id"];
    const row = objectOf(listOf(own.menu.components[0]?.["components"])[0]);
    Object.assign(row, { custom_id: theirs });
    const refused = await bob.press(own.menu, String(theirs)).response();
    expect(refused.onlyFor).toBe(bob.id);
    expectSaid(refused, "choice-of-other", spoken);
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toEqual([menu]);
    expect(server.world.channel(general.id).messages).toHaveLength(5);
  });
});

/** Pages that may follow one whose answer was of no help. */
const nextPages = [
  "crowdfunding.create-page",
  "crowdfunding.campaign",
  "crowdfunding.choose-platform",
  "crowdfunding.payout",
  "crowdfunding.rewards",
] as const;

/** An answer that was not asked for, in a library where five pages may follow: six choices. */
async function manyChoices(spoken: Spoken) {
  const resources = library.resources.map((resource) =>
    resource.id === "crowdfunding.fees" ? { ...resource, next: nextPages } : resource,
  );
  const talk = await talkIn(spoken, { knowledge: scriptedKnowledge(usualScript, { resources }) });
  const { amina, general, tell } = talk;
  const option = { [tell("command-ask-question")]: spoken.clear };
  const answer = await amina.slash(general, tell("command-ask"), option).response();
  amina.press(answer, tell("useful-no"));
  const why = await amina.waitForAnswer(answer);
  amina.press(why, tell("why-other-question"));
  const menu = await amina.waitForAnswer(why);
  expectSaid(menu, "dislike-others", spoken);
  return { talk, menu, select: selectOf(menu) };
}

function selectOf({ components }: Message): Json {
  return objectOf(listOf(components[0]?.["components"])[0]);
}

/** Those that no longer say that the assistant is thinking. */
function settled(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ flags }) => (flags & 128) === 0);
}
