import { expect, it } from "vitest";
import { type BridgeEnd, seen } from "../support/bridge-end.ts";
import { discordEnd } from "../support/discord-end.ts";
import { bridgeDiscord, startBridge } from "../support/handoff-bridge.ts";
import { PLACE, phoneJpeg } from "../support/handoff-images.ts";
import { seesMember } from "./matrix/human.ts";
import { matrixEnd } from "./matrix/matrix-end.ts";
import { describeOnMatrix, type Stage } from "./matrix/stage.ts";

const question = "faut-il l'accord des parents pour les photos du tournoi ?";
const answer = "Oui, un accord écrit des deux parents.";

type Bridge = Awaited<ReturnType<typeof startBridge>>;

/** A request somebody took, with its two ends. */
interface Talk {
  readonly asker: BridgeEnd;
  /** In the thread of the request. */
  readonly adviser: BridgeEnd;
  readonly bridge: Bridge;
}

/** Asks, agrees, is taken and answered: what follows crosses at once. */
async function talking(
  asker: BridgeEnd,
  bridge: Bridge,
  { room, threadBelow }: { room: BridgeEnd; threadBelow: (offer: string) => BridgeEnd },
): Promise<Talk> {
  const { until, tell, store, knowledge } = bridge;
  await asker.says(question);
  await until(() => expect(asker.sees().length).toBeGreaterThan(0));
  await asker.says(tell("said-human"));
  await until(() => seen(asker, question));
  await asker.says("oui");
  const adviser = await until(async () => {
    const { id } = seen(room, "A-1");
    const [request] = await store.list(knowledge.documents.requests);
    // Written down: nobody takes it within the moment that takes.
    expect(request?.document.offers[0]?.shownAs).toBe(id);
    return threadBelow(id);
  });
  await adviser.says("je prends");
  await until(() => seen(adviser, question));
  await adviser.says(`> ${answer}`);
  await until(() => seen(adviser, answer));
  // The first time, what is sent is shown before.
  await adviser.says(tell("hd-send"));
  await until(() => seen(asker, answer));
  return { asker, adviser, bridge };
}

/** Amina asks on Discord; Camille answers in an encrypted room on Synapse. */
async function askedOnDiscord(stage: Stage) {
  const discord = await bridgeDiscord();
  const amina = discord.person("amina");
  discord.guild("Les Amis", { owner: amina });
  const account = await stage.account("bot");
  const [camille, elise] = [await stage.nioHuman("camille"), await stage.plainHuman("elise")];
  const invite = [account.user, elise.user];
  const room = await camille.client.createRoom({ isEncrypted: true, invite });
  await elise.client.join(room);
  const team = { platform: "matrix", room, adviser: camille.user } as const;
  const bridge = await startBridge({ discord, homeserver: stage.synapse.url, account, team });
  await seesMember(camille, room, { user: account.user, membership: "join" });
  const place = { room, bot: account.user };
  const talk = await talking(discordEnd(discord, amina, amina.direct()), bridge, {
    room: matrixEnd(camille, place),
    threadBelow: (thread) => matrixEnd(camille, { ...place, thread }),
  });
  return { ...talk, amina };
}

/** Amina asks in an encrypted room on Synapse; Camille answers in a thread on Discord. */
async function askedOnMatrix(stage: Stage) {
  const discord = await bridgeDiscord();
  const [camille, elise] = [discord.person("camille"), discord.person("elise")];
  const guild = discord.guild("Conseil", { owner: elise, members: [camille] });
  const channel = guild.channel("general");
  const [account, amina] = [await stage.account("bot"), await stage.nioHuman("amina")];
  const direct = { isEncrypted: true, isDirect: true, name: "Amina", invite: [account.user] };
  const room = await amina.client.createRoom(direct);
  const team = { platform: "discord", room: channel.id, adviser: camille.id } as const;
  const bridge = await startBridge({ discord, homeserver: stage.synapse.url, account, team });
  await seesMember(amina, room, { user: account.user, membership: "join" });
  const place = { room, bot: account.user };
  const talk = await talking(matrixEnd(amina, place), bridge, {
    room: discordEnd(discord, camille, channel),
    threadBelow: (offer) => discordEnd(discord, camille, discord.world.channel(offer)),
  });
  return { ...talk, amina, direct, room, bot: account.user };
}

/**
 * All that one end may do reaches the other: text, reply, edit, deletion, image, reaction.
 * @param words marks what is for the asker, where an adviser writes
 */
