import { describe, expect, it } from "vitest";
import { asker, nights, SeatTalk } from "./seat-fixtures.ts";

describe("a seat that is freed", () => {
  function full(now?: string, quiet = nights) {
    const talk = new SeatTalk({ capacity: 1 }, now, quiet);
    for (const name of ["amina", "bob", "chloe"]) talk.signsUp(name);
    return talk;
  }
  const amina = { kind: "give-up", asker: asker("amina") } as const;

  it.each([
    ["24 h when it is more than 3 days away", "2027-03-01T09:00:00Z", "2027-03-02T09:00:00.000Z"],
    ["4 h when it is more than a day away", "2027-03-07T09:00:00Z", "2027-03-07T13:00:00.000Z"],
    [
      "hours counted from the morning, at night",
      "2027-03-07T03:00:00Z",
      "2027-03-07T12:00:00.000Z",
    ],
    ["what the night takes of them next day", "2027-03-06T19:00:00Z", "2027-03-07T10:00:00.000Z"],
  ])("is offered to the first in line: %s", (_, now, until) => {
    const talk = full(now);
    expect(talk.does(amina)).toEqual(["amina: gave-up", "bob: offered"]);
    expect(talk.of("bob")?.state).toEqual({ kind: "offered", until });
  });

  it.each([
    ["2027-03-06T16:59:00Z", "2027-03-07T16:59:00.000Z"],
    ["2027-03-06T17:00:00Z", "2027-03-07T08:00:00.000Z"],
    ["2027-03-08T16:59:00Z", "2027-03-08T20:59:00.000Z"],
    ["2027-03-08T17:00:00Z", undefined],
  ])("is offered by how long is left, to the minute: at %s until %s", (now, until) => {
    const talk = full(now);
    talk.does(amina);
    expect(talk.of("bob")?.state).toEqual(
      until === undefined ? { kind: "registered" } : { kind: "offered", until },
    );
  });

  it("is given at once on the last day", () => {
    const talk = full("2027-03-09T10:00:00Z");
    expect(talk.does(amina)).toEqual(["amina: gave-up", "bob: seat-given"]);
  });

  it("is theirs when they accept, once", () => {
    const talk = full();
    talk.does(amina);
    const accept = { kind: "accept", asker: asker("bob") } as const;
    expect(talk.does(accept)).toEqual(["bob: registered"]);
    expect(talk.does(accept)).toEqual(["bob: already"]);
    expect(talk.does({ kind: "accept", asker: asker("chloe") })).toEqual(["chloe: already"]);
    expect(talk.does({ kind: "accept", asker: asker("dina") })).toEqual(["dina: nothing-offered"]);
  });

  it("goes to the next when declined or left unanswered, each told once", () => {
    const talk = full();
    talk.does(amina);
    expect(talk.does({ kind: "decline", asker: asker("bob") })).toEqual([
      "bob: declined",
      "chloe: offered",
    ]);
    expect(talk.at("2027-03-02T08:59:00Z")).toEqual([]);
    expect(talk.at("2027-03-02T09:00:00Z")).toEqual(["chloe: offer-expired"]);
    expect(talk.at("2027-03-02T09:00:00Z")).toEqual([]);
  });

  it("is not lost in the night, whatever the hour said", () => {
    const talk = full("2027-03-01T09:00:00Z", () => undefined);
    talk.does(amina);
    talk.quietSpan = nights;
    talk.terms = { ...talk.terms, startsAt: new Date("2027-03-20T17:00:00Z") };
    talk.now = new Date("2027-03-02T22:00:00Z");
    expect(talk.does({ kind: "time-passed" })).toEqual([]);
    expect(talk.at("2027-03-03T08:00:00Z")).toEqual(["bob: offer-expired", "chloe: offered"]);
  });

  it("is asked for anew by who accepts too late", () => {
    const talk = full();
    talk.does(amina);
    talk.now = new Date("2027-03-02T10:00:00Z");
    expect(talk.does({ kind: "accept", asker: asker("bob") })).toEqual([
      "bob: offer-expired",
      "chloe: offered",
      "bob: waiting",
    ]);
  });

  it("is nobody's once the workshop begins: those in line are told, and who has a seat keeps it", () => {
    const talk = full();
    expect(talk.at("2027-03-09T17:00:00Z")).toEqual(["bob: no-seat", "chloe: no-seat"]);
    expect(talk.does(amina)).toEqual(["amina: over"]);
    expect(talk.list[0]).toBe("amina: registered");
  });

  it("goes on to those in line after the hour sign-up closes", () => {
    const talk = full();
    talk.terms = { ...talk.terms, closesAt: new Date("2027-03-01T09:00:00Z") };
    expect(talk.signsUp("dina")).toEqual(["dina: closed"]);
    expect(talk.does(amina)).toEqual(["amina: gave-up", "bob: offered"]);
  });
});
