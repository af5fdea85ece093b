import { expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import type { Decided } from "../../src/sign-up/sign-up.ts";
import { asker } from "./seat-fixtures.ts";
import { SignUpRig } from "./sign-up-rig.ts";

const signUp = (name: string) => ({ kind: "sign-up", asker: asker(name) }) as const;

it("writes nothing itself, and lets nothing else be decided of the workshop until it is written", async () => {
  const rig = new SignUpRig();
  rig.terms = { ...rig.terms, capacity: 1 };
  const seats = rig.start();
  const order: string[] = [];
  const take = (name: string) =>
    seats.decideWith([{ workshop: "w", act: signUp(name) }], name, async (decided) => {
      order.push(`${name} begins`);
      await rig.store.write(decided.changes);
      order.push(`${name} ends`);
      return decided.notices.map(({ because }) => because);
    });
  expect(await Promise.all([take("amina"), take("bob")])).toEqual([["registered"], ["waiting"]]);
  expect(order).toEqual(["amina begins", "amina ends", "bob begins", "bob ends"]);
  expect(await rig.told()).toEqual([]);
});

it("decides nothing when what it belongs to is not written", async () => {
  const rig = new SignUpRig();
  const seats = rig.start();
  const failing = seats.decideWith([{ workshop: "w", act: signUp("amina") }], "one", () =>
    Promise.reject(new StoreError("full")),
  );
  await expect(failing).rejects.toThrow("full");
  expect(await rig.registrations()).toEqual([]);
});

it("holds several workshops for one write, whoever holds them in another order", async () => {
  const rig = new SignUpRig();
  const seats = rig.start();
  for (const workshop of ["a", "b"]) {
    // oxlint-disable-next-line no-await-in-loop
    await seats.decide(workshop, signUp("amina"), `sign-up ${workshop}`);
  }
  const wanted = await seats.forgetting([asker("amina").person]);
  const write = ({ changes }: Decided) => rig.store.write(changes);
  await Promise.all([
    seats.decideWith(wanted, "one", write),
    seats.decideWith(wanted.toReversed(), "two", write),
  ]);
  expect(await rig.registrations()).toEqual([]);
});

it("lets time pass for every workshop but those gone from the programme", async () => {
  const rig = new SignUpRig();
  const seats = rig.start();
  await seats.decide("w", signUp("amina"), "one");
  rig.isGone = true;
  await seats.passTime();
  expect(await rig.registrations()).toHaveLength(1);
});
