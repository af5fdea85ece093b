import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { examine } from "../adapters/matrix/doctor/examine.ts";
import { tellIn } from "../answers/tell-in.ts";
import type { Config } from "../loading/load-config.ts";
import { libraryFiles, readLibrary } from "../loading/read-library.ts";
import { roomsOf } from "../model/directory.ts";
import { KnownError, StoreError } from "../model/errors.ts";
import { bad, type Finding, unknown } from "../model/finding.ts";
import { createDataFolder } from "../stores/data-folder.ts";
import { realDisk } from "../stores/disk.ts";
import { type FolderLock, lockFolder } from "../stores/folder-lock.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { lookAtDirectory } from "./directory-findings.ts";
import { lookAtAnnouncer } from "./look-at-announcer.ts";
import { accountOptions } from "./open-matrix.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle doctor`: what the assistant needs, and for each fault its remedy. Exit code 1 on a fault. */
export async function doctor(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const config = configOf(values, root);
  print({ what: "the configuration can be read", state: "good" });
  if (!config.matrix && !config.discord) {
    print({ what: "no platform is configured: the assistant talks in a terminal", state: "good" });
    return 0;
  }
  const findings = [
    ...printed(await lookAtAnnouncer(config, root, systemClock.now())),
    ...printed(lookAtDirectory(readLibrary(libraryFiles(root)), config)),
    ...(await examineMatrix(config, root)),
    ...(await lookAtDepartures(config, root)),
    ...(await lookAtDiscord(config, root)),
  ];
  return findings.some(({ state }) => state === "bad") ? 1 : 0;
}

async function examineMatrix(config: Config, root: string): Promise<readonly Finding[]> {
  const settings = config.matrix;
  if (!settings) return [];
  const log = createJsonLog(
    "error",
    (line) => process.stderr.write(line),
    () => systemClock.now(),
  );
  const lock = await tryLock(resolve(root, config.dataFolder));
  try {
    const options = accountOptions({ root, config, settings, clock: systemClock, log });
    return printed(await examine(options, lock === undefined, teamRoomsOn("matrix", root)));
  } finally {
    await lock?.release();
  }
}

/** Ids of the rooms of a platform that the directory names. */
function teamRoomsOn(platform: string, root: string): readonly string[] {
  const { library } = readLibrary(libraryFiles(root));
  const rooms = library ? roomsOf(library.directory) : [];
  return rooms.flatMap((one) => (one.platform === platform ? one.room : []));
}

async function lookAtDiscord(config: Config, root: string): Promise<readonly Finding[]> {
  const settings = config.discord;
  if (!settings) return [];
  // Loaded where it is needed: the libraries of a platform are heavy.
  const { discordToken } = await import("./open-discord.ts");
  const { createRest } = await import("../adapters/discord/connection/discord-rest.ts");
  const { examineDiscord } = await import("../adapters/discord/doctor/examine-discord.ts");
  const { commandDefinitions } =
    await import("../adapters/discord/commands/command-definitions.ts");
  const { library } = readLibrary(libraryFiles(root));
  if (!library) {
    return printed([
      unknown("Discord was not looked at: the content cannot be read", "run `passerelle check`"),
    ]);
  }
  try {
    const rest = createRest({ apiBaseUrl: settings.apiBaseUrl, token: discordToken() });
    const definitions = commandDefinitions((language) => tellIn(library.phrases[language]));
    return printed(
      await examineDiscord({
        settings,
        rest,
        definitions,
        teamRooms: teamRoomsOn("discord", root),
      }),
    );
  } catch (cause) {
    if (!(cause instanceof KnownError)) throw cause;
    return printed([bad("Discord was not looked at", cause.message)]);
  }
}

async function lookAtDepartures(config: Config, root: string): Promise<readonly Finding[]> {
  if (!config.discord) return [];
  const { readGuilds } = await import("./read-guilds.ts");
  const { checkDepartures } = await import("../adapters/discord/doctor/check-departures.ts");
  try {
    return printed(checkDepartures(await readGuilds(resolve(root, config.dataFolder))));
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return printed([bad("the data folder cannot be read", cause.message)]);
  }
}

function printed(findings: readonly Finding[]): readonly Finding[] {
  for (const finding of findings) print(finding);
  return findings;
}

/** Undefined, and said why, when a running assistant holds the folder or it cannot be written. */
async function tryLock(folder: string): Promise<FolderLock | undefined> {
  try {
    await createDataFolder({ path: folder, disk: realDisk });
    return await lockFolder(folder);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    print({ what: cause.message, state: "unknown" });
    return undefined;
  }
}

const marks = { good: "ok     ", bad: "WRONG  ", unknown: "?      " };

function print({ what, state, remedy }: Finding): void {
  const next = remedy === undefined ? "" : `\n       -> ${remedy}`;
  process.stdout.write(`${marks[state]}${what}${next}\n`);
}
