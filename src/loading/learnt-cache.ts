import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import type { Library } from "../model/library.ts";
import { phraseKeys } from "../model/phrases.ts";
import { questionnaireSchema } from "../model/questionnaire-schema.ts";
import { filedWorkshopSchema } from "../model/workshop-schema.ts";
import { readCache, writeCache } from "./cache-file.ts";
import { phrasesShape } from "./file-shapes.ts";

/** A validated library and the bytes of the model learnt from it. */
export interface Learnt {
  readonly library: Library;
  readonly model: Uint8Array;
}

/** How many libraries are kept: the one in use and the one before it. */
const KEPT = 2;

const libraryEnding = ".library.gz";
const modelEnding = ".model.bin";

/** What was learnt from files of this hash; undefined when it never was, or cannot be read. */
export function readLearnt(folder: string, hash: string): Learnt | undefined {
  const model = readCache(join(folder, `${hash}${modelEnding}`));
  const packed = readCache(join(folder, `${hash}${libraryEnding}`));
  const library = packed && unpack(packed, hash);
  return model && library ? { library, model } : undefined;
}

/** What was learnt last, whatever the files have become since. */
export function readLastLearnt(folder: string): Learnt | undefined {
  for (const hash of hashesIn(folder)) {
    const learnt = readLearnt(folder, hash);
    if (learnt) return learnt;
  }
  return undefined;
}

/** Keeps what was learnt for the next start, and lets the oldest go. */
export function keepLearnt(folder: string, { library, model }: Learnt): void {
  const packed = gzipSync(JSON.stringify(library));
  // The model last: a pair counts once both are there.
  writeCache(join(folder, `${library.hash}${libraryEnding}`), packed);
  writeCache(join(folder, `${library.hash}${modelEnding}`), model);
  for (const hash of hashesIn(folder).slice(KEPT)) {
    rmSync(join(folder, `${hash}${modelEnding}`), { force: true });
    rmSync(join(folder, `${hash}${libraryEnding}`), { force: true });
  }
}

/** The hashes of the models in a folder, newest first. */
function hashesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(modelEnding))
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ name }) => name.slice(0, -modelEnding.length));
}

function unpack(packed: Uint8Array, hash: string): Library | undefined {
  try {
    const library: unknown = JSON.parse(gunzipSync(packed).toString("utf8"));
    return isUsable(library, hash) ? library : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What bears the hash was written by `keepLearnt` from a validated library; but by the software of that
 * day, which may have had fewer phrases to say, or another form of workshops or of the questionnaire.
 */
function isUsable(library: unknown, hash: string): library is Library {
  return usableShape.extend({ hash: z.literal(hash) }).safeParse(library).success;
}

const everyPhrase = phrasesShape(phraseKeys);

const usableShape = z.looseObject({
  phrases: z.object({ fr: everyPhrase, en: everyPhrase }),
  workshops: z.array(filedWorkshopSchema),
  questionnaire: questionnaireSchema,
});
