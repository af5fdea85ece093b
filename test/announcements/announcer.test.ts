import { describe, expect, it } from "vitest";
import { replySchema } from "../../src/model/reply-schema.ts";
import { plannedAnnouncementSchema } from "../../src/model/planned-announcement.ts";
import { AnnouncerRig } from "./announcer-rig.ts";
import { person, room, workshop } from "./programme-of.ts";

const every = ["digest", "new", "change", "day-before", "hour-before"] as const;
const soon = { localStart: "2027-03-18T18:00", localEnd: "2027-03-18T20:00" };

function on(day: string, changes: Parameters<typeof workshop>[0] = {}) {
  return workshop({ id: day, localStart: `${day}T18:00`, localEnd: `${day}T20:00`, ...changes });
}

describe("a change", () => {
  async function announced() {
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [
        room("nantes", { kinds: ["new"] }),
        room("rennes", { territories: ["35"], kinds: every }),
      ],
      attendees: { libres: [{ recipient: person("amina"), wants: ["day-before"] }] },
    });
    rig.publish(workshop(soon));
    await rig.runUntil("2027-03-10T10:00:00Z");
    expect(rig.seen.map(({ room: name }) => name)).toEqual(["nantes"]);
    rig.seen.length = 0;
    return rig;
  }

  it("made in three corrections is told once, ten minutes after the first, to who had been told", async () => {
    const rig = await announced();
    rig.change("libres", { localStart: "2027-03-19T18:00" });
    await rig.runUntil("2027-03-10T10:03:00Z", 60_000);
    rig.change("libres", { localStart: "2027-03-19T18:30", localEnd: "2027-03-19T20:00" });
    await rig.runUntil("2027-03-10T10:06:00Z", 60_000);
    rig.change("libres", { localStart: "2027-03-20T18:30", localEnd: "2027-03-20T20:00" });
    await rig.runUntil("2027-03-10T10:09:00Z", 60_000);
    expect(rig.seen).toEqual([]);
    await rig.runUntil("2027-03-10T12:00:00Z", 60_000);
    expect(rig.seen.map(({ room: name, at }) => [name, at])).toEqual([
      ["direct-amina", "2027-03-10T10:10"],
      ["nantes", "2027-03-10T10:10"],
    ]);
    expect(rig.of("nantes")[0]).toContain("- Jour : ~~jeudi 18 mars~~ → **samedi 20 mars**");
    expect(rig.of("direct-amina")[0]).toContain("Venez-vous toujours ?");
  });

  it("undone in time is told to nobody, as a publication undone in time", async () => {
    const rig = await announced();
    rig.change("libres", { localStart: "2027-03-19T18:00", localEnd: "2027-03-19T20:00" });
    rig.publish(on("2027-03-25"));
    await rig.runUntil("2027-03-10T10:05:00Z", 60_000);
    rig.change("libres", soon);
    rig.change("2027-03-25", { publication: "draft" });
    await rig.runUntil("2027-03-10T13:00:00Z");
    expect(rig.seen).toEqual([]);
  });

  it("of the words alone is told to nobody", async () => {
    const rig = await announced();
    rig.change("libres", { title: { fr: "Découvrir les logiciels libres" } });
    await rig.runUntil("2027-03-10T13:00:00Z");
    expect(rig.seen).toEqual([]);
    expect(rig.corrected.map(({ room: name }) => name)).toEqual(["nantes"]);
    expect(rig.corrected[0]?.text).toContain("Découvrir les logiciels libres");
  });

  it("that cancels reaches who was told, and no reminder follows", async () => {
    const rig = await announced();
    rig.change("libres", { status: "cancelled", reason: "trop peu d'inscrits" });
    await rig.runUntil("2027-03-18T20:00:00Z");
    expect(rig.seen.map(({ room: name }) => name)).toEqual(["direct-amina", "nantes"]);
    expect(rig.of("nantes")[0]).toMatch(/^\*\*Annulé : .*\n~~jeudi 18 mars, 18 h/);
  });

  it("held back by the night tells its readers from what they knew, once more changes follow", async () => {
    const rig = await announced();
    await rig.runUntil("2027-03-10T21:00:00Z", 1_800_000);
    rig.change("libres", { localStart: "2027-03-19T18:00", localEnd: "2027-03-19T20:00" });
    await rig.runUntil("2027-03-10T22:00:00Z");
    rig.change("libres", { localStart: "2027-03-20T18:00", localEnd: "2027-03-20T20:00" });
    await rig.runUntil("2027-03-11T12:00:00Z");
    expect(rig.of("nantes")).toHaveLength(1);
    expect(rig.of("nantes")[0]).toContain("- Jour : ~~jeudi 18 mars~~ → **samedi 20 mars**");
    expect(rig.seen.find(({ room: name }) => name === "nantes")?.at).toBe("2027-03-11T07:00");
  });
});

