import type { Account, Adviser, Directory, OpeningHours, Team } from "../../src/model/directory.ts";

/** Where the people of the directory are. */
export interface DirectoryPlaces {
  /** Platform of the first team, the coordinators and their room. */
  readonly team: string;
  /** That of the other teams, where it is another one. */
  readonly others?: string | undefined;
}

/**
 * A directory built in code: two teams of 44 (`saint-exemple`: data and security, Tuesday 9–17 and Thursday
 * 14–19; `loire-aide`: generalists, weekdays 9–12 and 14–17), a national one (`sans-frontiere`), four advisers
 * (camille and david in the first, elise in the second, farid in the third) and two coordinators.
 */
export function handoffDirectory({ team, others = team }: DirectoryPlaces): Directory {
  return {
    isSample: false,
    teams: [
      {
        ...teamLike("saint-exemple", "Saint-Exemple Associations", team),
        territories: ["44"],
        themes: ["data", "security"],
        hours: hours([
          [2, "09:00", "17:00"],
          [4, "14:00", "19:00"],
        ]),
        advisers: ["camille", "david"],
        fallbackTeam: "loire-aide",
      },
      {
        ...teamLike("loire-aide", "Loire Aide", others),
        territories: ["44"],
        hours: hours(weekdays(["09:00", "12:00"], ["14:00", "17:00"])),
        advisers: ["elise"],
      },
      {
        ...teamLike("sans-frontiere", "Asso Sans Frontière", others),
        territories: ["national"],
        hours: hours(weekdays(["09:00", "18:00"])),
        advisers: ["farid"],
      },
    ],
    advisers: [
      adviser("camille", "Camille", "Saint-Exemple Associations", [
        { platform: team, person: "camille" },
      ]),
      adviser("david", "David", "Saint-Exemple Associations", [
        { platform: team, person: "david" },
      ]),
      adviser("elise", "Élise", "Loire Aide", [{ platform: others, person: "elise" }]),
      adviser("farid", "Farid", "Asso Sans Frontière", [{ platform: others, person: "farid" }]),
    ],
    coordinations: [
      {
        territories: ["44"],
        room: { platform: team, room: "!coordination" },
        coordinators: [
          { platform: team, person: "gwen", name: "Gwen" },
          { platform: team, person: "hugo", name: "Hugo" },
        ],
      },
    ],
    places: [],
    charter: { fr: "Notre charte.", en: "Our charter." },
    models: [
      {
        id: "thanks",
        title: { fr: "Merci et suite", en: "Thanks and next" },
        text: { fr: "Merci pour votre question.", en: "Thank you for your question." },
      },
    ],
  };
}

function teamLike(id: string, name: string, platform: string): Team {
  return {
    id,
    name,
    network: [],
    territories: [],
    themes: [],
    language: "fr",
    room: { platform, room: `!${id}` },
    hours: hours([]),
    advisers: [],
    choice: "manual",
  };
}

function adviser(
  id: string,
  name: string,
  organisation: string,
  accounts: readonly Account[],
): Adviser {
  return {
    id,
    name,
    organisation,
    accounts,
    themes: [],
    languages: ["fr"],
    mostOpen: 3,
    absences: [],
    title: { fr: "une conseillère", en: "an adviser" },
  };
}

function hours(ranges: readonly (readonly [number, string, string])[]): OpeningHours {
  return {
    ranges: ranges.map(([day, from, to]) => ({ day, from, to })),
    timeZone: "Europe/Paris",
    holidaysOf: "44",
    closures: [],
  };
}

function weekdays(...spans: readonly (readonly [string, string])[]) {
  return [1, 2, 3, 4, 5].flatMap((day) => spans.map(([from, to]) => [day, from, to] as const));
}
