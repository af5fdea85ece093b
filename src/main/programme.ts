import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { tellIn } from "../answers/tell-in.ts";
import type { Config } from "../loading/load-config.ts";
import { libraryFiles } from "../loading/read-library.ts";
import { ConfigurationError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import type { Tell } from "../model/phrases.ts";
import type { Workshop } from "../model/workshop.ts";
import { readStored } from "../stores/read-stored.ts";
import { systemClock } from "../system/system-clock.ts";
import { calendarFiles, type CalendarScope } from "../workshops/calendar/calendar-files.ts";
import { fileProgramme } from "../workshops/file-programme.ts";
import { bringIn, inOrder } from "../workshops/programme.ts";
import { writeOutSeries } from "../workshops/write-out-series.ts";
import { configOf, configOption } from "./options.ts";
import { readCheckedLibrary } from "./read-checked-library.ts";
import { documentsOf } from "./stored-kinds.ts";

/** Ends the ids of events where no public name is configured; reserved (RFC 2606), it never becomes somebody's. */
const UID_DOMAIN = "passerelle.invalid";

const usage = "passerelle programme export --to FOLDER [--domain NAME]";

/** `passerelle programme export --to FOLDER`: the programme as calendars, whole, per theme, per territory. */
export async function programme(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...configOption,
      to: { type: "string" },
      domain: { type: "string" },
    },
    allowPositionals: true,
  });
  if (positionals.join(" ") !== "export" || values.to === undefined) {
    throw new ConfigurationError(usage);
  }
  const config = configOf(values, root);
  const { library } = readCheckedLibrary(libraryFiles(root));
  if (!library) throw new ConfigurationError("The content cannot be used: run `passerelle check`.");
  const folder = resolve(values.to);
  const tell = tellIn(library.phrases[config.language]);
  const now = systemClock.now();
  const files = calendarFiles(await workshopsOf(library, { config, root, now }), {
    language: config.language,
    tell,
    uidDomain: values.domain ?? config.publicName ?? UID_DOMAIN,
    now,
    themeName: (theme) => themeName(theme, library, config),
    nameOf: (scope) => nameOf(scope, library, config, tell),
  });
  mkdirSync(folder, { recursive: true });
  for (const { fileName, text } of files) writeFileSync(join(folder, fileName), text);
  process.stdout.write(`${files.map(({ fileName }) => fileName).join("\n")}\n`);
  return 0;
}

/** The programme as it is kept, with what the files say now; nothing is written, and the assistant may be at work. */
async function workshopsOf(
  { workshops: filed }: Library,
  { config, root, now }: { readonly config: Config; readonly root: string; readonly now: Date },
): Promise<readonly Workshop[]> {
  const folder = resolve(root, config.dataFolder);
  if (!existsSync(folder)) return fileProgramme(filed, now);
  const kept = await readStored(folder, documentsOf(config).workshops);
  const entries = kept.map(({ document }) => document);
  return inOrder(bringIn(entries, filed.flatMap(writeOutSeries), now).entries);
}

function themeName(theme: string, { themes }: Library, { language }: Config): string {
  return themes.find(({ id }) => id === theme)?.name[language] ?? theme;
}

function nameOf(scope: CalendarScope, library: Library, config: Config, tell: Tell): string {
  const { language } = config;
  switch (scope.of) {
    case "programme":
      return tell("calendar-programme");
    case "theme":
      return tell("calendar-theme", { theme: themeName(scope.theme, library, config) });
    case "territory":
      return tell("calendar-territory", { territory: scope.territory });
    case "workshop":
      return tell("calendar-workshop", {
        title: scope.workshop.title[language] ?? scope.workshop.title.fr,
      });
  }
}
