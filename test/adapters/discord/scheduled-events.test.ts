import { describe, expect, it } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { collecting, failingAfter, mirroringGuild } from "../../support/mirroring-guild.ts";

const minutes = 60_000;

describe("the programme in a server's own events", () => {
  it("is not shown unless the operator named the server", async () => {
    const { start, open, tick, rig } = await mirroringGuild();
    await start({ settings: {} });
    await tick();
    await rig.stopBot();
    expect(open()).toEqual([]);
    expect(rig.server.requests.some(({ path }) => path.includes("scheduled-events"))).toBe(false);
    expect(rig.log.lines.join("\n")).not.toContain("GuildScheduledEvents");
  });

  it("is one event a workshop, with its end, that says that being interested is not signing up", async () => {
    const { start, open } = await mirroringGuild();
    await start();
    await eventually(() => expect(open()).toHaveLength(1));
    const [event] = open();
    expect(event?.fields).toMatchObject({
      name: "Collecter en ligne",
      entity_type: 3,
      privacy_level: 2,
      entity_metadata: { location: "La Chesnaie, Saint-Nazaire" },
      scheduled_start_time: "2027-03-09T17:00:00.000Z",
      // Nobody said its end: two hours.
      scheduled_end_time: "2027-03-09T19:00:00.000Z",
    });
    expect(event?.fields["recurrence_rule"]).toBeUndefined();
    const text = String(event?.fields["description"]);
    expect(text).toContain("mardi 9 mars 2027, 18 h (heure de Paris)");
    expect(text).toContain("Pour bien commencer.");
    expect(text).toContain("Le bouton « Intéressé » de cet agenda ne vous inscrit pas.");
    expect(text).toContain("« je m'inscris au 12 »");
    expect(text).toContain("https://visio.example.org/ouverte");
    expect(text).not.toContain("secret");
  });

  it("cuts what is too long, but never its end nor its link, and hides the secret wherever it was pasted", async () => {
    const { start, open, programme } = await mirroringGuild();
    const title = { fr: `Atelier ${"🎈".repeat(60)}` };
    const description = { fr: `https://visio.example.org/secret ${"long ".repeat(700)}` };
    programme.workshops = [{ ...collecting, title, description }];
    await start();
    await eventually(() => expect(open()).toHaveLength(1));
    const [event] = open();
    const [name, text] = [String(event?.fields["name"]), String(event?.fields["description"])];
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name.isWellFormed()).toBe(true);
    expect(name.endsWith("…")).toBe(true);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.endsWith("https://visio.example.org/ouverte")).toBe(true);
    expect(text).not.toContain("secret");
  });

  it("follows a change once it can no longer be taken back, and a cancellation", async () => {
    const { start, open, names, tick, change, writes } = await mirroringGuild();
    await start();
    await eventually(async () => {
      await tick();
      expect(names()).toEqual(["Collecter en ligne"]);
    });
    const [event] = open();
    change({ localStart: "2027-03-10T18:00" });
    await tick(9 * minutes);
    const before = writes();
    await tick(1 * minutes);
    await eventually(async () => {
      await tick();
      expect(open()[0]?.fields["scheduled_start_time"]).toBe("2027-03-10T17:00:00.000Z");
    });
    expect(writes()).toBe(before + 1);
    expect(open().map(({ id }) => id)).toEqual([event?.id]);
    change({ status: "cancelled" });
    await tick(11 * minutes);
    await eventually(async () => {
      await tick();
      expect(open()).toEqual([]);
    });
    change({ status: "scheduled" });
    await tick(11 * minutes);
    await eventually(async () => {
      await tick();
      expect(names()).toEqual(["Collecter en ligne"]);
    });
  });

  it("asks for nothing while nothing changes, and nothing twice after a restart", async () => {
    const { rig, start, names, tick, writes } = await mirroringGuild();
    await start();
    await eventually(() => expect(names()).toHaveLength(1));
    await tick(1 * minutes);
    await rig.stopBot();
    const before = writes();
    await start();
    await tick(1 * minutes);
    await tick(1 * minutes);
    await rig.stopBot();
    expect(writes()).toBe(before);
    expect(names()).toHaveLength(1);
  });
});

