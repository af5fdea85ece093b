import { describe, expect, it } from "vitest";
import type { PhraseKey } from "../../../src/model/phrases.ts";
import type { Workshop } from "../../../src/model/workshop.ts";
import type { Interaction } from "../../support/discord-server/interaction.ts";
import { objectOf, textOf } from "../../support/discord-server/json.ts";
import { usualScript } from "../../support/discord-rig.ts";
import {
  bothLanguages,
  expectSaid,
  labels,
  type Spoken,
  talkIn,
} from "../../support/discord-talk.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { library, page, scriptedKnowledge, sure } from "../../support/small-library.ts";
import { workshopLike } from "../../support/workshop-like.ts";

const fees = page("crowdfunding.fees");

/** What the commands that ask for something say, and a title, are understood as. */
const script = {
  ...usualScript,
  [fees.title.fr]: [sure(fees.id)],
  [fees.title.en]: [sure(fees.id)],
  [library.phrases.fr["said-workshops"]]: [sure("workshop.upcoming")],
  [library.phrases.en["said-workshops"]]: [sure("workshop.upcoming")],
};

const workshop = workshopLike({
  title: { fr: "SiteClub" },
  localStart: "2026-11-26T18:30",
  localEnd: "2026-11-26T20:00",
  mode: "online",
});

async function talk(spoken: Spoken, workshops: readonly Workshop[] = []) {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  return talkIn(spoken, { clock, knowledge: scriptedKnowledge(script, { workshops }) });
}

