import { describe, expect, it } from "vitest";
import { listOf, objectOf } from "../../support/discord-server/json.ts";
import { DiscordRig } from "../../support/discord-rig.ts";
import { bothLanguages, expectSaid, labels, talkIn } from "../../support/discord-talk.ts";

describe.each(bothLanguages)("with Discord in $locale", (spoken) => {
  it("a choice that is no longer known is said to be too old", async () => {
    const { amina, general, tell } = await talkIn(spoken);
    const option = { [tell("command-ask-question")]: spoken.vague };
    const menu = await amina.slash(general, tell("command-ask"), option).response();
    const button = objectOf(listOf(menu.components[0]?.["components"])[0]);
    Object.assign(button, { custom_id: "c.aaaaaaaaaaaaaaaaaaaaaa.0" });
    const answer = await amina.press(menu, labels(menu)[0] ?? "").response();
    expect(answer.onlyFor).toBe(amina.id);
    expectSaid(answer, "choice-too-old", spoken);
  });

  it("nothing seems to think for ever when somebody is much too fast", async () => {
    const { rig, server, amina, general, tell } = await talkIn(spoken);
    const given = Array.from({ length: 62 }, () => amina.slash(general, tell("command-help")));
    await Promise.all(given.map((one) => one.acknowledged()));
    const taken = () => server.requestsTo("DELETE /webhooks/:app/:token/messages/:message");
    await server.waitUntil(() => taken().length === 1, "what is thinking to be taken away");
    await rig.stopBot();
    const shown = amina.seesFromBot(general).map(({ content }) => content);
    expect(shown).toHaveLength(61);
    expect(shown).toContain(tell("too-fast"));
  });

  it("what is spoken from then on is the language chosen, whatever Discord speaks", async () => {
    const rig = await DiscordRig.start();
    const amina = rig.server.person("amina", spoken);
    const tell = rig.knowledge.tell(spoken.language);
    const option = { [tell("command-language-choice")]: spoken.other };
    const set = await amina.slash(amina.direct(), tell("command-language"), option).response();
    const turned = { ...spoken, language: spoken.other, other: spoken.language };
    expectSaid(set, "language-set", turned);
    const help = await amina.slash(amina.direct(), tell("command-help")).response();
    expect(help.channelId).toBe(amina.direct().id);
    expectSaid(help, "help", turned);
  });
});

it("ignores a command that is told twice", async () => {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  const given = amina.slash(general, "aide");
  await given.response();
  server.emitRaw("INTERACTION_CREATE", given.start.payload);
  await amina.waitForAnswer(amina.tell("aide"));
  await rig.bot.stop();
  expect(amina.seesFromBot(general)).toHaveLength(1);
  expect(server.requestsTo("POST /interactions/:id/:token/callback")).toHaveLength(1);
});
