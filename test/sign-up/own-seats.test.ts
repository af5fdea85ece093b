import { describe, expect, it } from "vitest";
import { asker, SeatTalk } from "./seat-fixtures.ts";

describe("signing up", () => {
  it("gives a seat while there is one, then a place in line", () => {
    const talk = new SeatTalk({ capacity: 1 });
    expect(talk.signsUp("amina")).toEqual(["amina: registered"]);
    expect(talk.signsUp("bob")).toEqual(["bob: waiting"]);
    expect(talk.signsUp("chloe")).toEqual(["chloe: waiting"]);
    expect(talk.told.map(({ position }) => position)).toEqual([undefined, 1, 2]);
  });

  it("changes nothing at a second press, from whichever linked account", () => {
    const talk = new SeatTalk();
    talk.signsUp("amina");
    const before = talk.registrations;
    const elsewhere = asker("amina", "other", asker("amina").person);
    expect(talk.signsUp("amina")).toEqual(["amina: already"]);
    expect(talk.does({ kind: "sign-up", asker: elsewhere })).toEqual(["amina: already"]);
    expect(talk.registrations).toEqual(before);
    expect(talk.registrations[0]).toBe(before[0]);
  });

  it("keeps one place of two accounts linked later, the better one, and offers the other", () => {
    const talk = new SeatTalk({ capacity: 2 });
    const elsewhere = asker("amina-too", "other");
    for (const name of ["amina", "bob"]) talk.signsUp(name);
    talk.does({ kind: "sign-up", asker: elsewhere });
    talk.signsUp("chloe");
    talk.does({ kind: "give-up", asker: asker("bob") });
    expect(talk.list).toContain("amina-too: offered");
    const accounts = [elsewhere.person, asker("amina").person];
    expect(talk.does({ kind: "link", accounts })).toEqual([
      "amina: accounts-merged",
      "chloe: offered",
    ]);
    expect(talk.does({ kind: "link", accounts })).toEqual([]);
  });

  it.each([
    [{ takenBy: "others" } as const, "elsewhere"],
    [{ takenBy: "nobody" } as const, "no-sign-up"],
    [{ isPublished: false } as const, "not-open"],
    [{ status: "cancelled" } as const, "workshop-cancelled"],
    [{ status: "postponed" } as const, "postponed"],
    [{ startsAt: new Date("2027-03-01T09:00:00Z") }, "over"],
    [{ closesAt: new Date("2027-03-01T09:00:00Z") }, "closed"],
  ])("registers nobody when it is not open: %j", (changes, why) => {
    const talk = new SeatTalk(changes);
    expect(talk.signsUp("amina")).toEqual([`amina: ${why}`]);
    expect(talk.registrations).toEqual([]);
  });

  it("takes one person and three more, and no more than there are seats", () => {
    const talk = new SeatTalk({ capacity: 5 });
    expect(talk.signsUp("amina", 5)).toEqual(["amina: too-many-seats"]);
    expect(talk.signsUp("amina", 4)).toEqual(["amina: registered"]);
    expect(talk.signsUp("bob", 2)).toEqual(["bob: waiting"]);
    expect(new SeatTalk({ capacity: 2 }).signsUp("amina", 3)).toEqual(["amina: too-many-seats"]);
    expect(new SeatTalk({ capacity: undefined }).signsUp("amina", 4)).toEqual([
      "amina: registered",
    ]);
  });

  it("lets nobody overtake a larger party, until the last day", () => {
    const talk = new SeatTalk({ capacity: 2 });
    talk.signsUp("amina");
    expect(talk.signsUp("bob", 2)).toEqual(["bob: waiting"]);
    expect(talk.signsUp("chloe")).toEqual(["chloe: waiting"]);
    expect(talk.at("2027-03-08T16:59:00Z")).toEqual([]);
    expect(talk.at("2027-03-08T17:00:00Z")).toEqual(["chloe: seat-given"]);
    expect(talk.list).toEqual(["amina: registered", "bob: waiting", "chloe: registered"]);
  });

  it("changes how many come while seats are free, and frees those given back", () => {
    const talk = new SeatTalk({ capacity: 3 });
    talk.signsUp("amina");
    expect(talk.signsUp("amina", 2)).toEqual(["amina: seats-changed"]);
    expect(talk.signsUp("amina", 2)).toEqual(["amina: already"]);
    expect(talk.signsUp("amina", 4)).toEqual(["amina: too-many-seats"]);
    talk.signsUp("bob");
    expect(talk.signsUp("amina", 3)).toEqual(["amina: seats-not-free"]);
    talk.signsUp("chloe");
    expect(talk.signsUp("amina", 1)).toEqual(["amina: seats-changed", "chloe: offered"]);
  });

  it("keeps the needs of somebody who has a seat already, even when no more seats are free", () => {
    const talk = new SeatTalk({ capacity: 1 });
    talk.signsUp("amina");
    const sign = { kind: "sign-up", asker: asker("amina"), needs: "captions" } as const;
    expect(talk.does(sign)).toEqual(["coordinator: needs-stated", "amina: needs-noted"]);
    expect(talk.does({ ...sign, needs: "captions, a lift", seats: 2 })).toEqual([
      "coordinator: needs-stated",
      "amina: too-many-seats",
    ]);
    expect(talk.of("amina")?.needs).toBe("captions, a lift");
  });

  it("puts who gave up and comes back at the end of the line", () => {
    const talk = new SeatTalk({ capacity: 1 });
    for (const name of ["amina", "bob", "chloe"]) talk.signsUp(name);
    const giveUp = { kind: "give-up", asker: asker("bob") } as const;
    expect(talk.does(giveUp)).toEqual(["bob: left-line"]);
    expect(talk.does(giveUp)).toEqual(["bob: not-signed-up"]);
    talk.signsUp("bob");
    expect(talk.list).toEqual(["amina: registered", "chloe: waiting", "bob: waiting"]);
  });

  it("never says to have registered somebody whose workshop takes sign-ups elsewhere", () => {
    const talk = new SeatTalk({ takenBy: "others" });
    expect(talk.does({ kind: "give-up", asker: asker("amina") })).toEqual(["amina: elsewhere"]);
  });
});

