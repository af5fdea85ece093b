import type { SubscriptionWish } from "../model/coordination.ts";
import type { Theme } from "../model/library.ts";
import {
  subscriptionKinds,
  type SubscriptionKind,
  type WeeklySlot,
} from "../model/subscription.ts";
import { foldText } from "./fold-text.ts";

/** Reads "themes: libres, sécurité territoire: 44 résumé: lundi 9h", in both languages, in any order. */
export function readSubscriptionWish(text: string, themes: readonly Theme[]): SubscriptionWish {
  const folded = foldText(text);
  const marks = [...folded.matchAll(labels)];
  let wish: SubscriptionWish = { unread: [] };
  const lead = folded
    .slice(0, marks[0]?.index ?? folded.length)
    .replaceAll(/^[\s:,]+|[\s,]+$/gu, "");
  if (lead !== "") wish = withPart(wish, "theme", lead, themes);
  for (const [at, mark] of marks.entries()) {
    const label = mark[1] ?? "";
    const value = folded.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? folded.length);
    wish = withPart(wish, label, value.trim(), themes);
  }
  return wish;
}

const labels =
  /(?<![\p{L}\p{N}])(themes?|sujets?|topics?|territoires?|departements?|territor(?:y|ies)|areas?|resume|digest|annonces?|messages?|kinds?) ?:/gu;

function withPart(
  wish: SubscriptionWish,
  label: string,
  value: string,
  themes: readonly Theme[],
): SubscriptionWish {
  const parts = value
    .split(/[,;]| et | and /u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found = <T>(read: (part: string) => T | undefined) => {
    const heard = parts.map((part) => ({ part, value: read(part) }));
    return {
      values: [...new Set(heard.flatMap((one) => (one.value === undefined ? [] : [one.value])))],
      unread: [
        ...wish.unread,
        ...heard.filter((one) => one.value === undefined).map((one) => one.part),
      ],
    };
  };
  const isAll = parts.length === 1 && all.has(parts[0] ?? "");
  if (/^(?:theme|sujet|topic)/u.test(label)) {
    if (isAll) return { ...wish, themes: [] };
    const { values, unread } = found((part) => themeNamed(part, themes));
    return values.length > 0 ? { ...wish, themes: values, unread } : { ...wish, unread };
  }
  if (/^(?:territ|depart|area)/u.test(label)) {
    if (isAll) return { ...wish, territories: [] };
    const { values, unread } = found(territoryNamed);
    return values.length > 0 ? { ...wish, territories: values, unread } : { ...wish, unread };
  }
  if (/^(?:resume|digest)/u.test(label)) {
    const slot = weeklySlot(value);
    return slot ? { ...wish, digest: slot } : { ...wish, unread: [...wish.unread, value] };
  }
  if (isAll) return { ...wish, kinds: subscriptionKinds };
  const { values, unread } = found(kindNamed);
  return values.length > 0 ? { ...wish, kinds: values, unread } : { ...wish, unread };
}

const all = new Set(["tous", "tout", "toutes", "all", "every", "everything", "tous les themes"]);

/** The theme of a word: its id, its name or one of the words people say, whole or as the beginning of one. */
export function themeNamed(said: string, themes: readonly Theme[]): string | undefined {
  const folded = foldText(said).trim();
  if (folded === "") return undefined;
  const exact = themes.find((theme) => wordsOf(theme).includes(folded));
  if (exact) return exact.id;
  const singular = folded.replace(/s$/u, "");
  const near = themes.filter((theme) =>
    wordsOf(theme).some((word) =>
      word.split(" ").some((one) => one.replace(/s$/u, "") === singular),
    ),
  );
  return near.length === 1 ? near[0]?.id : undefined;
}

function wordsOf({ id, name, words }: Theme): string[] {
  return [id, name.fr, name.en, ...words.fr, ...words.en].map((word) => foldText(word));
}

/** A code of département as `44`, `2A`, `974`, or `national`. */
export function territoryNamed(said: string): string | undefined {
  const folded = foldText(said)
    .replace(/^(?:le |la |les |the )?(?:departement |territoire )?/u, "")
    .trim();
  if (/^(?:national\w*|france(?: entiere)?|toute la france|partout|everywhere)$/u.test(folded)) {
    return "national";
  }
  const code = /^(\d{2,3}|2[ab])$/u.exec(folded)?.[1]?.toUpperCase();
  if (code === undefined) return undefined;
  return /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/u.test(code) ? code : undefined;
}

const weekdays: readonly (readonly string[])[] = [
  ["lundi", "monday"],
  ["mardi", "tuesday"],
  ["mercredi", "wednesday"],
  ["jeudi", "thursday"],
  ["vendredi", "friday"],
  ["samedi", "saturday"],
  ["dimanche", "sunday"],
];

/** Monday 1 to Sunday 7, where a text names a day of the week. */
export function weekdayNamed(text: string): number | undefined {
  const folded = foldText(text);
  const weekday = weekdays.findIndex((names) => names.some((name) => folded.includes(name))) + 1;
  return weekday === 0 ? undefined : weekday;
}

function weeklySlot(value: string): WeeklySlot | undefined {
  const weekday = weekdayNamed(value);
  const hour = /\b(\d{1,2}) ?(?:h(?:eures?)?|:)? ?(\d{2})? ?(am|pm)?(?![\p{L}\p{N}])/u.exec(value);
  if (weekday === undefined || !hour) return undefined;
  const [, said = "", minutes = "00", half] = hour;
  const hours = (Number(said) % (half === undefined ? 24 : 12)) + (half === "pm" ? 12 : 0);
  if (Number(said) > 23 || Number(minutes) > 59) return undefined;
  return { weekday, time: `${String(hours).padStart(2, "0")}:${minutes}` };
}

function kindNamed(said: string): SubscriptionKind | undefined {
  return kindWords.find(([pattern]) => pattern.test(said))?.[1];
}

const kindWords: readonly (readonly [RegExp, SubscriptionKind])[] = [
  [/^(?:resumes?|digests?)\b/u, "digest"],
  [/^(?:nouveau|new)/u, "new"],
  [/^(?:changement|change)/u, "change"],
  [/^(?:la )?veille|^(?:the )?day before/u, "day-before"],
  [/^(?:une |1 ?)?h(?:eure)? avant|^(?:an |one )?hour before/u, "hour-before"],
];
