import type { Engine } from "./engine.ts";

/** Those that are compared; ours comes first. */
export const engineNames = ["passerelle", "nlp.js", "natural-bayes", "minisearch"] as const;

export type EngineName = (typeof engineNames)[number];

/** Loads an engine's code, and no other's: a process holds only what it measures. */
export const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  passerelle: async () => (await import("./passerelle.ts")).passerelle,
  "nlp.js": async () => (await import("./nlp-js.ts")).nlpJs,
  "natural-bayes": async () => (await import("./natural-bayes.ts")).naturalBayes,
  minisearch: async () => (await import("./mini-search.ts")).miniSearch,
};
