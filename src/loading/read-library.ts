import { createHash } from "node:crypto";
import type { z } from "zod";
import { fileSource } from "../model/incoming-workshop.ts";
import type { Contact, Library, Theme } from "../model/library.ts";
import type { Language } from "../model/language.ts";
import { phraseKeysIn, type Phrases } from "../model/phrases.ts";
import { checkDirectory } from "./check-directory.ts";
import { checkLinks } from "./check-links.ts";
import { checkPhraseWords, type PhrasesFile } from "./check-phrase-words.ts";
import { checkQuestionnaire } from "./check-questionnaire.ts";
import {
  contactsShape,
  globalWordsShape,
  outOfScopeShape,
  phrasesShape,
  plannedShape,
  themesShape,
} from "./file-shapes.ts";
import { Problems, type Problem } from "./problem.ts";
import {
  directoryFolder,
  directoryOf,
  readDirectory,
  type DirectoryFiles,
} from "./read-directory.ts";
import { readIntent, type IntentFile } from "./read-intent.ts";
import { jargonFile } from "./read-jargon.ts";
import {
  questionnaireOf,
  questionnairePaths,
  questionnaireShapes,
  type QuestionnaireFiles,
} from "./read-questionnaire.ts";
import { readResource, type ResourceFile } from "./read-resource.ts";
import { readWorkshops, type PlacedWorkshop } from "./read-workshops.ts";
import { readYaml, type ReadYaml } from "./read-yaml.ts";
import { readSourceFiles, textOf, type SourceFile } from "./source-file.ts";

/** Raise it when the meaning of the files changes: caches made before are then refused. */
const READER_VERSION = 5;

/** A file and what was read from it. */
export interface FileOf<T> {
  readonly problems: Problems;
  readonly content: T;
}

/** The files that could be read, with the lines their parts stand on. */
export interface ReadFiles {
  readonly resources: readonly FileOf<ResourceFile>[];
  readonly intents: readonly FileOf<IntentFile>[];
  readonly workshops: readonly FileOf<readonly PlacedWorkshop[]>[];
  readonly outOfScope: FileOf<ReadYaml<z.infer<typeof outOfScopeShape>>> | undefined;
  readonly diagnostic: QuestionnaireFiles;
  readonly directory: DirectoryFiles;
  /** In English, as the rest of what is told to who writes the files. */
  readonly phrases: Phrases | undefined;
}

/** What the files say, and everything wrong with them. */
export interface LibraryReading {
  /** Present when nothing is wrong. */
  readonly library: Library | undefined;
  readonly problems: readonly Problem[];
  readonly files: ReadFiles;
}

/** Every file the library is read from. */
export function libraryFiles(root: string): SourceFile[] {
  return readSourceFiles(root, ["content", "intents"]).filter(
    ({ path }) => /\.(?:md|yaml|yml)$/.test(path) && path !== jargonFile,
  );
}

