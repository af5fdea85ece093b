import { array, assert, integer, property, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncomingWorkshop } from "../../src/model/incoming-workshop.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { fileProgramme } from "../../src/workshops/file-programme.ts";
import { bringIn, goneFrom, inOrder } from "../../src/workshops/programme.ts";
import { revise } from "../../src/workshops/revise.ts";
import { workshopLike } from "../support/workshop-like.ts";

const now = new Date("2027-01-10T09:00:00Z");
const later = new Date("2027-01-11T09:00:00Z");

function incoming(said: Partial<Workshop> = {}): IncomingWorkshop {
  const { number: _n, revision: _r, createdAt: _c, updatedAt: _u, ...one } = workshopLike(said);
  return one;
}

function fromFile(id: string, said: Partial<Workshop> = {}, source = "a.yaml"): IncomingWorkshop {
  return incoming({ id, ...said, origin: { source, externalId: id, hash: JSON.stringify(said) } });
}

function outcomes(update: ReturnType<typeof bringIn>): readonly string[] {
  return update.broughtIn.map(({ outcome }) => outcome);
}

describe("taking workshops into the programme", () => {
  it("numbers new ones from 1, and the same twice changes nothing", () => {
    const files = [fromFile("a"), fromFile("b", { title: { fr: "B" } })];
    const first = bringIn([], files, now);
    expect(outcomes(first)).toEqual(["new", "new"]);
    expect(first.entries.map(({ workshop }) => workshop.number)).toEqual([1, 2]);
    const again = bringIn(first.entries, files, later);
    expect(outcomes(again)).toEqual(["unchanged", "unchanged"]);
    expect(again.toStore).toEqual([]);
  });

  it("brings a known one up to date, moved when its file says another start", () => {
    const { entries } = bringIn([], [fromFile("a")], now);
    const update = bringIn(entries, [fromFile("a", { localStart: "2027-03-16T18:00" })], later);
    expect(outcomes(update)).toEqual(["changed"]);
    expect(update.toStore[0]?.workshop).toMatchObject({
      number: 1,
      revision: 1,
      status: "moved",
      localStart: "2027-03-16T18:00",
      previousStarts: ["2027-03-09T18:00"],
    });
  });

  it("keeps what was changed from chat when the file only mends a spelling", () => {
    const [known] = bringIn([], [fromFile("a")], now).entries;
    if (!known) throw new Error("nothing came in");
    const moved = revise(known.workshop, { localStart: "2027-03-16T18:00" }, now);
    const mended = fromFile("a", { title: { fr: "Titre" } });
    const { workshop } =
      bringIn([{ ...known, workshop: moved }], [mended], later).entries[0] ?? known;
    expect(workshop).toMatchObject({
      title: { fr: "Titre" },
      localStart: "2027-03-16T18:00",
      status: "moved",
    });
  });

  it("knows one of another source by its folded title, start and place, and adds only what nobody had said", () => {
    const place = { name: "La Chesnaie" };
    const { entries } = bringIn([], [fromFile("a", { place, capacity: 12 })], now);
    const feed = fromFile(
      "x1",
      { title: { fr: "PROTEGER ses données" }, place, capacity: 5, host: "Amina" },
      "feed.ics",
    );
    const update = bringIn(entries, [feed], later);
    expect(update.entries).toHaveLength(1);
    expect(update.entries[0]?.workshop).toMatchObject({ id: "a", capacity: 12, host: "Amina" });
    expect(outcomes(bringIn(update.entries, [feed], later))).toEqual(["unchanged"]);
  });

  it("never takes two of one source for the same, however alike", () => {
    const update = bringIn([], [fromFile("a"), fromFile("b")], now);
    expect(outcomes(update)).toEqual(["new", "new"]);
    expect(outcomes(bringIn(update.entries, [fromFile("a"), fromFile("b")], later))).toEqual([
      "unchanged",
      "unchanged",
    ]);
  });

  it("leaves out what breaks a rule, and leaves as it was what would come to break one", () => {
    const wrong = fromFile("b", { localStart: "2027-02-30T18:00" });
    const update = bringIn([], [fromFile("a"), wrong], now);
    expect(outcomes(update)).toEqual(["new", "refused"]);
    expect(update.entries.map(({ workshop }) => workshop.id)).toEqual(["a"]);
    const [known] = update.entries;
    if (!known) throw new Error("nothing came in");
    const shorter = revise(known.workshop, { localEnd: "2027-03-09T18:30" }, now);
    const moved = fromFile("a", { localStart: "2027-03-09T19:00" });
    const clash = bringIn([{ ...known, workshop: shorter }], [moved], now);
    expect(outcomes(clash)).toEqual(["refused"]);
    expect(clash.entries[0]?.workshop).toBe(shorter);
    expect(clash.toStore).toEqual([]);
  });

  it("gives a number again only a year after its workshop", () => {
    const old = {
      localStart: "2026-01-20T18:00",
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "2026-01-01T00:00:00.000Z",
    };
    const kept = [{ workshop: workshopLike({ id: "old", number: 1, ...old }) }];
    const numberAt = (at: string) =>
      bringIn(kept, [fromFile("a")], new Date(at)).toStore[0]?.workshop.number;
    expect(numberAt("2027-01-20T12:00:00Z")).toBe(2);
    expect(numberAt("2027-01-20T18:00:00Z")).toBe(1);
  });

  it("tells what a source no longer holds", () => {
    const { entries } = bringIn(
      [],
      [fromFile("a"), fromFile("b"), fromFile("c", {}, "c.yaml")],
      now,
    );
    const programme = inOrder(entries);
    const gone = goneFrom("a.yaml", { programme, incoming: [fromFile("b")], now });
    expect(gone.map(({ id }) => id)).toEqual(["a"]);
  });

  it("leaves alone what a source no longer holds once nobody could come to it", () => {
    const off = bringIn([], [fromFile("a", { status: "cancelled" }), fromFile("b")], now);
    const programme = inOrder(off.entries);
    const goneAt = (at: Date) =>
      goneFrom("a.yaml", { programme, incoming: [], now: at }).map(({ id }) => id);
    expect(goneAt(now)).toEqual(["b"]);
    expect(goneAt(new Date("2030-01-01T00:00:00Z"))).toEqual([]);
  });

  it("holds the same programme whatever the order of what comes in", () => {
    const starts = ["2027-03-09T18:00", "2027-03-09T19:00", "2027-04-01T10:00", "2027-02-01T08:00"];
    const files = starts.map((localStart, index) => fromFile(`w${index}`, { localStart }));
    assert(
      property(shuffledSubarray(files, { minLength: 4 }), (shuffled) => {
        const ids = inOrder(bringIn([], shuffled, now).entries).map(({ id }) => id);
        expect(ids).toEqual(["w3", "w0", "w1", "w2"]);
      }),
      { numRuns: 30 },
    );
  });

  it("never gives one number to two, whatever comes in and again", () => {
    const some = array(
      integer({ min: 0, max: 8 }).map((n) => fromFile(`w${n}`)),
      { maxLength: 9 },
    );
    assert(
      property(some, some, (first, second) => {
        const { entries } = bringIn(bringIn([], first, now).entries, second, later);
        const numbers = entries.map(({ workshop }) => workshop.number);
        expect(new Set(numbers).size).toBe(numbers.length);
        const ids = new Set([...first, ...second].map(({ id }) => id));
        expect(new Set(entries.map(({ workshop }) => workshop.id))).toEqual(ids);
      }),
      { numRuns: 50 },
    );
  });
});

it("writes a series of the files out, each at the same hour on the wall", () => {
  const series = {
    ...fromFile("club", {
      localStart: "2027-03-16T18:00",
      localEnd: "2027-03-16T20:00",
      seriesId: "club",
    }),
    registration: { by: "bot" as const, closesAt: "2027-03-15T12:00" },
    repeats: {
      pattern: { every: "week" as const, weekdays: [2], interval: 1 },
      end: { count: 3 },
      exceptions: ["2027-03-23"],
    },
  };
  const written = fileProgramme([series], now);
  expect(written.map(({ id, localStart, localEnd }) => [id, localStart, localEnd])).toEqual([
    ["club-2027-03-16", "2027-03-16T18:00", "2027-03-16T20:00"],
    ["club-2027-03-30", "2027-03-30T18:00", "2027-03-30T20:00"],
  ]);
  expect(written.map(({ registration }) => registration?.closesAt)).toEqual([
    "2027-03-15T12:00",
    "2027-03-29T12:00",
  ]);
  expect(written.every(({ seriesId }) => seriesId === "club")).toBe(true);
});