describe("the announcer", () => {
  it("computes the words when they are sent, and sends no digest of nothing", async () => {
    const rig = await AnnouncerRig.start({
      from: "2027-03-07T12:00:00Z",
      rooms: [room("nantes"), room("rennes", { territories: ["35"] })],
      workshops: [on("2027-03-09"), on("2027-03-12")],
    });
    rig.change("2027-03-12", { status: "cancelled" });
    await rig.runUntil("2027-03-08T08:00:00Z");
    expect(rig.seen.map(({ room: name, at }) => [name, at])).toEqual([
      ["nantes", "2027-03-08T08:00"],
    ]);
    expect(rig.of("nantes")[0]).toContain(
      "~~vendredi 12 mars, 18 h – 20 h (heure de Paris)~~ annulé",
    );
  });

  it("announces a batch of an import in one message, a series in one with its dates", async () => {
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [room("nantes", { kinds: ["new"] })],
    });
    const days = ["2027-03-16", "2027-03-23", "2027-03-30"];
    rig.publish(...days.map((day, index) => on(day, { number: index + 1, seriesId: "mardis" })));
    await rig.runUntil("2027-03-10T10:00:00Z");
    expect(rig.of("nantes")).toHaveLength(1);
    expect(rig.of("nantes")[0]?.match(/^- /gm)).toHaveLength(3);
    await rig.runUntil("2027-03-11T09:00:00Z", 1_800_000);
    rig.publish(on("2027-04-01", { number: 7 }), on("2027-04-02", { number: 8 }));
    await rig.runUntil("2027-03-11T10:00:00Z");
    expect(rig.of("nantes")).toHaveLength(2);
    expect(rig.of("nantes")[1]).toMatch(/\(n° 7\)[\s\S]*\(n° 8\)/);
  });

  it("loses nothing and repeats nothing when a write fails or the process starts anew", async () => {
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [room("nantes", { kinds: ["new"] })],
    });
    rig.publish(workshop(soon));
    await rig.runUntil("2027-03-10T09:09:00Z", 60_000);
    rig.outbox.isBroken = true;
    rig.clock.moveTo("2027-03-10T09:11:00Z");
    await expect(rig.tick()).rejects.toThrow("no room");
    expect(await rig.announcer.lastTickAt()).toEqual(new Date("2027-03-10T09:09:00Z"));
    rig.outbox.isBroken = false;
    rig.announcer = rig.open();
    await rig.runUntil("2027-03-10T09:20:00Z", 60_000);
    rig.announcer = rig.open();
    await rig.runUntil("2027-03-10T12:00:00Z");
    expect(rig.seen.map(({ room: name, at }) => [name, at])).toEqual([
      ["nantes", "2027-03-10T09:12"],
    ]);
  });

  it("repeats nothing when the clock goes back an hour", async () => {
    const rig = await AnnouncerRig.start({
      from: "2027-03-08T07:30:00Z",
      rooms: [room("nantes")],
      workshops: [on("2027-03-09")],
    });
    await rig.runUntil("2027-03-08T08:05:00Z");
    rig.clock.moveTo("2027-03-08T07:05:00Z");
    await rig.tick();
    await rig.runUntil("2027-03-08T09:00:00Z");
    expect(rig.seen).toHaveLength(1);
    expect(rig.logged.join("\n")).toContain("clock-moved-back");
  });

  it("gives the outbox rows that can be stored and read back", async () => {
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [room("nantes", { kinds: every })],
      workshops: [workshop(soon)],
      attendees: { libres: [{ recipient: person("amina"), wants: ["day-before"] }] },
    });
    rig.change("libres", { place: { name: "Agora" } });
    await rig.runUntil("2027-03-18T20:00:00Z");
    expect(rig.outbox.enqueued.length).toBeGreaterThan(3);
    for (const { reply, planned } of rig.outbox.enqueued) {
      expect(replySchema.parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
      expect(reply.key.length).toBeLessThanOrEqual(25);
      const stored: unknown = JSON.parse(JSON.stringify(planned));
      expect(plannedAnnouncementSchema.parse(stored)).toEqual(stored);
    }
    expect(new Set(rig.outbox.enqueued.map(({ key }) => key)).size).toBe(
      rig.outbox.enqueued.length,
    );
  });
});
