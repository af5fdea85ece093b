import type { TwoLanguages, WallTime } from "../../model/workshop.ts";
import { addDays, instantOf, instantsOf, whichOfTwo } from "../wall-time.ts";
import { bareWords, cleanLine, cleanText } from "./clean-text.ts";
import {
  type ImportDefaults,
  type ImportedFields,
  type ImportedLine,
  type ImportProblem,
  type LinePlace,
  problem,
} from "./import-reading.ts";

/** What a reader made of a line, before what holds for every source is checked. */
export interface RawLine {
  readonly place: LinePlace;
  readonly fields: ImportedFields;
  readonly warnings: readonly ImportProblem[];
  /** The words the source files it under. */
  readonly themeWords: readonly string[];
}

/** Characters kept of each text. */
const most = { title: 140, summary: 200, description: 4000, other: 500 };

/**
 * Checks and cleans a workshop of any source: a title, an hour that exists on that day, an end after the
 * start within 24 hours, links of the web, texts of the lengths we keep, one to three themes.
 */
export function finishLine(
  { place, fields: raw, warnings: told, themeWords }: RawLine,
  { themes: known }: ImportDefaults,
): ImportedLine {
  const warnings = [...told];
  const cut = (text: string, longest: number): string => {
    if (text.length <= longest) return text;
    warnings.push(problem("import-text-cut", { most: longest }));
    return `${text
      .slice(0, longest - 1)
      .toWellFormed()
      .replace(/\ufffd$/u, "")}…`;
  };
  const line = (text: string, longest: number): string => cut(cleanLine(text), longest);
  const both = (text: TwoLanguages | undefined, longest: number): TwoLanguages | undefined => {
    const fr = text && cut(cleanText(text.fr), longest);
    if (text === undefined || fr === undefined || fr === "") return undefined;
    const en = text.en === undefined ? "" : cut(cleanText(text.en), longest);
    return en === "" ? { fr } : { fr, en };
  };
  const title = line(raw.title.fr, most.title);
  const titleEn = raw.title.en === undefined ? "" : line(raw.title.en, most.title);
  if (title === "") return faulty(place, problem("import-title-missing"));
  const fault = hoursFault(raw);
  if (fault !== undefined) return faulty(place, fault);
  if (whichOfTwo(raw.localStart, raw.timeZone) === "first") {
    warnings.push(problem("import-hour-twice", timeValues(raw.localStart, raw.timeZone)));
  }
  const link = webAddress(raw.joinUrl);
  if (raw.joinUrl !== undefined && link === undefined) {
    warnings.push(problem("import-value-unread", { text: raw.joinUrl.slice(0, 60) }));
  }
  const themes = themesOf(themeWords, known);
  const isSaid = told.some(({ key }) => key === "import-theme-unknown");
  if (themes.length === 0 && !isSaid) warnings.push(problem("import-no-theme"));
  const fields: ImportedFields = {
    ...mapTexts(raw, (text) => line(text, most.other)),
    title: titleEn === "" ? { fr: title } : { fr: title, en: titleEn },
    summary: both(raw.summary, most.summary),
    description: both(raw.description, most.description),
    ...("joinUrl" in raw ? { joinUrl: link } : {}),
    ...(themes.length > 0 ? { themes } : {}),
  };
  return { kind: "workshop", ...place, fields: withoutGaps(fields, raw), warnings };
}

/** A line that is no workshop. */
export function faulty(place: LinePlace, why: ImportProblem): ImportedLine {
  return { kind: "problem", ...place, problem: why };
}

function hoursFault({ localStart, localEnd, timeZone }: ImportedFields): ImportProblem | undefined {
  const values = timeValues(localStart, timeZone);
  if (instantsOf(localStart, timeZone).length === 0) return problem("import-hour-skipped", values);
  if (localEnd === undefined) return undefined;
  if (instantOf(localEnd, timeZone) <= instantOf(localStart, timeZone))
    return problem("import-end-before-start", { ...values, end: localEnd });
  return localEnd > addDays(localStart, 1)
    ? problem("import-too-long", { ...values, end: localEnd })
    : undefined;
}

function timeValues(start: WallTime, zone: string): Readonly<Record<string, string>> {
  return { start, zone };
}

function themesOf(words: readonly string[], known: ImportDefaults["themes"]): readonly string[] {
  const wanted = new Set(words.map(bareWords));
  const found = known.filter(({ id, names }) =>
    [id, ...names].some((name) => wanted.has(bareWords(name))),
  );
  return found.map(({ id }) => id).slice(0, 3);
}

function webAddress(address: string | undefined): string | undefined {
  const written = address?.trim();
  if (written === undefined || !URL.canParse(written)) return undefined;
  const { protocol, href } = new URL(written);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** Every text of the fields cleaned, the lines of a place and of a price too. */
function mapTexts(raw: ImportedFields, clean: (text: string) => string): ImportedFields {
  const texts = (value: readonly string[] | undefined): readonly string[] =>
    (value ?? []).map(clean).filter((text) => text !== "");
  const two = ({ fr, en }: TwoLanguages): TwoLanguages =>
    en === undefined ? { fr: clean(fr) } : { fr: clean(fr), en: clean(en) };
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : clean(value) || undefined;
  const { place } = raw;
  return {
    ...raw,
    phone: text(raw.phone),
    host: text(raw.host),
    contact: text(raw.contact),
    partners: texts(raw.partners),
    accessibility: texts(raw.accessibility),
    territories: texts(raw.territories),
    audience: raw.audience && two(raw.audience),
    prerequisites: raw.prerequisites && two(raw.prerequisites),
    bring: raw.bring && two(raw.bring),
    place: place && {
      name: clean(place.name),
      address: text(place.address),
      postcode: text(place.postcode),
      town: text(place.town),
      access: text(place.access),
    },
  };
}

/** What the source did not speak of stays absent. */
function withoutGaps(fields: ImportedFields, raw: ImportedFields): ImportedFields {
  const spoken = Object.entries(fields).filter(([name]) => name in raw || name === "themes");
  return { ...raw, ...Object.fromEntries(spoken) };
}
