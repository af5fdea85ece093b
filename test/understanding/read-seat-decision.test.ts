import { describe, expect, it } from "vitest";
import { readSeatDecision } from "../../src/understanding/read-seat-decision.ts";

describe("a host's yes or no to a request", () => {
  it.each([
    ["accepter l'inscription 3 au 12", "approve", 3, 12],
    ["Accepte la demande n° 3 pour l'atelier 12", "approve", 3, 12],
    ["refuser l’inscription 1 au 204", "refuse", 1, 204],
    ["approve 3 for 12", "approve", 3, 12],
    ["Refuse sign-up 10 for workshop 7", "refuse", 10, 7],
  ] as const)("is read in %j", (text, decision, order, number) => {
    expect(readSeatDecision(text)).toEqual({ decision, order, number });
  });

  it.each(["j'accepte la place", "accepter 12", "refuse la place", "inscription 12", "3 au 12"])(
    "is not read in %j",
    (text) => {
      expect(readSeatDecision(text)).toBeUndefined();
    },
  );
});
