import type { ResultFile } from "../../model/diagnostic-effect.ts";
import type { StepState } from "../../model/diagnostic-run.ts";
import { foldText } from "../fold-text.ts";

/** Why a recommendation is set aside. */
export type Mark = "done" | "in-place" | "not-for-us";

/** What can be said of a result or of a roadmap; a number is the one read before a step, from 1. */
export type ResultWords =
  | { readonly kind: "result" | "enough" | "thanks" }
  | { readonly kind: "how" | "why"; readonly number: number | undefined }
  | { readonly kind: "mark"; readonly number: number | undefined; readonly mark: Mark }
  | {
      readonly kind: "state";
      readonly number: number;
      readonly state: Exclude<StepState, "done">;
    }
  | { readonly kind: "change"; readonly number: number }
  | { readonly kind: "file"; readonly file: ResultFile };

/**
 * Reads what somebody wants of their result ("pourquoi 2 ?", "le 2 est fait", "mon rapport"): only when the
 * whole message says it, courtesy aside.
 */
export function readResultWords(text: string): ResultWords | undefined {
  const plain = foldText(text)
    .replaceAll(/[^\p{L}\p{N}👍]+/gu, " ")
    .trim();
  // As it is first: "non merci" says more than "non".
  for (const said of new Set([plain, plain.replaceAll(courtesy, "").trim()])) {
    for (const [pattern, make] of forms) {
      const match = pattern.exec(said);
      if (match) return make(numberOf(match.groups?.["number"]));
    }
  }
  return undefined;
}

type Making = (number: number | undefined) => ResultWords | undefined;

const courtesy =
  /^(?:(?:bonjour|bonsoir|salut|hello|hi|et|alors|en fait|finalement|ok|oui|so|well|and|yes) )+|(?: (?:merci(?: beaucoup)?|s il (?:vous|te) plait|svp|stp|please|thanks|thank you|alors))+$/gu;

const numbers: ReadonlyMap<string, number> = new Map(
  [
    "un une premier premiere one first",
    "deux deuxieme two second",
    "trois troisieme three third",
    "quatre quatrieme four fourth",
    "cinq cinquieme five fifth",
    "six sixieme sixth",
  ].flatMap((spelt, index) => spelt.split(" ").map((word) => [word, index + 1] as const)),
);

/** A number, with the words around it. */
const named = `(?:(?:le|la|l|les|numero|n|no|number|the|conseil|etape|pas|point|step|ligne|line|advice) )*(?<number>[1-9]|${[...numbers.keys()].join("|")})(?: (?:one|conseil|etape|pas|step|ligne))?`;

function numberOf(said: string | undefined): number | undefined {
  return said === undefined ? undefined : (numbers.get(said) ?? Number(said));
}

const is =
  "(?:(?:c|ca|ce|n|cela|est|sont|c est|ce n est|etait|is|isn|t|it|that|was|s|nous|on|l|a|avons) )*";

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, "u");
}

function marking(mark: Mark): Making {
  return (number) => ({ kind: "mark", number, mark });
}

function stating(state: Exclude<StepState, "done">): Making {
  return (number) => (number === undefined ? undefined : { kind: "state", number, state });
}

function filing(file: ResultFile): Making {
  return () => ({ kind: "file", file });
}

/** What asks to be given something, and whose it is. */
const ours =
  "(?:(?:(?:est ce que )?(?:je|j|on) (?:veux|voudrais|aimerais|souhaite|souhaiterais|peux|peut)|puis je|pouvez vous|peux tu|vous pouvez|il me faudrait|i want|i would like|i d like|can (?:i|you)|could (?:i|you)|me|moi|(?:re)?(?:donn|envoy|montr)(?:e|er|ez)|(?:re)?voir|ravoir|avoir|recevoir|imprimer|telecharger|retrouver|relire|ouvrir|ou est|ou sont|ou trouver|show|see|have|get|give|send|print|download|open|read|to|again|where is|mon|ma|mes|le|la|les|my|the|un|une|a|en|as|in) )*";
const notForUs =
  "(?:(?:n est |is |s )?(?:pas|plus|not) (?:pour nous|for us|pour moi|d actualite)|(?:ne )?nous concerne pas|isn t for us|does not concern us)";
const inPlace =
  "(?:deja (?:en place|fait|faite|ok|la)|en place|already (?:in place|done|there)|in place)";
const done = "(?:fait|faite|faits|termine|terminee|fini|finie|ok|done|finished|completed)";

