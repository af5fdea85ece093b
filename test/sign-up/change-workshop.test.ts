import { describe, expect, it } from "vitest";
import { isConcerned } from "../../src/sign-up/seat-count.ts";
import { asker, SeatTalk } from "./seat-fixtures.ts";

describe("what happens to a workshop", () => {
  function coming(...names: string[]) {
    const talk = new SeatTalk({ capacity: 2 });
    for (const name of names) talk.signsUp(name);
    return talk;
  }

  it("throws nobody out when there are fewer seats, and tells the coordinator", () => {
    const talk = coming("amina", "bob", "chloe");
    talk.terms = { ...talk.terms, capacity: 1 };
    expect(talk.does({ kind: "capacity-changed" })).toEqual(["coordinator: over-capacity"]);
    expect(talk.told.at(-1)).toMatchObject({ seatsOver: 1 });
    expect(talk.does({ kind: "give-up", asker: asker("amina") })).toEqual(["amina: gave-up"]);
    expect(talk.list).toEqual(["amina: cancelled", "bob: registered", "chloe: waiting"]);
  });

  it("tells the coordinator whenever more seats are over, whatever else changed", () => {
    const talk = coming("amina", "bob");
    const startsAt = new Date("2027-03-16T17:00:00Z");
    talk.terms = { ...talk.terms, capacity: 1, startsAt };
    expect(talk.does({ kind: "moved" })).toEqual(["coordinator: over-capacity"]);
    expect(talk.at("2027-03-01T10:00:00Z")).toEqual([]);
  });

  it("offers in order when there are more seats", () => {
    const talk = coming("amina", "bob", "chloe", "dina", "emil");
    talk.terms = { ...talk.terms, capacity: 4 };
    expect(talk.does({ kind: "capacity-changed" })).toEqual(["chloe: offered", "dina: offered"]);
  });

  it("waits for everybody to say that they come at a new date, and keeps the seat until 48 h before", () => {
    const talk = coming("amina", "bob", "chloe");
    talk.terms = {
      ...talk.terms,
      startsAt: new Date("2027-03-16T17:00:00Z"),
      endsAt: new Date("2027-03-16T19:00:00Z"),
    };
    // Its announcement asks.
    expect(talk.does({ kind: "moved" })).toEqual([]);
    expect(talk.of("amina")).toMatchObject({
      state: { kind: "registered", confirmBy: "2027-03-14T17:00:00.000Z" },
      endsAt: "2027-03-16T19:00:00.000Z",
    });
    expect(talk.does({ kind: "still-coming", asker: asker("amina") })).toEqual([
      "amina: still-coming",
    ]);
    expect(talk.at("2027-03-14T16:59:00Z")).toEqual([]);
    expect(talk.at("2027-03-14T17:00:00Z")).toEqual(["bob: seat-released", "chloe: offered"]);
    expect(talk.list).toEqual(["amina: registered", "bob: cancelled", "chloe: offered"]);
  });

  it("takes no seat for want of an answer when there is less than a day to give one", () => {
    const talk = coming("amina");
    talk.terms = { ...talk.terms, startsAt: new Date("2027-03-04T08:00:00Z") };
    talk.does({ kind: "moved" });
    expect(talk.of("amina")?.state).toEqual({ kind: "registered", confirmBy: undefined });
    expect(talk.at("2027-03-03T10:00:00Z")).toEqual([]);
  });

  it("keeps the whole list while there is no date", () => {
    const talk = coming("amina", "bob", "chloe");
    talk.does({ kind: "give-up", asker: asker("bob") });
    talk.terms = { ...talk.terms, status: "postponed" };
    expect(talk.does({ kind: "postponed" })).toEqual([]);
    expect(talk.at("2027-05-01T09:00:00Z")).toEqual([]);
    expect(talk.list).toEqual(["amina: registered", "bob: cancelled", "chloe: offered"]);
  });

  it("asks nobody again who said they come before the list followed", () => {
    const talk = coming("amina");
    talk.terms = { ...talk.terms, startsAt: new Date("2027-03-16T17:00:00Z") };
    talk.does({ kind: "still-coming", asker: asker("amina") });
    talk.does({ kind: "moved" });
    expect(talk.of("amina")?.state).not.toHaveProperty("confirmBy");
    talk.terms = { ...talk.terms, startsAt: new Date("2027-03-17T17:00:00Z") };
    talk.does({ kind: "moved" });
    expect(talk.of("amina")?.state).toHaveProperty("confirmBy", "2027-03-15T17:00:00.000Z");
  });

  it("ends the list of one that is cancelled, and leaves it to its announcement to say so", () => {
    const talk = coming("amina", "bob", "chloe");
    talk.does({ kind: "give-up", asker: asker("bob") });
    talk.terms = { ...talk.terms, status: "cancelled" };
    expect(talk.does({ kind: "cancelled" })).toEqual([]);
    expect(talk.list).toEqual(["amina: cancelled", "bob: cancelled", "chloe: cancelled"]);
    const told = talk.registrations.filter((one) => isConcerned(one));
    expect(told.map(({ answerIn }) => answerIn.room)).toEqual(["dm-amina", "dm-chloe"]);
  });

  it("ends the waiting list when it is closed by hand", () => {
    const talk = coming("amina", "bob", "chloe");
    expect(talk.does({ kind: "closed" })).toEqual(["chloe: no-seat"]);
  });
});
