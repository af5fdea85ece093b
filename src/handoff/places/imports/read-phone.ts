/** A French number as people read it aloud: `+33240000000` is `02 40 00 00 00`; any other is left as it is. */
export function readPhone(text: string): string {
  const digits = text.replaceAll(/[\s.()-]/gu, "");
  const national = digits.replace(/^(?:\+|00)(?:33|262|590|594|596)0?(?=\d{9}$)/u, "0");
  return /^0\d{9}$/u.test(national) ? national.replaceAll(/\d\d(?=\d)/gu, "$& ") : text;
}