/** In order: what says more comes first. */
const forms: readonly (readonly [RegExp, Making])[] = [
  [whole(`(?:${named} )?${is}${notForUs}(?: pour)?`), marking("not-for-us")],
  [whole(`(?:pas pour nous|not for us) ${named}`), marking("not-for-us")],
  [whole(`(?:${named} )?${is}${inPlace}`), marking("in-place")],
  [whole(`(?:deja en place|already in place) ${named}`), marking("in-place")],
  [whole(`(?:${named} )?${is}${done}`), marking("done")],
  [
    whole(`(?:j ai|on a|nous avons|i|we|i ve|we ve|i have|we have) (?:deja )?${done} ${named}`),
    marking("done"),
  ],
  [
    whole(`${named} ${is}(?:en cours|commencee?|under ?way|in progress|started)`),
    stating("under-way"),
  ],
  [whole(`${named} ${is}(?:reportee?|repoussee?|put off|postponed)`), stating("put-off")],
  [whole(`${named} ${is}(?:abandonnee?|annulee?|given up|dropped)`), stating("given-up")],
  [whole(`(?:abandonner|abandonne|laisser tomber|drop|give up) ${named}`), stating("given-up")],
  [whole(`${named} ${is}(?:(?:reste )?a faire|to do|todo)`), stating("to-do")],
  [
    whole(`(?:changer?|changez|modifier|modifie|corriger|corrige|edit|change|modify) ${named}`),
    (number) => (number === undefined ? undefined : { kind: "change", number }),
  ],
  [
    whole(
      `(?:comment (?:(?:on )?fai(?:re|s|t)(?: on)?|je fais|s y prendre|on s y prend)|how (?:do (?:i|we) do(?: it| this| that)?|to do(?: it)?|to))(?: (?:pour |do )?${named})?`,
    ),
    (number) => ({ kind: "how", number }),
  ],
  [
    whole(
      `(?:pourquoi|why|pour quelle raison)(?: (?:ce(?:s|tte)? conseils?|ca|cela|this|that|this advice|ces pas))*(?: ${named})?`,
    ),
    (number) => ({ kind: "why", number }),
  ],
  [
    whole(
      `${ours}(?:feuille de route|roadmap) (?:en |as (?:a )?)?(?:tableau|table|csv|tableur|spreadsheet)|${ours}(?:tableau|csv|tableur|spreadsheet)`,
    ),
    filing("roadmap"),
  ],
  [whole(`${ours}(?:calendrier|agenda|calendar|ics)`), filing("calendar")],
  [
    whole(`(?:mes|my) (?:reponses|answers)(?: (?:en |as )?(?:json|fichier|a file))?|${ours}json`),
    filing("answers"),
  ],
  [
    whole(
      `${ours}(?:(?:rapport|resultat|report|result) )?(?:en|as|in|as plain|plain) (?:texte|text|markdown)|${ours}markdown`,
    ),
    filing("markdown"),
  ],
  [
    whole(`${ours}(?:rapport|report|pdf|fichier|file)(?: (?:en |as (?:a )?)?pdf)?(?: again)?`),
    filing("report"),
  ],
  [
    whole(
      `${ours}(?:resultats?|results?)(?: (?:du|de mon|of the|of my) (?:diagnostic|point(?: numerique)?|check ?up))?(?: again)?|${ours}point numerique|(?:qu est ce que |que |what )?(?:vous m (?:aviez|avez)|m (?:aviez|avez) vous|did you) (?:conseillee?s?|propose|proposee?s?|dit|advise|suggest)(?: de faire)?`,
    ),
    () => ({ kind: "result" }),
  ],
  [
    whole(
      "non merci|no thanks?|no thank you|plus tard|une autre fois|later|pas maintenant|not now|another time|c est tout(?: pour (?:aujourd hui|le moment))?|that s all(?: for (?:today|now))?|that is all|ca suffit|stop|arreter?|j arrete|fini|termine|au revoir|bye|goodbye",
    ),
    () => ({ kind: "enough" }),
  ],
  [
    whole(
      "merci(?: beaucoup| bien)?|thanks?|thank you(?: very much)?|super|parfait|great|la suite|suite|suivante?|next|ok|d accord|go|go on|allez|allons y|on y va|on continue|continuer|continuons|et maintenant|et apres|what now|what next",
    ),
    () => ({ kind: "thanks" }),
  ],
];
