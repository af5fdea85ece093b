import { describe, expect, it } from "vitest";
import { personKey } from "../../../src/model/address.ts";
import type { DiagnosticRun } from "../../../src/model/diagnostic-run.ts";
import { put } from "../../../src/ports/store.ts";
import { finishedRun, pausedRun } from "../../support/followed-chat.ts";
import { library } from "../../support/small-library.ts";
import { TogetherChat } from "../../support/together-chat.ts";

const coordinator = { roles: ["coordinator"] } as const;

/** So many people who finished, and agreed to be counted. */
function counted(
  names: readonly string[],
  at: string,
  changes: Partial<DiagnosticRun> = {},
): readonly DiagnosticRun[] {
  return names.map((name) =>
    finishedRun({
      id: `run-${name}-${at}`,
      owner: personKey("here", name),
      startedAt: at,
      updatedAt: at,
      completedAt: at,
      followUp: undefined,
      isCounted: true,
      ...changes,
    }),
  );
}

async function chatWith(runs: readonly DiagnosticRun[], from: string): Promise<TogetherChat> {
  const chat = await TogetherChat.open(from);
  await keep(chat, runs);
  return chat;
}

async function keep(chat: TogetherChat, runs: readonly DiagnosticRun[]): Promise<void> {
  const { diagnosticRuns } = chat.knowledge.documents;
  await chat.store.write(runs.map((run) => put(diagnosticRuns, run.id, run)));
}

async function published(chat: TogetherChat) {
  return chat.store.list(chat.knowledge.documents.publishedFigures);
}

function questionOf(wanted: string) {
  const question = library.questionnaire.questions.find(({ id }) => id === wanted);
  if (!question) throw new Error(`no question ${wanted}`);
  return question;
}

const six = ["ada", "ben", "cyd", "dan", "eva", "fay"];
const october = "2026-10-10T10:00:00.000Z";
const november = "2026-11-10T10:00:00.000Z";

