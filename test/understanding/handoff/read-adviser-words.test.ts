import { describe, expect, it } from "vitest";
import { readAdviserWords } from "../../../src/understanding/handoff/read-adviser-words.ts";

/** Each act with wordings that are it and nothing more. */
const bare: Readonly<Record<string, readonly string[]>> = {
  take: [
    "Je prends",
    "je prends !",
    "prendre",
    "Je la prends",
    "je m'en occupe",
    "je m'en charge",
    "pris",
    "j'accepte",
    "accepter",
    "à moi",
    "je prends la demande",
    "je prends la demnde",
    "I take it",
    "take",
    "I'll take it",
    "claim",
    "I accept",
    "mine",
    "taking it",
  ],
  release: [
    "Je rends",
    "rendre",
    "je la rends",
    "libérer",
    "je libère",
    "relâcher",
    "je laisse",
    "je rends la demande",
    "give back",
    "I give it back",
    "release",
    "hand it back",
  ],
  resolve: [
    "Résolu",
    "résolue",
    "c'est résolu",
    "réglé",
    "c'est réglé",
    "terminé",
    "clôturer",
    "clos",
    "resolu.",
    "résollu",
    "Resolved",
    "solved",
    "it's solved",
    "close",
    "settled",
  ],
  reopen: ["rouvrir", "je rouvre", "réouvrir", "Reopen", "I reopen it"],
  decline: ["je refuse", "refuser", "decline", "I decline"],
  "my-load": [
    "mes demandes",
    "Mes demandes ?",
    "ma liste",
    "mes demandes en cours",
    "my requests",
    "my list",
  ],
  back: [
    "de retour",
    "Je suis de retour !",
    "dispo",
    "je suis disponible",
    "I'm back",
    "back",
    "available again",
  ],
  workshop: ["Atelier lié", "ateliers liés", "linked workshop"],
  figures: ["mes chiffres", "mes statistiques", "my figures"],
  answer: ["Répondre", "je réponds", "answer", "reply"],
  send: ["Envoyer", "send", "envoie"],
  correct: ["Corriger", "correct it", "corrige"],
  commands: ["commandes", "aide", "help", "commands"],
  reports: ["signalements", "reports", "personnes bloquées"],
};

