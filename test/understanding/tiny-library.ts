import type { Intent, Library } from "../../src/model/library.ts";
import { library as real } from "../support/small-library.ts";

function intent(id: string, fr: string, en: string, more: Partial<Intent> = {}): Intent {
  const theme = id.split(".")[0] ?? "";
  const utterances = { fr: lines(fr), en: lines(en) };
  return { id, theme, utterances, followUps: [], counterExamples: [], ...more };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const intents = [
  intent(
    "bot.greeting",
    `bonjour
     bonsoir à tous
     salut
     coucou l'équipe
     bonjour, je suis nouvelle ici
     hello la compagnie`,
    `hello
     hi everyone
     good morning
     hey there
     hello, I am new here`,
  ),
  intent(
    "bot.thanks",
    `merci
     merci beaucoup pour votre aide
     super, c'est très clair, merci
     parfait je note, merci
     un grand merci
     vous m'avez bien aidé`,
    `thanks
     thank you so much
     great help, thank you
     cheers, that is clear
     many thanks for your answer`,
  ),
  intent(
    "website.start",
    `comment créer un site internet pour notre association
     par où commencer pour faire un site
     on voudrait un site web pour le club
     faire notre premier site
     nous n'avons pas de site, comment s'y prendre
     je dois fabriquer la page web de la chorale
     créer un site
     comen on fé un site pr lasso
     ouvrir un site vitrine pour l'amicale
     monter le site de la fanfare`,
    `how do we create a website for our club
     where to begin with a website
     we want a website for the choir
     make our first website
     set up a site for the association
     building a web site`,
  ),
  intent(
    "website.cost",
    `combien coûte un site internet
     quel prix pour un site d'association
     un site gratuit est-il possible
     budget pour notre site
     le tarif d'un site web
     sa coute combien un site
     devis pour refaire le site
     faut-il payer pour avoir un site`,
    `how much does a website cost
     what is the price of a site
     is there a free website
     budget for our website
     do we have to pay for a site`,
    {
      followUps: [
        {
          after: ["website.*"],
          wordings: {
            fr: ["et ça coûte combien ?", "c'est payant ?", "quel tarif ?"],
            en: ["and how much is it?", "is it free?"],
          },
        },
      ],
    },
  ),
  intent(
    "crowdfunding.create-page",
    `comment créer une page de dons
     ouvrir une cagnotte en ligne
     mettre en place une collecte sur HelloAsso
     faire une page pour recevoir des dons
     lancer une collecte en ligne
     comen ouvrir une cagnote
     créer notre collecte pour le toit
     recueillir des dons par internet`,
    `how do I create a donation page
     open an online collection
     set up a page to receive gifts
     start an online appeal
     create a fundraiser page`,
  ),
  intent(
    "crowdfunding.fees",
    `quels sont les frais de HelloAsso
     combien prend la plateforme de dons en commission
     quelle commission sur la cagnotte
     HelloAsso est-il gratuit
     le pourboire de HelloAsso est-il obligatoire
     ulule garde quel pourcentage
     frais bancaires sur la collecte`,
    `what fees does the donation platform take
     how much commission on donations
     is HelloAsso free
     does the platform keep a percentage
     bank fees on the collection`,
    {
      followUps: [
        {
          after: ["crowdfunding.create-page"],
          wordings: {
            fr: ["et ça coûte combien ?", "il y a des frais ?"],
            en: ["and how much is it?", "are there fees?"],
          },
        },
      ],
      counterExamples: [
        { language: "fr", text: "ma banque augmente mes frais personnels", intent: "out-of-scope" },
        { language: "fr", text: "combien pour un nom de domaine", intent: "website.domain" },
      ],
    },
  ),
  intent(
    "crowdfunding.legal",
    `faut-il déclarer la collecte
     la collecte de dons doit-elle être déclarée en préfecture
     appel à la générosité publique, quelle déclaration
     est-il légal de collecter sur internet
     quelles obligations pour demander des dons
     déclaration préalable de la cagnotte`,
    `must we declare the collection
     do we have to declare an appeal for gifts
     is it legal to collect online
     which legal duties when asking for donations`,
  ),
];

/** A library of seven intents that is learnt in an instant and does not change with the content. */
export const tinyLibrary: Library = {
  questionnaire: real.questionnaire,
  directory: real.directory,
  hash: "tiny",
  intents,
  outOfScope: {
    fr: lines(`quel temps fera-t-il demain
      une recette de gratin dauphinois
      qui a gagné le match hier soir
      mon chat est malade
      raconte-moi une blague
      l'horaire du bus pour la plage
      j'ai mal au dos depuis trois jours
      on se retrouve à 19 h devant la salle
      qui apporte les chaises samedi
      la capitale de l'Australie`),
    en: lines(`what is the weather tomorrow
      a recipe for apple pie
      who won the match last night
      my dog is ill
      tell me a joke
      see you at the hall at seven
      the capital of Australia`),
  },
  resources: [],
  phrases: real.phrases,
  globalWords: real.globalWords,
  themes: [],
  workshops: [],
  contacts: [],
};
