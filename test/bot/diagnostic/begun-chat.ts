import type { DiagnosticRun } from "../../../src/model/diagnostic-run.ts";
import type { Language } from "../../../src/model/language.ts";
import type { Store } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import type { Knowledge } from "../../../src/bot/knowledge.ts";
import { Chat } from "../../support/chat.ts";
import type { FixedClock } from "../../support/fixed-clock.ts";
import { scriptedKnowledge, sure } from "../../support/small-library.ts";

/** What is understood in these tests, whatever the diagnostic asks. */
export const known: Knowledge = scriptedKnowledge({
  "c'est quoi un coffre-fort de mots de passe ?": [sure("security.passwords")],
  "what is a password safe?": [sure("security.passwords")],
  "on perd un temps fou à chercher nos fichiers": [sure("collaboration.documents")],
  "faire le point": [sure("bot.diagnostic")],
});

/** Says several things, one after the other; what the last of them is answered. */
export async function saysAll(chat: Chat, texts: readonly string[]): Promise<string> {
  let heard: string[] = [];
  for (const text of texts) heard = await chat.says(text);
  return heard.join("\n---\n");
}

/** Somebody who has begun, and answered what is given. */
export async function begun(
  answers: readonly string[] = [],
  {
    language = "fr",
    path = "1",
    knowledge = known,
    store = freshStore(knowledge),
    clock,
  }: Begun = {},
): Promise<{ chat: Chat; store: Store; heard: string }> {
  const chat = await Chat.open(knowledge, store, clock ? { clock } : {});
  const start = language === "fr" ? "commencer le diagnostic" : "start the check-up";
  const heard = await saysAll(chat, [start, path, ...answers]);
  return { chat, store, heard };
}

interface Begun {
  readonly language?: Language;
  /** What is chosen of the offer. */
  readonly path?: string;
  readonly knowledge?: Knowledge;
  readonly store?: Store;
  readonly clock?: FixedClock;
}

export function freshStore(knowledge: Knowledge = known): Store {
  return createMemoryStore(Object.values(knowledge.documents));
}

/** The runs that are stored, oldest written first. */
export async function runsIn(store: Store): Promise<readonly DiagnosticRun[]> {
  return (await store.list(known.documents.diagnosticRuns)).map(({ document }) => document);
}

/** The answers of the run stored last. */
export async function answersIn(store: Store): Promise<DiagnosticRun["answers"] | undefined> {
  return (await runsIn(store)).at(-1)?.answers;
}

/** An answer to every question of the short path. */
export const shortAnswers = ["1", "2", "2", "2", "2", "2", "2", "2", "3", "2", "1 et 2", "1"];
