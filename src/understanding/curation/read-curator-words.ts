import { foldText } from "../fold-text.ts";

/** What curators ask in their room. `code`: the three letters of a cluster. */
export type CuratorWords =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly code: string }
  | { readonly kind: "ignore"; readonly code: string }
  | { readonly kind: "out-of-scope"; readonly code: string }
  | { readonly kind: "add"; readonly code: string; readonly intent: string }
  | { readonly kind: "new"; readonly code: string };

const code = String.raw`(?<code>[b-df-hj-kmnp-tv-xz]{3})`;
const intent = String.raw`(?<intent>[a-z-]+\.[a-z-]+)`;

const verbs: readonly (readonly [CuratorWords["kind"], RegExp])[] = [
  ["list", /^(?:la )?(?:liste|list|questions|les questions|the questions)$/u],
  ["show", new RegExp(`^(?:voir|montrer|show|see) ${code}\\b`, "u")],
  ["ignore", new RegExp(`^(?:ignorer|ignore) ${code}$`, "u")],
  ["out-of-scope", new RegExp(`^(?:hors sujet|out of scope) ${code}$`, "u")],
  ["add", new RegExp(`^(?:ajouter|ajoute|add) ${code} (?:a |to )?${intent}$`, "u")],
  ["new", new RegExp(`^(?:nouvelle fiche|new page) ${code}$`, "u")],
];

/** Reads a command of a curator, typed or on a button; undefined for anything else. */
export function readCuratorWords(text: string): CuratorWords | undefined {
  const folded = foldText(text)
    .replaceAll(/[«»"“”]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
  for (const [kind, pattern] of verbs) {
    const groups = pattern.exec(folded)?.groups;
    if (!pattern.test(folded)) continue;
    const found = groups?.["code"] ?? "";
    if (kind === "list") return { kind };
    if (kind === "add") return { kind, code: found, intent: groups?.["intent"] ?? "" };
    return { kind, code: found };
  }
  return undefined;
}
