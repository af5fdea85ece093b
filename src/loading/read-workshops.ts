import { createHash } from "node:crypto";
import { fileSource, type FiledWorkshop } from "../model/incoming-workshop.ts";
import type { TwoLanguages } from "../model/workshop.ts";
import type { Problems } from "./problem.ts";
import { readYaml, type ReadYaml } from "./read-yaml.ts";
import { repeatOf } from "./workshop-repeat.ts";
import { sessionsOf } from "./workshop-sessions.ts";
import {
  oneWorkshopShape,
  programmeShape,
  type WorkshopDefaults,
  type WorkshopEntry,
} from "./workshop-shapes.ts";

/** A workshop, and the line of its file it stands on. */
export interface PlacedWorkshop {
  readonly workshop: FiledWorkshop;
  readonly line: number;
  /** The line, from 1, of one of its keys in the file. */
  readonly lineOf: (key: string) => number;
}

/**
 * Reads a file of `content/workshops/`: one workshop, several under `workshops:`, or one as a page whose
 * text is its description. Two starts at choice become two workshops of one series.
 */
export function readWorkshops(text: string, problems: Problems): readonly PlacedWorkshop[] {
  if (problems.file.endsWith(".md")) return readPage(text, problems);
  if (!/^workshops:/m.test(text)) return readOne(text, problems);
  const read = readYaml(text, programmeShape, problems);
  if (!read) return [];
  const { workshops, ...defaults } = read.value;
  return workshops.flatMap((entry, index) =>
    place({
      entry,
      defaults,
      problems,
      lineAt: (key) => read.lineOf(["workshops", index, ...key]),
    }),
  );
}

/** One workshop alone in its file. */
function readOne(
  text: string,
  problems: Problems,
  { firstLine = 1, description }: { firstLine?: number; description?: TwoLanguages } = {},
): readonly PlacedWorkshop[] {
  const read = readYaml(text, oneWorkshopShape, problems, firstLine);
  if (!read) return [];
  const { organiser, contact, territories, language, ...own } = read.value;
  const defaults = { organiser, contact, territories, language, "time-zone": own["time-zone"] };
  const entry = { ...own, description: description ?? own.description };
  return place({ entry, defaults, problems, lineAt: (key) => lineIn(read, key, firstLine) });
}

function lineIn(read: ReadYaml<unknown>, key: readonly PropertyKey[], firstLine: number): number {
  return key.length === 0 ? firstLine : read.lineOf(key);
}

const page = /^---\n(?<matter>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/;

/** The longest description, in characters. */
const MOST_CHARACTERS = 4000;

function readPage(text: string, problems: Problems): readonly PlacedWorkshop[] {
  const { matter, body } = page.exec(text)?.groups ?? {};
  if (matter === undefined || body === undefined) {
    problems.add(1, "no front matter", "Begin with --- , the keys, and --- again");
    return [];
  }
  const [fr = "", en] = body
    .replace(/^\s*# Français\n/, "")
    .split(/^# English$/m)
    .map((part) => part.trim());
  const bodyLine = matter.split("\n").length + 3;
  if ([fr, en ?? ""].some((part) => part.length > MOST_CHARACTERS)) {
    problems.add(bodyLine, `a description over ${MOST_CHARACTERS} characters`, "Shorten it");
  }
  const isEmpty = fr === "" && (en ?? "") === "";
  if (fr === "" && !isEmpty) {
    problems.add(bodyLine, "a description in English alone", "Write it in French above # English");
  }
  return readOne(matter, problems, {
    firstLine: 2,
    ...(isEmpty ? {} : { description: { fr, ...(en === undefined ? {} : { en }) } }),
  });
}

/** An entry of a file, and how to name its lines. */
interface Entry {
  readonly entry: WorkshopEntry;
  readonly defaults: WorkshopDefaults;
  readonly problems: Problems;
  /** The line of a path within the entry. */
  readonly lineAt: (path: readonly PropertyKey[]) => number;
}

/** The workshops an entry makes: as many as it has starts. */
function place({ entry, defaults, problems, lineAt }: Entry): readonly PlacedWorkshop[] {
  const tell = (key: string, message: string, remedy: string) => {
    problems.add(lineAt([key]), message, remedy);
  };
  const sessions = sessionsOf(entry, tell);
  const repeats = repeatOf(entry, tell);
  const hash = createHash("sha256")
    .update(JSON.stringify([entry, defaults]))
    .digest("hex");
  return sessions.map(({ id, ...session }) => ({
    line: lineAt([]),
    lineOf: (key: string) => lineAt([key]),
    workshop: {
      ...described(entry, defaults),
      ...session,
      id,
      ...(repeats && { repeats, seriesId: entry.id }),
      origin: { source: fileSource, externalId: id, hash },
    },
  }));
}

/** All that the sessions of an entry share. */
function described(entry: WorkshopEntry, defaults: WorkshopDefaults) {
  const { registration, online } = entry;
  const previousStarts = entry["previous-starts"].toSorted();
  const isElsewhere =
    registration !== undefined && registration.by !== "bot" && registration.by !== "none";
  return {
    title: entry.title,
    summary: entry.summary,
    description: entry.description,
    themes: entry.themes,
    level: entry.level,
    timeZone: entry["time-zone"] ?? defaults["time-zone"],
    mode: entry.mode ?? modeOf(online, entry.place !== undefined),
    place: entry.place,
    joinUrl: entry["join-url"],
    joinSecret: entry["join-secret"],
    phone: entry.phone,
    host: entry.host ?? defaults.organiser,
    partners: entry.partners,
    contact: entry.contact ?? defaults.contact,
    audience: entry.audience,
    prerequisites: entry.prerequisites,
    bring: entry.bring,
    territories: entry.territories ?? defaults.territories,
    capacity: entry.capacity,
    seats: entry.seats ?? (isElsewhere ? "external" : "auto"),
    price: entry.price,
    registration: registration && {
      by: registration.by,
      to: registration.to,
      closesAt: registration["closes-at"],
    },
    accessibility: entry.accessibility,
    language: entry.language ?? defaults.language,
    publication: entry.publication,
    status: entry.status ?? (previousStarts.length > 0 ? "moved" : "scheduled"),
    previousStarts,
    reason: entry.reason,
  } as const;
}

/** What `online: true` or `false` says, together with a place. */
function modeOf(online: boolean | undefined, hasPlace: boolean): FiledWorkshop["mode"] {
  if (online === undefined) return undefined;
  if (!online) return "on-site";
  return hasPlace ? "both" : "online";
}
