import { noDirectory, type Directory } from "../../src/model/directory.ts";
import type { RequestMessage } from "../../src/model/request-message.ts";
import type { Request } from "../../src/model/request.ts";
import { library as real } from "./small-library.ts";

export const question = "Faut-il une autorisation pour vendre des gâteaux au marché de Noël ?";
export const answer = [
  "Demandez une autorisation à la mairie, un mois avant.",
  "Indiquez le jour, le stand et ce que vous vendez.",
  "Gardez la réponse avec vous pendant le marché.",
].join(" ");

/** Wordings the reduced library lost: nothing learnt from them. */
export const heldOut = real.intents
  .filter(({ theme }) => theme !== "bot" && theme !== "workshop")
  .slice(0, 40)
  .flatMap(({ id, utterances }) => {
    const text = utterances.fr.at(-1);
    return text === undefined ? [] : [`fr\town\t${id}\t${text}`];
  });

const adviser = (id: string) => ({
  id,
  name: id === "camille" ? "Camille Roux" : "Dominique Petit",
  organisation: "Saint-Exemple",
  accounts: [{ platform: "here", person: id }],
  themes: [],
  languages: ["fr" as const],
  mostOpen: 3,
  absences: [],
  title: { fr: "une conseillère", en: "an adviser" },
});

export const room = { platform: "here", room: "#team" };

export const directory: Directory = {
  ...noDirectory,
  advisers: [adviser("camille"), adviser("dominique")],
  curatorsRoom: { platform: "here", room: "#curators" },
  teams: [
    {
      id: "saint-exemple",
      name: "Saint-Exemple",
      network: ["pana"],
      territories: ["44"],
      themes: [],
      language: "fr",
      room,
      hours: { ranges: [], timeZone: "Europe/Paris", closures: [] },
      advisers: ["camille", "dominique"],
      choice: "manual",
    },
  ],
};

const at = "2026-11-20T10:00:00.000Z";
export const asker = { platform: "here", room: "@amina", isDirect: true };

export const request: Request = {
  id: "r1",
  number: 12,
  revision: 1,
  asker: { person: "here:amina", answerIn: asker, language: "fr" },
  theme: "crowdfunding",
  language: "fr",
  priority: "normal",
  state: { kind: "resolved", adviser: "camille", since: at },
  turn: "none",
  because: "unknown",
  at,
  offers: [{ team: "saint-exemple", rung: 1, at, key: "offer", shownAs: "thread-12" }],
  team: "saint-exemple",
  givenBackBy: [],
  notTo: [],
  marks: [],
  showsAdviser: true,
  reopened: 0,
  messages: 2,
  updatedAt: at,
};

export const said = (position: number, direction: "in" | "out", text: string): RequestMessage => ({
  request: "r1",
  position,
  direction,
  author: direction === "in" ? "asker" : "adviser",
  text,
  files: [],
  keys: [],
  state: "sent",
  isEdited: false,
  at,
});
