import { describe, expect, it } from "vitest";
import { goldenCase, goldenCases } from "../../support/golden-cases.ts";
import { ResultChat } from "../../support/result-chat.ts";
import { workshopLike } from "../../support/workshop-like.ts";
import { library } from "../../support/small-library.ts";

const steps = library.questionnaire.recommendations;

function titleOf(id: string | undefined, language: "fr" | "en" = "fr"): string {
  const found = steps.find((one) => one.id === id);
  if (!found) throw new Error(`no recommendation ${id}`);
  return found.title[language].replace(/\.$/u, "");
}

/** Said once, at the end of the first reply. */
function withoutPrivacyLine(text: string): string {
  return text.split(/\n\n\*(?!\*)/u)[0] ?? "";
}

const headings = {
  fr: { strengths: "👏", steps: "ce mois-ci", find: "À éclaircir" },
  en: { strengths: "👏", steps: "this month", find: "To find out" },
};

describe("the result", () => {
  const both = goldenCases.flatMap((one) =>
    (["fr", "en"] as const).map((language) => ({ ...one, language })),
  );

  it.each(both)(
    "says strengths first, then three steps, in 1,200 characters at most: $name, $language",
    async ({ letter, language, expected }) => {
      const chat = await ResultChat.open(letter);
      if (language === "en") await chat.says("in English");
      const [reply] = await chat.replies(language === "fr" ? "mon résultat" : "my result");
      const text = withoutPrivacyLine(reply?.text ?? "");
      expect(text.length).toBeLessThanOrEqual(1200);
      const { strengths, steps: heading } = headings[language];
      const places = [
        text.indexOf(strengths),
        text.indexOf(heading),
        ...expected.now.map((id) => text.indexOf(titleOf(id, language))),
      ];
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(reply?.choices).toHaveLength(5);
    },
  );

  it("carries the radar with its words, and the report, in the same message", async () => {
    const chat = await ResultChat.open("A");
    const replies = await chat.replies("mon résultat");
    expect(replies).toHaveLength(1);
    const [radar, report] = replies[0]?.attachments ?? [];
    expect(radar).toMatchObject({ type: "image/png", text: "AQID", encoding: "base64" });
    expect(radar?.alt).toContain("Garder nos documents");
    expect(report).toMatchObject({ type: "application/pdf", text: "BAUG", encoding: "base64" });
  });

  it("calls no more than two alerts", async () => {
    const run = {
      answers: { ...goldenCase("A").answers, X1: { kind: "options", codes: [] } as const },
    };
    const chat = await ResultChat.open("A", { run });
    const text = await chat.says("mon résultat");
    const alerts = Object.values(library.questionnaire.alerts).filter(({ fr }) =>
      text.includes(fr),
    );
    expect(alerts.length).toBe(2);
  });

  it("has no picture below five scored answers, and invites to ask around", async () => {
    const chat = await ResultChat.open("D");
    const [reply] = await chat.replies("mon résultat");
    expect(chat.pictures.drawn).toEqual([]);
    expect(reply?.text).toContain("Demandez autour de vous");
    expect(reply?.text).toContain("Garder nos documents (à demander : ");
    expect(reply?.attachments.map(({ type }) => type)).toEqual(["application/pdf"]);
  });

  it.each([
    ["png", "le dessin : tout", ["application/pdf"]],
    ["pdf", "le rapport : tout", ["image/png"]],
    ["both", "le dessin ni le rapport", []],
  ] as const)("stands alone, and says so, when %s fails", async (failsAt, said, types) => {
    const chat = await ResultChat.open("A");
    chat.pictures.failsAt = failsAt;
    const [reply] = await chat.replies("mon résultat");
    expect(reply?.text).toContain("Trois petits pas");
    expect(reply?.text).toContain(said);
    expect(reply?.attachments.map(({ type }) => type)).toEqual(types);
    const failures = chat.chat.log.lines.filter((line) => line.includes("-failed"));
    expect(failures.length).toBe(failsAt === "both" ? 2 : 1);
  });

  it("is the same when it is asked again days later", async () => {
    const chat = await ResultChat.open("B");
    await chat.says("bonjour");
    const first = withoutPrivacyLine(await chat.says("mon résultat"));
    chat.chat.clock.moveTo("2026-09-12T08:00:00Z");
    expect(withoutPrivacyLine(await chat.says("mon résultat"))).toBe(first);
  });

  it("tells the details in words, without a figure of anybody", async () => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    const text = await chat.presses("Le détail");
    expect(text).toContain("- Garder nos documents : premiers pas");
    expect(text).not.toMatch(/\d{2}/u);
    expect(text).toContain(titleOf(goldenCase("A").expected.next[0]));
  });

  it("explains a step by the answers it comes from and what would remove it", async () => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    const text = await chat.says("pourquoi 2 ?");
    expect(text).toContain(titleOf("protection.liste-des-comptes"));
    expect(text).toContain("auriez-vous tous les accès ? Vous avez dit : « Non »");
    expect(text).toContain("Oui, deux personnes au moins ont les accès");
    expect(await chat.says("pourquoi 9 ?")).toContain("avec ce numéro");
  });

  it("answers how to do a step with its first page, and offers the others", async () => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    const step = steps.find(({ id }) => id === "protection.liste-des-comptes");
    const pages = (step?.intents ?? []).flatMap((id) => chat.knowledge.resource(id) ?? []);
    const text = await chat.says("comment faire 2 ?");
    expect(text).toContain(pages[0]?.text.fr);
    expect(chat.labels).toEqual([
      ...pages.slice(1).map(({ title }) => title.fr),
      "Comment faire 1 ?",
      "Comment faire 3 ?",
      "Mon résultat",
    ]);
    expect(await chat.presses(pages[1]?.title.fr ?? "")).toContain(pages[1]?.text.fr);
    expect(await chat.presses("Mon résultat")).toContain("Votre point numérique");
  });

  it.each([
    ["le 2 est fait", "done"],
    ["2 : déjà en place", "in-place"],
    ["pas pour nous le 2", "not-for-us"],
    ["le deuxième n'est pas pour nous", "not-for-us"],
  ] as const)("sets a step aside and promotes the next: %s", async (words, mark) => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    const text = await chat.says(words);
    expect(text).toContain("À la place : **");
    expect((await chat.run()).setAside).toEqual({ "protection.liste-des-comptes": mark });
    const again = await chat.says("mon résultat");
    expect(again).not.toContain(titleOf("protection.liste-des-comptes"));
  });

  it("remembers in the next run what is not for them, and that alone", async () => {
    const run = { setAside: { "com.fiche-minimum": "not-for-us", "cap.duo": "done" } } as const;
    const chat = await ResultChat.open("A", { run });
    chat.chat.clock.moveTo("2026-09-03T08:00:00Z");
    await chat.says("commencer le diagnostic");
    await chat.says("1");
    const all = await chat.chat.store.list(chat.knowledge.documents.diagnosticRuns);
    const begun = all.map(({ document }) => document).find(({ state }) => state === "asking");
    expect(begun?.setAside).toEqual({ "com.fiche-minimum": "not-for-us" });
  });

  it("asks which step is meant when several may be", async () => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    expect(await chat.says("pas pour nous")).toContain("Lequel");
    expect((await chat.run()).setAside).toEqual({});
  });

  it.each([
    ["mon rapport", "application/pdf"],
    ["en texte", "text/markdown"],
    ["mes réponses", "application/json"],
    ["calendrier", "text/calendar"],
    ["feuille de route en tableau", "text/csv"],
  ])("gives a file for « %s »", async (words, type) => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    const [reply] = await chat.replies(words);
    expect(reply?.attachments.map((one) => one.type)).toEqual([type]);
    expect(reply?.attachments[0]?.text.length).toBeGreaterThan(0);
  });

  it("leaves a word alone that is of something else while nothing of a result is talked of", async () => {
    const chat = await ResultChat.open("A");
    const [reply] = await chat.replies("calendrier");
    expect(reply?.attachments).toEqual([]);
  });

  it("asks before it erases", async () => {
    const chat = await ResultChat.open("A");
    await chat.says("mon résultat");
    await chat.presses("Effacer");
    expect((await chat.run()).state).toBe("completed");
  });
});