describe("the figures of the diagnostic", () => {
  it("come out on the first day of a month, where the project lives, and not before", async () => {
    const chat = await chatWith(counted(six, october), "2026-10-30T09:00:00Z");
    await chat.tickAt("2026-10-31T22:59:00Z");
    expect(await published(chat)).toEqual([]);
    await chat.tickAt("2026-10-31T23:00:00Z");
    expect((await published(chat)).map(({ id }) => id)).toEqual(["2026-11"]);
  });

  it("do not come out for fewer than five", async () => {
    const chat = await chatWith(counted(six.slice(0, 4), october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    expect(await published(chat)).toEqual([]);
    expect(await chat.says("cleo", "chiffres du diagnostic", coordinator)).toContain(
      "pas encore de chiffres",
    );
  });

  it("count a group of five people as the one association it is", async () => {
    const chat = await chatWith(
      counted(six, october, { group: "ACDEFGHJ" }),
      "2026-10-31T09:00:00Z",
    );
    await chat.tickAt("2026-11-01T09:00:00Z");
    expect(await published(chat)).toEqual([]);
  });

  it("stay as they were published, whoever erases or answers later, until enough are new", async () => {
    const chat = await chatWith(counted(six, october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    const before = JSON.stringify(await published(chat));
    await chat.says("cleo", "bonjour");
    const told = await chat.says("cleo", "chiffres du diagnostic", coordinator);
    expect(told).toContain("5 associations environ");
    await chat.saysAll("ada", ["oublie-moi", "oui"]);
    await chat.saysAll("ben", ["oublie-moi", "oui"]);
    await keep(chat, counted(["gus", "hal", "ivy", "jan"], november));
    expect(await chat.says("cleo", "chiffres du diagnostic", coordinator)).toBe(told);
    await chat.tickAt("2026-12-01T09:00:00Z");
    expect(JSON.stringify(await published(chat))).toBe(before);
    await keep(chat, counted(["gus", "hal", "ivy", "jan", "kim"], "2026-12-05T10:00:00.000Z"));
    await chat.tickAt("2027-01-01T09:00:00Z");
    expect((await published(chat)).map(({ id }) => id)).toEqual(["2026-11", "2027-01"]);
    expect(JSON.stringify((await published(chat)).slice(0, 1))).toBe(before);
  });

  it("are told to coordinators in private, with a file for a spreadsheet", async () => {
    const chat = await chatWith(counted(six, october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    const heard = await chat.says("cleo", "où en sont les associations ?", coordinator);
    expect(heard).toContain("5 associations environ");
    expect(heard).toContain("Se faire connaître : 0");
    const [file] = chat.sent.at(-1)?.attachments ?? [];
    expect(file?.type).toBe("text/csv");
    expect(file?.text).toContain("Associations;partout;;5");
    expect(await chat.says("cleo", "check-up figures", coordinator)).toContain(
      "Where associations stand",
    );
  });

  it.each([
    "combien d'associations ont fait le diagnostic ?",
    "Bonjour, combien de nos associations ont fait le point numérique ?",
    "combien de diagnostics ont été faits ?",
    "how many associations took the check-up?",
    "how many associations have done the check-up?",
  ])("are what « %s » asks for", async (text) => {
    const chat = await chatWith(counted(six, october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    const heard = await chat.says("cleo", text, coordinator);
    expect(heard).toMatch(/\b5 associations environ|about 5 associations/iu);
  });

  it("do not tell, the month after, what the one newcomer answered to whom a dimension is new", async () => {
    const chat = await chatWith(counted(six, october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    const knows = { answers: { H1: { kind: "options", codes: ["5"] } } } as const;
    const silent = { answers: { H1: { kind: "unknown" } } } as const;
    await keep(chat, counted(["gus"], november, knows));
    await keep(chat, counted(["hal", "ivy", "jan", "kim"], november, silent));
    await chat.tickAt("2026-12-01T09:00:00Z");
    const [before, after] = (await published(chat)).map(({ document }) => document);
    const { dimension } = questionOf("H1");
    const mean = (one: typeof before) =>
      one?.figures.levels.find((level) => level.dimension === dimension);
    expect(mean(after)).toEqual({ ...mean(before), until: before?.until });
  });

  it("are told to nobody else, and in no room", async () => {
    const chat = await chatWith(counted(six, october), "2026-10-31T09:00:00Z");
    await chat.tickAt("2026-11-01T09:00:00Z");
    expect(await chat.says("bob", "chiffres du diagnostic")).toContain("qui coordonnent");
    const ofRoom = { roles: ["room-coordinator"] } as const;
    expect(await chat.says("rosa", "chiffres du diagnostic", ofRoom)).not.toContain("environ");
    const address = { platform: "here", room: "#salon", isDirect: false };
    const heard = await chat.says("cleo", "chiffres du diagnostic", { ...coordinator, address });
    expect(heard).toContain("en privé");
    expect(heard).not.toContain("5");
  });
});

describe("where the diagnostic is left", () => {
  const left = pausedRun({
    id: "left",
    owner: personKey("here", "amina"),
    remindAt: undefined,
    pending: { question: "T1", revision: 0, misread: 0 },
  });

  it("is counted once, about nobody, when an unfinished run is erased for its age", async () => {
    const chat = await chatWith([left], "2026-10-05T09:00:00Z");
    await chat.tickAt("2026-10-07T12:00:00Z");
    const { leftRuns } = chat.knowledge.documents;
    expect(await chat.runs()).toEqual([]);
    expect((await chat.store.list(leftRuns)).map(({ document }) => document)).toEqual([
      { question: "T1", path: "short", month: "2026-10-01T00:00:00.000Z" },
    ]);
    expect(await chat.collectionsWith("amina")).toEqual([]);
  });

  it("is not counted of who erases it", async () => {
    const chat = await chatWith([left], "2026-09-10T09:00:00Z");
    await chat.saysAll("amina", ["oublie-moi", "oui"]);
    await chat.tickAt("2026-11-07T12:00:00Z");
    expect(await chat.store.list(chat.knowledge.documents.leftRuns)).toEqual([]);
  });

  it("is not counted of what was finished", async () => {
    const chat = await chatWith(counted(["ada"], october), "2026-10-11T09:00:00Z");
    await chat.tickAt("2028-01-01T12:00:00Z");
    expect(await chat.runs()).toEqual([]);
    expect(await chat.store.list(chat.knowledge.documents.leftRuns)).toEqual([]);
  });
});
