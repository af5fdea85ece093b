import type { Account } from "../model/directory.ts";
import { isTerritory } from "../model/territories.ts";
import { checkDirectoryDays } from "./check-directory-days.ts";
import type { Problems } from "./problem.ts";
import type { DirectoryFiles } from "./read-directory.ts";

/** Adds a problem for each name in the directory that leads nowhere, and each thing that stands twice. */
export function checkDirectory(files: DirectoryFiles, themes: readonly string[]): void {
  const entries = listEntries(files);
  checkIds(entries);
  checkThemes(entries, themes);
  checkTerritories(entries);
  checkPeople(files);
  checkRooms(files);
  checkAccounts(files);
  checkDirectoryDays(files);
}

/** An entry of one of the lists, and how to complain about it. */
interface Entry {
  readonly list: string;
  readonly id?: string | undefined;
  readonly themes: readonly string[];
  readonly territories: readonly string[];
  readonly complain: (key: readonly PropertyKey[], message: string, remedy: string) => void;
}

function listEntries(files: DirectoryFiles): readonly Entry[] {
  const { teams, advisers, coordinations, models, places } = files;
  const lists = { team: [teams], adviser: [advisers], coordination: [coordinations] };
  return Object.entries({ ...lists, model: [models], place: places }).flatMap(([list, some]) =>
    some.flatMap((file) =>
      (file?.content.value ?? []).map((entry, at): Entry => {
        const theme = "theme" in entry && entry.theme !== undefined ? [entry.theme] : [];
        return {
          list,
          id: "id" in entry ? entry.id : undefined,
          themes: "themes" in entry ? entry.themes : theme,
          territories: "territories" in entry ? entry.territories : [],
          complain: (key, message, remedy) => {
            file?.problems.add(file.content.lineOf([at, ...key]), message, remedy);
          },
        };
      }),
    ),
  );
}

function checkIds(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { list, id, complain } of entries) {
    if (id === undefined) continue;
    const key = `${list} ${id}`;
    if (seen.has(key)) complain(["id"], `two of them are called "${id}"`, "Rename one of them");
    seen.add(key);
  }
}

function checkThemes(entries: readonly Entry[], known: readonly string[]): void {
  for (const { themes, complain } of entries) {
    for (const theme of themes.filter((one) => !known.includes(one))) {
      complain(["themes"], `unknown theme "${theme}"`, "See content/themes.yaml");
    }
  }
}

function checkTerritories(entries: readonly Entry[]): void {
  for (const { territories, complain } of entries) {
    for (const one of territories.filter((code) => code !== "national" && !isTerritory(code))) {
      const remedy = 'Write the code of a département, as 44, 2A or 974, or "national"';
      complain(["territories"], `unknown territory "${one}"`, remedy);
    }
  }
}

function checkPeople({ teams, advisers }: DirectoryFiles): void {
  const people = new Set(advisers?.content.value.map(({ id }) => id));
  const groups = new Set(teams?.content.value.map(({ id }) => id));
  for (const [at, { advisers: ids, fallback, id }] of (teams?.content.value ?? []).entries()) {
    const complain = complainerOf(teams, at);
    for (const [rank, one] of ids.entries()) {
      if (people.has(one)) continue;
      complain(["advisers", rank], `unknown adviser "${one}"`, "Add them to advisers.yaml");
    }
    if (fallback !== undefined && (!groups.has(fallback) || fallback === id)) {
      complain(["fallback"], `the fallback is no other team: "${fallback}"`, "Name another team");
    }
  }
  for (const [at, { absences, id }] of (advisers?.content.value ?? []).entries()) {
    const complain = complainerOf(advisers, at);
    for (const [rank, { substitute }] of absences.entries()) {
      if (substitute === undefined || (people.has(substitute) && substitute !== id)) continue;
      const message = `the substitute is no other adviser: "${substitute}"`;
      complain(["absences", rank, "substitute"], message, "Name another adviser, or nobody");
    }
  }
}

function checkRooms({ teams, directory }: DirectoryFiles): void {
  const seen = new Map<string, string>();
  const curators = directory?.content.value["curators-room"];
  if (curators) seen.set(`${curators.platform} ${curators.room}`, "the curators");
  for (const [at, { name, room }] of (teams?.content.value ?? []).entries()) {
    const key = `${room.platform} ${room.room}`;
    const before = seen.get(key);
    if (before !== undefined) {
      complainerOf(teams, at)(
        ["room"],
        `this room is already that of ${before}`,
        "Give it one of its own",
      );
    }
    seen.set(key, name);
  }
}

function checkAccounts({ advisers }: DirectoryFiles): void {
  const seen = new Map<string, string>();
  for (const [at, { name, accounts }] of (advisers?.content.value ?? []).entries()) {
    for (const [rank, account] of accounts.entries()) {
      const before = seen.get(keyOf(account));
      if (before !== undefined) {
        const message = `this account is already listed, for ${before}`;
        complainerOf(advisers, at)(["accounts", rank], message, "Keep it in one place");
      }
      seen.set(keyOf(account), name);
    }
  }
}

function keyOf({ platform, person }: Account): string {
  return `${platform} ${person}`;
}

type File = { problems: Problems; content: { lineOf: (path: readonly PropertyKey[]) => number } };

/** How to complain about an entry of a list. */
function complainerOf(file: File | undefined, at: number): Entry["complain"] {
  return (key, message, remedy) => {
    file?.problems.add(file.content.lineOf([at, ...key]), message, remedy);
  };
}
