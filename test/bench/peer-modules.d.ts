// Peers that ship no types of their own, or only for a root that loads database drivers.
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export default class BayesClassifier {
    constructor(stemmer: { readonly stem: (word: string) => string }, smoothing: number);
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { readonly label: string; readonly value: number }[];
  }
}

declare module "@nlpjs/core" {
  export interface Container {
    use(plugin: unknown): void;
  }
  const core: { readonly containerBootstrap: () => Promise<Container> };
  export default core;
}

declare module "@nlpjs/nlp" {
  import type { Container } from "@nlpjs/core";

  export interface NlpSettings {
    readonly container: Container;
    readonly autoSave: boolean;
    readonly autoLoad: boolean;
    readonly nlu: { readonly log: boolean };
  }
  export interface NlpAnswer {
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }
  export interface NlpManager {
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<NlpAnswer>;
  }
  const nlp: { readonly Nlp: new (settings: NlpSettings) => NlpManager };
  export default nlp;
}

declare module "@nlpjs/lang-fr" {
  const language: { readonly LangFr: unknown };
  export default language;
}

declare module "@nlpjs/lang-en" {
  const language: { readonly LangEn: unknown };
  export default language;
}
