import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { tellIn } from "../answers/tell-in.ts";
import { mergePlaces } from "../handoff/places/imports/merge-places.ts";
import { readPlaces, type PlaceLine } from "../handoff/places/imports/read-places.ts";
import { territoryOfPlace } from "../handoff/places/territory-of-place.ts";
import { readPlacesFile } from "../loading/read-directory.ts";
import { libraryFiles, readLibrary } from "../loading/read-library.ts";
import { writePlaces } from "../loading/write-places.ts";
import type { Place } from "../model/directory.ts";
import { ConfigurationError } from "../model/errors.ts";

const usage =
  "passerelle places import FILE [--territory CODE]... [--out content/directory/places.yaml] [--skip-faulty]";

/** A file of content is refused beyond this (see `readSourceFiles`). */
const MOST_BYTES = 1_000_000;

/** `passerelle places import FILE`: public data of digital-mediation places into the directory, or what is wrong in it. */
export async function places(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string", multiple: true },
      out: { type: "string" },
      "skip-faulty": { type: "boolean" },
    },
    allowPositionals: true,
  });
  const [verb, file, ...more] = positionals;
  if (verb !== "import" || file === undefined || more.length > 0) {
    throw new ConfigurationError(usage);
  }
  const { lines, ignored } = readFile(file, root);
  const out =
    values.out === undefined ? join(root, "content/directory/places.yaml") : resolve(values.out);
  const shown = relative(root, out);
  for (const line of lines) sayFault(file, line);
  if (ignored.length > 0) say(`Columns of which nothing is kept: ${ignored.join(", ")}.`);
  const faulty = lines.filter(({ kind }) => kind !== "place").length;
  if (faulty > 0 && values["skip-faulty"] !== true) {
    say(
      `${faulty} of ${lines.length} lines cannot be read: nothing was changed. Mend them, or leave them out with --skip-faulty.`,
    );
    return 1;
  }
  const read = lines.flatMap((line) => (line.kind === "place" ? [line.place] : []));
  const wanted = read.filter((place) => isWanted(place, values.territory));
  const ours = oursIn(out, shown);
  const merged = mergePlaces(ours, wanted);
  const text = writePlaces(merged.places);
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw new ConfigurationError(
      `${merged.places.length} places are too many for one file. Bring in one département at a time: --territory 44 --out content/directory/places-44.yaml.`,
    );
  }
  write(out, text);
  say(
    `${shown}: ${merged.added.length} new, ${merged.changed.length} changed, ${merged.notInFile.length} kept that ${file} does not have; ${read.length - wanted.length} of other territories and ${faulty} faulty left out.`,
  );
  return 0;
}

function readFile(
  file: string,
  root: string,
): { readonly lines: readonly PlaceLine[]; readonly ignored: readonly string[] } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(file));
  } catch (cause) {
    throw new ConfigurationError(`${file}: cannot be read. Check the path.`, { cause });
  }
  const reading = readPlaces(bytes);
  switch (reading.kind) {
    case "read":
      return reading;
    case "broken":
      throw new ConfigurationError(
        `${file}:${reading.line} is no table (CSV) nor list (JSON): its quotes go wrong around there.`,
      );
    case "other-schema":
      throw new ConfigurationError(
        `${file}: it has no columns "id" and "nom" of the national schema of digital-mediation places, but: ${reading.columns.slice(0, 20).join(", ")}.`,
      );
    case "refused": {
      const { key, values } = reading.problem;
      const { phrases } = readLibrary(libraryFiles(root)).files;
      throw new ConfigurationError(`${file}: ${phrases ? tellIn(phrases)(key, values) : key}`);
    }
  }
}

function isWanted(place: Place, territories: readonly string[] | undefined): boolean {
  return territories === undefined || territories.includes(territoryOfPlace(place) ?? "");
}

/** The places there before. @throws ConfigurationError when the file has a fault: it is not written over */
function oursIn(out: string, shown: string): readonly Place[] {
  if (!existsSync(out)) return [];
  const found = readPlacesFile(shown, readFileSync(out));
  if (!found) {
    throw new ConfigurationError(
      `${shown} cannot be read, and is not written over: run \`passerelle check\`.`,
    );
  }
  return found;
}

/** Whole or not at all. */
function write(out: string, text: string): void {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.new`, text);
  renameSync(`${out}.new`, out);
}

function sayFault(file: string, line: PlaceLine): void {
  if (line.kind === "place") return;
  const why =
    line.kind === "twice"
      ? `the same id stands on line ${line.before}`
      : line.faults
          .map(({ column, text }) =>
            text === ""
              ? `${column} is missing`
              : `${column} is not readable: "${text.slice(0, 60)}"`,
          )
          .join("; ");
  say(`${file}:${line.line} ${why}.`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