/** Names what the files hold: same files, same hash. A page that is a draft changes nothing, nor does its intent. */
export function hashFiles(files: readonly SourceFile[]): string {
  const hash = createHash("sha256").update(`reader ${READER_VERSION}\0`);
  const drafts = new Set(files.filter(isDraft).map(({ path }) => pairOf(path)));
  const learnt = files.filter(({ path }) => !drafts.has(pairOf(path)));
  for (const { path, bytes } of learnt) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** Reads `content/` and `intents/` whole, and says everything wrong at once. */
export function readLibrary(files: readonly SourceFile[]): LibraryReading {
  const all: Problems[] = [];
  const open = (file: SourceFile) => {
    const problems = new Problems(file.path);
    all.push(problems);
    return { problems, text: textOf(file, problems) };
  };
  const below = (folder: string) =>
    files.filter(({ path }) => path.startsWith(`${folder}/`)).map((file) => open(file));
  const placed = <T>(path: string, shape: z.ZodType<T>): FileOf<ReadYaml<T>> | undefined => {
    const file = files.find((one) => one.path === path);
    const { problems, text } = open(file ?? { path, bytes: new Uint8Array() });
    if (!file) problems.add(1, "the file is missing", "Restore it");
    const content = text === undefined || !file ? undefined : readYaml(text, shape, problems);
    return content && { problems, content };
  };
  const yaml = <T>(path: string, shape: z.ZodType<T>) => placed(path, shape)?.content.value;

  const resources: FileOf<ResourceFile>[] = [];
  for (const { problems, text } of below("content/resources")) {
    const content = text === undefined ? undefined : readResource(text, problems);
    if (content) resources.push({ problems, content });
  }
  const themed = files.filter(({ path }) => /^intents\/[^/]+\/[^/]+$/.test(path));
  const intents: FileOf<IntentFile>[] = [];
  for (const { problems, text } of themed.map((file) => open(file))) {
    const content = text === undefined ? undefined : readIntent(text, problems);
    if (content) intents.push({ problems, content });
  }
  const workshops = below(fileSource).map(({ problems, text }) => ({
    problems,
    content: text === undefined ? [] : readWorkshops(text, problems),
  }));
  const outside = placed("intents/out-of-scope.yaml", outOfScopeShape);
  const globalWords = yaml("intents/global-words.yaml", globalWordsShape);
  const planned = files.some(({ path }) => path === "intents/planned.yaml")
    ? yaml("intents/planned.yaml", plannedShape)
    : [];
  const themes = yaml("content/themes.yaml", themesShape);
  const contacts: Contact[] | undefined = yaml("content/contacts.yaml", contactsShape);
  const phrases = {
    fr: phrasesOf("fr", placed),
    en: phrasesOf("en", placed),
  };
  const diagnostic: QuestionnaireFiles = {
    frame: placed(questionnairePaths.frame, questionnaireShapes.frame),
    questions: placed(questionnairePaths.questions, questionnaireShapes.questions),
    codes: placed(questionnairePaths.codes, questionnaireShapes.codes),
    recommendations: below(questionnairePaths.recommendations).flatMap(({ problems, text }) => {
      const shape = questionnaireShapes.recommendations;
      const content = text === undefined ? undefined : readYaml(text, shape, problems);
      return content ? [{ problems, content }] : [];
    }),
  };
  const directory = readDirectory(below(directoryFolder));
  // A draft is set aside whole: its questions are not learnt either.
  const published = resources
    .filter(({ content }) => content.isPublished)
    .map(({ content }) => content.resource);

  checkLinks({
    resources,
    intents,
    workshops,
    planned: planned ?? [],
    themes: Object.keys(themes ?? {}),
  });
  checkQuestionnaire(diagnostic, {
    intents: published.map(({ id }) => id),
    themes: Object.keys(themes ?? {}),
  });
  checkDirectory(directory, Object.keys(themes ?? {}));
  for (const [at, french] of phrases.fr.files.entries()) {
    const english = phrases.en.files[at];
    if (french && english) checkPhraseWords(french, english);
  }
  const questionnaire = questionnaireOf(diagnostic);
  const problems = all.flatMap(({ found }) => found);
  const read = {
    resources,
    intents,
    workshops,
    diagnostic,
    directory,
    outOfScope: outside,
    phrases: phrases.en.all,
  };
  const outOfScope = outside?.content.value;
  const { fr, en } = { fr: phrases.fr.all, en: phrases.en.all };
  if (
    problems.length > 0 ||
    !outOfScope ||
    !globalWords ||
    !themes ||
    !contacts ||
    !fr ||
    !en ||
    !questionnaire
  ) {
    return { library: undefined, problems, files: read };
  }
  return {
    problems,
    files: read,
    library: {
      hash: hashFiles(files),
      intents: intents
        .map(({ content }) => content.intent)
        .filter(({ id }) => published.some((resource) => resource.id === id)),
      resources: published,
      outOfScope: {
        fr: Object.values(outOfScope.utterances.fr).flat(),
        en: Object.values(outOfScope.utterances.en).flat(),
      },
      phrases: { fr, en },
      globalWords,
      themes: Object.entries(themes).map(([id, theme]): Theme => ({ id, ...theme })),
      workshops: workshops.flatMap(({ content }) => content.map(({ workshop }) => workshop)),
      contacts,
      questionnaire,
      directory: directoryOf(directory),
    },
  };
}

function isDraft({ path, bytes }: SourceFile): boolean {
  if (!path.startsWith("content/resources/")) return false;
  const text = Buffer.from(bytes).toString("utf8");
  return /^---\n(?:(?!---\n).*\n)*?status: draft\n/u.test(text);
}

/** What a page and its intent have in common; another file has itself. */
function pairOf(path: string): string {
  return path.replace(/^content\/resources\/(.+)\.md$|^intents\/(.+\/.+)\.yaml$/u, "$1$2");
}

/** The phrases of one language: each file, then all of them where none is wrong. */
function phrasesOf(
  language: Language,
  placed: <T>(path: string, shape: z.ZodType<T>) => FileOf<ReadYaml<T>> | undefined,
): { files: readonly (PhrasesFile | undefined)[]; all: Phrases | undefined } {
  const main = placed(`content/phrases/${language}.yaml`, phrasesShape(phraseKeysIn[""]));
  const diagnostic = placed(
    `content/phrases/diagnostic/${language}.yaml`,
    phrasesShape(phraseKeysIn["diagnostic/"]),
  );
  const handoff = placed(
    `content/phrases/handoff/${language}.yaml`,
    phrasesShape(phraseKeysIn["handoff/"]),
  );
  return {
    files: [main, diagnostic, handoff],
    all: main &&
      diagnostic &&
      handoff && { ...main.content.value, ...diagnostic.content.value, ...handoff.content.value },
  };
}
