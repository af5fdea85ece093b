import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import englishStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";
import frenchStemmer from "natural/lib/natural/stemmers/porter_stemmer_fr.js";

import { outOfScope, type Library } from "../../../src/model/library.ts";
import { bestOf, type Read } from "./engine.ts";
import { lessonsOf } from "./lessons-of.ts";

const smoothing = 0.1;

/** Naive Bayes of natural, one a language; its confidence is the share of the best class. */
export function naturalBayes(library: Library): Read {
  const classifiers = {
    fr: new BayesClassifier(frenchStemmer, smoothing),
    en: new BayesClassifier(englishStemmer, smoothing),
  };
  const learnt = new Set<string>();
  for (const { text, language, intent } of lessonsOf(library)) {
    classifiers[language].addDocument(text, intent);
    learnt.add(language);
  }
  for (const classifier of Object.values(classifiers)) classifier.train();
  return (text, language) => {
    const classes = learnt.has(language) ? classifiers[language].getClassifications(text) : [];
    const total = classes.reduce((sum, { value }) => sum + value, 0);
    const outside = classes.find(({ label }) => label === outOfScope)?.value;
    const best = bestOf(
      classes
        .filter(({ label }) => label !== outOfScope)
        .map(({ label, value }) => ({ label, score: value })),
    );
    return {
      ranked: best.map(({ label }) => label),
      // Of a long text every product can be too small for a number.
      confidence: shareOf(best[0]?.score),
      inScope: outside === undefined ? shareOf(best[0]?.score) : 1 - shareOf(outside),
    };

    function shareOf(value = 0): number {
      return total > 0 ? value / total : 0;
    }
  };
}
