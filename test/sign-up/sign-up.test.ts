import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import type { SignUp } from "../../src/sign-up/sign-up.ts";
import type { SignUpAct } from "../../src/sign-up/sign-up-act.ts";
import { flakyStore, type WriteFate } from "./flaky-store.ts";
import { asker } from "./seat-fixtures.ts";
import { SignUpRig } from "./sign-up-rig.ts";

const workshop = "01WORKSHOP";

const signUp = (name: string, platform?: string): SignUpAct => ({
  kind: "sign-up",
  asker: asker(name, platform),
});
const giveUp = (name: string, platform?: string): SignUpAct => ({
  kind: "give-up",
  asker: asker(name, platform),
});

/** As a turn erases somebody: with nothing else to write. */
async function forget(signUps: SignUp, name: string): Promise<void> {
  const wanted = await signUps.forgetting([asker(name).person]);
  await Promise.all(
    wanted.map(async (one) => signUps.decide(one.workshop, one.act, `forget ${name}`)),
  );
}

const people = (count: number) => Array.from({ length: count }, (_, at) => `person-${at + 1}`);

async function statesAt(signUps: SignUp): Promise<string[]> {
  return (await signUps.at(workshop)).map(
    ({ answerIn, state }) => `${answerIn.room.replace("dm-", "")}: ${state.kind}`,
  );
}

describe("acceptance 6: 200 sign up for 12 seats at once, then 5 give up", () => {
  it("gives 12 seats and 188 places in order, then 5 offers in order", async () => {
    const rig = new SignUpRig();
    const signUps = rig.start();
    const everybody = people(200);
    const platformOf = (name: string) => (name.endsWith("7") ? "other" : "simulated");
    await Promise.all(
      everybody.map((name) => signUps.decide(workshop, signUp(name, platformOf(name)), name)),
    );
    expect(await statesAt(signUps)).toEqual(
      everybody.map((name, at) => `${name}: ${at < 12 ? "registered" : "waiting"}`),
    );
    expect(await rig.told()).toEqual(
      everybody.map((name, at) => `${name}: ${at < 12 ? "registered" : "waiting"}`),
    );

    const leaving = everybody.slice(0, 5);
    await Promise.all(
      leaving.map((name) => signUps.decide(workshop, giveUp(name, platformOf(name)), `no ${name}`)),
    );
    const told = (await rig.told()).slice(200);
    expect(told.filter((one) => one.endsWith("offered"))).toEqual(
      everybody.slice(12, 17).map((name) => `${name}: offered`),
    );
    expect(told).toHaveLength(10);
    expect(await rig.numbers()).toMatchObject({ people: 7, seats: 7, waiting: 188 });
  });
});

describe("reliability 31: 30 seats, 100 sign-ups on two platforms, 20 cancellations", () => {
  it("confirms exactly 30 and tells each promotion once, though the process dies between any two writes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<WriteFate>("done", "done", "not-done", "done-then-crash"), {
          minLength: 30,
          maxLength: 60,
          size: "max",
        }),
        async (fates) => {
          const rig = new SignUpRig();
          rig.terms = { ...rig.terms, capacity: 30 };
          const acts = [
            ...people(100).map((name, at) => ({
              act: signUp(name, at % 2 === 0 ? "simulated" : "other"),
              cause: `in ${name}`,
            })),
            ...people(20).map((name, at) => ({
              act: giveUp(name, at % 2 === 0 ? "simulated" : "other"),
              cause: `out ${name}`,
            })),
            ...people(50)
              .slice(30)
              .map((name, at) => ({
                act: {
                  kind: "accept" as const,
                  asker: asker(name, at % 2 === 0 ? "simulated" : "other"),
                },
                cause: `yes ${name}`,
              })),
          ];
          await playThroughCrashes(rig, acts, fates);
          const states = await statesAt(rig.start());
          expect(states.filter((one) => one.endsWith("registered"))).toEqual(
            people(50)
              .slice(20)
              .map((name) => `${name}: registered`),
          );
          expect(states.slice(50)).toEqual(
            people(100)
              .slice(50)
              .map((name) => `${name}: waiting`),
          );
          const told = await rig.told();
          expect(told.filter((one) => one.endsWith("offered"))).toEqual(
            people(50)
              .slice(30)
              .map((name) => `${name}: offered`),
          );
          // 100 answers to sign-ups, 20 to cancellations, 20 offers, 20 acceptances, and nothing twice.
          expect(told).toHaveLength(160);
          expect(new Set(told).size).toBe(160);
        },
      ),
      { numRuns: 8 },
    );
  });
});

