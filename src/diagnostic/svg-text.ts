/** How a line of words is drawn. */
export interface TextLook {
  /** Where it is anchored, and the line its letters stand on. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
}

/** One line of words in an SVG. */
export function svgText(text: string, look: TextLook): string {
  const { x, y, size, color, isBold = false, anchor = "start" } = look;
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}"`;
  return `<text ${place} font-weight="${isBold ? 700 : 400}" fill="${color}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
