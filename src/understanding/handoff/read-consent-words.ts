import { foldText } from "../fold-text.ts";
import { readAssent } from "../read-assent.ts";

/** What agrees to a text that is shown, refuses it or wishes to change it, in so many words: « oui », « transmettez ». */
export function readConsentWords(text: string): "give" | "no" | "change" | undefined {
  const assent = readAssent(text);
  if (assent !== undefined) return assent === "yes" ? "give" : "no";
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (
    /^(?:(?:ok|oui|yes|allez y|vas y) )?(?:transmet(?:tez|tre|s)?|envoye[rz]|envoie|vous pouvez (?:transmettre|envoyer)|send(?: it)?|pass it on|go ahead)(?: (?:la|le|ma question|it|svp|stp|merci|please|maintenant))*$/u.test(
      said,
    )
  )
    return "give";
  if (
    /^(?:(?:non|no) )?(?:ne (?:le |la )?(?:transmettez|transmets|envoyez) (?:pas|rien)|laissez tomber|annuler?|annulez|j annule|cancel|don t send(?: it)?|do not send(?: it)?|never mind)$/u.test(
      said,
    )
  )
    return "no";
  if (
    /^(?:(?:je (?:veux|voudrais) )?(?:modifier?|modifie|corriger?|changer?|reformuler?)(?: (?:le|mon|ma) (?:texte|message|question))?|edit|change (?:it|the text)|i want to change it)$/u.test(
      said,
    )
  )
    return "change";
  return undefined;
}
