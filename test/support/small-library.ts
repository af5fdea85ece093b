import type { Library, Resource } from "../../src/model/library.ts";
import { declareDocuments } from "../../src/model/stored-documents.ts";
import type { Decision, Understand, UnderstoodQuestion } from "../../src/model/understanding.ts";
import { createKnowledge, type Knowledge } from "../../src/bot/knowledge.ts";
import { libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import { projectRoot } from "./project-root.ts";

const reading = readLibrary(libraryFiles(projectRoot));
if (!reading.library) throw new Error("the project's own content is broken: see npm run check");

/** The project's own library. */
export const library: Library = reading.library;

/** What a scripted understanding says of a text. */
export type Script = Readonly<Record<string, readonly Partial<UnderstoodQuestion>[]>>;

/** Understands exactly what a test scripts; anything else is unknown. */
function scriptedUnderstand(script: Script): Understand {
  return (text, { language }) => ({
    language: /^(?:what|how)\b/.test(text) ? "en" : language,
    questions: (script[text] ?? [{}]).map((question) => ({
      question: text,
      decision: "unknown",
      inScope: 0.5,
      candidates: [],
      ...question,
    })),
  });
}

/** The project's library with a scripted understanding. */
export function scriptedKnowledge(script: Script, changes: Partial<Library> = {}): Knowledge {
  return createKnowledge({
    library: { ...library, ...changes },
    understand: scriptedUnderstand(script),
    documents: declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 }),
    settings: { language: "fr", timeZone: "Europe/Paris", maxCharacters: 4000 },
  });
}

/** A sure reading of a question. */
export function sure(intent: string, question?: string): Partial<UnderstoodQuestion> {
  return {
    decision: "sure",
    candidates: [{ intent, confidence: 0.9 }],
    ...(question === undefined ? {} : { question }),
  };
}

/** A reading that hesitates between intents. */
export function unsure(...intents: readonly string[]): Partial<UnderstoodQuestion> {
  return {
    decision: "unsure",
    candidates: intents.map((intent, index) => ({ intent, confidence: 0.4 - index / 10 })),
  };
}

/** A reading with each intent and the confidence in it, best first. */
export function held(
  decision: Decision,
  confidences: Readonly<Record<string, number>>,
): Partial<UnderstoodQuestion> {
  const candidates = Object.entries(confidences).map(([intent, confidence]) => ({
    intent,
    confidence,
  }));
  return { decision, candidates };
}

/** A page of the library. */
export function page(id: string): Resource {
  const found = library.resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`no page ${id}`);
  return found;
}
