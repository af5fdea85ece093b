import { expect, it } from "vitest";
import { isMeant, oddDiscordEvents } from "../../support/odd-discord.ts";
import { keeperFor } from "../../support/guild-rig.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";

const isFull = process.env["PASSERELLE_FULL_PROOFS"] === "1";
const payloads = isFull ? 20_000 : 2000;

it(
  `lives through ${payloads} odd events, and answers a question after them`,
  { timeout: 600_000 },
  async () => {
    const thrown: unknown[] = [];
    const note = (cause: unknown) => thrown.push(cause);
    process.on("unhandledRejection", note);
    process.on("uncaughtException", note);
    const rig = await DiscordRig.prepare();
    const { server } = rig;
    await rig.startBot({ care: keeperFor(rig) });
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
    const general = guild.channel("general");
    const direct = amina.direct();
    const callbacks = () => server.requestsTo("POST /interactions/:id/:token/callback").length;
    const places = { guild: guild.id, general: general.id, direct: direct.id };
    const events = oddDiscordEvents(server, places, payloads);
    for (const [index, [type, data]] of events.entries()) {
      server.emitRaw(type, data);
      // In small heaps, so that requests of one are answered among the next.
      if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    }
    const asked = amina.tell(question);
    await amina.waitUntil(
      direct,
      () =>
        amina
          .seesFromBot(direct)
          .some(
            ({ content, id: at }) => BigInt(at) > BigInt(asked.id) && content.includes("HelloAsso"),
          ),
      "an answer",
    );
    await rig.bot.stop();
    process.off("unhandledRejection", note);
    process.off("uncaughtException", note);
    const said = (event: string) =>
      rig.log.lines.filter((line) => line.includes(`"event":"${event}"`)).length;
    process.stdout.write(
      `turns ${said("turn")}, callbacks ${callbacks()}, welcomes ${said("caught-up")}\n`,
    );
    // They came as far as the core and the care of guilds, and nothing on the way threw.
    expect(said("turn")).toBeGreaterThan(20);
    expect(callbacks()).toBeGreaterThan(20);
    const cared = ["caught-up", "guild-left", "guild-greeted", "guild-not-greeted"].filter(said);
    expect(cared).toHaveLength(4);
    const faults = rig.log.lines.filter((line) => line.includes('"level":"error"'));
    expect(faults.filter((line) => !isMeant(line))).toEqual([]);
    expect(thrown).toEqual([]);
    expect(server.gateway.identifies).toHaveLength(1);
  },
);
