import core from "@nlpjs/core";
import english from "@nlpjs/lang-en";
import french from "@nlpjs/lang-fr";
import nlp from "@nlpjs/nlp";

import { languages } from "../../../src/model/language.ts";
import { outOfScope, type Library } from "../../../src/model/library.ts";
import { bestOf, type Read } from "./engine.ts";
import { lessonsOf } from "./lessons-of.ts";

/** What NLP.js calls a sentence that no intent answers; it may be taught with examples. */
const none = "None";

/** NLP.js with its own defaults, both languages in one manager, as its guide shows. */
export async function nlpJs(library: Library): Promise<Read> {
  const container = await core.containerBootstrap();
  container.use(french.LangFr);
  container.use(english.LangEn);
  const settings = { container, autoSave: false, autoLoad: false, nlu: { log: false } };
  const manager = new nlp.Nlp(settings);
  for (const language of languages) manager.addLanguage(language);
  for (const { text, language, intent } of lessonsOf(library)) {
    manager.addDocument(language, text, intent === outOfScope ? none : intent);
  }
  await manager.train();
  return async (text, language) => {
    const { classifications } = await manager.process(language, text);
    const best = bestOf(classifications.filter(({ intent }) => intent !== none));
    const confidence = best[0]?.score ?? 0;
    const outside = classifications.find(({ intent }) => intent === none)?.score ?? 0;
    return {
      ranked: best.map(({ intent }) => intent),
      confidence,
      inScope: confidence - outside,
    };
  };
}
