/**
 * A message without the greetings before it and the thanks and good wishes after it, which say nothing
 * of the need; empty when it holds nothing else.
 */
export function stripCourtesy(text: string): string {
  let left = text.trim();
  for (;;) {
    const next = left.replace(greeting, "").replace(wish, "").trim();
    if (next === left) return left;
    left = next;
  }
}

// Whole words only, at the beginning or at the end.
const edge = "[\\s,.!;:)…-]*";
const people =
  "(?: (?:à|a) (?:tous|toutes|tous et (?:à )?toutes|toute l'équipe|vous|tlm|tout le monde)| tout le monde| tlm| madame| monsieur| messieurs| mesdames| les amis| l'équipe| la compagnie| all| everyone| everybody| there| team| folks| sir| madam)*";

const greeting = new RegExp(
  `^${edge}(?:re)?(?:bonjour|bonsoir|bjr|bsr|salut|slt|coucou|cc|hello|hi|hey|good (?:morning|afternoon|evening|day)|dear (?:all|sir|madam|team)|madame|monsieur|svp|please)(?![\\p{L}\\p{N}'])${people}(?:$|${edge}(?:et )?)`,
  "iu",
);

const wish = new RegExp(
  `(?:^|[\\s,.!?;:(…-])(?:(?:et |un grand |grand |many |with |in )*(?:merci|mrc|mci|thanks|thank you|thx)(?: (?:bien|beaucoup|infiniment|mille fois|d'avance|davance|par avance|(?:à|a) vous|pour (?:votre|ton) (?:aide|réponse|retour)|de (?:votre|ton) (?:aide|réponse|retour)|in advance|a lot|so much|very much|a million|for your (?:help|answer|reply)))*|cordialement|bien (?:à vous|cordialement)|(?:bien )?amicalement|bonne (?:journée|soirée|fin de journée|continuation)|belle (?:journée|soirée)|s'il (?:vous|te) pla[iî]t|svp|stp|please|pls|(?:kind|best|warm) (?:regards|wishes)|regards|cheers|have a (?:nice|good) (?:day|evening))[\\s,.!?;:)…👍🙏🙂😊-]*$`,
  "iu",
);
