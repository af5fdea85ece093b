import { describe, expect, it } from "vitest";
import type { PlannedAnnouncement } from "../../src/model/planned-announcement.ts";
import { AnnouncerRig } from "./announcer-rig.ts";
import { room, workshop } from "./programme-of.ts";

const names = Array.from({ length: 8 }, (_, index) => `Sujet${index}`);
const nextAt = new Date("2027-03-17T18:10:00Z");

/** Eight reminders for one room, an hour late. */
async function late() {
  const rig = await AnnouncerRig.start({
    from: "2027-03-17T18:00:00Z",
    rooms: [room("nantes", { kinds: ["day-before"] })],
    workshops: names.map((name) =>
      workshop({
        id: name,
        title: { fr: name },
        localStart: "2027-03-18T18:00",
        localEnd: "2027-03-18T20:00",
      }),
    ),
  });
  const { to, zone, language } = room("nantes", {});
  const rows = names.map((name): PlannedAnnouncement => ({
    key: name,
    kind: "day-before",
    workshops: [name],
    to,
    zone,
    language,
    dueAt: "2027-03-17T17:00:00.000Z",
    usefulUntil: "2027-03-18T14:00:00.000Z",
    effectiveStart: "2027-03-18T17:00:00.000Z",
    isRegistered: false,
    isLate: false,
    parts: [],
  }));
  const [first, ...others] = rows;
  if (!first) throw new Error("no row");
  return (left: number) =>
    rig.announcer.renew(first, {
      others: () => Promise.resolve(others),
      late: { left, nextAt },
    });
}

describe("a late message among others of its room", () => {
  it("goes alone while the room may get several", async () => {
    const renewal = await (await late())(5);
    expect(renewal).toMatchObject({ kind: "send", isLate: true, workshops: ["Sujet0"] });
    expect(renewal).toHaveProperty("merged", undefined);
  });

  it("tells all the rest when it is the last the room may get now", async () => {
    const renewal = await (await late())(1);
    expect(renewal).toMatchObject({
      kind: "send",
      isLate: true,
      merged: { covers: names.slice(1), planned: { key: "Sujet0", kind: "several" } },
    });
    const { text = "" } = renewal.kind === "send" ? renewal.reply : {};
    for (const name of names) expect(text).toContain(name);
  });

  it("waits when the room has had enough", async () => {
    expect(await (await late())(0)).toEqual({ kind: "wait", until: nextAt });
  });
});