describe("a workshop that could help", () => {
  const theme = steps.find(({ id }) => id === "memoire.copie-express")?.theme ?? "";
  const soon = workshopLike({
    id: "ateliers/12",
    number: 12,
    title: { fr: "Copier sans peur" },
    themes: [theme],
    localStart: "2026-09-20T18:00",
    mode: "online",
    capacity: 5,
    registration: { by: "bot" },
  });

  it("is told with a button that signs up, and the list says where it comes from", async () => {
    const chat = await ResultChat.open("A", { workshops: [soon] });
    expect(await chat.says("mon résultat")).toContain("Copier sans peur");
    const button = chat.labels.at(-1) ?? "";
    expect(button).toContain("12");
    await chat.presses(button);
    const seats = await chat.chat.store.list(chat.knowledge.documents.registrations);
    expect(seats.map(({ document }) => [document.workshop, document.origin])).toEqual([
      ["ateliers/12", "diagnostic"],
    ]);
  });

  it.each([
    ["too late", { localStart: "2026-11-20T18:00" }],
    ["elsewhere", { mode: "on-site", territories: ["75"] }],
    ["cancelled", { status: "cancelled" }],
    ["a draft", { publication: "draft" }],
    ["on something else", { themes: ["crowdfunding"] }],
  ] as const)("is not one that is %s", async (_why, changes) => {
    const chat = await ResultChat.open("A", { workshops: [{ ...soon, ...changes }] });
    expect(await chat.says("mon résultat")).not.toContain("Copier sans peur");
  });

  it("is one of their territory, once they gave it", async () => {
    const near = { ...soon, mode: "on-site", territories: ["44"] } as const;
    const chat = await ResultChat.open("A", { workshops: [near], run: { territory: "44" } });
    expect(await chat.says("mon résultat")).toContain("Copier sans peur");
  });
});