describe("the host's yes", () => {
  it("gives the seat to who asked first among those approved", () => {
    const talk = new SeatTalk({ capacity: 1, takenBy: "us-with-approval" });
    expect(talk.signsUp("amina")).toEqual([
      "amina: awaits-approval",
      "coordinator: approval-asked",
    ]);
    talk.signsUp("bob");
    talk.signsUp("chloe");
    const approve = (name: string) => talk.does({ kind: "approve", person: asker(name).person });
    expect(approve("bob")).toEqual(["bob: approved"]);
    expect(approve("chloe")).toEqual(["chloe: approved-but-full"]);
    expect(approve("amina")).toEqual(["amina: approved-but-full"]);
    expect(approve("amina")).toEqual(["coordinator: nothing-to-decide"]);
    expect(talk.does({ kind: "give-up", asker: asker("bob") })).toEqual([
      "bob: gave-up",
      "amina: offered",
    ]);
  });

  it("is asked once: who was refused is told so", () => {
    const talk = new SeatTalk({ takenBy: "us-with-approval" });
    talk.signsUp("amina");
    expect(talk.does({ kind: "refuse", person: asker("amina").person })).toEqual([
      "amina: refused",
    ]);
    expect(talk.signsUp("amina")).toEqual(["amina: refused"]);
  });
});

describe("who came", () => {
  it("is noted once it began, of those who had a seat", () => {
    const talk = new SeatTalk({ capacity: 1 });
    talk.signsUp("amina");
    const note = { kind: "note-attendance", person: asker("amina").person, came: true } as const;
    expect(talk.does(note)).toEqual(["coordinator: nothing-to-decide"]);
    talk.now = new Date("2027-03-09T18:00:00Z");
    expect(talk.does(note)).toEqual([]);
    expect(talk.list).toEqual(["amina: attended"]);
    talk.does({ ...note, came: false });
    expect(talk.list).toEqual(["amina: absent"]);
  });
});
