import { foldText } from "./fold-text.ts";

/**
 * What somebody wants to be told of a workshop on: "préviens-moi quand il y aura un atelier sur la collecte"
 * gives "la collecte", folded; undefined for anything else, and where no subject is said.
 */
export function readThemeAlert(text: string): string | undefined {
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return asking.exec(said)?.groups?.["subject"];
}

const courtesy = "(?:(?:bonjour|hello|hi|merci de|please|svp|s il vous plait) )*";
const tellMe =
  "(?:(?:pouvez vous |vous pouvez |peux tu |tu peux |je (?:voudrais|veux|souhaite|aimerais) (?:etre |que vous )?)?(?:(?:me )?(?:previen[sz]?|prevenez|prevenir|prevenue?|avertis|avertissez|avertir|avertie?|alerte[rz]?|alertee?|informe[rz]?|informee?)(?: moi)?)|(?:(?:can|could) you )?(?:let me know|notify me|warn me|tell me(?= (?:when|if|as soon as))))";
const when =
  "(?:quand|des que|des qu|lorsqu|lorsque|si|s|when|if|as soon as|du|des|de l|d|of|about)";

const asking = new RegExp(
  `^${courtesy}${tellMe} ${when}\\b.*?\\b(?:ateliers?|seances?|formations?|workshops?|sessions?)\\b.*?\\b(?:sur|a propos d[eu]s?|autour d[eu]s?|consacre a|about|on)\\b (?<subject>.+)$`,
  "u",
);