const made: readonly (readonly [string, object])[] = [
  ["je prends A-127", { act: "take", number: 127 }],
  ["prendre la demande 12", { act: "take", number: 12 }],
  ["Je prends a127", { act: "take", number: 127 }],
  ["I take A-3", { act: "take", number: 3 }],
  ["rouvrir A-127", { act: "reopen", number: 127 }],
  ["résolu A-9", { act: "resolve", number: 9 }],
  ["je rends : je ne connais pas", { act: "release", note: "je ne connais pas" }],
  ["transférer", { act: "transfer" }],
  ["transférer à Élise", { act: "transfer", to: "elise" }],
  [
    "Transférer à Élise : elle connaît le RGPD",
    { act: "transfer", to: "elise", note: "elle connaît le RGPD" },
  ],
  ["tranférer à Loire Aide : trop loin", { act: "transfer", to: "loire aide", note: "trop loin" }],
  [
    "transférer A-12 à l'équipe Loire Aide",
    { act: "transfer", number: 12, to: "l equipe loire aide" },
  ],
  [
    "je transfère vers le 85\nelle est en Vendée",
    { act: "transfer", to: "le 85", note: "elle est en Vendée" },
  ],
  ["transfer to David: he knows", { act: "transfer", to: "david", note: "he knows" }],
  ["attendre", { act: "wait" }],
  ["attendre jusqu'à mardi 14h", { act: "wait", until: "mardi 14h" }],
  ["attendre jusqu'au 3 décembre", { act: "wait", until: "3 decembre" }],
  ["atendre jusqu'au 03/12/2026", { act: "wait", until: "03-12-2026" }],
  ["wait until Monday", { act: "wait", until: "monday" }],
  ["note : appeler la mairie", { act: "note", note: "appeler la mairie" }],
  ["Note interne", { act: "note" }],
  ["note demander à Paul", { act: "note", note: "demander à Paul" }],
  ["internal note: ask Paul", { act: "note", note: "ask Paul" }],
  ["priorité haute", { act: "priority", isHigh: true }],
  ["urgent", { act: "priority", isHigh: true }],
  ["c'est urgent", { act: "priority", isHigh: true }],
  ["pas urgent", { act: "priority", isHigh: false }],
  ["priorité normale", { act: "priority", isHigh: false }],
  ["high priority", { act: "priority", isHigh: true }],
  ["signaler : propos insultants", { act: "report", note: "propos insultants" }],
  ["signaller : publicité", { act: "report", note: "publicité" }],
  ["report: insults", { act: "report", note: "insults" }],
  ["bloquer A-4 : insultes", { act: "report", number: 4, note: "insultes" }],
  ["débloquer A-4", { act: "unblock", number: 4 }],
  ["pas dispo", { act: "absent", days: "" }],
  ["absent du 3 au 10 août", { act: "absent", days: "du 3 au 10 aout" }],
  ["absente demain", { act: "absent", days: "demain" }],
  [
    "absent du 3 au 10 août remplacé par David",
    { act: "absent", days: "du 3 au 10 aout", substitute: "david" },
  ],
  [
    "abscent du 3/8/2026 au 10/8/2026, remplacée par Élise",
    { act: "absent", days: "du 3-8-2026 au 10-8-2026", substitute: "elise" },
  ],
  [
    "away from 3 to 10 August, replaced by David",
    { act: "absent", days: "from 3 to 10 august", substitute: "david" },
  ],
  ["en congés jusqu'au 4 janvier", { act: "absent", days: "jusqu au 4 janvier" }],
  ["nous sommes débordés", { act: "overload", isOn: true }],
  ["surchargés", { act: "overload", isOn: true }],
  ["plus surchargés", { act: "overload", isOn: false }],
  ["overloaded", { act: "overload", isOn: true }],
  ["not overloaded any more", { act: "overload", isOn: false }],
  ["montrer mon nom", { act: "show-name", isShown: true }],
  ["cacher mon nom", { act: "show-name", isShown: false }],
  ["hide my name", { act: "show-name", isShown: false }],
  ["modèle de réponse", { act: "model" }],
  ["modèle merci", { act: "model", name: "merci" }],
  ["template thanks", { act: "model", name: "thanks" }],
  ["proposer une fiche", { act: "page" }],
  ["fiche 2", { act: "page", name: "2" }],
  ["suspendre Camille", { act: "suspend", who: "camille", isSuspended: true }],
  ["rétablir Camille", { act: "suspend", who: "camille", isSuspended: false }],
];

/** What colleagues say among themselves, and none of it a command. */
const notes = [
  "je prends le train demain",
  "tu prends ?",
  "je ne prends pas celle-là, elle m'énerve",
  "c'est réglé avec la mairie, je vous raconte",
  "elle est pénible",
  "je rends visite à ma mère",
  "notre asso a eu le même cas",
  "il faudrait transférer ça quelque part",
  "attends, je crois qu'elle a déjà écrit la semaine dernière",
  "envoyer quelque chose à une dame pareille, non merci",
  "on répond quoi ?",
  "merci",
  "ok",
  "bonjour",
  "I take the train",
  "she closed her account",
  "let us wait and see",
  "",
];

describe("reading advisers", () => {
  it.each(
    Object.entries(bare).flatMap(([act, texts]) => texts.map((text) => [text, act] as const)),
  )("reads %j as %s", (text, act) => {
    expect(readAdviserWords(text)).toEqual({ act });
  });

  it.each(made)("reads %j with what it holds", (text, words) => {
    const read = readAdviserWords(text);
    expect(read).toEqual(words);
  });

  it.each(notes)("takes %j for words among colleagues", (text) => {
    expect(readAdviserWords(text)).toBeUndefined();
  });
});
