import { maskedKinds, type MaskedKind } from "../model/handoff-talk.ts";
import { masksByKind } from "./mask-personal-data.ts";

/**
 * Hides what could name or reach somebody, kind by kind: what stands in its place is said by `markOf`. Kinds in
 * `leaves` stay as they were typed.
 * @returns the text, and the kinds it holds, hidden or left
 */
export function maskKinds(
  text: string,
  leaves: readonly MaskedKind[],
  markOf: (kind: MaskedKind) => string,
): { readonly text: string; readonly found: readonly MaskedKind[] } {
  const taken: { readonly kind: MaskedKind; readonly words: string }[] = [];
  // Each is put aside behind one sign, so that no later pattern reads a part of it, left or not.
  const aside = masksByKind().reduce(
    (left, [kind, pattern]) =>
      left.replaceAll(pattern, (words) => {
        taken.push({ kind, words });
        return String.fromCodePoint(FIRST_SIGN + taken.length - 1);
      }),
    text.replaceAll(signs, ""),
  );
  const shown = aside.replaceAll(signs, (sign) => {
    const one = taken[(sign.codePointAt(0) ?? 0) - FIRST_SIGN];
    if (!one) return "";
    return leaves.includes(one.kind) ? one.words : markOf(one.kind);
  });
  const found = new Set(taken.map(({ kind }) => kind));
  return { text: shown, found: maskedKinds.filter((kind) => found.has(kind)) };
}

/** Signs nobody types: a private plane of Unicode. */
const FIRST_SIGN = 0xf_0000;
const signs = /[\u{F0000}-\u{FFFFD}]/gu;
