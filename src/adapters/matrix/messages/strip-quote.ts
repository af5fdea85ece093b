/**
 * An answer without the lines, at its beginning, that quote what it answers: older clients put them
 * there. When there is nothing else, they are the answer.
 * Source: https://spec.matrix.org/v1.12/client-server-api/#stripping-the-fallback
 */
export function stripQuote(body: string): string {
  const lines = body.split("\n");
  const first = lines.findIndex((line) => !line.startsWith("> ") && line !== ">");
  if (first <= 0) return body;
  const words = lines.slice(first).join("\n").trim();
  return words === "" ? body : words;
}
