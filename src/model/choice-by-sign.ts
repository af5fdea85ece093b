/** A choice that is named by a sign put under a message. */
export interface NamedBySign {
  /** From 0. */
  readonly position: number;
  /** Its number in a keycap, or the sign its own label begins with or that was offered for it. */
  readonly by: "number" | "judgement" | "label";
  /** Without what tells nothing: variation, tone of skin. */
  readonly sign: string;
}

const KEYCAP = "\u20E3";

/**
 * Which choice a sign names: the one it was offered for; where nothing was, 1️⃣ to 9️⃣ and 🔟 by its place; 👍,
 * 👎 and any other where one label begins with it. Undefined for a number there is no choice of, and for a sign
 * that says nothing, or several things.
 * @param signs see `signsOf`
 */
export function choiceBySign(
  key: string,
  labels: readonly string[],
  signs?: readonly string[],
): NamedBySign | undefined {
  const sign = bare(key);
  const number = sign === "🔟" ? 10 : numberIn(sign);
  const offered = signs?.findIndex((one) => one !== "" && bare(one) === sign) ?? -1;
  if (offered >= 0) {
    return { position: offered, by: number === undefined ? "label" : "number", sign };
  }
  if (number !== undefined) {
    const isOne = signs === undefined && number > 0 && number <= labels.length;
    return isOne ? { position: number - 1, by: "number", sign } : undefined;
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
  const isNumber = sign.length === 2 && sign[1] === KEYCAP && /\d/.test(sign);
  return isNumber ? Number(sign[0]) : undefined;
}
