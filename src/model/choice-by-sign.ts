/** A choice that is named by a sign put under a message. */
export interface NamedBySign {
  /** From 0. */
  readonly position: number;
  /** Its number in a keycap, or the sign its own label begins with. */
  readonly by: "number" | "judgement";
  /** Without what tells nothing: variation, tone of skin. */
  readonly sign: string;
}

const KEYCAP = "\u20E3";

/**
 * Which choice a sign names: 1️⃣ to 9️⃣ and 🔟 by its number, 👍 and 👎 where a label begins with them.
 * Undefined for any other sign, and for a number there is no choice of.
 */
export function choiceBySign(key: string, labels: readonly string[]): NamedBySign | undefined {
  // Clients differ on variation selectors and skin tones, which change nothing to what is meant.
  const sign = key.replaceAll(/\uFE0F|\p{Emoji_Modifier}/gu, "");
  const number = sign === "🔟" ? 10 : numberIn(sign);
  if (number !== undefined) {
    return number <= labels.length ? { position: number - 1, by: "number", sign } : undefined;
  }
  if (sign !== "👍" && sign !== "👎") return undefined;
  const position = labels.findIndex((label) => label.startsWith(sign));
  return position === -1 ? undefined : { position, by: "judgement", sign };
}

function numberIn(sign: string): number | undefined {
  const isNumber = sign.length === 2 && sign[1] === KEYCAP && /[1-9]/.test(sign);
  return isNumber ? Number(sign[0]) : undefined;
}
