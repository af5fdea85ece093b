import { describe, expect, it } from "vitest";
import { signUpNumbersType } from "../../src/model/sign-up-numbers.ts";
import { countSignUps } from "../../src/sign-up/count-sign-ups.ts";
import { asker, SeatTalk } from "./seat-fixtures.ts";

describe("the numbers of a workshop", () => {
  it("say how many came, waited and gave up, how early, and name nobody", () => {
    const talk = new SeatTalk({ capacity: 3 });
    talk.does({ kind: "sign-up", asker: asker("amina"), seats: 2, origin: "digest" });
    for (const name of ["bob", "chloe", "dina"]) talk.signsUp(name);
    talk.does({ kind: "give-up", asker: asker("dina") });
    talk.at("2027-03-05T09:00:00Z");
    talk.does({ kind: "give-up", asker: asker("bob") });
    talk.at("2027-03-06T09:00:00Z");
    talk.signsUp("emil");
    talk.at("2027-03-09T16:00:00Z");
    talk.signsUp("fanny");
    talk.does({ kind: "give-up", asker: asker("emil") });
    talk.at("2027-03-09T18:00:00Z");
    talk.does({ kind: "note-attendance", person: asker("amina").person, came: true });
    const numbers = countSignUps(talk.terms, talk.registrations, talk.now);
    expect(numbers).toEqual({
      workshop: "01WORKSHOP",
      capacity: 3,
      people: 2,
      seats: 3,
      waiting: 0,
      refused: 0,
      offersExpired: 1,
      gaveUp: { earlier: 1, lastWeek: 1, lastDay: 1 },
      attended: 1,
      absent: 0,
      meanLeadDays: 4,
      origins: { digest: 1 },
      at: "2027-03-09T18:00:00.000Z",
    });
    expect(signUpNumbersType.read(JSON.parse(JSON.stringify(numbers)))).toEqual(numbers);
    expect(JSON.stringify(numbers)).not.toMatch(/amina|bob|dm-/);
  });

  it("are none but zeros when nobody signed up", () => {
    const { terms, now } = new SeatTalk({ capacity: undefined });
    expect(countSignUps(terms, [], now)).toMatchObject({ people: 0, meanLeadDays: undefined });
  });
});
