import type { MaskedKind } from "../model/handoff-talk.ts";
import { maskSecrets } from "./mask-secrets.ts";

/**
 * Hides what could name or reach somebody in a kept question: e-mails, phone,
 * card and bank account numbers, names people announce ("je m'appelle …"), and passwords.
 */
export function maskPersonalData(text: string): string {
  const plain = maskSecrets(text, "[mot de passe]").text;
  return masks.reduce((masked, [pattern, mark]) => masked.replaceAll(pattern, mark), plain);
}

/** What hides each kind, in the order they are looked for: an account number before a phone number in it. */
export function masksByKind(): readonly (readonly [MaskedKind, RegExp])[] {
  return masks.flatMap(([pattern, mark]) => {
    const kind = kindOf[mark];
    return kind === undefined ? [] : [[kind, pattern] as const];
  });
}

const kindOf: Readonly<Record<string, MaskedKind>> = {
  "[e-mail]": "email",
  "[compte]": "account",
  "[carte]": "card",
  "[téléphone]": "phone",
  "[nom]": "name",
};

/** The same text without what could reach somebody: e-mails, phone, card and bank account numbers. */
export function withoutContacts(text: string): string {
  return contacts.reduce((left, [pattern]) => left.replaceAll(pattern, ""), text);
}

const name = String.raw`\p{Lu}[\p{L}'’-]*(?:\s+(?:de|du|des|le|la|van|von|ben)\s+\p{Lu}[\p{L}'’-]*|\s+\p{Lu}[\p{L}'’-]*){0,3}`;
// Typed in a hurry, a name has no capital: then only the next two words are taken.
const loose = String.raw`[\p{L}'’-]{2,}(?:\s+[\p{L}'’-]{2,})?`;
const announced = anyCase(
  String.raw`(?:je\s+m['’]?\s?app?elle|mon\s+nom\s+(?:est|c['’]est)|moi\s+c['’]est|je\s+suis\s+(?:m\.|mr|mme|monsieur|madame)|je\s+me\s+nomme|my\s+name\s+is|my\s+name['’]s|i\s+am\s+called)`,
);

const contacts: readonly (readonly [RegExp, string])[] = [
  [
    /[\p{L}\p{N}._%+-]+\s?(?:@|\[at\]|\(at\)|\sarobase\s)\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
    "[e-mail]",
  ],
  // IBAN: two letters, two digits, then 10 to 30 letters or digits, often in groups of four (ISO 13616).
  [/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){10,30}\b/gi, "[compte]"],
  // Cards have 13 to 19 digits (ISO/IEC 7812); so do other account numbers worth hiding.
  [/(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g, "[carte]"],
  [/(?<![\d+])(?:\+|00)?\(?\d(?:[\s./()-]{0,2}\d){8,12}(?!\d)/g, "[téléphone]"],
];

const masks: readonly (readonly [RegExp, string])[] = [
  ...contacts,
  [new RegExp(String.raw`(?<=${announced}\s{1,3})(?:${name})`, "gu"), "[nom]"],
  [new RegExp(String.raw`(?<=${announced}\s{1,3})(?!\[nom\])${loose}`, "giu"), "[nom]"],
];

/** A pattern whose letters match in capitals too, while the names after it still need theirs. */
function anyCase(pattern: string): string {
  return pattern.replaceAll(/\\.|[a-z]/g, (part) =>
    part.length === 1 ? `[${part}${part.toUpperCase()}]` : part,
  );
}
