import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { tellIn } from "../../src/answers/tell-in.ts";
import { seatChoice, signUpChoices, type SeatWords } from "../../src/sign-up/sign-up-choices.ts";
import { readSheetRequest } from "../../src/understanding/read-sheet-request.ts";
import { readSignUp } from "../../src/understanding/read-sign-up.ts";
import { library } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";

const words: readonly SeatWords[] = ["sign-up", "give-up", "still-coming", "accept", "decline"];

describe.each(["fr", "en"] as const)("the choices about seats, in %s", (language) => {
  const tell = tellIn(library.phrases[language]);

  it.each(words)("say %s in words that are read as such, whatever the number", (kind) => {
    assert(
      property(integer({ min: 1, max: 9999 }), (number) => {
        const { label } = seatChoice(kind, { number }, tell);
        expect(label.length).toBeLessThanOrEqual(80);
        expect(readSignUp(label)).toMatchObject({ kind, number });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["choice-sign-up", "sign-up"],
    ["choice-sign-up-at", "sign-up"],
    ["choice-give-up", "give-up"],
    ["choice-still-coming", "still-coming"],
  ] as const)("under an announcement (%s) say %s as well", (phrase, kind) => {
    const hour = integer({ min: 0, max: 23 });
    assert(
      property(integer({ min: 1, max: 9999 }), hour, (number, hours) => {
        const time = language === "fr" ? `${hours} h` : `${hours}:30`;
        const label = tell(phrase, { number, time });
        expect(readSignUp(label)).toMatchObject({ kind, number });
      }),
      { numRuns: 100 },
    );
  });

  it("are under the workshops that the assistant takes sign-ups for, and no others", () => {
    const bot = { registration: { by: "bot" } } as const;
    const choices = signUpChoices(
      [
        workshopLike({ number: 1, ...bot }),
        workshopLike({ number: 2, registration: { by: "link", to: "https://a.example" } }),
        workshopLike({ number: 3, ...bot, status: "cancelled" }),
        workshopLike({ number: 4, ...bot, publication: "draft" }),
        workshopLike({ number: 5, ...bot, seats: "external" }),
        workshopLike({ number: 6 }),
      ],
      tell,
    );
    expect(choices.map(({ label }) => label)).toEqual([tell("sign-up-label", { number: 1 })]);
  });
});

it.each([
  "inscrits 12",
  "la liste des inscrits du 12",
  "Feuille de présence 12",
  "attendance sheet 12",
])("reads %s as asking for the host's sheet", (text) => {
  expect(readSheetRequest(text)).toBe(12);
});

it.each([
  "inscris 12 personnes",
  "je m'inscris au 12",
  "inscrits",
  "combien d'inscrits au 12 ?",
  "12",
])("reads nothing of the kind in %s", (text) => {
  expect(readSheetRequest(text)).toBeUndefined();
});
