import { describe, expect, it } from "vitest";
import { describeProblem, Problems } from "../../src/loading/problem.ts";
import { readWorkshops } from "../../src/loading/read-workshops.ts";

function read(text: string, file = "content/workshops/a.yaml") {
  const problems = new Problems(file);
  const workshops = readWorkshops(text, problems).map(({ workshop }) => workshop);
  return { workshops, problems: problems.found.map((problem) => describeProblem(problem)) };
}

/** A file of one workshop, with more lines. */
function one(...lines: readonly string[]): string {
  const all = [
    "id: a",
    "title: Ranger",
    "themes: [data]",
    "day: 2027-03-09",
    "time-zone: Europe/Paris",
  ];
  return [...all, ...lines].join("\n");
}

describe("a file of workshops", () => {
  it("may hold one alone, with every field a person writes", () => {
    const { workshops, problems } = read(
      `
id: donnees
title: { fr: Protéger ses données, en: Protect your data }
summary: En deux heures
description: { fr: Long, en: Long too }
themes: [data]
level: beginner
day: 2027-03-09
starts: "18:00"
ends: "20:00"
time-zone: Europe/Paris
mode: both
place: { name: La Chesnaie, address: 1 rue X, postcode: 44600, town: Saint-Nazaire, access: sonnette B }
join-url: https://exemple.fr/salle
join-secret: 1234
phone: 02 40 00 00 00
host: Amina
partners: [A piles]
contact: maison@exemple.fr
audience: bénévoles
prerequisites: rien
bring: { fr: un ordinateur, en: a laptop }
territories: [44, 01, 2A]
capacity: 12
seats: approval
price: { amount: 5, note: gratuit pour les adhérents }
registration: { by: link, to: "https://exemple.fr/i", closes-at: 2027-03-08 12:00 }
accessibility: [plain-pied]
language: fr
publication: draft
status: moved
previous-starts: ["2027-03-02 18:00"]
reason: salle prise
`.replace("join-secret: 1234", 'join-secret: "1234"'),
    );
    expect(problems).toEqual([]);
    expect(workshops).toEqual([
      {
        id: "donnees",
        title: { fr: "Protéger ses données", en: "Protect your data" },
        summary: { fr: "En deux heures" },
        description: { fr: "Long", en: "Long too" },
        themes: ["data"],
        level: "beginner",
        localStart: "2027-03-09T18:00",
        localEnd: "2027-03-09T20:00",
        timeZone: "Europe/Paris",
        mode: "both",
        place: {
          name: "La Chesnaie",
          address: "1 rue X",
          postcode: "44600",
          town: "Saint-Nazaire",
          access: "sonnette B",
        },
        joinUrl: "https://exemple.fr/salle",
        joinSecret: "1234",
        phone: "02 40 00 00 00",
        host: "Amina",
        partners: ["A piles"],
        contact: "maison@exemple.fr",
        audience: { fr: "bénévoles" },
        prerequisites: { fr: "rien" },
        bring: { fr: "un ordinateur", en: "a laptop" },
        territories: ["44", "01", "2A"],
        capacity: 12,
        seats: "approval",
        price: { amount: 5, currency: "EUR", note: "gratuit pour les adhérents" },
        registration: { by: "link", to: "https://exemple.fr/i", closesAt: "2027-03-08T12:00" },
        accessibility: ["plain-pied"],
        language: "fr",
        publication: "draft",
        status: "moved",
        previousStarts: ["2027-03-02T18:00"],
        reason: "salle prise",
        seriesId: undefined,
        origin: {
          source: "content/workshops",
          externalId: "donnees",
          hash: workshops[0]?.origin?.hash,
        },
      },
    ]);
  });

  it("may hold several, which share what the file says once", () => {
    const { workshops, problems } = read(`
organiser: Maison
time-zone: Indian/Reunion
territories: ["974"]
workshops:
  - { id: a, title: A, themes: [data], day: 2027-03-09, starts: ["18:00"], online: true }
  - { id: b, title: B, themes: [data], day: 2027-03-09, starts: ["18:00"], territories: [976], time-zone: Indian/Mayotte }
`);
    expect(problems).toEqual([]);
    expect(workshops).toMatchObject([
      { id: "a", host: "Maison", timeZone: "Indian/Reunion", territories: ["974"], mode: "online" },
      { id: "b", host: "Maison", timeZone: "Indian/Mayotte", territories: ["976"] },
    ]);
  });

  it("may be a page whose text is the description, in French then in English", () => {
    const { workshops, problems } = read(
      `---\n${one('starts: "18:00"')}\n---\nOn range.\n\n# English\nWe tidy up.\n`,
      "content/workshops/a.md",
    );
    expect(problems).toEqual([]);
    expect(workshops[0]?.description).toEqual({ fr: "On range.", en: "We tidy up." });
  });

  it("makes two workshops of one series of two starts at choice", () => {
    const { workshops } = read(one('starts: ["10:00", "11:00"]', 'ends: ["11:00", "12:00"]'));
    expect(workshops).toMatchObject([
      { id: "a-1000", seriesId: "a", localStart: "2027-03-09T10:00", localEnd: "2027-03-09T11:00" },
      { id: "a-1100", seriesId: "a", localStart: "2027-03-09T11:00", localEnd: "2027-03-09T12:00" },
    ]);
  });

  it("says how a series repeats", () => {
    const repeats = "repeats: { every: week, until: 2027-06-30, except: [2027-04-06] }";
    expect(read(one('starts: "18:00"', repeats)).workshops).toMatchObject([
      {
        id: "a",
        seriesId: "a",
        repeats: {
          pattern: { every: "week", weekdays: [2], interval: 1 },
          end: { until: "2027-06-30" },
          exceptions: ["2027-04-06"],
        },
      },
    ]);
    const monthly = "repeats: { every: month, on: { weekday: tuesday, nth: 2 }, count: 4 }";
    expect(read(one('starts: "18:00"', monthly)).workshops[0]?.repeats).toMatchObject({
      pattern: { every: "month", on: { weekday: 2, nth: 2 }, interval: 1 },
      end: { count: 4 },
    });
  });

  it.each([
    ["gratuit", { amount: 0, currency: "EUR" }],
    ["5", { amount: 5, currency: "EUR" }],
    ['"7,50 €"', { amount: 7.5, currency: "EUR" }],
  ])("reads the price %s", (said, price) => {
    expect(read(one('starts: "18:00"', `price: ${said}`)).workshops[0]?.price).toEqual(price);
  });

  it.each([
    ["bot", { by: "bot" }, "auto"],
    ["au 02 40 00 00 00", { by: "phone", to: "au 02 40 00 00 00" }, "external"],
    ["maison@exemple.fr", { by: "mail", to: "maison@exemple.fr" }, "external"],
    ["https://exemple.fr/i", { by: "link", to: "https://exemple.fr/i" }, "external"],
  ])("reads the sign-up %s", (said, registration, seats) => {
    const [workshop] = read(one('starts: "18:00"', `registration: ${said}`)).workshops;
    expect(workshop?.registration).toMatchObject(registration);
    expect(workshop?.seats).toBe(seats);
  });

  it.each([
    [
      "an end before the start",
      ['starts: "18:00"', 'ends: "17:00"'],
      /^.*a\.yaml:7 an end .*18:00.*Mend the times/,
    ],
    [
      "an end two days later",
      ['starts: "18:00"', "ends: 2027-03-11 18:00"],
      /a\.yaml:7 an end .*24 hours/,
    ],
    [
      "two ends for three starts",
      ['starts: ["10:00", "11:00", "12:00"]', 'ends: ["11:00", "12:00"]'],
      /a\.yaml:7 2 ends for 3 starts/,
    ],
    ["a time that is none", ['starts: "25:00"'], /a\.yaml:6 .*HH:MM/],
    [
      "an English title alone",
      ['starts: "18:00"', "summary: { en: Tidy }"],
      /a\.yaml:7 `summary\.fr`/,
    ],
    [
      "a price that is no number",
      ['starts: "18:00"', "price: prix libre"],
      /a\.yaml:7 .*a price is written/,
    ],
    [
      "a sign-up nobody can follow",
      ['starts: "18:00"', "registration: sur place"],
      /a\.yaml:7 .*a sign-up is written/,
    ],
    [
      "a series without an end",
      ['starts: "18:00"', "repeats: { every: week }"],
      /a\.yaml:7 a series without an end.*until or count/,
    ],
    ["an unknown key", ['starts: "18:00"', "lieu: ici"], /a\.yaml:\d+ .*lieu/],
    [
      "both mode and online",
      ['starts: "18:00"', "mode: online", "online: true"],
      /a\.yaml:8 both mode and online/,
    ],
    [
      "a territory that is none",
      ['starts: "18:00"', "territories: [Loire]"],
      /a\.yaml:7 .*département/,
    ],
  ])("refuses %s, with its line and remedy", (_, lines, expected) => {
    const { problems } = read(one(...lines));
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  it("keeps the hash of what it says, whatever stands around it", () => {
    const hash = (text: string) => read(text).workshops[0]?.origin?.hash;
    const text = one('starts: "18:00"');
    expect(hash(`# comment\n${text}`)).toBe(hash(text));
    expect(hash(text.replace("Ranger", "Trier"))).not.toBe(hash(text));
  });
});
