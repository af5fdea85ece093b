/** Hours of a day, as minutes after midnight: 0 to 1439 for a start, up to 1440 for an end. */
export interface Hours {
  readonly start: number;
  readonly end: number | undefined;
}

/**
 * Hours as tables write them: `18h`, `18h30`, `18:30`, `6:30 pm`, `midi`, a spreadsheet's part of a day
 * (`0,75`), or two of them (`18 h – 20 h`, `de 18h à 20h`); undefined when they are not quite that.
 */
export function readHours(text: string): Hours | undefined {
  const written = text.trim().replace(/^(?:de|du|from|à|a|at)\s+/iu, "");
  const [first = "", second, ...more] = written.split(
    /\s*(?:[-–—→/]|(?<=[\s\dhm])(?:à|a|to|until)(?=[\s\d]))\s*/iu,
  );
  const start = readHour(first);
  const end = second === undefined ? undefined : readHour(second);
  const isBroken = more.length > 0 || (second !== undefined && end === undefined);
  return start === undefined || start >= DAY || isBroken ? undefined : { start, end };
}

/**
 * How long, in minutes: `2h`, `1h30`, `90 min`, `90`; a small number alone counts hours (`2`, `1,5`): nobody
 * meets for two minutes. Undefined when it is not that.
 */
export function readDuration(text: string): number | undefined {
  const hours = /^\d(?:[.,]\d{1,2})?$/u.exec(text.trim())?.[0];
  if (hours !== undefined) return Math.round(Number(hours.replace(",", ".")) * 60) || undefined;
  const found =
    /^(?:(\d{1,2}) ?(?:h|heures?|hours?))? ?(?:(\d{1,3}) ?(?:m|min|mn|minutes?)?)?$/u.exec(
      text.trim().toLowerCase(),
    );
  const minutes = Number(found?.[1] ?? 0) * 60 + Number(found?.[2] ?? 0);
  return minutes > 0 ? minutes : undefined;
}

const DAY = 1440;

/** One hour, as minutes after midnight: 0 to 1440, which is midnight at the end of the day. */
export function readHour(text: string): number | undefined {
  const written = text.trim().toLowerCase();
  if (/^(?:midi|noon)$/u.test(written)) return 720;
  if (/^(?:minuit|midnight)$/u.test(written)) return DAY;
  if (/^0[.,]\d+$/u.test(written)) return Math.round(Number(written.replace(",", ".")) * DAY);
  const found =
    /^(\d{1,2})(?: ?(?:h|heures?) ?(\d{2})?| ?: ?(\d{2})(?::\d{2})?)?(?: ?(am|pm|a\.m\.|p\.m\.))?$/u.exec(
      written,
    );
  if (!found) return undefined;
  const [, hour = "", afterH, afterColon, half] = found;
  const isBare = !/[h:]/u.test(written) && half === undefined;
  const minutes = Number(afterH ?? afterColon ?? 0);
  const hours = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half);
  const all = hours * 60 + minutes;
  return isBare || minutes > 59 || !(all <= DAY) ? undefined : all;
}

function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.startsWith("p") ? 12 : 0);
}
