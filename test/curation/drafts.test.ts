import { describe, expect, it } from "vitest";
import { checkDraft } from "../../src/curation/check-draft.ts";
import { cleanForPublication } from "../../src/curation/clean-for-publication.ts";
import { compareOutcomes, type JudgedOutcome } from "../../src/curation/compare-outcomes.ts";
import { draftFiles, inSteps } from "../../src/curation/draft-files.ts";
import { insertSentences } from "../../src/curation/insert-sentences.ts";
import { monthsAfter } from "../../src/curation/plain-day.ts";
import { safeSlug } from "../../src/curation/safe-slug.ts";
import { Problems } from "../../src/loading/problem.ts";
import { readIntent } from "../../src/loading/read-intent.ts";
import { readResource } from "../../src/loading/read-resource.ts";
import type { ContentDraft } from "../../src/model/content-draft.ts";
import { maskPersonalData } from "../../src/privacy/mask-personal-data.ts";
import { library } from "../support/small-library.ts";

const instead = {
  contact: "[coordonnées]",
  name: "[nom]",
  place: "[lieu]",
  amount: "[montant]",
  association: "[association]",
};
const clean = (text: string) =>
  cleanForPublication(text, {
    names: ["Camille"],
    places: ["Saint-Nazaire"],
    mask: maskPersonalData,
    instead,
  });

const draft: ContentDraft = {
  by: "camille",
  language: "fr",
  intent: "crowdfunding.buvette",
  isNew: true,
  theme: "crowdfunding",
  title: "Une buvette : que faut-il demander ?",
  text: "Demandez à la mairie. Gardez la réponse avec vous.",
  utterances: ["buvette : que demander ?", 'Tenir une "buvette" \\ bar : les règles #1'],
  sources: [],
  isAdvice: true,
  validUntil: "2027-05-01",
  state: "written",
  at: "2026-11-20T10:00:00.000Z",
  desk: { platform: "here", room: "#team" },
  cards: 0,
  removed: [],
  isLicensed: true,
  settles: [],
  files: [],
};
const today = "2026-11-20";
const view = { status: "draft" as const, today, library, untranslated: () => "(pas traduit)" };

describe("what is published", () => {
  it.each([
    ["Appelez le 06 12 34 56 78", "06 12"],
    ["Écrivez à jean@exemple.org", "jean@"],
    ["Camille vous aidera", "Camille"],
    ["à Saint-Nazaire, c'est gratuit", "Saint-Nazaire"],
    ["cela coûte 1 250 € par an", "1 250"],
    ["l'association Les Amis du Lac l'a fait", "Amis du Lac"],
    ["notre asso « les petits pas » existe", "petits pas"],
    ["voyez Mme Durand", "Durand"],
    ["j'habite à Trifouillis-les-Oies", "Trifouillis"],
  ])("tells nobody apart: %s", (text, gone) => {
    const { text: left, removed } = clean(text);
    expect(left).not.toContain(gone);
    expect(removed.length).toBeGreaterThan(0);
  });

  it("is left as it is when nothing in it is personal", () => {
    const text = "Demandez une autorisation à la mairie, un mois avant, et gardez une copie.";
    expect(clean(text)).toEqual({ text, removed: [] });
  });

  it("has a dated source when it tells the law, and holds six months at most", () => {
    const legal = {
      ...draft,
      text: "La loi oblige à demander une autorisation.",
      validUntil: "2027-10-01",
    };
    expect(checkDraft(legal, library, today)).toEqual(["source-missing", "valid-too-long"]);
    const sources = [
      { title: "Service public", url: "https://service-public.gouv.fr", read: today },
    ];
    expect(checkDraft({ ...legal, sources, validUntil: "2027-05-20" }, library, today)).toEqual([]);
    expect(checkDraft({ ...draft, validUntil: "2027-11-20" }, library, today)).toEqual([]);
    expect(checkDraft({ ...draft, validUntil: "2027-11-21" }, library, today)).toEqual([
      "valid-too-long",
    ]);
  });

  it("counts months as people do", () => {
    expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
    expect(monthsAfter("2026-11-20", 12)).toBe("2027-11-20");
  });
});

