import { describe, expect, it } from "vitest";
import { PlaceRefused } from "../../../../src/model/errors.ts";
import { RelayRig } from "../../../support/relay-rig.ts";

async function talking(): Promise<RelayRig> {
  const rig = new RelayRig();
  await rig.hasRequest();
  return rig;
}

function texts(rig: RelayRig, side: "asker" | "team"): readonly string[] {
  return rig.shownTo(side).map(({ text }) => text);
}

describe("signs", () => {
  it("cross on what the other side said, in their plain form, and are taken away", async () => {
    const rig = await talking();
    await rig.asks("a1", "Merci");
    await rig.answers("b1", "De rien");
    await rig.sends();
    const inThread = rig.shownTo("team")[0]?.key ?? "";
    const inPrivate = rig.shownTo("asker")[0]?.key ?? "";
    await rig.answers("r1", "", { reacts: { sign: "👍🏽", on: inThread }, sign: "s1" });
    await rig.asks("r2", "", { reacts: { sign: "❤", on: inPrivate }, sign: "s2" });
    await rig.asks("r3", "", { reacts: { sign: "🎉", on: inPrivate }, sign: "s3" });
    await rig.sends();
    expect(rig.signsOn("asker")).toEqual(["👍 a1"]);
    expect(rig.signsOn("team")).toEqual(["✅ b1", "❤️ b1"]);
    await rig.deletes("s2", "asker");
    await rig.sends();
    expect(rig.signsOn("team")).toEqual(["✅ b1", "❤️ b1", "off ❤️ b1"]);
  });

  it("put twice by who holds it are one, until both are taken away; a colleague's stays among colleagues", async () => {
    const rig = await talking();
    await rig.asks("a1", "Merci");
    await rig.sends();
    const on = rig.shownTo("team")[0]?.key ?? "";
    await rig.answers("r1", "", { reacts: { sign: "👍", on }, sign: "s1" });
    await rig.answers("r2", "", { reacts: { sign: "👍", on }, sign: "s2" });
    await rig.answers("r3", "", { reacts: { sign: "✅", on }, sign: "s3", from: "david" });
    await rig.deletes("s1", "adviser");
    await rig.sends();
    expect(rig.signsOn("asker")).toEqual(["👍 a1"]);
    await rig.deletes("s2", "adviser");
    await rig.sends();
    expect(rig.signsOn("asker")).toEqual(["👍 a1", "off 👍 a1"]);
  });
});

describe("a side that does not answer", () => {
  it("is told of once to who wrote, after 15 minutes", async () => {
    const rig = await talking();
    rig.refuses = ({ to }) => (to.platform === "there" ? new Error("down") : undefined);
    await rig.asks("a1", "un");
    await rig.passes(14);
    expect(texts(rig, "asker")).toEqual([]);
    await rig.asks("a2", "deux");
    await rig.passes(2);
    await rig.passes(30);
    expect(texts(rig, "asker")).toEqual([expect.stringContaining("pas encore transmis")]);
    rig.refuses = undefined;
    await rig.passes(1);
    expect(texts(rig, "team")).toHaveLength(2);
    expect(texts(rig, "team").join()).toMatch(/un[\s\S]*deux/);
  });

  it("whose thread is gone makes its team read so in their room, once, and keeps what was said", async () => {
    const rig = await talking();
    rig.refuses = ({ thread }) => (thread === "offer-1" ? new PlaceRefused("deleted") : undefined);
    await rig.asks("a1", "Bonjour");
    await rig.sends();
    await rig.asks("a2", "Il y a quelqu'un ?");
    await rig.passes(5);
    const told = rig.shownTo("team");
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining("⚠ A-127")]);
    expect(told[0]?.thread).toBeUndefined();
    rig.refuses = undefined;
    await rig.passes(1);
    expect(
      texts(rig, "team")
        .slice(1)
        .map((text) => text.split("\n")[1]),
    ).toEqual(["Bonjour", "Il y a quelqu'un ?"]);
  });

  it("that refuses private messages makes it undeliverable: the adviser reads it at once, once", async () => {
    const rig = await talking();
    rig.refuses = ({ to }) => (to.isDirect ? new PlaceRefused("closed") : undefined);
    await rig.answers("b1", "Bonjour");
    await rig.answers("b2", "Vous êtes là ?");
    await rig.sends();
    await rig.passes(20);
    expect((await rig.request()).state).toMatchObject({
      kind: "undeliverable",
      adviser: "camille",
    });
    expect(texts(rig, "team")).toEqual([expect.stringContaining("⚠ A-127")]);
    expect(rig.signsOn("team")).toEqual([]);
    rig.refuses = ({ to }) => (to.room === "@amina" ? new PlaceRefused("closed") : undefined);
    await rig.heardFrom({ platform: "here", room: "!new", isDirect: true });
    await rig.sends();
    const read = rig.sent.filter(({ to }) => to.room === "!new").map(({ text }) => text);
    expect(read.map((text) => text.split("\n")[1])).toEqual(["Bonjour", "Vous êtes là ?"]);
    expect((await rig.request()).state).toMatchObject({ kind: "waiting-asker" });
    expect(rig.signsOn("team")).toEqual(["✅ b1", "✅ b2"]);
    expect(texts(rig, "team").at(-1)).toContain("reçoit de nouveau");
  });
});
