import { describe, expect, it } from "vitest";
import { asWording } from "../../src/bot/curation/as-wording.ts";
import { checkDraft } from "../../src/curation/check-draft.ts";
import { draftFiles } from "../../src/curation/draft-files.ts";
import { quotesAsker } from "../../src/curation/quotes-asker.ts";
import { Problems } from "../../src/loading/problem.ts";
import { readResource } from "../../src/loading/read-resource.ts";
import type { ContentDraft } from "../../src/model/content-draft.ts";
import { library } from "../support/small-library.ts";

const asked =
  "Bonjour, je m'appelle Amina Diallo. Faut-il une autorisation pour vendre des gâteaux au marché de Noël ?";

describe("the words of who asked", () => {
  it.each([
    ["as they are", asked, true],
    ["with their name taken out", asked.replace("Amina Diallo", "[nom]"), true],
    ["cut short", "Faut-il une autorisation pour vendre des gâteaux au…", true],
    ["said in general terms", "Vendre des gâteaux au marché : faut-il une autorisation ?", false],
    ["not at all", "Tenir une buvette", false],
    ["in a few words that anybody says", "Vendre des gâteaux", false],
  ])("are known: %s", (_, text, isTheirs) => {
    expect(quotesAsker(text, asked)).toBe(isTheirs);
  });

  it.each([
    [asked, "Faut-il une autorisation pour vendre des gâteaux au marché de Noël ?"],
    [
      "quelle assurance pour un barnum à Trifouillis-les-Oies ?",
      "quelle assurance pour un barnum ?",
    ],
  ])("become a wording without a hole: %s", (text, wording) => {
    expect(asWording(text)).toBe(wording);
  });
});

describe("the other language of a page", () => {
  const draft: ContentDraft = {
    by: "camille",
    language: "fr",
    intent: "crowdfunding.buvette",
    isNew: true,
    theme: "crowdfunding",
    title: "Une buvette",
    text: "Demandez à la mairie. Gardez la réponse.",
    utterances: ["une buvette"],
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
  const view = { status: "draft" as const, today: "2026-11-20", library, untranslated: () => "x" };

  it.each(["Ask the town hall. Keep the answer.", "# Français\nAsk them.", "# English\nAsk them."])(
    "is put in steps, and makes no other part of the page: %s",
    (otherText) => {
      const problems = new Problems("x");
      readResource(draftFiles({ ...draft, otherText }, view)[0]?.text ?? "", problems);
      expect(problems.found).toEqual([]);
    },
  );

  it("counts with what is said above it: a page that is given to be read can be published", () => {
    const text = `${"mot ".repeat(118).trim()}.`;
    expect(checkDraft({ ...draft, text }, library, "2026-11-20")).toContain("text-too-long");
    expect(checkDraft({ ...draft, text: "x".repeat(10_000) }, library, "2026-11-20")).toContain(
      "text-too-long",
    );
    expect(checkDraft(draft, library, "2026-11-20")).toEqual([]);
  });
});