describe.each(bothLanguages)("with Discord in $locale", (spoken) => {
  it("commands are offered by the names and explanations of the language", async () => {
    const { server, tell } = await talk(spoken);
    const shown = server.commands.map(({ fields }) => localised(fields, spoken));
    const keys: readonly (readonly [PhraseKey, PhraseKey?])[] = [
      ["command-ask", "command-ask-what"],
      ["command-workshops", "command-workshops-what"],
      ["command-diagnostic", "command-diagnostic-what"],
      ["command-human", "command-human-what"],
      ["hf-command-my-requests", "hf-command-my-requests-what"],
      ["command-help", "command-help-what"],
      ["command-my-data", "command-my-data-what"],
      ["command-language", "command-language-what"],
      ["menu-ask"],
      ["menu-hand-off"],
    ];
    expect(shown).toEqual(keys.map(([name, what]) => [tell(name), what && tell(what)]));
  });

  it("a question is answered in the channel, with a way to say whether that helped", async () => {
    const { amina, general, tell } = await talk(spoken);
    const asked = amina.slash(general, tell("command-ask"), {
      [tell("command-ask-question")]: spoken.clear,
    });
    expect(await acknowledgedAs(asked)).toEqual([5, false]);
    const answer = await asked.response();
    expect(answer.onlyFor).toBeUndefined();
    expect(answer.content).toContain("HelloAsso");
    expectSaid(answer, "useful-question", spoken);
    expect(labels(answer)).toEqual(expect.arrayContaining([tell("useful-yes"), tell("useful-no")]));
  });

  it("a question that is not given is asked for in a window, and answered", async () => {
    const { amina, general, tell } = await talk(spoken);
    const asked = amina.slash(general, tell("command-ask"));
    const modal = await asked.shownModal();
    expect(modal["title"]).toBe(tell("words-title"));
    expectSaid(JSON.stringify(modal), "words-label", spoken);
    const sent = amina.submit(asked, { words: spoken.clear });
    expect(await acknowledgedAs(sent)).toEqual([5, false]);
    expect((await sent.response()).content).toContain("HelloAsso");
  });

  it("the workshops to come are told in the channel, or that there are none", async () => {
    const { amina, general, tell } = await talk(spoken, [workshop]);
    const answer = await amina.slash(general, tell("command-workshops")).response();
    expect(answer.onlyFor).toBeUndefined();
    expectSaid(answer, "workshops-coming", spoken);
    expectSaid(answer, "workshop-online", spoken);
    expect(answer.content).toContain("**SiteClub**");
    const without = await talk(spoken);
    const { amina: other, general: room } = without;
    const none = await other.slash(room, tell("command-workshops")).response();
    expectSaid(none, "workshops-none", spoken);
    expect(none.content).not.toContain("SiteClub");
  });

  it("help is told in the channel", async () => {
    const { amina, general, tell } = await talk(spoken);
    const asked = amina.slash(general, tell("command-help"));
    expect(await acknowledgedAs(asked)).toEqual([5, false]);
    expectSaid(await asked.response(), "help", spoken);
  });

  it("what brings to a person is for the one who asks alone", async () => {
    const { amina, bob, general, tell } = await talk(spoken);
    const asked = amina.slash(general, tell("command-human"));
    expect(await acknowledgedAs(asked)).toEqual([5, true]);
    const answer = await asked.response();
    expect(answer.onlyFor).toBe(amina.id);
    expect(answer.content).toContain(firstWordsOf("bot.human", spoken));
    expect(bob.seesFromBot(general)).toEqual([]);
  });

  it("the diagnostic is offered to the one who asks alone", async () => {
    const { amina, bob, general, tell } = await talk(spoken);
    const asked = amina.slash(general, tell("command-diagnostic"));
    expect(await acknowledgedAs(asked)).toEqual([5, true]);
    const answer = await asked.response();
    expect(answer.onlyFor).toBe(amina.id);
    expectSaid(answer, "dq-offer", spoken);
    expect(labels(answer)).toContain(tell("dq-offer-short"));
    expect(bob.seesFromBot(general)).toEqual([]);
  });

  it("their data are for the person alone, as a file that says what it is", async () => {
    const { amina, bob, general, tell } = await talk(spoken);
    await amina.slash(general, tell("command-human")).response();
    const asked = amina.slash(general, tell("command-my-data"));
    expect(await acknowledgedAs(asked)).toEqual([5, true]);
    const data = await asked.response();
    expectSaid(data, "export-done", spoken);
    expect(data.attachments[0]?.description).toBe(tell("export-what"));
    expect(data.attachments[0]?.bytes.toString()).toContain(amina.id);
    expect(bob.seesFromBot(general)).toEqual([]);
  });

  it("the language is set, for the person alone", async () => {
    const { amina, general, tell } = await talk(spoken);
    const option = { [tell("command-language-choice")]: spoken.language };
    const set = amina.slash(general, tell("command-language"), option);
    expect(await acknowledgedAs(set)).toEqual([5, true]);
    expectSaid(await set.response(), "language-set", spoken);
  });

  it("questions are proposed while one types, and the one taken is answered", async () => {
    const { amina, general, tell } = await talk(spoken);
    const [title, other] = [fees.title[spoken.language], fees.title[spoken.other]];
    const [command, option] = [tell("command-ask"), tell("command-ask-question")];
    const typed = title.slice(0, 12);
    const offered = await amina.autocomplete(general, command, option, typed).offered();
    const names = offered.map(({ name }) => name);
    expect(names).toContain(title);
    expect(names).not.toContain(other);
    expect(names.length).toBeLessThanOrEqual(25);
    const all = await amina.autocomplete(general, command, option, "").offered();
    expect(all).toHaveLength(25);
    const answer = await amina.slash(general, command, { [option]: title }).response();
    expect(answer.content).toContain("HelloAsso");
  });

  it("a message's menus answer the person alone, and say whom to turn to", async () => {
    const { amina, bob, general, tell } = await talk(spoken);
    const asked = amina.useMessageMenu(bob.send(general, spoken.clear), tell("menu-ask"));
    expect(await acknowledgedAs(asked)).toEqual([5, true]);
    const answer = await asked.response();
    expect(answer.onlyFor).toBe(amina.id);
    expect(answer.content).toContain("HelloAsso");
    const handed = amina.useMessageMenu(bob.send(general, "SOS"), tell("menu-hand-off"));
    expect(await acknowledgedAs(handed)).toEqual([5, true]);
    const people = await handed.response();
    expect(people.onlyFor).toBe(amina.id);
    expect(people.content).toContain(firstWordsOf("bot.human", spoken));
    const picture = bob.send(general, "", { files: [{ name: "a.png", content: "x" }] });
    const empty = await amina.useMessageMenu(picture, tell("menu-ask")).response();
    expectSaid(empty, "menu-empty", spoken);
    expect(bob.seesFromBot(general)).toEqual([]);
  });
});

/** A command's name and explanation, as Discord shows them to who speaks a language. */
function localised(fields: Readonly<Record<string, unknown>>, { locale }: Spoken) {
  return ["name", "description"].map(
    (field) => textOf(objectOf(fields[`${field}_localizations`])[locale]) ?? fields[field],
  );
}

/** How it was acknowledged, and whether the answer is for the person alone. */
async function acknowledgedAs(asked: Interaction): Promise<readonly [number, boolean]> {
  const { type } = await asked.acknowledged();
  return [type, ((asked.original?.flags ?? 0) & 64) !== 0];
}

/** The first words of a page, which no page in the other language has. */
function firstWordsOf(id: string, { language }: Spoken): string {
  return page(id).text[language].trim().slice(0, 20);
}
