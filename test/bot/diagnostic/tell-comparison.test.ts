import { describe, expect, it } from "vitest";
import { tellComparison } from "../../../src/bot/diagnostic/result/tell-comparison.ts";
import type { Answers } from "../../../src/model/diagnostic-run.ts";
import type { Language } from "../../../src/model/language.ts";
import { finishedRun, followedKnowledge, lowest } from "../../support/followed-chat.ts";
import { library } from "../../support/small-library.ts";

const { questionnaire } = library;

function told(before: Answers, after: Answers, language: Language = "fr"): string {
  const later = { completedAt: "2027-03-02T10:00:00.000Z", answers: after };
  return tellComparison(
    { run: finishedRun({ answers: before }), questionnaire },
    { run: finishedRun({ id: "run2", ...later }), questionnaire },
    { tell: followedKnowledge.tell(language), language, timeZone: "Europe/Paris" },
  );
}

const backup = { ...lowest, M2: { kind: "options", codes: ["d"] } } as const;

describe("what changed between two runs", () => {
  it("begins with what is new, then says where it moves, in words", () => {
    expect(told(lowest, backup)).toBe(
      [
        "**Le chemin parcouru** depuis le 1er septembre 2026",
        "- Nouveau, Garder nos documents : « Rien : copie régulière, gardée ailleurs, et déjà essayée »",
        "- ↗ Garder nos documents : de « Premiers pas » à « Solide, à transmettre »\n- Le reste est stable.",
        "Ce que vous avez appris peut servir à d'autres : écrivez « proposer un atelier » pour le raconter.",
      ].join("\n\n"),
    );
  });

  it("explains a fall kindly, and nothing else does", () => {
    const fell = told(backup, lowest);
    expect(fell).toContain("↘ Garder nos documents");
    expect(fell).toContain("souvent, on voit mieux ce qui manque");
    expect(fell).not.toMatch(/mauvais|retard|insuffisant/u);
    expect(told(lowest, backup)).not.toContain("Une baisse");
  });

  it("says that nothing moved, or that nothing compares", () => {
    expect(told(lowest, lowest)).toContain("Vos réponses sont les mêmes");
    expect(told(lowest, {})).toContain("pas assez de réponses aux mêmes questions");
    const unknown = { ...lowest, M2: { kind: "unknown" } } as const;
    expect(told(lowest, unknown)).toContain(
      "Pas comparable, faute de questions en commun : Garder nos documents",
    );
  });

  it("tells of the ticks that are new, and of numbers, in English too", () => {
    const ticks = { ...lowest, X1: { kind: "options", codes: ["a"] } } as const;
    const more = { ...lowest, X1: { kind: "options", codes: ["a", "b"] } } as const;
    const question = questionnaire.questions.find(({ id }) => id === "X1");
    const [first, second] = question?.options.map(({ label }) => label.en) ?? [];
    const english = told(ticks, more, "en");
    expect(english).toContain(`New, Protecting: “${second ?? "?"}”`);
    expect(english).not.toContain(`“${first ?? "?"}`);
    expect(english).toContain("**What has changed** since 1 September 2026");
  });
});
