/** A year earlier, as a bound to compare days with: what was checked by then has to be checked again. @param today `YYYY-MM-DD` */
export function aYearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}
