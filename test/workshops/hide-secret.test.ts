import { expect, it } from "vitest";
import { hideOwnSecret, hideSecret } from "../../src/workshops/hide-secret.ts";
import { workshop } from "../announcements/programme-of.ts";

it.each([
  ["Venez : https://visio.example.org/k7x !", "https://visio.example.org/k7x", "Venez : … !"],
  ["x-k7x-secret-y", "k7x-secret", "x-…-y"],
  ["Le code 4821, à la porte", "4821", "Le code …, à la porte"],
  ["4821", " 4821 ", "…"],
  ["En 2018, 18 rue", "18", "En 2018, … rue"],
  ["rien", "", "rien"],
])("hides in %j the secret %j: %j", (text, secret, left) => {
  expect(hideSecret(text, secret)).toBe(left);
});

it("hides a secret in every public text of its workshop, which keeps its hours", () => {
  const pasted = "code 18h0";
  const shown = hideOwnSecret(
    workshop({
      joinSecret: "18h0",
      title: { fr: pasted, en: pasted },
      summary: { fr: pasted },
      description: { fr: pasted },
      audience: { fr: pasted },
      prerequisites: { fr: pasted },
      bring: { fr: pasted },
      joinUrl: pasted,
      phone: pasted,
      host: pasted,
      contact: pasted,
      reason: pasted,
      partners: [pasted],
      accessibility: [pasted],
      place: { name: pasted, address: pasted, town: pasted, access: pasted },
      registration: { by: "link", to: pasted },
      price: { amount: 0, currency: "EUR", note: pasted },
    }),
  );
  const { joinSecret: _kept, ...open } = shown;
  expect(JSON.stringify(open)).not.toContain("18h0");
  expect(shown).toMatchObject({ localStart: "2027-03-09T18:00", joinSecret: "18h0" });
});
