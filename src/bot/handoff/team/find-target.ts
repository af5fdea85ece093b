import type { Adviser, Directory, Team } from "../../../model/directory.ts";
import { foldText } from "../../../understanding/fold-text.ts";

/** To whom a request is passed. */
export interface TransferTarget {
  readonly team: Team;
  readonly adviser?: Adviser | undefined;
}

/**
 * Who is meant by a person's, a team's or a territory's name as it was typed: "Élise", "l'équipe Loire Aide",
 * "le 85", "@elise". Undefined when nobody is, or several are.
 * @param said any case, with or without accents
 * @param from id of the team it leaves: of a territory, another is meant
 */
export function findTarget(
  said: string,
  { advisers, teams }: Directory,
  from?: string,
): TransferTarget | undefined {
  const name = plain(said);
  const persons = advisers.filter((one) => [plain(one.name), plain(one.id)].includes(name));
  const [person, ...others] = persons;
  const theirs = teams.filter((team) => person !== undefined && team.advisers.includes(person.id));
  // A colleague takes it up in the thread they share, whatever other teams they are in.
  const own = theirs.find(({ id }) => id === from) ?? theirs[0];
  if (person && own && others.length === 0) return { team: own, adviser: person };
  const named = teams.filter((team) => [plain(team.name), plain(team.id)].includes(name));
  const code = /^(?:departement )?(?<code>\d{2,3}|2[ab])$/u.exec(name)?.groups?.["code"];
  const there = teams.filter(
    ({ id, territories }) =>
      id !== from && code !== undefined && territories.includes(code.toUpperCase()),
  );
  const [team, second] = named.length > 0 ? named : there;
  // Of a territory the first team of the directory is told; of a name that two bear, nobody is.
  return team && (second === undefined || named.length === 0) ? { team } : undefined;
}

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:(?:l )?(?:equipe|association|asso)|le|la|les|the|team) (?:de |d )?/u, "");
}
