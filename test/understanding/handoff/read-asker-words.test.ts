import { describe, expect, it } from "vitest";
import { readAskerNumber } from "../../../src/understanding/handoff/read-asker-number.ts";
import { readAskerWords } from "../../../src/understanding/handoff/read-asker-words.ts";
import { readAskedWords } from "../../../src/understanding/handoff/read-asked-words.ts";
import { readEmergency } from "../../../src/understanding/handoff/read-emergency.ts";
import { readOwnName } from "../../../src/understanding/handoff/read-own-name.ts";

/** What each wording means; a number after a slash is that of the request. */
const wordings = `
list: mes demandes | Mes demandes ? | mes demades | voir mes demandes | où en sont mes demandes ? | montre moi mes demandes
list: mes demandes en cours | mes demandes svp | bonjour, mes demandes | ma demande | où en est ma demande ? | suivi de ma demande
list: my requests | show my requests | my request please | where are my requests? | j'ai des demandes en cours ? | liste de mes demandes
withdraw/127: annuler A-127 | annule A127 | annulez la demande A-127 | annuler la demande 127 | je veux annuler A-127 | j'annule A-127
withdraw/127: retirer la demande A-127 | cancel A-127 | cancel request 127 | withdraw A-127 | anuler A-127 | annuler a 127 svp
withdraw: j'annule ma demande | annuler ma demande | annule la demande | je voudrais annuler ma demande merci | cancel my request
withdraw: withdraw my request | je n'ai plus besoin d'aide | retirer ma demande | laissez tomber ma demande | i no longer need help
reopen/12: rouvrir A-12 | réouvrir A-12 | rouvre la demande 12 | rouvrez A-12 s'il vous plaît | réouvrez la demande A-12 | relancer A-12
reopen/12: reopen A-12 | reopen request 12 | open again A-12 | re-open A12 | rouvir A-12 | reprendre la demande 12
reopen: rouvrir ma demande | relancer ma demande | reopen my request | réouvrir la demande
erase/7: effacer A-7 | efface A-7 | effacez la demande A-7 | supprimer A-7 | supprimez la demande 7 | delete A-7 | erase A-7
erase/7: erase request 7 | remove A-7 | efacer A-7 | merci d'effacer A-7
erase: effacer ma demande | supprimer ma demande | delete my request
settled: c'est bon | c'est réglé | C'est résolu ! | c'est bon merci | tout est bon | j'ai ma réponse | problème réglé | ma demande est réglée
settled: it's settled | it's solved | that's fixed | all sorted | problem solved | i got my answer | c'est ok | réglé
settled/3: A-3 c'est bon | c'est réglé pour A-3 | A-3 : résolu
not-yet: pas encore | non pas encore | toujours pas | ce n'est pas réglé | c'est pas encore bon | not yet | still not working | it's not solved
not-yet: pas encore réglé | no not yet
not-yet/3: A-3 pas encore | pas encore pour A-3
tell-name: dire mon nom | donner mon nom | je veux dire mon nom | donner mon prénom | tell my name | give my name | je voudrais donner mon nom à la conseillère
hide-name: cacher mon nom | masquer mon nom | retirer mon nom | hide my name
invite: transmettre | transmettez | transmettre ce message | faire suivre | pass this on | forward this | transmets ça | pass it on
start: parler à une personne | je voudrais parler à quelqu'un | je veux parler à un humain | parler à un conseiller | parler à une vraie personne
start: je préfère parler à quelqu'un svp | transmettre ma question à une personne | talk to a person | i want to talk to a human being | speak to somebody
start: j'aimerais parler à une conseillère | pouvez-vous me mettre en relation avec quelqu'un | can i talk to someone | i'd like to speak to an adviser please
start: je veux quelqu'un | parlé à une personne | transmettre ma question | pass my question on to a person | contacter un conseiller
`;

const cases = wordings
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [meaning = "", list = ""] = line.split(/: (.*)/u);
    const [act = "", number] = meaning.split("/");
    return list
      .split(" | ")
      .map((said) => [said, act, number === undefined ? undefined : Number(number)] as const);
  });

