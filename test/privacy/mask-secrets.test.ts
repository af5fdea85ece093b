import { describe, expect, it } from "vitest";
import { maskKinds } from "../../src/privacy/mask-kinds.ts";
import { maskSecrets } from "../../src/privacy/mask-secrets.ts";

const mark = "[x]";

describe("passwords given away", () => {
  it.each([
    ["mot de passe : soleil12", "soleil12"],
    ["mon mdp est Azerty12!", "Azerty12!"],
    ["mdp azerty123", "azerty123"],
    ["le mot de passe de la boîte mail est tournesol2024 merci", "tournesol2024"],
    ["mot de passe: « le chat dort »", "le chat dort"],
    ["mot de passe : soleil bleu mer", "soleil bleu mer"],
    ["MOT DE PASSE = Toto", "Toto"],
    ["password: hunter2", "hunter2"],
    ["the password is Hunter#2", "Hunter#2"],
    ["code wifi : 8842AB", "8842AB"],
    ["code pin 4321", "4321"],
    ["Azerty12, c'est mon mot de passe", "Azerty12"],
    ["mots de passe:\nsecret99", "secret99"],
    ["motdepasse soleil12", "soleil12"],
    ["le code d'accès est 4478B", "4478B"],
  ])("hides that of « %s »", (text, secret) => {
    const { text: masked, found } = maskSecrets(text, mark);
    expect(masked).not.toContain(secret);
    expect(masked).toContain(mark);
    expect(found).toBe(true);
  });

  it.each([
    "notre mot de passe est partagé entre dix personnes",
    "comment changer de mot de passe ?",
    "faut-il un mot de passe long",
    "le mot de passe est oublié",
    "un gestionnaire de mots de passe pour 2027",
    "code de la route",
  ])("leaves « %s » alone", (text) => {
    expect(maskSecrets(text, mark)).toEqual({ text, found: false });
  });
});

describe("what names or reaches somebody", () => {
  const text = "je m'appelle Amina, 06 12 34 56 78, amina@exemple.fr, carte 4970 1234 5678 9012";

  it("is hidden kind by kind", () => {
    const { text: masked, found } = maskKinds(text, [], (kind) => `[${kind}]`);
    expect(masked).toBe("je m'appelle [name], [phone], [email], carte [card]");
    expect(found).toEqual(["email", "card", "phone", "name"]);
  });

  it.each(["email", "card", "phone", "name"] as const)("is left where only %s is", (kind) => {
    const { text: masked } = maskKinds(text, [kind], (one) => `[${one}]`);
    expect(masked).not.toContain(`[${kind}]`);
    expect(masked.match(/\[/gu)?.length).toBe(3);
  });
});
