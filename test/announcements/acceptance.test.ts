import { describe, expect, it } from "vitest";
import { wallTimeAt } from "../../src/workshops/wall-time.ts";
import { AnnouncerRig } from "./announcer-rig.ts";
import { person, room, workshop } from "./programme-of.ts";

const every = ["digest", "new", "change", "day-before", "hour-before"] as const;
const soon = { localStart: "2027-03-18T18:00", localEnd: "2027-03-18T20:00" };

function on(day: string, changes: Parameters<typeof workshop>[0] = {}) {
  return workshop({ id: day, localStart: `${day}T18:00`, localEnd: `${day}T20:00`, ...changes });
}

describe("acceptance of WORKSHOPS.md 15", () => {
  it.each([
    ["2027-03-21T12:00:00Z", ["2027-03-23", "2027-03-30"], ["21 h", "20 h"]],
    ["2027-10-24T12:00:00Z", ["2027-10-26", "2027-11-02"], ["20 h", "21 h"]],
  ])(
    "1: 18:00 stays 18:00 in Paris across the clock change after %s",
    async (from, days, theirs) => {
      const rig = await AnnouncerRig.start({
        from,
        rooms: [
          room("nantes", { kinds: every }),
          room("saint-denis", { kinds: every, zone: "Indian/Reunion" }),
        ],
        workshops: days.map((day) => on(day)),
      });
      await rig.runUntil(new Date(Date.parse(from) + 10 * 86_400_000).toISOString(), 600_000);
      const reminders = rig.seen.filter(({ text }) => text.includes("**Demain : "));
      expect(reminders).toHaveLength(4);
      for (const { room: name, at, text } of reminders) {
        const zone = name === "nantes" ? "Europe/Paris" : "Indian/Reunion";
        expect(wallTimeAt(new Date(`${at}Z`), zone).slice(11)).toBe("18:00");
        expect(text).toContain("18 h – 20 h (heure de Paris)");
      }
      const inReunion = reminders.filter(({ room: name }) => name === "saint-denis");
      expect(
        inReunion.map(({ text }) => /\*\*(\d+ h) – \d+ h à La Réunion/.exec(text)?.[1]),
      ).toEqual(theirs);
    },
  );

  it("5: down from Friday 17:00 to Monday 10:00, one digest, nothing stale, a summary", async () => {
    const coordinator = person("coordinator");
    const rig = await AnnouncerRig.start({
      from: "2027-03-05T15:00:00Z",
      rooms: [room("nantes", { kinds: every })],
      workshops: [on("2027-03-06"), on("2027-03-07"), on("2027-03-09")],
      coordinators: [coordinator],
    });
    await rig.runUntil("2027-03-05T16:00:00Z");
    expect(rig.seen).toEqual([]);
    // Monday 10:00 in Paris.
    rig.clock.moveTo("2027-03-08T09:00:00Z");
    rig.announcer = rig.open();
    await rig.tick();
    const [digest, ...others] = rig.of("nantes");
    expect(others).toEqual([]);
    expect(digest).toMatch(/^\*Ce message arrive en retard/);
    expect(digest).toContain("**Mardi 9 mars**");
    expect(digest).not.toContain("samedi");
    const [summary] = rig.of("direct-coordinator");
    expect(summary).toContain("du vendredi 5 mars, 17 h au lundi 8 mars, 10 h");
    expect(summary).toContain("- résumé de la semaine : envoyé en retard (1)");
    expect(summary).toContain(
      "- rappel de la veille, « Découverte des logiciels libres » : pas envoyé",
    );
    await rig.runUntil("2027-03-08T12:00:00Z");
    expect(rig.seen).toHaveLength(2);
  });

  it("9: the preview shows exactly the rooms that then receive it", async () => {
    const rooms = [
      room("nantes", { kinds: every }),
      room("libre-44", { kinds: every, themes: ["libres"], territories: ["44"] }),
      room("donnees", { kinds: every, themes: ["data"] }),
      room("saint-denis", { kinds: every, territories: ["974"] }),
      room("digest-only"),
      room("silent", { kinds: every, silentUntil: "2027-06-01T00:00:00Z" }),
    ];
    const rig = await AnnouncerRig.start({ from: "2027-03-10T09:00:00Z", rooms });
    const one = workshop(soon);
    const readersOf = await rig.announcer.readersOf();
    const rows = readersOf({ kind: "new", workshops: [one] });
    const previewed = rows.map(({ recipient }) => recipient.to.room);
    rig.publish(one);
    await rig.runUntil("2027-03-10T09:30:00Z");
    expect(rig.seen.map(({ room: name }) => name)).toEqual(previewed);
    expect(new Set(previewed)).toEqual(new Set(["nantes", "libre-44"]));
  });

  it("10: no joining link in a public room nor in a log, whatever was pasted where", async () => {
    const joinSecret = "https://visio.example.org/k7x-secret";
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [room("nantes", { kinds: every }), room("english", { kinds: every, language: "en" })],
      attendees: { libres: [{ recipient: person("amina"), wants: ["day-before", "hour-before"] }] },
    });
    rig.publish(
      workshop({
        ...soon,
        mode: "online",
        joinSecret,
        joinUrl: joinSecret,
        summary: { fr: `Venez : ${joinSecret} !` },
        place: { name: "La Chesnaie", access: joinSecret },
      }),
    );
    await rig.runUntil("2027-03-10T09:30:00Z");
    rig.change("libres", { localStart: "2027-03-17T18:00", localEnd: "2027-03-17T20:00" });
    await rig.runUntil("2027-03-11T12:00:00Z");
    const second = "https://visio.example.org/second-secret";
    rig.change("libres", {
      joinSecret: second,
      joinUrl: second,
      title: { fr: `Ici ${second}` },
      summary: undefined,
      place: { name: "La Chesnaie" },
    });
    await rig.runUntil("2027-03-18T12:00:00Z");
    const inRooms = rig.seen.filter(({ reply }) => !reply.to.isDirect);
    expect(inRooms.length).toBeGreaterThan(6);
    for (const { reply } of inRooms) expect(JSON.stringify(reply)).not.toContain("k7x-secret");
    for (const { reply } of inRooms) expect(JSON.stringify(reply)).not.toContain("second-secret");
    expect(rig.logged.join("\n")).not.toContain("secret");
    const kept = rig.outbox.enqueued.filter(({ planned }) => planned?.isRegistered === false);
    expect(kept.flatMap(({ planned }) => planned?.before?.joinSecret ?? [])).toEqual([]);
    const theirs = rig.of("direct-amina");
    expect(theirs.at(-1)).toContain("second-secret");
  });

  it("12: a room subscribed to two themes of a workshop gets one message of each kind", async () => {
    const themes = ["libres", "securite"];
    const rig = await AnnouncerRig.start({
      from: "2027-03-10T09:00:00Z",
      rooms: [room("nantes", { themes, kinds: ["new", "day-before", "change"] })],
    });
    rig.publish(workshop({ ...soon, themes }));
    await rig.runUntil("2027-03-10T10:00:00Z");
    rig.change("libres", { place: { name: "Agora" } });
    await rig.runUntil("2027-03-19T12:00:00Z");
    expect(rig.of("nantes").map((text) => text.split(" : ")[0])).toEqual([
      "**Nouvel atelier",
      "**Changement",
      "**Demain",
    ]);
  });
});