describe("words about requests to people", () => {
  it("are tested in over 130 ways", () => {
    expect(cases.length).toBeGreaterThan(130);
  });

  it.each(cases)("reads « %s » as %s", (said, act, number) => {
    const read = readAskerWords(said);
    expect([read?.act, read && "number" in read ? read.number : undefined]).toEqual([act, number]);
  });

  it.each([
    ["ajouter à A-12 : le tournoi est en juin", 12, "le tournoi est en juin"],
    ["ajoute à la demande 12, c'est urgent", 12, "c'est urgent"],
    ["add to A-12: it is in June", 12, "it is in June"],
    ["Ajouter à ma demande : deux photos seulement", undefined, "deux photos seulement"],
    ["compléter A-12 : voici\nla suite", 12, "voici\nla suite"],
  ])("adds what follows « %s »", (said, number, words) => {
    const read = readAskerWords(said);
    expect(read).toEqual({ act: "add", said: words, ...(number !== undefined && { number }) });
  });

  it.each([
    "annuler l'atelier 12",
    "annuler 12",
    "annuler",
    "effacer",
    "pause",
    "c'est bon, mais comment publier les photos ?",
    "est-ce que c'est bon pour les mineurs ?",
    "comment annuler une commande en ligne ?",
    "faut-il demander l'accord des parents ?",
    "mes données",
    "ajouter un atelier",
    "parler en public",
    "comment transmettre un fichier lourd à une personne ?",
    "je parle à une personne âgée de mon club",
    "supprimer un compte facebook",
    "reopen the office",
    "cancel workshop 12",
    "où déposer mes demandes de subvention ?",
  ])("leaves « %s » alone", (said) => {
    expect(readAskerWords(said)).toBeUndefined();
  });

  it.each([
    ["A-127", 127],
    ["a127", 127],
    ["la demande A-127", 127],
    ["A-127 · Données et RGPD", 127],
    ["127", 127],
    ["photos", undefined],
    ["12 photos", undefined],
  ])("reads the number of « %s »", (said, number) => {
    expect(readAskerNumber(said)).toBe(number);
  });

  it.each([
    ["attendre encore", "wait"],
    ["je préfère attendre", "wait"],
    ["j'attends", "wait"],
    ["keep waiting", "wait"],
    ["chercher de mon côté", "places"],
    ["i'll look myself", "places"],
    ["arrêter la demande", "stop"],
    ["stop", "stop"],
    ["laissez tomber", "stop"],
    ["comment attendre ?", undefined],
  ])("reads the wish of « %s »", (said, wish) => {
    expect(readAskedWords(said)).toBe(wish);
  });

  it.each([
    ["je m'appelle Amina", { name: "Amina" }],
    ["Amina Diallo", { name: "Amina Diallo" }],
    ["moi c'est Jean-Pierre", { name: "Jean-Pierre" }],
    ["my name is Amina.", { name: "Amina" }],
    ["non merci", "no"],
    ["06 12 34 56 78", undefined],
    ["je ne sais pas si je veux le donner à quelqu'un", undefined],
  ])("reads the name of « %s »", (said, name) => {
    expect(readOwnName(said)).toEqual(name);
  });
});

describe("what cannot wait", () => {
  it.each([
    ["notre compte facebook a été piraté", "hacked"],
    ["on s'est fait pirater", "hacked"],
    ["notre boîte mail est piratée !!", "hacked"],
    ["our instagram account was hacked", "hacked"],
    ["ma messagerie a été hackée ce matin", "hacked"],
    ["je viens de payer une fausse facture", "money"],
    ["la trésorière a fait un virement à un escroc", "money"],
    ["j'ai donné mon code de carte bancaire sur un faux site", "money"],
    ["we just sent money to a fake supplier", "money"],
    ["le fichier des adhérents a été envoyé à tout le monde", "leak"],
    ["on a une fuite de données", "leak"],
    ["our members list was leaked", "leak"],
    ["j'ai envie de mourir", "distress"],
    ["je veux en finir avec la vie", "distress"],
    ["i want to die", "distress"],
    ["mon fils parle de se suicider", "distress"],
    ["un enfant est en danger", "distress"],
    ["mon mari me frappe", "distress"],
    ["comment éviter d'être piraté ?", undefined],
    ["que faire si notre compte est piraté ?", undefined],
    ["notre association fait de la prévention du suicide, j'ai un site à créer", undefined],
    ["how do we protect our account", undefined],
    ["le tableau des adhérents est dans un fichier", undefined],
    ["je veux mourir de rire devant ce logiciel", undefined],
  ])("reads « %s » as %s", (said, kind) => {
    expect(readEmergency(said)).toBe(kind);
  });
});
