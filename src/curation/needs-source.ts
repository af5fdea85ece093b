/** Words by which a text speaks of the law, in both languages; folded. */
const law =
  /\b(?:loi|lois|legal|legale|legaux|obligation|obligatoire|obligatoires|interdit|interdite|decret|article|code (?:civil|du travail|penal|general)|rgpd|cnil|prefecture|fisc|fiscal|fiscaux|urssaf|amende|contrat|droit|law|laws|mandatory|forbidden|gdpr|tax|contract|fine)\b/u;

/** Amounts, shares and durations: what changes from one year to the next. */
const figures = /\d[\d\s.,]*(?:€|%|euros?\b|ans\b|jours\b|mois\b|years?\b|days\b|months?\b)/u;

/** A text that tells the law: it needs a source that was read on a day. Source: HANDOFF.md, 9.3. */
export function tellsLaw(text: string): boolean {
  return law.test(folded(text));
}

/** How long a page holds, in months: 6 for figures and law, 12 otherwise. Source: HANDOFF.md, 9.5. */
export function monthsValid(text: string): 6 | 12 {
  return tellsLaw(text) || figures.test(folded(text)) ? 6 : 12;
}

function folded(text: string): string {
  return text.normalize("NFD").toLowerCase().replaceAll(/\p{M}/gu, "");
}