async function crosses(
  { from, to, mark }: { from: BridgeEnd; to: BridgeEnd; mark: string },
  { until, store, knowledge }: Bridge,
): Promise<void> {
  // Nobody answers, or signs, within the moment it takes to write down where a message stands.
  const noted = (id: string) =>
    until(async () => {
      const said = await store.list(knowledge.documents.requestMessages);
      expect(said.some(({ document }) => document.shownAs === id)).toBe(true);
    });
  const text = await from.says(`${mark}une règle simple`);
  const shown = await until(() => seen(to, "une règle simple"));
  await noted(shown.id);

  const back = await to.says("d'accord ?", shown.id);
  const asked = await until(() => seen(from, "d'accord ?"));
  expect(asked.repliesTo).toBe(text);
  await noted(asked.id);
  await from.says("tout à fait", asked.id);
  expect((await until(() => seen(to, "tout à fait"))).repliesTo).toBe(back);

  await from.corrects(text, `${mark}une règle précise`);
  await until(() => expect(seen(to, "une règle précise").id).toBe(shown.id));

  const takeAway = await from.signs(asked.id, "👍");
  await until(() => expect(to.signsOn(back)).toContain("👍"));
  await takeAway();
  await until(() => expect(to.signsOn(back)).not.toContain("👍"));

  const before = (await to.pictures()).length;
  const picture = await from.sendsPicture(`${mark}voici l'affiche`, Buffer.from(phoneJpeg(6)));
  await until(async () => expect(await to.pictures()).toHaveLength(before + 1));
  const [bytes] = (await to.pictures()).slice(-1);
  expect(bytes?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect(bytes?.includes(PLACE)).toBe(false);
  // What is corrected below a picture leaves the picture where it stands.
  await from.corrects(picture, `${mark}voici la bonne affiche`);
  await until(() => seen(to, "voici la bonne affiche"));
  expect(await to.pictures()).toHaveLength(before + 1);
  await from.deletes(picture);
  await until(async () => expect(await to.pictures()).toHaveLength(before));

  await from.deletes(text);
  await until(() => expect(to.sees().some(({ id }) => id === shown.id)).toBe(false));
}

/** Everything both ways. @returns all its asker ever read, a remark among advisers being made first */
async function crossesBothWays({ asker, adviser, bridge }: Talk): Promise<string> {
  await adviser.says("une remarque entre nous");
  await crosses({ from: asker, to: adviser, mark: "" }, bridge);
  await crosses({ from: adviser, to: asker, mark: "> " }, bridge);
  return asker
    .sees()
    .map(({ text }) => text)
    .join("\n");
}

/** Words that wait for somebody who takes none, and reach them once they do. @returns how often they are seen then */
async function waitsForReopening(
  { asker, adviser, bridge }: Talk,
  { close, reopen }: { close: () => Promise<void>; reopen: () => Promise<BridgeEnd> },
): Promise<number> {
  const { until } = bridge;
  await close();
  const closedMs = Date.now();
  const waiting = await adviser.says("> Je vous ai trouvé un modèle.");
  await until(() => seen(adviser, "⚠ A-1"));
  expect(Date.now() - closedMs).toBeLessThan(60_000);
  expect(adviser.signsOn(waiting)).not.toContain("✅");
  expect(asker.sees().some(({ text }) => text.includes("un modèle"))).toBe(false);
  const again = await reopen();
  await until(() => seen(again, "un modèle"));
  await until(() => expect(adviser.signsOn(waiting)).toContain("✅"));
  return again.sees().filter(({ text }) => text.includes("un modèle")).length;
}

describeOnMatrix("a question handed over between two platforms", (stage) => {
  it("2. asker on Discord, adviser on Matrix: text, reply, edit, deletion, image, reaction both ways", async () => {
    const read = await crossesBothWays(await askedOnDiscord(stage));
    expect(read).not.toContain("entre nous");
  });

  it("2. and the reverse: asker on Matrix, adviser on Discord", async () => {
    const read = await crossesBothWays(await askedOnMatrix(stage));
    expect(read).not.toContain("entre nous");
  });

  it("8. DM closed in the middle: adviser told within a minute; delivered when reopened", async () => {
    const talk = await askedOnDiscord(stage);
    const { amina, asker } = talk;
    const shown = await waitsForReopening(talk, {
      close: async () => amina.closesDirectMessages(),
      async reopen() {
        amina.opensDirectMessages();
        await asker.says("me revoilà");
        return asker;
      },
    });
    expect(shown).toBe(1);
  });

  it("8. and on Matrix: the room left, delivered in the one opened later", async () => {
    const talk = await askedOnMatrix(stage);
    const { amina, direct, bot, asker, bridge, room: left } = talk;
    const shown = await waitsForReopening(talk, {
      async close() {
        await amina.client.leave(left);
        const there = { platform: "matrix", room: left, isDirect: true };
        await bridge.until(async () => {
          expect((await bridge.matrix.describeRoom(there))?.people).toBe(0);
        });
      },
      async reopen() {
        const room = await amina.client.createRoom(direct);
        await seesMember(amina, room, { user: bot, membership: "join" });
        const end = matrixEnd(amina, { room, bot });
        await end.says("me revoilà");
        return end;
      },
    });
    expect(shown).toBe(1);
    expect(asker.sees().some(({ text }) => text.includes("un modèle"))).toBe(false);
  });
});
