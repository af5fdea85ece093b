import MiniSearch from "minisearch";

import { outOfScope, type Library } from "../../../src/model/library.ts";
import { bestOf, type Read } from "./engine.ts";
import { lessonsOf } from "./lessons-of.ts";

/** How many of the best results vote, each with its score. */
const voters = 10;

/** Search among the examples with MiniSearch, one index a language; its confidence is the best sum. */
export function miniSearch(library: Library): Read {
  const lessons = lessonsOf(library);
  const indexes = { fr: createIndex(), en: createIndex() };
  for (const [id, { text, language }] of lessons.entries()) indexes[language].add({ id, text });
  return (text, language) => {
    const sums = new Map<string, number>();
    for (const { id, score } of indexes[language].search(text).slice(0, voters)) {
      const intent = lessons[Number(id)]?.intent ?? outOfScope;
      sums.set(intent, (sums.get(intent) ?? 0) + score);
    }
    const outside = sums.get(outOfScope) ?? 0;
    sums.delete(outOfScope);
    const best = bestOf(Array.from(sums, ([intent, score]) => ({ intent, score })));
    const confidence = (best[0]?.score ?? 0) - outside;
    return { ranked: best.map(({ intent }) => intent), confidence, inScope: confidence };
  };
}

function createIndex(): MiniSearch<{ readonly id: number; readonly text: string }> {
  return new MiniSearch({
    fields: ["text"],
    processTerm: (term) => term.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, ""),
    searchOptions: { fuzzy: 0.2 },
  });
}
