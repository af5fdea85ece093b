import { describe, expect, it } from "vitest";
import { put } from "../../../../src/ports/store.ts";
import { RelayRig } from "../../../support/relay-rig.ts";

async function talking(): Promise<RelayRig> {
  const rig = new RelayRig();
  await rig.hasRequest();
  return rig;
}

function texts(rig: RelayRig, side: "asker" | "team"): readonly string[] {
  return rig.shownTo(side).map(({ text }) => text);
}

describe("words between who asks and who answers", () => {
  it("reach the thread without a name, and the asker with the adviser's", async () => {
    const rig = await talking();
    await rig.asks("a1", "Bonjour, j'ai une question");
    await rig.answers("b1", "Bonjour ! Laquelle ?");
    await rig.sends();
    expect(texts(rig, "team")).toEqual(["**Personne A-127**\nBonjour, j'ai une question"]);
    expect(texts(rig, "asker")).toEqual([
      "**Camille (Saint-Exemple Associations)**\nBonjour ! Laquelle ?",
    ]);
    expect(rig.shownTo("team")[0]).toMatchObject({ thread: "offer-1", kind: "relay" });
  });

  it("say the title alone of who hides their name, and the name an asker chose", async () => {
    const rig = new RelayRig();
    await rig.hasRequest({ showsAdviser: false, knownAs: "Amina *@everyone*" });
    await rig.asks("a1", "Bonjour");
    await rig.answers("b1", "Bonjour");
    await rig.sends();
    expect(texts(rig, "asker")[0]).toMatch(
      /^\*\*Une conseillère \(Saint-Exemple Associations\)\*\*/,
    );
    expect(texts(rig, "team")[0]).toBe("**Amina @\u200beveryone**\nBonjour");
  });

  it("move the request along: whose turn, since when, the first reply in opening hours", async () => {
    const rig = new RelayRig();
    await rig.hasRequest({
      state: { kind: "claimed", adviser: "camille", since: "2026-11-24T09:00:00Z" },
    });
    rig.clock.moveByMs(90 * 60_000);
    await rig.answers("b1", "Pour quel tournoi ?");
    expect(await rig.request()).toMatchObject({
      state: { kind: "waiting-asker", adviser: "camille" },
      turn: "asker",
      firstReplyAt: "2026-11-24T10:30:00.000Z",
      firstReplyWorkingMs: 90 * 60_000,
      messages: 2,
    });
    await rig.asks("a1", "Celui de mai");
    const after = await rig.request();
    expect(after).toMatchObject({ state: { kind: "active" }, turn: "adviser", messages: 3 });
    expect(after.waitingSince).toBe("2026-11-24T10:30:00.000Z");
  });

  it("wait for their thread, and leave in order once the offer is shown", async () => {
    const rig = new RelayRig();
    const offer = { team: "saint-exemple", rung: 1, at: "2026-11-24T09:00:00Z", key: "offer-key" };
    await rig.hasRequest({
      state: { kind: "offered", since: "2026-11-24T09:00:00Z" },
      team: undefined,
      offers: [offer],
    });
    await rig.asks("a1", "un");
    await rig.asks("a2", "deux");
    await rig.sends();
    expect(texts(rig, "team")).toEqual([]);
    await rig.showsOffer("offer-key");
    await rig.sends();
    expect((await rig.request()).offers[0]?.shownAs).toBe("offer-key");
    expect(texts(rig, "team").slice(1)).toEqual([
      "**Personne A-127**\nun",
      "**Personne A-127**\ndeux",
    ]);
  });

  it("told in two rooms, wait until somebody takes it, for that thread", async () => {
    const rig = new RelayRig();
    const at = "2026-11-24T09:00:00Z";
    const offers = [
      { team: "saint-exemple", rung: 1, at, key: "offer", shownAs: "offer-1" },
      { team: "loire-aide", rung: 2, at, key: "other", shownAs: "offer-2" },
    ];
    await rig.hasRequest({ state: { kind: "offered", since: at }, team: undefined, offers });
    await rig.asks("a1", "une précision");
    await rig.passes(1);
    expect(rig.sent).toEqual([]);
    const { requests } = rig.knowledge.documents;
    const request = await rig.request();
    const state = { kind: "claimed", adviser: "camille", since: at } as const;
    await rig.store.write([
      put(requests, request.id, {
        ...request,
        revision: request.revision + 1,
        team: "saint-exemple",
        state,
      }),
    ]);
    await rig.passes(1);
    expect(texts(rig, "team")).toEqual(["**Personne A-127**\nune précision"]);
  });

  it("put ✅ on what an adviser wrote, once all of it was shown", async () => {
    const rig = await talking();
    await rig.answers("b1", "mot ".repeat(600));
    await rig.sends();
    expect(texts(rig, "asker").map((text) => text.split("\n")[0])).toEqual([
      "**Camille (Saint-Exemple Associations)** (1/2)",
      "**Camille (Saint-Exemple Associations)** (2/2)",
    ]);
    expect(texts(rig, "asker").every((text) => text.length <= 1900)).toBe(true);
    expect(rig.signsOn("team")).toEqual(["✅ b1"]);
    await rig.sends();
    expect(rig.signsOn("team")).toEqual(["✅ b1"]);
  });

  it("answer the same message on the other side", async () => {
    const rig = await talking();
    await rig.asks("a1", "Et les photos ?");
    await rig.sends();
    const shown = rig.shownTo("team")[0]?.key ?? "";
    await rig.answers("b1", "Oui", { repliesTo: { id: shown } });
    await rig.sends();
    expect(rig.shownTo("asker")[0]?.inReplyTo).toEqual({ id: "a1", from: "amina" });
    await rig.asks("a2", "Merci", { repliesTo: { id: rig.shownTo("asker")[0]?.key ?? "" } });
    await rig.sends();
    expect(rig.shownTo("team")[1]?.inReplyTo).toEqual({ id: "b1", from: "camille" });
  });

  it("of bots never cross", async () => {
    const rig = await talking();
    await rig.asks("a1", "bip", { isFromBot: true });
    await rig.answers("b1", "bip", { isFromBot: true });
    await rig.sends();
    expect(rig.sent).toEqual([]);
  });
});

