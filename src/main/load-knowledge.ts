import { join } from "node:path";
import { createKnowledge, type Knowledge } from "../bot/knowledge.ts";
import { readCache, writeCache } from "../loading/cache-file.ts";
import { cacheLibrary, readCachedLibrary } from "../loading/library-cache.ts";
import type { Config } from "../loading/load-config.ts";
import { describeProblem } from "../loading/problem.ts";
import { hashFiles, libraryFiles, readLibrary } from "../loading/read-library.ts";
import { ConfigurationError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import { declareDocuments } from "../model/stored-documents.ts";
import { decodeModel, encodeModel } from "../understanding/model-file.ts";
import { trainModel } from "../understanding/train.ts";
import { createUnderstand } from "../understanding/understand.ts";

/** Problems shown when the library cannot be used; `check` shows them all. */
const MOST_SHOWN = 10;

/**
 * Reads the library and learns it, or takes both from the cache when no file changed.
 * @throws ConfigurationError with the first problems, when a file is wrong
 */
export async function loadKnowledge(root: string, config: Config): Promise<Knowledge> {
  const cache = join(root, config.dataFolder, "cache");
  const library = loadLibrary(root, join(cache, "library.json.gz"));
  const modelFile = join(cache, "understanding.bin");
  const cached = readCache(modelFile);
  let model = cached && decodeModel(cached, library.hash);
  if (!model) {
    process.stderr.write("Learning the questions (only after a change of content)…\n");
    const trained = trainModel(library);
    const bytes = encodeModel(trained);
    writeCache(modelFile, bytes);
    // Read back, so that the first run answers exactly as the next ones.
    model = decodeModel(bytes, library.hash) ?? trained;
  }
  return createKnowledge({
    library,
    understand: createUnderstand(model, library),
    documents: declareDocuments({
      conversations: config.conversationDays,
      keptQuestions: config.keptQuestionDays,
    }),
    settings: {
      language: config.language,
      timeZone: config.timeZone,
      maxCharacters: config.maxCharacters,
    },
  });
}

function loadLibrary(root: string, cacheFile: string): Library {
  const files = libraryFiles(root);
  const cached = readCachedLibrary(cacheFile, hashFiles(files));
  if (cached) return cached;
  const { library, problems } = readLibrary(files);
  if (!library) {
    const shown = problems.slice(0, MOST_SHOWN).map(describeProblem).join("\n");
    throw new ConfigurationError(
      `The content cannot be used (${problems.length} problems):\n${shown}\nSee all: npm run -s passerelle -- check`,
    );
  }
  cacheLibrary(cacheFile, library);
  return library;
}
