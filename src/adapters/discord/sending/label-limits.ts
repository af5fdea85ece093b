/** Source: https://discord.com/developers/docs/components/reference */
export const mostRows = 5;
export const mostButtons = 5;
export const mostOptions = 25;
export const longestLabel = 80;
export const longestOption = 100;

/** A label on one line, with an ellipsis where it is too long; never empty, which is refused. */
export function cut(label: string, most: number): string {
  const line = oneLine(label);
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** Something on one line, whatever it was made from. */
export function oneLine(label: string): string {
  return label.replaceAll(/\s+/g, " ").trim() || "…";
}
