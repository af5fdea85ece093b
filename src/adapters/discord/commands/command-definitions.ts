import { type Language, languages } from "../../../model/language.ts";
import type { PhraseKey, Tell } from "../../../model/phrases.ts";
import { type Command, type CommandId, commands, commandTypes } from "./commands.ts";

/** A command as Discord is told of it. Source: developers/interactions/application-commands#create-global-application-command-json-params */
export interface CommandDefinition {
  readonly type: number;
  /** Where it is offered. Source: developers/interactions/application-commands#interaction-contexts */
  readonly contexts: readonly number[];
  /** By what kind of installation. Source: developers/resources/application#application-object-application-integration-types */
  readonly integration_types: readonly number[];
  readonly name: string;
  readonly name_localizations: Localisations;
  readonly description?: string;
  readonly description_localizations?: Localisations;
  readonly options?: readonly OptionDefinition[];
}

/** An option of a command: a text, completed while it is typed, or one of a few. */
export interface OptionDefinition {
  readonly type: 3;
  readonly name: string;
  readonly name_localizations: Localisations;
  readonly description: string;
  readonly description_localizations: Localisations;
  readonly required: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

/** By Discord's locales. Source: developers/reference#locales */
type Localisations = Readonly<Record<string, string>>;

/** The one that is shown to who speaks none of ours. */
const ownLanguage: Language = "fr";

const locales: Readonly<Record<Language, readonly string[]>> = {
  fr: ["fr"],
  en: ["en-US", "en-GB"],
};

/** The most an option takes. Source: developers/interactions/application-commands#application-command-object-application-command-option-structure */
const mostCharacters = 4000;

/** Every command in every language, from the content's phrases. */
export function commandDefinitions(
  tell: (language: Language) => Tell,
): readonly CommandDefinition[] {
  return commands.map((command) => define(command, tell));
}

/** In guilds and in direct messages with us: not where two others, or a group, talk. */
const offered = { contexts: [0, 1], integration_types: [0] };

type TellIn = (language: Language) => Tell;

function define(command: Command, tell: TellIn): CommandDefinition {
  const named = { type: commandTypes[command.place], ...offered, ...nameIn(command.name, tell) };
  if (command.place === "message-menu") return named;
  const options = optionsOf[command.id]?.(tell);
  return {
    ...named,
    ...descriptionIn(describedBy[command.id] ?? command.name, tell),
    ...(options && { options }),
  };
}

const describedBy: Readonly<Partial<Record<CommandId, PhraseKey>>> = {
  ask: "command-ask-what",
  workshops: "command-workshops-what",
  diagnostic: "command-diagnostic-what",
  human: "command-human-what",
  "my-requests": "hf-command-my-requests-what",
  help: "command-help-what",
  "my-data": "command-my-data-what",
  language: "command-language-what",
};

const optionsOf: Readonly<
  Partial<Record<CommandId, (tell: TellIn) => readonly OptionDefinition[]>>
> = {
  ask: (tell) => [
    {
      type: 3,
      ...nameIn("command-ask-question", tell),
      ...descriptionIn("command-ask-question-what", tell),
      // Without one, it is asked for in a window.
      required: false,
      autocomplete: true,
      max_length: mostCharacters,
    },
  ],
  language: (tell) => [
    {
      type: 3,
      ...nameIn("command-language-choice", tell),
      ...descriptionIn("command-language-choice-what", tell),
      // Where others read, the person could write no answer to a question of ours.
      required: true,
      choices: languages.map((value) => ({
        name: tell(value)(value === "fr" ? "language-name-fr" : "language-name-en"),
        value,
      })),
    },
  ],
};

function nameIn(key: PhraseKey, tell: TellIn) {
  return { name: tell(ownLanguage)(key), name_localizations: localised(key, tell) };
}

function descriptionIn(key: PhraseKey, tell: TellIn) {
  return { description: tell(ownLanguage)(key), description_localizations: localised(key, tell) };
}

function localised(key: PhraseKey, tell: TellIn): Localisations {
  const others = languages.filter((language) => language !== ownLanguage);
  return Object.fromEntries(
    others.flatMap((language) => locales[language].map((locale) => [locale, tell(language)(key)])),
  );
}
