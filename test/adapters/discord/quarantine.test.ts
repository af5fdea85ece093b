import { describe, expect, it } from "vitest";
import { createRest } from "../../../src/adapters/discord/connection/discord-rest.ts";
import { DiscordRefusal } from "../../../src/adapters/discord/rest.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import type { Channel } from "../../support/discord-server/world/world-data.ts";
import { eventually } from "../../support/eventually.ts";
import { GuildRig, keeperFor } from "../../support/guild-rig.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";

/** What the sender does: tries, and says when it is refused. */
async function trySending(rig: GuildRig, channel: Channel): Promise<string> {
  if (rig.keeper.isQuarantined(channel.id)) return "left alone";
  const rest = createRest({ apiBaseUrl: rig.server.apiUrl, token: rig.server.token });
  try {
    const body = { content: "réponse", allowed_mentions: { parse: [] } };
    await rest.request({ method: "POST", path: `/channels/${channel.id}/messages`, body });
    return "sent";
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal)) throw cause;
    rig.keeper.refused(channel.id, cause);
    return `refused ${cause.code}`;
  }
}

describe("a channel that refuses us", () => {
  it("is left alone, and the owner is told once which right is missing and how to give it", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les *Amis*", { owner: olga });
    const general = guild.channel("general");
    const rig = new GuildRig(server);
    await rig.start();
    await olga.waitUntil(general, (seen) => seen.length === 1);
    guild.overwrite(general, { deny: ["SendMessages", "AttachFiles"] });
    expect(await trySending(rig, general)).toBe("refused 50013");
    expect(await trySending(rig, general)).toBe("left alone");
    await olga.waitUntil(olga.direct(), (seen) => seen.length === 1);
    const [told] = olga.seesFromBot(olga.direct());
    expect(told?.content).toContain(`<#${general.id}>`);
    expect(told?.content).toContain("Envoyer des messages");
    expect(told?.content).toContain("Joindre des fichiers");
    expect(told?.content).not.toContain("Intégrer des liens");
    expect(told?.content).toContain("Modifier le salon");
    expect(told?.content).toContain(String.raw`Les \*Amis\*`);

    rig.clock.moveByMs(3_600_001);
    expect(await trySending(rig, general)).toBe("refused 50013");
    await rig.stop();
    await rig.start();
    expect(await trySending(rig, general)).toBe("left alone");
    expect(olga.seesFromBot(olga.direct())).toHaveLength(1);
  });

  it("is written in again as soon as its rights change", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga });
    const general = guild.channel("general");
    const rig = new GuildRig(server);
    await rig.start();
    await olga.waitUntil(general, (seen) => seen.length === 1);
    guild.overwrite(general, { deny: ["SendMessages"] });
    expect(await trySending(rig, general)).toBe("refused 50013");
    guild.overwrite(general, { allow: ["SendMessages"] });
    await eventually(() => {
      expect(rig.keeper.isQuarantined(general.id)).toBe(false);
    });
    expect(await trySending(rig, general)).toBe("sent");
  });

  it("that we do not even see is told as such, and freed by a role of ours", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga });
    const general = guild.channel("general");
    const rig = new GuildRig(server);
    await rig.start();
    await olga.waitUntil(general, (seen) => seen.length === 1);
    guild.overwrite(general, { deny: ["ViewChannel"] });
    expect(await trySending(rig, general)).toBe("refused 50001");
    await olga.waitUntil(olga.direct(), (seen) => seen.length === 1);
    expect(olga.seesFromBot(olga.direct())[0]?.content).toContain("Voir le salon");
    const role = guild.addRole("confiance");
    guild.overwrite(general, { allow: ["ViewChannel"] }, role);
    guild.giveRole({ id: server.botId }, role);
    await eventually(() => {
      expect(rig.keeper.isQuarantined(general.id)).toBe(false);
    });
    expect(await trySending(rig, general)).toBe("sent");
  });

  it("keeps its answers for later: one attempt, then none until rights change, and each is shown once", async () => {
    const rig = await DiscordRig.prepare();
    const { server } = rig;
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga, channels: ["general", "libre"] });
    const [general, free] = [guild.channel("general"), guild.channel("libre")];
    await rig.startBot({ care: keeperFor(rig) });
    await olga.waitUntil(general, (seen) => seen.length === 1);
    guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
    const tries = () =>
      server
        .requestsTo("POST /channels/:channel/messages")
        .filter(({ path }) => path.includes(general.id)).length;
    const before = tries();
    olga.send(general, `${server.botMention} ${question}`);
    await eventually(() => {
      expect(tries()).toBe(before + 1);
    });
    await olga.waitUntil(olga.direct(), (seen) => seen.length === 1);
    for (let minute = 0; minute < 5; minute += 1) {
      await rig.bot.tick();
      await rig.bot.idle();
    }
    expect(tries()).toBe(before + 1);
    // Others are answered meanwhile.
    const asked = olga.send(free, `${server.botMention} ${question}`);
    expect((await olga.waitForAnswer(asked)).content).toContain("HelloAsso");
    guild.overwrite(general, { allow: ["SendMessages"] }, { id: server.botId });
    await eventually(() => {
      expect(rig.log.lines.join("\n")).toContain("channel-freed");
    });
    await rig.bot.tick();
    await rig.bot.idle();
    expect(tries()).toBe(before + 2);
    const answers = olga
      .seesFromBot(general)
      .filter(({ content }) => content.includes("HelloAsso"));
    expect(answers).toHaveLength(1);
  });

  it("to be replied to for want of history is answered once all the same, the answer standing alone", async () => {
    const rig = await DiscordRig.prepare();
    const { server } = rig;
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga });
    const general = guild.channel("general");
    guild.overwrite(general, { deny: ["ReadMessageHistory"] });
    await rig.startBot();
    const asked = olga.send(general, `${server.botMention} ${question}`);
    const answer = await olga.waitForAnswer(asked);
    expect(answer.content).toContain("HelloAsso");
    expect(answer.replyTo).toBeUndefined();
    await rig.stopBot();
    expect(olga.seesFromBot(general)).toHaveLength(1);
  });
});
