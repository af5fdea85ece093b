/**
 * Lines of cells as a comma-separated file that spreadsheets of both languages open (semicolons, a byte order
 * mark), in which nothing is a formula.
 */
export function spreadsheetText(lines: readonly (readonly string[])[]): string {
  const text = lines.map((cells) => cells.map(cell).join(";")).join("\r\n");
  return `\uFEFF${text}\r\n`;
}

// What a spreadsheet may run, full-width forms included, whatever blanks come before:
// https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[;,"\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
