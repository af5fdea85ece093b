/**
 * How well a colour stands out from another, 1..21; both as `#RRGGBB`.
 * Source: WCAG 2.2, contrast ratio
 */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour that covers part of another. @param opacity 0..1 */
export function over(front: string, back: string, opacity: number): string {
  const behind = partsOf(back);
  const mixed = partsOf(front).map((part, index) =>
    Math.round(part * opacity + (behind[index] ?? 0) * (1 - opacity)),
  );
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function partsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
