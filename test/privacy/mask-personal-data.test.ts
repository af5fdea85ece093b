import { describe, expect, it } from "vitest";
import { maskPersonalData } from "../../src/privacy/mask-personal-data.ts";

describe("masking", () => {
  it.each([
    ["mon mail est jeanne.le-goff@laposte.net merci", "mon mail est [e-mail] merci"],
    ["écrivez à bob (at) club-photo.asso.fr", "écrivez à [e-mail]"],
    ["appelez le 06 12 34 56 78 ce soir", "appelez le [téléphone] ce soir"],
    ["mon tel 0612345678", "mon tel [téléphone]"],
    ["+33 6.12.34.56.78", "[téléphone]"],
    ["(0033) 6 12 34 56 78", "[téléphone]"],
    ["ma carte 4970 1012 3456 7890 est refusée", "ma carte [carte] est refusée"],
    ["IBAN FR76 3000 6000 0112 3456 7890 189", "IBAN [compte]"],
    ["fr7630006000011234567890189", "[compte]"],
    ["je m'appelle Jeanne Le Goff et je cherche", "je m'appelle [nom] et je cherche"],
    ["je m’appelle Zoé", "je m’appelle [nom]"],
    ["je mappelle jeanne dupont, bonjour", "je mappelle [nom], bonjour"],
    ["mon nom est Karim Ben Salah.", "mon nom est [nom]."],
    ["my name is John Smith and", "my name is [nom] and"],
    ["Moi c'est Yannis", "Moi c'est [nom]"],
    ["Je m'appelle Jean Pierre Durand.", "Je m'appelle [nom]."],
    ["Mon nom est Anne Sophie Le Goff", "Mon nom est [nom]"],
  ])("%j becomes %j", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    "la loi de 1901 et le seuil de 153 000 € en 2026",
    "on est 12 bénévoles, 3 salariés, rendez-vous le 21/11/2026 à 18h30",
    "le Cerfa 11580 ou 16216",
    "je suis perdu avec helloasso",
    "100 000 € collectés pour 2 500 adhérents",
  ])("leaves %j alone", (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });
});
