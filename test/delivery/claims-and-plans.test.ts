import { expect, it } from "vitest";
import { announcement, DeliveryRig } from "./delivery-rig.ts";

/** Something that waits until a test lets it go on. */
function gate(): { readonly reached: Promise<void>; pass: () => Promise<void>; open: () => void } {
  let arrive: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const pass = async () => {
    arrive();
    await opened;
  };
  return { reached, pass, open };
}

/** Plans one message for all that waits in the room, as what is new is told. */
async function planTogether(rig: DeliveryRig, meanwhile = () => Promise.resolve()): Promise<void> {
  await rig.delivery.plan(async (announce) => {
    const rows = await rig.outbox();
    const waiting = rows.filter(({ state }) => state.kind === "waiting");
    await meanwhile();
    const covers = waiting.map(() => announcement("a").key);
    const text = waiting.length === 0 ? "Le deuxième" : "Les deux";
    await announce([announcement("a", { kind: "new", text }, { covers })], []);
  });
}

it("a message that is being checked is not planned into another: each workshop is told once", async () => {
  const rig = new DeliveryRig();
  await rig.delivery.announce([announcement("a", { text: "Le premier" })]);
  const checking = gate();
  rig.recheck = async () => {
    await checking.pass();
    return { kind: "send" };
  };
  const sending = rig.tick();
  await checking.reached;
  const planning = planTogether(rig);
  checking.open();
  await Promise.all([sending, planning]);
  await rig.tick(1);
  expect(rig.texts).toEqual(["Le premier", "Le deuxième"]);
  expect(await rig.proof(1)).toMatchObject({ confirmed: 1, doubled: 0, waiting: 0 });
});

it("a message is not sent while another is planned that tells it too", async () => {
  const rig = new DeliveryRig();
  await rig.delivery.announce([announcement("a", { text: "Le premier" })]);
  const planned = gate();
  const planning = planTogether(rig, planned.pass);
  await planned.reached;
  let isOver = false;
  const sending = rig.tick().then(() => (isOver = true));
  // Long enough for a tick that waits for nobody.
  // oxlint-disable-next-line no-await-in-loop
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  planned.open();
  await Promise.all([sending, planning]);
  await rig.tick(1);
  expect(rig.texts).toEqual(["Les deux"]);
  expect(await rig.proof(1)).toMatchObject({ skipped: { "told-in-another": 1 } });
});

it("messages of different rooms are checked side by side", async () => {
  const rig = new DeliveryRig();
  await rig.delivery.announce(["a", "b"].map((room) => announcement(room)));
  const gates = { a: gate(), b: gate() };
  rig.recheck = async ({ reply: { to } }) => {
    await (to.room === "a" ? gates.a : gates.b).pass();
    return { kind: "send" };
  };
  const sending = rig.tick();
  await Promise.all([gates.a.reached, gates.b.reached]);
  gates.a.open();
  gates.b.open();
  await sending;
  expect(rig.rooms).toHaveLength(2);
});
