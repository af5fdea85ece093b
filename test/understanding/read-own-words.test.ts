import { describe, expect, it } from "vitest";
import { readNeeds } from "../../src/understanding/read-needs.ts";
import { readOwnDetails } from "../../src/understanding/read-own-details.ts";
import { readThemeAlert } from "../../src/understanding/read-theme-alert.ts";

describe("wanting to hear of workshops on a subject", () => {
  it.each([
    ["préviens-moi quand il y aura un atelier sur la collecte", "la collecte"],
    ["préviens-moi d'un atelier sur les dons", "les dons"],
    ["Pouvez-vous me prévenir s'il y a un atelier sur la sécurité ?", "la securite"],
    ["let me know when there is a workshop on donations", "donations"],
    ["let me know of workshops on donations", "donations"],
    ["tell me when there is a workshop on donations", "donations"],
  ])("is read in « %s »", (text, subject) => {
    expect(readThemeAlert(text)).toBe(subject);
  });

  it.each([
    "préviens-moi",
    "comment prévenir nos adhérents d'un atelier sur les dons ?",
    "un atelier sur la collecte ?",
    "tell me about workshops on donations",
    "prévenir tous les membres que l'atelier sur le site est annulé",
  ])("is not read in « %s »", (text) => {
    expect(readThemeAlert(text)).toBeUndefined();
  });
});

describe("what somebody needs", () => {
  it.each([
    ["j'ai besoin d'un sous-titrage", "j'ai besoin d'un sous-titrage"],
    ["je m'inscris au 12, je viens en fauteuil roulant", "je viens en fauteuil roulant"],
    ["Bonjour. Je suis malentendante. Merci !", "Je suis malentendante"],
    ["I use a wheelchair", "I use a wheelchair"],
  ])("is read in « %s »", (text, needs) => {
    expect(readNeeds(text)).toBe(needs);
  });

  it.each([
    "comment mettre des sous-titres ?",
    "j'ai besoin de sous-titres pour une vidéo",
    "j'ai besoin d'un site",
    "la salle est-elle accessible en fauteuil roulant ?",
    "je voudrais m'inscrire au 12",
  ])("is not read in « %s »", (text) => {
    expect(readNeeds(text)).toBeUndefined();
  });
});

describe("a question about one's own workshop", () => {
  it.each([
    ["c'est où ?", undefined],
    ["et le lien ?", undefined],
    ["c'est à quelle heure le 8 ?", 8],
    ["le lien de l'atelier 8 svp", 8],
    ["where is it?", undefined],
    ["the link please", undefined],
  ])("is read in « %s »", (text, number) => {
    expect(readOwnDetails(text)).toEqual({ number });
  });

  it.each([
    "où trouver des subventions ?",
    "mettre un lien sur notre site",
    "c'est où qu'on déclare les dons ?",
    "quand faut-il envoyer les reçus ?",
    "lien vers helloasso",
  ])("is not read in « %s »", (text) => {
    expect(readOwnDetails(text)).toBeUndefined();
  });
});
