import { describe, expect, it } from "vitest";
import { clusterQuestions, subjectsWithoutContent } from "../../src/curation/cluster-questions.ts";
import { weighWords } from "../../src/curation/weigh-words.ts";
import { library } from "../support/small-library.ts";
import { seededRandom } from "../support/seeded-random.ts";

const weigh = weighWords(library.intents.flatMap(({ utterances }) => utterances.fr));

const asked = (
  id: string,
  question: string,
  more: { because?: "unknown" | "disliked"; intent?: string; day?: number } = {},
) => ({
  id,
  document: {
    owner: "x",
    question,
    language: "fr" as const,
    because: more.because ?? ("unknown" as const),
    intent: more.intent,
    at: `2026-11-${String(more.day ?? 1).padStart(2, "0")}T10:00:00.000Z`,
  },
});

const kept = [
  asked("a", "Comment faire une buvette ?", { day: 1 }),
  asked("b", "faut-il une autorisation pour la buvette", { day: 2 }),
  asked("c", "buvette : quelle autorisation ?", { day: 3 }),
  asked("d", "Comment faire assurer un minibus ?", { day: 4 }),
  asked("e", "assurance du minibus", { day: 5 }),
  asked("f", "comment faire des sauvegardes", {
    because: "disliked",
    intent: "data.backup",
    day: 6,
  }),
];

describe("questions without a good answer", () => {
  it("are put together by what is rare in them, the most frequent first", () => {
    const clusters = clusterQuestions(kept, weigh);
    expect(clusters.map(({ questions }) => questions.map(({ id }) => id).join(""))).toEqual([
      "abc",
      "de",
      "f",
    ]);
    expect(clusters[0]).toMatchObject({ unknown: 3, disliked: 0 });
    expect(clusters[2]).toMatchObject({ unknown: 0, disliked: 1, intent: "data.backup" });
  });

  it("give the same clusters and codes in whichever order they come", () => {
    const random = seededRandom(8);
    const expected = clusterQuestions(kept, weigh);
    for (let round = 0; round < 20; round += 1) {
      const shuffled = kept
        .map((one) => ({ one, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(clusterQuestions(shuffled, weigh)).toEqual(expected);
    }
    expect(new Set(expected.map(({ code }) => code)).size).toBe(expected.length);
  });

  it("name at most ten subjects that nothing answers, never one that was only disliked", () => {
    const many = Array.from({ length: 30 }, (_, at) => asked(`q${at}`, `kw${at} zz${at}`));
    expect(subjectsWithoutContent(clusterQuestions(many, weigh))).toHaveLength(10);
    const found = subjectsWithoutContent(clusterQuestions(kept, weigh));
    expect(found.map(({ title }) => title).join()).not.toContain("sauvegardes");
  });
});
