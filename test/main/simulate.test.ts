import { describe, expect, it } from "vitest";
import { asLines, sentMessages } from "../support/json-lines.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const amina = { from: "amina", room: "@amina", direct: true };

async function play(...events: readonly object[]) {
  const { code, out, err } = await runPasserelle(["simulate"], asLines(...events));
  return { code, err, sent: sentMessages(out) };
}

describe("simulate", () => {
  it("plays the conversation of the front page", async () => {
    const { sent } = await play(
      { ...amina, text: "comment on fait une page de collecte ?" },
      { ...amina, text: "et ça coûte combien ?" },
      { ...amina, text: "je veux parler à quelqu'un" },
      { ...amina, text: "quels ateliers cette semaine ?" },
      { ...amina, text: "what is free software" },
      { ...amina, text: "sdkfjh qsldkfj" },
      { ...amina, text: "" },
    );
    expect(sent).toHaveLength(7);
    expect(sent[0]?.text).toMatch(/Vérifié le 21 novembre 2026.*https:\/\//s);
    expect(sent[0]?.choices).toHaveLength(3);
    expect(sent[1]?.text).toContain("HelloAsso");
    expect(sent[1]?.text).toContain("0 €");
    expect(sent[2]?.text).toContain("Guid'Asso");
    expect(sent[3]?.text).toContain("Aucun atelier à venir");
    expect(sent[4]?.text).toMatch(/free/i);
    expect(sent[4]?.text).toContain("Checked on 21 November 2026");
    expect(sent[5]?.text).toMatch(/Je ne sais pas|I do not know/);
    expect(sent[6]?.text).toMatch(/vide|empty/);
  });

  it("speaks in a room only when spoken to", async () => {
    const { sent } = await play(
      { from: "amina", room: "general", direct: false, mention: false, text: "un don ?" },
      { from: "amina", room: "general", direct: false, mention: true, text: "aide" },
    );
    expect(sent.map(({ to, direct, kind }) => ({ to, direct, kind }))).toEqual([
      { to: "general", direct: false, kind: "reply" },
    ]);
  });

  it("takes presses by label and by number, also after a restart", async () => {
    const { sent } = await play(
      { ...amina, text: "oublie-moi" },
      { restart: true },
      { ...amina, press: "Oui, tout effacer" },
      { ...amina, text: "comment on fait une page de collecte ?" },
      { ...amina, press: 3 },
    );
    expect(sent[1]?.text).toContain("effacé");
    expect(sent[3]?.text).toContain("Qu'est-ce qui n'allait pas");
  });

  it("stands still between two moves of the clock", async () => {
    const { sent } = await play(
      { at: "2022-02-28T09:00:00+01:00" },
      { ...amina, text: "quels ateliers cette semaine ?" },
      { ...amina, text: "aide" },
    );
    expect(sent.map(({ at }) => at)).toEqual(Array(2).fill("2022-02-28T08:00:00.000Z"));
    expect(sent[0]?.text).toContain("Financement participatif");
    expect(sent[0]?.text).not.toContain("Créer et animer son site");
  });

  it("lets time pass when the clock is moved far ahead: what was due is sent at its hour, none of it late", async () => {
    const { sent } = await play(
      { at: "2022-02-21T08:30:00+01:00" },
      {
        from: "olga",
        room: "#a",
        mention: true,
        roles: ["coordinator"],
        text: "abonner résumé: lundi 9h",
      },
      { at: "2022-03-01T12:00:00+01:00" },
    );
    const digests = sent.filter(({ kind }) => kind === "announcement");
    expect(digests.map(({ at }) => at)).toEqual([
      "2022-02-21T08:00:00.000Z",
      "2022-02-28T08:00:00.000Z",
    ]);
    for (const { text } of digests) expect(text).not.toContain("retard");
  });

  it("answers the same event once, on a store that is kept", async () => {
    const folder = temporaryFolder();
    const event = asLines({ ...amina, id: "e1", text: "aide" });
    const first = await runPasserelle(["simulate", "--data", folder], event);
    const second = await runPasserelle(["simulate", "--data", folder], event);
    expect(sentMessages(first.out)).toHaveLength(1);
    expect(sentMessages(second.out)).toEqual([]);
  });

  it("names a line it cannot read, and goes on", async () => {
    const { code, out, err } = await runPasserelle(
      ["simulate"],
      `nonsense\n{"hello":1}\n${asLines({ ...amina, text: "aide" })}`,
    );
    expect(code).toBe(1);
    expect(err).toMatch(/line 1: not JSON[\s\S]*line 2: not an event/);
    expect(sentMessages(out)).toHaveLength(1);
  });
});
