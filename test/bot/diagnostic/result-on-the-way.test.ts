import { describe, expect, it } from "vitest";
import { diagnosticRunType, type DiagnosticRun } from "../../../src/model/diagnostic-run.ts";
import { put } from "../../../src/ports/store.ts";
import { pausedRun } from "../../support/followed-chat.ts";
import { ResultChat } from "../../support/result-chat.ts";
import { after, until } from "../../support/said-after-result.ts";
import { library } from "../../support/small-library.ts";

describe("the result, on the way", () => {
  it.each(["retour", "où j'en suis ?"])(
    "leads back to what it proposes at « %s »",
    async (words) => {
      const chat = await after("A", "comment faire 1 ?", words);
      expect(chat.labels).toContain("Ma feuille de route");
    },
  );

  it("is left kindly at « pause »", async () => {
    const chat = await after("A");
    expect(await chat.says("pause")).toContain("Votre résultat vous attend");
  });

  it("keeps its buttons after a question was asked", async () => {
    const chat = await after("A", "c'est quoi un drive ?");
    expect(await chat.presses("Le détail")).toContain("sujet par sujet");
    await chat.says("c'est quoi un drive ?");
    expect(await chat.presses("Comment faire ?")).toContain("Faire une première copie");
  });

  it("hears of a step by its number days later, whatever was said since", async () => {
    const chat = await after("A", "non merci");
    chat.chat.clock.moveTo("2026-09-12T08:00:00Z");
    expect(await chat.says("comment faire 2 ?")).toContain("Écrire la liste des comptes");
    await chat.says("non merci");
    await chat.says("le 2 est fait");
    expect((await chat.run()).setAside).toEqual({ "protection.liste-des-comptes": "done" });
  });

  it("numbers steps as the roadmap does once there is one", async () => {
    const chat = await after("A", "ma feuille de route", "terminer", "le 1 est fait", "stop");
    await chat.says("le 2 est fait");
    const { roadmap = [] } = await chat.run();
    expect(roadmap.map(({ state }) => state)).toEqual(["done", "done", "to-do"]);
  });
});

describe("a finished diagnostic", () => {
  async function withAnother(changes: Partial<DiagnosticRun>): Promise<ResultChat> {
    const chat = await ResultChat.open("E");
    const { diagnosticRuns } = chat.knowledge.documents;
    const run = pausedRun({ id: "run2", startedAt: "2026-09-05T09:00:00.000Z", ...changes });
    await chat.chat.store.write([put(diagnosticRuns, "run2", run)]);
    chat.chat.clock.moveTo("2026-09-06T08:00:00Z");
    return chat;
  }

  it.each(["paused", "stopped"] as const)(
    "keeps its result and its roadmap at hand while another is %s",
    async (state) => {
      const chat = await withAnother({ state });
      expect(await chat.says("mon résultat")).toContain("1er septembre 2026");
      // Its questions would be a third diagnostic under way.
      expect(await chat.says("le détail")).not.toContain("questions complètes");
      expect(await chat.says("ma feuille de route")).toContain("Qui s'en occupe");
      await chat.says("Karim");
      const all = await chat.chat.store.list(chat.knowledge.documents.diagnosticRuns);
      const whos = all.map(({ id, document }) => [id, document.roadmap?.[0]?.who]);
      expect(Object.fromEntries(whos)).toEqual({ run1: "Karim", run2: undefined });
    },
  );

  it("keeps its result while the full path waits, and for as long as a result is kept", async () => {
    const chat = await after("E", ...until["full-path"], "oui", "passer", "pause", "non");
    const run = await chat.run();
    expect(run.state).toBe("paused");
    expect(await chat.says("mon résultat")).toContain("Votre point numérique");
    const used = diagnosticRunType.lastUsed(run);
    expect(used).toBe(run.updatedAt);
    expect(await chat.says("reprendre")).toMatch(/\d+\/\d+/u);
  });

  it("is told on the questionnaire it was answered on, whatever is asked today", async () => {
    const chat = await ResultChat.open("A", { run: { version: "0.9" } });
    const { questionnaires } = chat.knowledge.documents;
    const { dimensions, ...rest } = library.questionnaire;
    const old = dimensions.map((one) => ({ ...one, name: { fr: `Ancien ${one.id}`, en: one.id } }));
    const questionnaire = { ...rest, version: "0.9", dimensions: old };
    const stored = { questionnaire, usedAt: "2026-09-01T10:00:00.000Z" };
    await chat.chat.store.write([put(questionnaires, "0.9", stored)]);
    expect(await chat.says("mon résultat")).toContain("Ancien personnes");
    expect(await chat.says("le détail")).toContain("Ancien memoire");
  });

  it("is read for as long as it is kept, its old questions with it, when it is touched late", async () => {
    const began = "2026-09-01T10:00:00.000Z";
    const chat = await ResultChat.open("A", { run: { version: "0.9", updatedAt: began } });
    const { questionnaires } = chat.knowledge.documents;
    const questionnaire = { ...library.questionnaire, version: "0.9" };
    await chat.chat.store.write([put(questionnaires, "0.9", { questionnaire, usedAt: began })]);
    chat.chat.clock.moveTo("2027-10-20T10:00:00Z");
    await chat.says("relancez-moi");
    chat.chat.clock.moveTo("2028-11-01T10:00:00Z");
    await chat.chat.bot.tick();
    expect(await chat.says("mon résultat")).toContain("Votre point numérique");
    chat.chat.clock.moveTo("2029-03-01T10:00:00Z");
    await chat.chat.bot.tick();
    expect(await chat.chat.store.list(questionnaires)).toEqual([]);
  });

  it.each(["mon résultat", "ma feuille de route"])(
    "is said to be gone at « %s » once its questions can no longer be read",
    async (words) => {
      const chat = await ResultChat.open("A", { run: { version: "0.9" } });
      expect(await chat.says(words)).toContain("Je n'ai plus ce résultat");
    },
  );
});
