/** A choice that is named by a sign put under a message. */
export interface NamedBySign {
  /** From 0. */
  readonly position: number;
  /** Its number in a keycap, or the sign its own label begins with. */
  readonly by: "number" | "judgement" | "label";
  /** Without what tells nothing: variation, tone of skin. */
  readonly sign: string;
}

const KEYCAP = "\u20E3";

/**
 * Which choice a sign names: 1️⃣ to 9️⃣ and 🔟 by its number, 👍, 👎 and any other where one label begins
 * with it. Undefined for a number there is no choice of, and for a sign that says nothing, or several things.
 */
export function choiceBySign(key: string, labels: readonly string[]): NamedBySign | undefined {
  const sign = bare(key);
  const number = sign === "🔟" ? 10 : numberIn(sign);
  if (number !== undefined) {
    return number <= labels.length ? { position: number - 1, by: "number", sign } : undefined;
  }
  if (!/^\p{Extended_Pictographic}/u.test(sign)) return undefined;
  const named = labels.flatMap((label, at) => (bare(label).startsWith(sign) ? at : []));
  const [position, ...others] = named;
  const isJudgement = sign === "👍" || sign === "👎";
  if (position === undefined || (others.length > 0 && !isJudgement)) return undefined;
  return { position, by: isJudgement ? "judgement" : "label", sign };
}

/** Clients differ on variation selectors and skin tones, which change nothing to what is meant. */
function bare(text: string): string {
  return text.replaceAll(/\uFE0F|\p{Emoji_Modifier}/gu, "");
}

function numberIn(sign: string): number | undefined {
  const isNumber = sign.length === 2 && sign[1] === KEYCAP && /[1-9]/.test(sign);
  return isNumber ? Number(sign[0]) : undefined;
}
