import { expect, onTestFinished } from "vitest";
import type { Language } from "../../src/model/language.ts";
import { type PhraseKey, phraseKeys } from "../../src/model/phrases.ts";
import { type Json, listOf, objectOf, textOf } from "./discord-server/json.ts";
import type { Message } from "./discord-server/world/world-data.ts";
import {
  DiscordRig,
  englishQuestion,
  question,
  type RigOptions,
  vagueEnglishQuestion,
  vagueQuestion,
} from "./discord-rig.ts";
import { library } from "./small-library.ts";

/** What people's Discord speaks, and what they ask in that language. */
export interface Spoken {
  readonly locale: string;
  readonly language: Language;
  readonly other: Language;
  readonly clear: string;
  readonly vague: string;
}

const french = { locale: "fr", language: "fr", other: "en" } as const;
const english = { locale: "en-GB", language: "en", other: "fr" } as const;

export const bothLanguages: readonly Spoken[] = [
  { ...french, clear: question, vague: vagueQuestion },
  { ...english, clear: englishQuestion, vague: vagueEnglishQuestion },
];

/** How a talk differs from the usual. */
export interface TalkOptions extends RigOptions {
  /** The channel opted in, and Message Content was granted. */
  readonly isOptedIn?: boolean;
}

const messageContent = 1 << 15;

/**
 * The assistant, and two people of one language in a guild. When the test ends, nothing the assistant wrote
 * may be in the other language.
 */
export async function talkIn(spoken: Spoken, options: TalkOptions = {}) {
  const { isOptedIn = false, ...usual } = options;
  const granted = isOptedIn ? { server: { grantedIntents: messageContent } } : {};
  const rig = await DiscordRig.prepare({ ...usual, ...granted });
  const { server } = rig;
  const [amina, bob] = [server.person("amina", spoken), server.person("bob", spoken)];
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina, bob] });
  const general = guild.channel("general");
  const settings = { messageContent: true, rooms: [general.id] };
  await rig.startBot({ ...usual, ...(isOptedIn && { settings }) });
  onTestFinished(() => {
    const all = [...server.world.channels.values()];
    const ours = all.flatMap(({ messages }) => messages).filter(isBy(server.botId));
    const names = all.filter(({ ownerId }) => ownerId === server.botId).map(({ name }) => name);
    const shown = [...ours.map(wordsShown), ...names].join("\n");
    for (const key of phraseKeys) expectNoneOf(shown, key, spoken);
  });
  const tell = rig.knowledge.tell(spoken.language);
  return { rig, server, amina, bob, guild, general, tell };
}

/** Expects that what is shown says a phrase in the language spoken, and not in the other. */
export function expectSaid(shown: Message | string, key: PhraseKey, spoken: Spoken): void {
  const text = typeof shown === "string" ? shown : wordsShown(shown);
  for (const part of partsOf(key, spoken.language)) expect(text).toContain(part);
  expectNoneOf(text, key, spoken);
}

/** All a person reads of a message: words, embeds, buttons, options, files. */
function wordsShown({ content, embeds, components, attachments }: Message): string {
  const files = attachments.map(({ filename, description }) => `${filename} ${description ?? ""}`);
  const described = embeds.map(({ description }) => textOf(description) ?? "");
  return [content, ...described, ...components.flatMap(wordsOn), ...files].join("\n");
}

/** The labels of a message's buttons. */
export function labels({ components }: Message): readonly string[] {
  return components
    .flatMap((row) => listOf(row["components"]).map(objectOf))
    .map(({ label }) => textOf(label) ?? "");
}

function wordsOn(component: Json): readonly string[] {
  const inside = [...listOf(component["components"]), ...listOf(component["options"])];
  const own = ["label", "placeholder"].map((name) => textOf(component[name]) ?? "");
  return [...own, ...inside.map(objectOf).flatMap(wordsOn)].filter((words) => words !== "");
}

function expectNoneOf(text: string, key: PhraseKey, { language, other }: Spoken): void {
  const own = library.phrases[language];
  const foreign = partsOf(key, other).filter(
    (part) => part.length >= shortest && !Object.values(own).some((words) => words.includes(part)),
  );
  expect(foreign.filter((part) => text.includes(part))).toEqual([]);
}

/** Shorter, a word may be of both languages. */
const shortest = 9;

/** What of a phrase is said whatever is filled in. */
function partsOf(key: PhraseKey, language: Language): readonly string[] {
  return library.phrases[language][key]
    .split(/\{[a-zA-Z]+\}/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));
}

function isBy(account: string) {
  return ({ authorId }: Message): boolean => authorId === account;
}