/** Hands events in, in order, and again after each crash, to a process just started. */
async function playThroughCrashes(
  rig: SignUpRig,
  acts: readonly { readonly act: SignUpAct; readonly cause: string }[],
  fates: readonly WriteFate[],
): Promise<void> {
  let writes = 0;
  const store = flakyStore(rig.store, () => fates[(writes += 1)] ?? "done");
  let signUps = rig.start(store);
  for (const [at, { act, cause }] of acts.entries()) {
    for (;;) {
      try {
        await signUps.decide(workshop, act, cause);
        break;
      } catch (fault) {
        if (!(fault instanceof StoreError)) throw fault;
        signUps = rig.start(store);
        // A platform that lost its place hands in what came just before too.
        for (const earlier of acts.slice(Math.max(0, at - 3), at)) {
          await signUps.decide(workshop, earlier.act, earlier.cause);
        }
      }
    }
  }
}

describe("deciding durably", () => {
  it("tells nothing and changes nothing when an event is handed in again, even much later", async () => {
    const rig = new SignUpRig();
    const signUps = rig.start();
    await signUps.decide(workshop, signUp("amina"), "event-1");
    await signUps.decide(workshop, giveUp("amina"), "event-2");
    expect(await rig.start().decide(workshop, signUp("amina"), "event-1")).toEqual([]);
    expect(await statesAt(signUps)).toEqual(["amina: cancelled"]);
    expect(await rig.told()).toEqual(["amina: registered", "amina: gave-up"]);
  });

  it("decides about one workshop while the disk keeps another waiting", async () => {
    const rig = new SignUpRig();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const signUps = rig.start({
      ...flakyStore(rig.store, () => "done"),
      write: async (changes) => {
        if (changes.some(({ id }) => id.startsWith("slow "))) await held;
        await rig.store.write(changes);
      },
    });
    const slow = signUps.decide("slow", signUp("amina"), "event-1");
    await signUps.decide("quick", signUp("bob"), "event-2");
    expect(await rig.told()).toEqual(["bob: registered"]);
    letGo();
    await slow;
  });

  it("lets offers end by the clock alone, each told once", async () => {
    const rig = new SignUpRig();
    rig.terms = { ...rig.terms, capacity: 1 };
    const signUps = rig.start();
    for (const name of ["amina", "bob", "chloe"]) {
      await signUps.decide(workshop, signUp(name), name);
    }
    await signUps.decide(workshop, giveUp("amina"), "out");
    rig.clock.moveTo("2027-03-02T09:00:00Z");
    await Promise.all([signUps.passTime(), signUps.passTime()]);
    expect((await rig.told()).slice(-2)).toEqual(["bob: offer-expired", "chloe: offered"]);
    expect(await rig.told()).toHaveLength(7);
  });

  it("knows the workshops of a person, from any of their accounts", async () => {
    const rig = new SignUpRig();
    const signUps = rig.start();
    await signUps.decide(workshop, signUp("amina"), "event-1");
    await signUps.decide(workshop, signUp("amin"), "event-2");
    const mine = await signUps.of([asker("amina", "other").person, asker("amina").person]);
    expect(mine.map(({ person }) => person)).toEqual([asker("amina").person]);
  });

  it("forgets a person, and gives their seat to the next", async () => {
    const rig = new SignUpRig();
    rig.terms = { ...rig.terms, capacity: 1 };
    const signUps = rig.start();
    await signUps.decide(workshop, signUp("amina"), "event-1");
    await signUps.decide(workshop, signUp("bob"), "event-2");
    await forget(signUps, "amina");
    expect(await statesAt(signUps)).toEqual(["bob: offered"]);
    expect(JSON.stringify(await rig.registrations())).not.toContain("amina");
  });

  it("keeps the numbers when the registrations are erased", async () => {
    const rig = new SignUpRig();
    const signUps = rig.start();
    await signUps.decide(workshop, signUp("amina"), "event-1");
    await signUps.decide(workshop, signUp("bob"), "event-2");
    await signUps.decide(workshop, giveUp("bob"), "event-3");
    rig.clock.moveTo("2027-03-09T18:00:00Z");
    const { person } = asker("amina");
    await signUps.decide(workshop, { kind: "note-attendance", person, came: true }, "event-4");
    await signUps.decide(workshop, { kind: "count-came", came: 9 }, "came");
    await forget(signUps, "amina");
    await forget(signUps, "bob");
    expect(await signUps.at(workshop)).toEqual([]);
    await signUps.passTime();
    expect(await rig.numbers()).toMatchObject({
      people: 1,
      attended: 1,
      came: 9,
      gaveUp: { earlier: 1, lastWeek: 0, lastDay: 0 },
    });
  });
});
