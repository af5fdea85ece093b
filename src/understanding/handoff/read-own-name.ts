import { readAssent } from "../read-assent.ts";

/**
 * The name somebody gives when they are asked for it: "je m'appelle Amina", "Amina Diallo", "my name is Amina".
 * `no`: they would rather not. Undefined for what is no name: a sentence, a number, an address.
 */
export function readOwnName(text: string): { readonly name: string } | "no" | undefined {
  const said = text.trim();
  if (readAssent(said) === "no") return "no";
  const name = said
    .replace(announced, "")
    .replace(/[\s.!,;]+$/u, "")
    .trim();
  return /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}$/u.test(name) && name.length <= LONGEST
    ? { name }
    : undefined;
}

const LONGEST = 60;

const announced =
  /^(?:(?:bonjour|oui|yes|hello)[\s,!.]+)?(?:je\s+m['’]?\s?app?elle|mon\s+(?:pr[eé])?nom\s+(?:est|c['’]est)|moi\s+c['’]est|c['’]est|je\s+suis|je\s+me\s+nomme|my\s+name\s+is|my\s+name['’]s|i['’]?\s?a?m|it['’]s|call\s+me|appelez[\s-]moi)\s+/iu;
