import { expect, it } from "vitest";
import { catchUp, shardIn } from "../../../src/adapters/discord/connection/catch-up.ts";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { CatchingUp } from "../../../src/adapters/discord/receiving/catching-up.ts";
import { ReadPlaces } from "../../../src/adapters/discord/receiving/read-places.ts";
import {
  DiscordRefusal,
  type DiscordRequest,
  type DiscordRest,
} from "../../../src/adapters/discord/rest.ts";
import { personKey } from "../../../src/model/address.ts";
import { remove } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { holdStep } from "../../support/held-step.ts";
import { keptLog } from "../../support/kept-log.ts";

const clock = new FixedClock("2026-11-23T09:00:00Z");
const amina = "5";

async function places() {
  const store = createMemoryStore(discordKinds);
  const read = new ReadPlaces(store, clock);
  const spokenIn = async (channel: string, message: string, guild?: string) => {
    await read.begin(channel, message, { from: amina, isDirect: guild === undefined, guild });
    await read.end(channel, message);
  };
  const stored = async () => (await store.list(discordDocuments.places)).map(({ id }) => id);
  return { store, read, spokenIn, stored };
}

async function caughtUp(
  read: ReadPlaces,
  shard: { id: number; count: number },
  answer: (asked: DiscordRequest) => unknown = () => [],
): Promise<string[]> {
  const asked: string[] = [];
  const rest: DiscordRest = {
    request: async (request) => {
      asked.push(request.path.split("/")[2] ?? "");
      return answer(request);
    },
  };
  const take = async () => undefined;
  await catchUp({ rest, places: read, clock, log: keptLog(), take }, shard);
  return asked;
}

it("forgets how far somebody's direct messages were read when they are forgotten", async () => {
  const { store, read, spokenIn, stored } = await places();
  await spokenIn("70", "100");
  await spokenIn("80", "101", "9");
  const direct = (await store.list(discordDocuments.places)).find(({ id }) => id === "70");
  expect(direct && discordDocuments.places.owner(direct.document)).toBe(
    personKey("discord", amina),
  );
  // As "forget me" does, while a message of theirs has its turn.
  await read.begin("70", "102", { from: amina, isDirect: true, guild: undefined });
  await store.write([remove(discordDocuments.places, "70")]);
  await read.end("70", "102");
  await read.settle();
  expect(await stored()).toEqual(["80"]);
  expect(read.has("70")).toBe(false);
  await spokenIn("70", "103");
  expect(await stored()).toEqual(["80", "70"]);
});

it("forgets it in memory as well where nothing is said there any more", async () => {
  const { store, read, spokenIn } = await places();
  await spokenIn("70", "100");
  await store.write([remove(discordDocuments.places, "70")]);
  await read.forgetErased(personKey("discord", amina));
  expect(read.all()).toEqual([]);
});

it.each([
  ["is no more", 404, 10_003, []],
  ["is closed to us", 403, 50_001, []],
  ["is not to be read back", 403, 50_013, ["80"]],
])("reads a channel further unless it %s", async (_, status, code, left) => {
  const { read, spokenIn, stored } = await places();
  await spokenIn("80", "101", "9");
  const refuse = () => {
    throw new DiscordRefusal("GET", status, code);
  };
  expect(await caughtUp(read, { id: 0, count: 1 }, refuse)).toEqual(["80"]);
  expect(await stored()).toEqual(left);
  expect(read.all().map(([id]) => id)).toEqual(left);
});

it("asks the channels of the guilds of the shard that was welcomed", async () => {
  const { read, spokenIn } = await places();
  const guild = (number: bigint) => String(number << 22n);
  await spokenIn("70", "100");
  await spokenIn("80", "101", guild(4n));
  await spokenIn("90", "102", guild(7n));
  await spokenIn("91", "103", guild(9n));
  expect(await caughtUp(read, { id: 0, count: 2 })).toEqual(["70", "80"]);
  expect(await caughtUp(read, { id: 1, count: 2 })).toEqual(["90", "91"]);
});

it("knows from READY how many shards there are", () => {
  const ready = (data: unknown) => shardIn({ type: "READY", data, shard: 1 });
  expect(ready({ shard: [1, 3] })).toEqual({ id: 1, count: 3 });
  expect(ready({ shard: null })).toEqual({ id: 1, count: 1 });
});

it("leaves nothing of where somebody wrote once they asked to be forgotten, by words or by a press", async () => {
  const rig = await DiscordRig.start();
  const person = rig.server.person("amina");
  const direct = async () =>
    (await rig.store.list(discordDocuments.places)).filter(({ id }) => id === person.direct().id);
  await person.waitForAnswer(person.tell(question));
  const asked = await person.waitForAnswer(person.tell("oublie-moi"));
  await expect.poll(async () => (await direct()).length).toBe(1);
  person.press(asked, rig.knowledge.tell("fr")("forget-yes"));
  await person.waitForAnswer(asked);
  await rig.stopBot();
  expect(await direct()).toEqual([]);
  await rig.startBot();
  await person.waitForAnswer(person.tell("oublie-moi"));
  await person.waitForAnswer(person.tell("oui"));
  await rig.stopBot();
  expect(await direct()).toEqual([]);
});

it("answers in a thread of ours what was asked there while the assistant was away", async () => {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const person = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [person] });
  const general = guild.channel("general");
  const ask = () => person.send(general, `${server.botMention} ${question}`);
  await person.waitForAnswer(ask());
  await person.waitForAnswer(ask());
  const third = ask();
  await server.waitUntil(() => third.threadId !== undefined, "a thread");
  const thread = server.world.channel(third.threadId ?? "");
  await person.waitUntil(thread, () => person.seesFromBot(thread).length === 1, "an answer");
  await rig.stopBot();
  const missed = person.send(thread, `${server.botMention} aide`);
  await rig.startBot();
  expect((await person.waitForAnswer(missed)).channelId).toBe(thread.id);
});

it("catches a shard up once more, however often its session begins meanwhile", async () => {
  const { read, spokenIn } = await places();
  await spokenIn("10", "1000");
  let asked = 0;
  const { pass, release } = holdStep();
  const catching = new CatchingUp({
    rest: {
      request: async () => {
        asked += 1;
        await pass();
        return [];
      },
    },
    places: read,
    clock,
    log: keptLog(),
    signal: new AbortController().signal,
    take: () => Promise.resolve(),
  });
  for (let session = 0; session < 200; session += 1) catching.begin({ id: 0, count: 1 });
  release();
  await catching.idle();
  expect(asked).toBe(2);
});
