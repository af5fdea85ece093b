import { expect, it } from "vitest";
import { RelayRig } from "../../../support/relay-rig.ts";

/** An exchange, step by step; each is handed in again after a kill, as a platform does. */
const steps: readonly ((rig: RelayRig) => Promise<unknown>)[] = [
  (rig) => rig.asks("a1", "un"),
  (rig) => rig.answers("b1", "deux ?"),
  (rig) => rig.asks("a2", "trois"),
  (rig) => rig.asks("a2b", "trois !", { edits: "a2" }),
  (rig) => rig.answers("b2", "long ".repeat(500)),
  (rig) =>
    rig.asks("r1", "", {
      reacts: { sign: "🙏", on: rig.shownTo("asker")[0]?.key ?? "" },
      sign: "s1",
    }),
  (rig) => rig.deletes("a1", "asker"),
  (rig) => rig.answers("b3", "fin"),
];

/** What stands on both sides: corrections in place, without what was taken away. */
function standing(rig: RelayRig) {
  const sides = (["asker", "team"] as const).map((side) => {
    const shown: { keys: string[]; text: string }[] = [];
    for (const { key, replaces, text, isWithdrawal } of rig.shownTo(side)) {
      const known = shown.find(({ keys }) => replaces !== undefined && keys.includes(replaces));
      if (!known) shown.push({ keys: [key], text });
      else if (isWithdrawal === true) shown.splice(shown.indexOf(known), 1);
      else Object.assign(known, { keys: [...known.keys, key], text });
    }
    return shown.map(({ text }) => text);
  });
  return { sides, signs: [rig.signsOn("asker"), rig.signsOn("team")] };
}

/** @param killed a kill before, in the middle of, or after this step */
async function played(killed?: { step: number; when: "before-sending" | "shown" | "after" }) {
  const rig = new RelayRig();
  await rig.hasRequest();
  for (const [at, step] of steps.entries()) {
    // oxlint-disable-next-line no-await-in-loop
    await step(rig);
    if (killed?.step === at && killed.when === "before-sending") rig.restart();
    if (killed?.step === at && killed.when === "shown") rig.losesNextWrite();
    // oxlint-disable-next-line no-await-in-loop
    await rig.sends();
    if (killed?.step === at) {
      rig.restart();
      // oxlint-disable-next-line no-await-in-loop
      await step(rig);
      // oxlint-disable-next-line no-await-in-loop
      await rig.sends();
    }
  }
  return { ...standing(rig), request: await rig.request() };
}

it.each(
  steps.flatMap((_, step) =>
    (["before-sending", "shown", "after"] as const).map((when) => ({ step, when })),
  ),
)("a kill $when step $step loses nothing and doubles nothing", async (killed) => {
  const whole = await played();
  expect(whole.sides[0]).toHaveLength(4);
  expect(whole.sides[1]).toHaveLength(1);
  expect(await played(killed)).toEqual(whole);
});