describe("the files of a page", () => {
  it("are read without a problem, whatever was typed", () => {
    const [page, wordings] = draftFiles(draft, view);
    const problems = new Problems("x");
    const resource = readResource(page?.text ?? "", problems);
    const intent = readIntent(wordings?.text ?? "", problems);
    expect(problems.found).toEqual([]);
    expect(resource?.isPublished).toBe(false);
    expect(intent?.intent.utterances.fr).toEqual(draft.utterances);
  });

  it("say what to do first, a sentence a step where no step was written", () => {
    expect(inSteps("Oui. Demandez à la mairie. Gardez la réponse.")).toBe(
      "Oui.\n\n1. Demandez à la mairie.\n2. Gardez la réponse.",
    );
    expect(inSteps("Avant :\n\n1. Un\n2. Deux")).toBe("Avant :\n\n1. Un\n2. Deux");
    expect(inSteps("# English\nOui.")).not.toContain("# ");
  });

  it.each([
    ["../../etc/passwd", "etc-passwd"],
    ["Où ? Quand ? Combien ça coûte ?", "quand-combien-coute"],
    ["🎉", "page"],
  ])("are named by letters alone: %s", (title, name) => {
    expect(safeSlug(title, () => false)).toBe(name);
    expect(safeSlug(title, (taken) => taken === name)).toBe(`${name}-b`);
  });

  it("of an intent get sentences at the end of their list, the rest as it was", () => {
    const yaml =
      'id: a.b\nutterances:\n  fr:\n    # simples\n    - "un"\n  en:\n    - "one"\nfollow-ups: []\n';
    expect(insertSentences(yaml, ["utterances", "fr"], ["deux"])).toBe(
      'id: a.b\nutterances:\n  fr:\n    # simples\n    - "un"\n    - "deux"\n  en:\n    - "one"\nfollow-ups: []\n',
    );
    expect(insertSentences(yaml, ["utterances", "en"], ["two"])).toContain(
      '- "one"\n    - "two"\nfollow',
    );
    expect(insertSentences(yaml, ["utterances", "de"], ["zwei"])).toBeUndefined();
    expect(insertSentences("utterances:\n  fr: []\n", ["utterances", "fr"], ["un"])).toBe(
      'utterances:\n  fr:\n    - "un"\n',
    );
  });
});

describe("an evaluation before and after", () => {
  const outcome = (decision: JudgedOutcome["decision"], ...intents: string[]): JudgedOutcome => ({
    question: "q",
    expected: ["a.b"],
    decision,
    intents,
  });
  const right = outcome("answer", "a.b");
  const wrong = outcome("answer", "c.d");
  const offered = outcome("clarify", "c.d", "a.b");
  const unknown = outcome("unknown");

  it.each([
    ["a right answer that becomes wrong", [right], [wrong], false],
    ["a right answer that is lost", [right], [unknown], false],
    ["silence that becomes a wrong answer", [unknown], [wrong], false],
    ["a right answer that becomes a choice, nothing gained", [right], [offered], false],
    [
      "one that becomes a choice while another becomes direct",
      [right, offered],
      [offered, right],
      true,
    ],
    ["a wrong answer mended", [wrong], [right], true],
    ["no change", [right, wrong], [right, wrong], true],
    ["one lost, whatever is gained", [right, wrong, wrong], [wrong, right, right], false],
  ] as const)("judges %s", (_, before, after, isAccepted) => {
    expect(compareOutcomes(before, after).isAccepted).toBe(isAccepted);
  });

  it("refuses to answer what is out of scope", () => {
    const outside = { ...unknown, expected: ["out-of-scope"] };
    const misled = { ...wrong, expected: ["out-of-scope"] };
    expect(compareOutcomes([outside], [misled]).changed[0]?.way).toBe("worse");
  });
});
