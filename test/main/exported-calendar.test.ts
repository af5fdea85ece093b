import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { convertIcsCalendar } from "ts-ics";
import { beforeAll, describe, expect, it } from "vitest";
import { readCalendar } from "../../src/workshops/calendar/read-calendar.ts";
import { calendarFaults } from "../support/calendar-faults.ts";
import { asLines, sentMessages } from "../support/json-lines.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const title = "🎉 Découverte émerveillée des logiciels libres, pour les bénévoles 🧑‍🤝‍🧑 ; et après ?";
const cancelled = "Des mots de passe, pour de bon";

/** What `passerelle programme export` wrote: bytes by file name. */
type Exported = ReadonlyMap<string, Buffer>;

/** A programme on disk that a coordinator changes in chat. */
class KeptOnDisk {
  readonly #folder = temporaryFolder();
  readonly #config = join(this.#folder, "bot.config.json");
  readonly #data = join(this.#folder, "data");

  constructor() {
    writeFileSync(this.#config, JSON.stringify({ dataFolder: this.#data }));
  }

  /** @returns what the assistant said */
  async chat(...said: readonly object[]): Promise<string> {
    const olga = { from: "olga", roles: ["coordinator"] };
    const lines = asLines(...said.map((event) => ({ ...olga, ...event })));
    const args = ["simulate", "--config", this.#config, "--data", this.#data];
    const { out } = await runPasserelle(args, lines);
    return sentMessages(out)
      .map(({ text }) => text)
      .join("\n");
  }

  async export(name: string): Promise<Exported> {
    const to = join(this.#folder, name);
    const args = ["programme", "export", "--config", this.#config, "--to", to];
    const { code, err } = await runPasserelle(args);
    if (code !== 0 || err !== "") throw new Error(`not exported (${code}): ${err}`);
    return new Map(readdirSync(to).map((file) => [file, readFileSync(join(to, file))]));
  }
}

let [before, after]: Exported[] = [];

beforeAll(async () => {
  const programme = new KeptOnDisk();
  const published = await programme.chat(
    { text: workshop(title, `${inDays(20)} de 18h à 20h`, "libre") },
    { press: "Publier" },
    { text: workshop(cancelled, `${inDays(21)} de 18h à 20h`, "sécurité") },
    { press: "Publier" },
  );
  const [first, second] = [...published.matchAll(/publié : atelier n° (\d+)/gu)].map(([, n]) => n);
  before = await programme.export("before");
  await programme.chat(
    { text: `déplacer ${first} au ${inDays(27)} à 18h30` },
    { text: "salle prise" },
    { press: "Enregistrer" },
    { text: `annuler ${second} : salle inondée` },
    { press: "Annuler l'atelier" },
  );
  after = await programme.export("after");
}, 120_000);

describe("the exported calendars", () => {
  it("open without warning in two independent parsers, whole, by theme and by territory", () => {
    const files = [...(before ?? []), ...(after ?? [])];
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        "programme.ics",
        "theme-free-software.ics",
        "theme-security.ics",
        "territoire-44.ics",
      ]),
    );
    const faults = files.map(([name, bytes]) => [name, calendarFaults(bytes)]);
    expect(faults).toEqual(files.map(([name]) => [name, []]));
  });

  it("keep the UID of what was moved or cancelled and raise its SEQUENCE, for both parsers", () => {
    for (const name of ["émerveillée", "pour de bon"]) {
      const [old, now] = [before, after].map((files) => eventOf(files, name));
      expect(now?.uid).toBe(old?.uid);
      expect(now?.sequence).toBeGreaterThan(old?.sequence ?? Infinity);
      for (const one of [old, now]) expect(one?.theirs).toEqual([one?.uid, one?.sequence ?? 0]);
    }
    const [old, now] = [before, after].map(
      (files) => eventOf(files, "émerveillée")?.at.getTime() ?? 0,
    );
    // A week and half an hour later, unless the clocks change between.
    expect(Math.round(((now ?? 0) - (old ?? 0)) / 86_400_000)).toBe(7);
    expect(eventOf(after, "pour de bon")?.status).toBe("CANCELLED");
  });
});

/** An event as both parsers have it, by some words of its title. */
function eventOf(files: Exported | undefined, words: string) {
  const text = files?.get("programme.ics")?.toString("utf8") ?? "";
  const ours = readCalendar(text).events.find((event) => event.title.includes(words));
  const theirs = convertIcsCalendar(undefined, text).events?.find(({ uid }) => uid === ours?.uid);
  if (!ours || !theirs) return undefined;
  const { uid, sequence, status } = ours;
  return {
    uid,
    sequence,
    status,
    at: theirs.start.date,
    theirs: [theirs.uid, theirs.sequence ?? 0],
  };
}

function workshop(name: string, when: string, theme: string): string {
  return ["nouvel atelier", name, when, "en ligne", `thème : ${theme}`, "territoire : 44"].join(
    "\n",
  );
}

/** A day as people write it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return day.split("-").toReversed().join("/");
}
