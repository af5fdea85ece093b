import { join } from "node:path";
import { createKnowledge, type Knowledge } from "../bot/knowledge.ts";
import { keepLearnt, readLastLearnt, readLearnt } from "../loading/learnt-cache.ts";
import type { Config } from "../loading/load-config.ts";
import { describeProblem } from "../loading/problem.ts";
import { hashFiles, libraryFiles } from "../loading/read-library.ts";
import { personKey } from "../model/address.ts";
import { ConfigurationError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import { decodeModel, encodeModel } from "../understanding/model-file.ts";
import type { TrainedModel } from "../understanding/trained-model.ts";
import { createUnderstand } from "../understanding/understand.ts";
import { readCheckedLibrary } from "./read-checked-library.ts";
import { documentsOf, platformKinds } from "./stored-kinds.ts";

/** Problems shown when the library cannot be used; `check` shows them all. */
const MOST_SHOWN = 10;

/** What is known, and the model it is known by. */
export interface Known {
  readonly knowledge: Knowledge;
  readonly model: TrainedModel;
}

/**
 * Knows the library as its files are now: from the cache when no file changed, else read and learnt,
 * which takes some tens of seconds.
 * @throws ConfigurationError with the first problems, when a file is wrong
 */
export async function loadKnowledge(root: string, config: Config): Promise<Knowledge> {
  const { knowledge } = await loadKnown(root, config);
  return knowledge;
}

/** The same with the model, for who looks into what was learnt. */
export async function loadKnown(root: string, config: Config): Promise<Known> {
  const known = upToDate(root, config);
  if (known) return known;
  const library = readValidLibrary(root);
  process.stderr.write(
    "Learning the questions (a minute or two, only after a change of content)…\n",
  );
  const { knowledge, model, keep } = await learnLibrary(root, config, library);
  keep();
  return { knowledge, model };
}

/** Learns a library. @returns what is known then, and what keeps it for the next start */
export async function learnLibrary(
  root: string,
  config: Config,
  library: Library,
): Promise<Known & { readonly keep: () => void }> {
  const { trainModel } = await import("../understanding/train.ts");
  const trained = trainModel(library);
  const bytes = encodeModel(trained);
  // Read back, so that the first run answers exactly as the next ones.
  const model = decodeModel(bytes, library.hash) ?? trained;
  return {
    knowledge: knowledgeOf(config, library, model),
    model,
    keep: () => keepLearnt(cacheFolder(root), { library, model: bytes }),
  };
}

/** What the cache knows of the files as they are now; undefined when it must be learnt. */
export function upToDateKnowledge(root: string, config: Config): Knowledge | undefined {
  return upToDate(root, config)?.knowledge;
}

function upToDate(root: string, config: Config): Known | undefined {
  const hash = hashFiles(libraryFiles(root));
  const learnt = readLearnt(cacheFolder(root), hash);
  const model = learnt && decodeModel(learnt.model, hash);
  return learnt && model && { knowledge: knowledgeOf(config, learnt.library, model), model };
}

/** What was known last, to answer with while a changed library is learnt or mended. */
export function lastKnowledge(root: string, config: Config): Knowledge | undefined {
  const learnt = readLastLearnt(cacheFolder(root));
  const model = learnt && decodeModel(learnt.model, learnt.library.hash);
  return learnt && model && knowledgeOf(config, learnt.library, model);
}

/** Beside the content it is learnt from, whichever folder conversations are kept in. */
function cacheFolder(root: string): string {
  return join(root, "data", "cache");
}

function readValidLibrary(root: string): Library {
  const { library, problems } = readCheckedLibrary(libraryFiles(root));
  if (library) return library;
  const shown = problems.slice(0, MOST_SHOWN).map(describeProblem).join("\n");
  throw new ConfigurationError(
    `The content cannot be used (${problems.length} problems):\n${shown}\nSee all: npm run -s passerelle -- check`,
  );
}

function knowledgeOf(config: Config, library: Library, model: TrainedModel): Knowledge {
  return createKnowledge({
    library,
    understand: createUnderstand(model, library),
    documents: documentsOf(config),
    alsoStored: platformKinds(config),
    settings: {
      language: config.language,
      timeZone: config.timeZone,
      maxCharacters: config.maxCharacters,
      reviewedTerritories: config.programme?.reviewed,
      toldPeople: config.programme?.told.map(({ platform, person }) => personKey(platform, person)),
    },
  });
}
