/** A time as written: what it can mean, in minutes since midnight. */
export interface Time {
  readonly options: readonly number[];
  /** Bare hours take the notation of the time beside them. */
  readonly notation: "24h" | "12h" | "bare";
}

/**
 * Reads each time of a text and writes `T0`, `T1` ... in its place.
 * @param text as `plainDateText` gives it, the day taken out
 * @param isEnglish then "6:30" may be the evening
 */
export function markTimes(
  text: string,
  isEnglish: boolean,
): { marked: string; times: readonly Time[] } {
  const times: Time[] = [];
  let marked = text;
  for (const [form, read] of timeForms) {
    marked = marked.replaceAll(form, (...args) => {
      const groups: unknown = args.at(-1);
      times.push(read(stringsOf(groups), isEnglish));
      return `T${times.length - 1}`;
    });
  }
  return { marked, times };
}

type Groups = Readonly<Record<string, string | undefined>>;

const timeForms: readonly (readonly [RegExp, (groups: Groups, isEnglish: boolean) => Time])[] = [
  [
    /\b(?<hour>\d{1,2})(?:[:.h](?<minute>[0-5]\d))? ?(?<half>am|pm)\b/gu,
    ({ hour, minute = "0", half }) => {
      const written = Number(hour);
      const isHour = written >= 1 && written <= 12;
      const start = ((written % 12) + (half === "pm" ? 12 : 0)) * 60 + Number(minute);
      return { options: isHour ? [start] : [], notation: "12h" };
    },
  ],
  [
    /\b(?<hour>\d{1,2}) ?(?:heures?|hours?|hrs?|h)(?![a-z])(?: ?(?<minute>[0-5]\d)(?!\d| ?h)(?: ?(?:minutes?|min|mn)\b)?)?(?: et (?<plus>demie?|quart)| moins le (?<less>quart))?/gu,
    ({ hour, minute, plus, less }) => ({
      options: ofDay(
        Number(hour),
        Number(minute ?? 0) + quarters(plus) - (less === undefined ? 0 : 15),
      ),
      notation: "24h",
    }),
  ],
  [
    /\b(?<hour>\d{1,2})(?::(?<minute>[0-5]\d)(?::00)?|\.(?<dotted>1[3-9]|[2-5]\d|00))(?![\d:.])/gu,
    ({ hour = "", minute, dotted }, isEnglish) => {
      const [start] = ofDay(Number(hour), Number(minute ?? dotted));
      if (start === undefined) return { options: [], notation: "24h" };
      const isEither = isEnglish && !hour.startsWith("0") && Number(hour) < 12;
      return isEither
        ? { options: [start, start + 720], notation: "bare" }
        : { options: [start], notation: "24h" };
    },
  ],
  [
    /\b(?:12 )?(?:midi|noon)\b(?: et (?<plus>demie?|quart))?/gu,
    ({ plus }) => ({ options: [720 + quarters(plus)], notation: "24h" }),
  ],
  // Midnight begins the day for some and ends it for others.
  [/\b(?:minuit|midnight)\b/gu, () => ({ options: [0, 1440], notation: "24h" })],
  [/\b(?<hour>\d{1,2}) ?o'? ?clock\b/gu, ({ hour }) => bareHour(hour)],
  [
    /(?<=\b(?:a|at|from|entre|between|des) )(?<hour>\d{1,2})\b(?! ?[\d:./-])/gu,
    ({ hour }) => bareHour(hour),
  ],
];

/** An hour without any mark: of both halves of the day, when it can be. */
export function bareHour(hour: string | undefined): Time {
  const [start] = ofDay(Number(hour), 0);
  if (start === undefined) return { options: [], notation: "bare" };
  const isEither = start > 0 && start < 720;
  return { options: isEither ? [start, start + 720] : [start], notation: "bare" };
}

function ofDay(hour: number, minute: number): number[] {
  const start = hour * 60 + minute;
  return start >= 0 && start <= 1440 ? [start] : [];
}

function quarters(word: string | undefined): number {
  if (word === undefined) return 0;
  return word === "quart" ? 15 : 30;
}

function stringsOf(groups: unknown): Groups {
  if (typeof groups !== "object" || groups === null) return {};
  return Object.fromEntries(
    Object.entries(groups).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