describe("an event", () => {
  it("that was made just before a crash is found again", async () => {
    const { rig, start, names, tick, writes } = await mirroringGuild();
    let writesLeft = 1;
    await start({ around: (store) => failingAfter(store, () => (writesLeft -= 1) >= 0) });
    await eventually(() => expect(names()).toHaveLength(1));
    await eventually(() => expect(rig.log.lines.join("\n")).toContain("event-not-mirrored"));
    await rig.stopBot();
    expect(writes()).toBe(1);
    await start();
    await tick();
    // Written over, not made.
    await eventually(async () => {
      await tick();
      expect(writes()).toBe(2);
    });
    await tick(1 * minutes);
    await rig.stopBot();
    expect(names()).toEqual(["Collecter en ligne"]);
  });

  it("that was asked for twice because the answer was lost is left once", async () => {
    const { rig, start, open, tick } = await mirroringGuild();
    rig.server.fail({
      method: "POST",
      path: /\/scheduled-events$/,
      fate: { kind: "done-then-dropped", by: "reset" },
    });
    await start();
    await eventually(() => expect(open().length).toBeGreaterThanOrEqual(1));
    await tick(11 * minutes);
    await eventually(async () => {
      await tick();
      expect(open()).toHaveLength(1);
      expect(rig.server.requestsTo("POST /guilds/:guild/scheduled-events")).toHaveLength(2);
    });
  });

  it("that somebody edits is told to the coordinator once, and written over at the next change", async () => {
    const { start, guild, open, names, tick, change, told } = await mirroringGuild();
    await start();
    await eventually(() => expect(names()).toHaveLength(1));
    const id = open()[0]?.id ?? "";
    guild.changeEvent(id, { name: "Apéro" });
    await tick(1 * minutes);
    await eventually(async () => {
      await tick();
      expect(told().filter((text) => text.includes("modifié ou retiré à la main"))).toHaveLength(1);
    });
    expect(told().join("\n")).toContain("Les Amis");
    guild.changeEvent(id, { name: "Apéro !" });
    await tick(1 * minutes);
    await tick(1 * minutes);
    expect(names()).toEqual(["Apéro !"]);
    change({ summary: { fr: "Pour aller plus loin." } });
    await tick(11 * minutes);
    await eventually(async () => {
      await tick();
      expect(names()).toEqual(["Collecter en ligne"]);
    });
    await tick(1 * minutes);
    await tick(1 * minutes);
    expect(told()).toHaveLength(1);
  });

  it("that somebody takes away is told too, and made again at the next change", async () => {
    const { start, guild, open, names, tick, change, told } = await mirroringGuild();
    await start();
    await eventually(() => expect(names()).toHaveLength(1));
    await tick(1 * minutes);
    guild.removeEvent(open()[0]?.id ?? "");
    await tick(1 * minutes);
    await eventually(async () => {
      await tick();
      expect(told()).toHaveLength(1);
    });
    expect(names()).toEqual([]);
    change({ title: { fr: "Collecter" } });
    await tick(11 * minutes);
    await eventually(async () => {
      await tick();
      expect(names()).toEqual(["Collecter"]);
    });
  });
});

it("a missing right is told once, and when it is given the programme is shown", async () => {
  const { rig, start, guild, names, tick, told } = await mirroringGuild([
    "ViewChannel",
    "SendMessages",
  ]);
  await start();
  await tick(1 * minutes);
  await eventually(async () => {
    await tick();
    expect(told()).toHaveLength(1);
  });
  expect(told()[0]).toContain("il m'y manque le droit de créer des événements");
  await tick(61 * minutes);
  await rig.stopBot();
  await start();
  await tick(1 * minutes);
  await tick(1 * minutes);
  expect(told()).toHaveLength(1);
  guild.setRights(["ViewChannel", "SendMessages", "CreateEvents"]);
  await tick(1 * minutes);
  await eventually(async () => {
    await tick();
    expect(names()).toEqual(["Collecter en ligne"]);
  });
});

it("stopping does not wait for a Discord that does not answer, and the next start finds what was made", async () => {
  const { rig, start, names, tick } = await mirroringGuild();
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const path = /\/scheduled-events$/;
  rig.server.fail({ method: "POST", path, fate: { kind: "slow", until } });
  await start();
  await eventually(() => expect(names()).toHaveLength(1));
  await rig.stopBot();
  release();
  expect(rig.log.lines.join("\n")).not.toContain("calendar-behind");
  await start();
  await tick(1 * minutes);
  await tick(1 * minutes);
  await rig.stopBot();
  expect(names()).toEqual(["Collecter en ligne"]);
});