describe("a correction", () => {
  it("within 15 minutes changes what stands, again and again", async () => {
    const rig = await talking();
    await rig.asks("a1", "Bonjur");
    await rig.sends();
    await rig.asks("a1b", "Bonjour", { edits: "a1" });
    await rig.asks("a1c", "Bonjour !", { edits: "a1" });
    await rig.sends();
    const [first, second, third] = rig.shownTo("team");
    expect(second).toMatchObject({ text: "**Personne A-127**\nBonjour", replaces: first?.key });
    expect(third).toMatchObject({ text: "**Personne A-127**\nBonjour !", replaces: second?.key });
    await rig.asks("a1b", "Bonjour", { edits: "a1" });
    await rig.sends();
    expect(rig.shownTo("team")).toHaveLength(3);
    expect((await rig.said())[1]).toMatchObject({ text: "Bonjour !", isEdited: true });
  });

  it("afterwards is a message that says so, once", async () => {
    const rig = await talking();
    await rig.answers("b1", "C'est le 3");
    await rig.passes(16);
    await rig.answers("b1b", "> C'est le 4", { edits: "b1" });
    await rig.answers("b1b", "> C'est le 4", { edits: "b1" });
    await rig.sends();
    expect(texts(rig, "asker").slice(1)).toEqual([
      "**Camille (Saint-Exemple Associations)**\nCorrection : C'est le 4",
    ]);
  });
});

describe("a deletion", () => {
  it("by who asks takes it away there, and its words from storage", async () => {
    const rig = await talking();
    await rig.asks("a1", "mon secret");
    await rig.sends();
    await rig.deletes("a1", "asker");
    await rig.sends();
    const [shown, gone] = rig.shownTo("team");
    expect(gone).toMatchObject({ isWithdrawal: true, replaces: shown?.key });
    const { requestMessages, outbox } = rig.knowledge.documents;
    const kept = [await rig.store.list(requestMessages), await rig.store.list(outbox)];
    expect(JSON.stringify(kept)).not.toContain("secret");
  });

  it("by who answers is known afterwards without its text; its correction goes with it", async () => {
    const rig = await talking();
    await rig.answers("b1", "C'est le 3");
    await rig.passes(16);
    await rig.answers("b1b", "C'est le 4", { edits: "b1" });
    await rig.sends();
    await rig.deletes("b1", "adviser");
    await rig.sends();
    expect(rig.shownTo("asker").filter(({ isWithdrawal }) => isWithdrawal)).toHaveLength(2);
    expect((await rig.said()).slice(1).map(({ state, text }) => [state, text])).toEqual([
      ["deleted", ""],
      ["deleted", ""],
    ]);
  });

  it("before it left shows nothing at all", async () => {
    const rig = await talking();
    await rig.asks("a1", "mon secret");
    await rig.deletes("a1", "asker");
    await rig.sends();
    expect(texts(rig, "team").join("")).not.toContain("secret");
  });
});
