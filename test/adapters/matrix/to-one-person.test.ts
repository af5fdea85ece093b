import { expect, it, vi } from "vitest";
import { directTo } from "../../../src/model/address.ts";
import { isDeletion } from "../../../src/model/incoming-message.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";
import { FakeMachine, message } from "../../support/matrix-sending.ts";
import type { FakeDevice } from "../../support/fake-matrix/fake-state.ts";

function toPerson(person: FakeDevice, text: string) {
  return { ...message("", text), to: directTo("matrix", person.user) };
}

/** The rooms the assistant made. */
function made(rig: MatrixRig) {
  return rig.homeserver.requestsTo(/\/createRoom$/);
}

async function roomMade(rig: MatrixRig): Promise<string> {
  return vi.waitFor(() => {
    const request = rig.homeserver.requestsTo(/\/send\/m\.room\./).at(-1);
    const room = /\/rooms\/(?<room>[^/]+)\/send/.exec(request?.path ?? "")?.groups?.["room"];
    if (room === undefined) throw new Error("not yet");
    return decodeURIComponent(room);
  }, 10_000);
}

it("writes to a person in the room between the two of us", async () => {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  const room = rig.directRoom(amina);
  rig.sharedRoom(amina);
  rig.world.say(room, amina.user, "bonjour");
  expect(await rig.heard(room, 1)).toHaveLength(1);
  await rig.platform.send(toPerson(amina, "rien que pour vous"));
  expect(await rig.heard(room, 2)).toEqual(["echo: bonjour", "rien que pour vous"]);
  expect(made(rig)).toEqual([]);
});

it("makes a room and invites them where there is none, once, also after a restart", async () => {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  const shared = rig.sharedRoom(amina, rig.homeserver.register("bob"));
  await rig.platform.send(toPerson(amina, "un"));
  await rig.platform.send(toPerson(amina, "deux"));
  const room = await roomMade(rig);
  expect(await rig.heard(room, 2)).toEqual(["un", "deux"]);
  await rig.stopBot();
  await rig.startBot();
  await rig.platform.send(toPerson(amina, "trois"));
  expect(await rig.heard(room, 3)).toEqual(["un", "deux", "trois"]);
  expect(made(rig)).toHaveLength(1);
  expect(JSON.parse(made(rig)[0]?.body ?? "")).toMatchObject({
    is_direct: true,
    invite: [amina.user],
  });
  expect(rig.answers(shared)).toEqual([]);
});

it("makes it encrypted where it can, and writes nothing in clear to a person where encryption is required", async () => {
  const rig = await MatrixRig.start({
    machine: new FakeMachine(),
    settings: { encryption: "required" },
  });
  const amina = rig.homeserver.register("amina");
  const clear = rig.directRoom(amina);
  await rig.platform.send(toPerson(amina, "secret"));
  const room = await roomMade(rig);
  expect(room).not.toBe(clear);
  await vi.waitFor(() => {
    const ours = rig.world.eventsIn(room).filter(({ type }) => type === "m.room.encrypted");
    expect(ours).toHaveLength(1);
  });
  expect(rig.answers(clear)).toEqual([]);
  expect(rig.answers(room)).toEqual([]);
});

it.each([
  ["that is away", { kind: "refuse", status: 502, body: {} }, 2],
  ["whose answer is lost, without a second room", { kind: "cut-after" }, 1],
] as const)("keeps a message for a person through a server %s", async (_, fault, rooms) => {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  rig.homeserver.fail({ path: /\/createRoom$/, times: 1, fault });
  await rig.platform.send(toPerson(amina, "plus tard"));
  const room = await roomMade(rig);
  expect(await rig.heard(room, 1)).toEqual(["plus tard"]);
  expect(made(rig)).toHaveLength(rooms);
});

it("takes a raised hand under an announcement from everybody, and under an answer from its asker alone", async () => {
  const rig = await MatrixRig.start();
  const [amina, bob] = [rig.homeserver.register("amina"), rig.homeserver.register("bob")];
  const room = rig.sharedRoom(amina, bob);
  const choices = [{ label: "✋ Je m'inscris au 12", value: "x" }];
  const open = message(room, "un atelier");
  await rig.platform.send({ ...open, kind: "announcement", choices });
  const closed = message(room, "pour amina");
  const inReplyTo = { id: "$asked", from: amina.user };
  await rig.platform.send({ ...closed, choices, inReplyTo });
  await rig.heard(room, 2);
  const ours = rig.world
    .eventsIn(room)
    .filter(({ sender, type }) => sender === rig.bot.user && type === "m.room.message");
  const react = (person: FakeDevice, event: string) =>
    rig.world.add(room, person.user, {
      type: "m.reaction",
      content: { "m.relates_to": { rel_type: "m.annotation", event_id: event, key: "✋🏿" } },
    });
  for (const person of [amina, bob]) for (const { event_id: id } of ours) react(person, id);
  await vi.waitFor(() => {
    expect(rig.received).toHaveLength(3);
  });
  const said = rig.received.flatMap((one) => (isDeletion(one) ? [] : one));
  expect(said.map(({ pressed }) => pressed)).toEqual(
    choices.concat(choices, choices).map(({ label }) => label),
  );
  expect(said.map(({ from }) => from)).toEqual([amina.user, amina.user, bob.user]);
  expect(new Set(said.map(({ id }) => id)).size).toBe(3);
});
