import { expect, it, onTestFinished, vi } from "vitest";
import { type Reply, say } from "../../../src/model/reply.ts";
import { LONGEST_ANNOUNCING_MS } from "../../../src/ports/chat-platform.ts";
import { DiscordRig } from "../../support/discord-rig.ts";

/** An announcement in a channel of three people. */
async function inChannel() {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const [amina, driss] = [server.person("amina"), server.person("driss")];
  const guild = server.guild("Les Amis", {
    owner: server.person("olga"),
    members: [amina, driss],
  });
  const general = guild.channel("general");
  const send = async (key: string, text: string, more: Partial<Reply> = {}) =>
    rig.platform.send({
      key: key.padEnd(22, "x"),
      to: { platform: "discord", room: general.id, isDirect: false },
      kind: "announcement",
      text,
      choices: [],
      attachments: [],
      ...more,
    });
  return { rig, server, general, amina, driss, send, seen: () => amina.seesFromBot(general) };
}

it("calls who asked for it, nobody else, whatever the words say", async () => {
  const { server, amina, driss, send, seen } = await inChannel();
  const mentions = [amina.id, amina.id, "@everyone", "123"];
  await send("called", `Un atelier, @everyone et <@${driss.id}>`, { mentions });
  expect(seen()[0]?.content).toMatch(new RegExp(`^<@${amina.id}>\nUn atelier`, "u"));
  expect(seen()[0]?.pinged).toEqual({ users: [amina.id], roles: [], everyone: false });
  const [{ body } = { body: undefined }] = server.requestsTo("POST /channels/:channel/messages");
  expect(body).toMatchObject({
    allowed_mentions: { parse: [], users: [amina.id], replied_user: false },
  });
});

it("calls twenty people at most, in the first message alone", async () => {
  const { server, send } = await inChannel();
  const mentions = Array.from({ length: 25 }, (_, at) =>
    String(1_300_000_000_000_000_000n + BigInt(at)),
  );
  await send("long", "mot ".repeat(900), { mentions });
  const bodies = server.requestsTo("POST /channels/:channel/messages").map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(1);
  expect(bodies[0]).toMatchObject({ allowed_mentions: { users: mentions.slice(0, 20) } });
  for (const body of bodies.slice(1)) {
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    expect(JSON.stringify(body)).not.toContain('"users"');
  }
});

it("corrects an announcement in its place, in one message however long it became, and calls nobody", async () => {
  const { server, amina, send, seen } = await inChannel();
  await send("first", "Un atelir", { mentions: [amina.id] });
  const [first] = seen();
  const inPlace = { isOnlyInPlace: true };
  await send("second", "Un atelier", { replaces: "first".padEnd(22, "x"), ...inPlace });
  expect(seen().map(({ id, content }) => [id, content])).toEqual([[first?.id, "Un atelier"]]);
  const replaces = "second".padEnd(22, "x");
  await send("third", "mot ".repeat(900), { replaces, mentions: [amina.id], ...inPlace });
  expect(seen()).toHaveLength(1);
  const edits = server.requests.filter(({ method }) => method === "PATCH");
  expect(edits).toHaveLength(2);
  for (const { body } of edits) {
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    expect(JSON.stringify(body)).not.toContain('"users"');
  }
});

it("shows nothing where the announcement is not known any more, or was taken away", async () => {
  const { server, send, seen } = await inChannel();
  await send("late", "Un atelier", { replaces: "long ago", isOnlyInPlace: true });
  expect(seen()).toEqual([]);
  await send("first", "Un atelir");
  const replaces = "first".padEnd(22, "x");
  await send("gone", "", { replaces, isWithdrawal: true });
  await send("second", "Un atelier", { replaces, isOnlyInPlace: true });
  expect(seen()).toEqual([]);
  expect(server.requestsTo("POST /channels/:channel/messages")).toHaveLength(1);
});

it("gives an announcement back in two minutes that Discord wants an hour for, and sends it only if asked again", async () => {
  const { rig, server, general, amina, send, seen } = await inChannel();
  const path = /^\/channels\/\d+\/messages$/u;
  const fate = { kind: "answer", status: 429, headers: { "retry-after": "3600" } } as const;
  server.fail({ method: "POST", path, fate });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const asked = send("first", "first").catch(String);
  await vi.waitFor(() => {
    expect(server.requestsTo("POST /channels/:channel/messages")).toHaveLength(1);
  });
  await vi.advanceTimersByTimeAsync(LONGEST_ANNOUNCING_MS);
  expect(await asked).toContain("OutcomeUnknown");
  const to = { platform: "discord", room: general.id, isDirect: false };
  const answer = { ...say("Bonjour"), key: "answer".padEnd(22, "x"), to, kind: "reply" } as const;
  const answered = rig.platform.send(answer);
  await vi.advanceTimersByTimeAsync(3_600_000);
  vi.useRealTimers();
  await answered;
  expect(seen().map(({ content }) => content)).toEqual(["Bonjour"]);
  await send("first", "first");
  await send("first", "first");
  expect(amina.seesFromBot(general).map(({ content }) => content)).toEqual(["Bonjour", "first"]);
});
