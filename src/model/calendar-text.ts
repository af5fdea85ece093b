/** Text that a calendar may hold: no control character, line ends as `\n`, only whole characters. */
export function calendarText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n");
  return lines.replaceAll(/(?![\n\t])\p{Cc}/gu, "");
}

/** The same as it is written in a calendar file. Source: RFC 5545, section 3.3.11 */
export function escapedCalendarText(text: string): string {
  return calendarText(text)
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`);
}
