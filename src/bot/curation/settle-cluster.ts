import type { QuestionCluster } from "../../curation/cluster-questions.ts";
import { filesOf, wordingsAdded } from "../../curation/draft-files.ts";
import { bareWords } from "../../model/bare-words.ts";
import type { ContentTrialReport, FileChange } from "../../model/content-change.ts";
import { languages, type Language } from "../../model/language.ts";
import { outOfScope, type IntentId, type Library } from "../../model/library.ts";
import type { ContentFiles } from "../../ports/content-files.ts";
import type { ContentTrials } from "../../ports/content-trials.ts";
import { wordingsIn } from "./as-wording.ts";

/** What becoming part of the library came to. */
export type SettleEnd =
  /** `report`: undefined when every sentence stood there already. */
  | {
      readonly kind: "done";
      readonly added: readonly string[];
      readonly report?: ContentTrialReport | undefined;
    }
  | { readonly kind: "refused"; readonly report: ContentTrialReport }
  /** No such intent, or its file is not written a sentence a line. */
  | { readonly kind: "no-place" }
  /** Somebody else wrote in the file meanwhile. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "not-tried" };

/** What writing in the library needs. */
export interface ContentHands {
  readonly files: ContentFiles;
  readonly trials: ContentTrials;
}

const outOfScopeFile = "intents/out-of-scope.yaml";

/** Makes the questions of a cluster wordings of an intent, or sentences out of scope, unless it makes others worse. */
export async function settleCluster(
  cluster: QuestionCluster,
  intent: IntentId,
  { files, trials }: ContentHands,
  library: Library,
): Promise<SettleEnd> {
  const path = intent === outOfScope ? outOfScopeFile : filesOf(intent).wordings;
  const isKnown = intent === outOfScope || library.intents.some(({ id }) => id === intent);
  const before = isKnown ? await files.read(path) : undefined;
  if (before === undefined) return { kind: "no-place" };
  const fresh = wordingsOf(cluster, library);
  const added = languages.flatMap((language) => fresh[language]);
  if (added.length === 0) return { kind: "done", added };
  const change = addAll({ path, text: before }, intent, fresh);
  if (!change) return { kind: "no-place" };
  return publishChanges([change], { files, trials }, added);
}

/** Tries changes, and makes them when they are accepted. */
export async function publishChanges(
  changes: readonly FileChange[],
  { files, trials }: ContentHands,
  added: readonly string[] = [],
): Promise<SettleEnd> {
  const report = await trials.try(changes);
  if (!report) return { kind: "not-tried" };
  if (!report.isAccepted) return { kind: "refused", report };
  if (!(await files.apply(changes))) return { kind: "changed-meanwhile" };
  await trials.adopt();
  return { kind: "done", added, report };
}

function addAll(
  file: { readonly path: string; readonly text: string },
  intent: IntentId,
  fresh: Readonly<Record<Language, readonly string[]>>,
): FileChange | undefined {
  let text: string | undefined = file.text;
  for (const language of languages) {
    if (fresh[language].length === 0 || text === undefined) continue;
    text = wordingsAdded({ path: file.path, text }, intent, fresh[language], language)?.after;
  }
  return text === undefined ? undefined : { path: file.path, before: file.text, after: text };
}

/** The questions of a cluster as wordings, without those the library has. */
function wordingsOf(
  { questions }: QuestionCluster,
  library: Library,
): Readonly<Record<Language, readonly string[]>> {
  const known = new Set(
    [
      ...library.intents.flatMap(({ utterances }) => [...utterances.fr, ...utterances.en]),
      ...library.outOfScope.fr,
      ...library.outOfScope.en,
    ].map(bareWords),
  );
  const fresh = (language: Language) =>
    wordingsIn(questions, language).filter((text) => !known.has(bareWords(text)));
  return { fr: fresh("fr"), en: fresh("en") };
}
