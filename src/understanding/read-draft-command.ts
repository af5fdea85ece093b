import { foldText } from "./fold-text.ts";

/** What may be said at any step of a draft, whatever it waits for. */
export type DraftCommand = "publish" | "save" | "preview" | "drop";

/** Reads "publier", "enregistrer", "aperçu", "ne rien changer" and their English; undefined for anything else. */
export function readDraftCommand(text: string): DraftCommand | undefined {
  const said = foldText(text)
    .replaceAll(/[^\p{L}' ]+/gu, " ")
    .replaceAll(/ +/gu, " ")
    .replaceAll(
      /^(?: ?(?:ok|oui|yes|bon|c'est bon|alors))+ | (?:svp|stp|merci|please|maintenant|now)$/gu,
      "",
    )
    .trim();
  return commands.find(([, words]) => words.has(said))?.[0];
}

const listed = (words: string): ReadonlySet<string> =>
  new Set(words.split(",").map((one) => one.trim().replaceAll(/\s+/gu, " ")));

const commands: readonly (readonly [DraftCommand, ReadonlySet<string>])[] = [
  ["publish", listed("publier, publie, publiez, publier l'atelier, publish, publish it")],
  [
    "save",
    listed(
      `enregistrer, enregistre, enregistrez, sauvegarder, sauvegarde, save, save it, laisser en brouillon,
      garder en brouillon, keep as a draft, keep as draft, leave as a draft, leave as draft`,
    ),
  ],
  [
    "preview",
    listed(
      `apercu, l'apercu, voir l'apercu, voir apercu, voir, montre, montrer, montre l'apercu, preview,
      the preview, see the preview, see preview, show the preview, show preview, show`,
    ),
  ],
  [
    "drop",
    listed(
      `ne rien changer, ne change rien, rien changer, ne changez rien, change nothing, laisse tomber,
      laisser tomber, laissez tomber, abandonner, abandonne, tout annuler, drop it, never mind, forget it`,
    ),
  ],
];
