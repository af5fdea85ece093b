import type { Language } from "../../../model/language.ts";
import { languages } from "../../../model/language.ts";
import type { PhraseKey, Tell } from "../../../model/phrases.ts";

/** What can be asked of us by a command: typed after a slash, or chosen in a message's menu. */
export type CommandId =
  | "ask"
  | "workshops"
  | "diagnostic"
  | "human"
  | "help"
  | "my-requests"
  | "my-data"
  | "language"
  | "menu-ask"
  | "menu-hand-off";

/** A command, whatever its name in a language. */
export interface Command {
  readonly id: CommandId;
  readonly place: "slash" | "message-menu";
  /** Where its name stands; the French one is its own, the others are shown to who speaks them. */
  readonly name: PhraseKey;
  /** Answered to the person alone, where others could read. */
  readonly isEphemeral: boolean;
  /** Words the core knows, which it stands for; none when it carries its own. */
  readonly says?: PhraseKey;
}

/** A command's type. Source: developers/interactions/application-commands#application-command-types */
export const commandTypes = { slash: 1, "message-menu": 3 } as const;

/** Every command, in the order they are shown. */
export const commands: readonly Command[] = [
  { ...slash("ask", "command-ask"), isEphemeral: false },
  { ...slash("workshops", "command-workshops", "said-workshops"), isEphemeral: false },
  { ...slash("diagnostic", "command-diagnostic", "said-diagnostic"), isEphemeral: true },
  { ...slash("human", "command-human", "said-human"), isEphemeral: true },
  {
    ...slash("my-requests", "hf-command-my-requests", "hf-said-my-requests"),
    isEphemeral: true,
  },
  { ...slash("help", "command-help", "said-help"), isEphemeral: false },
  { ...slash("my-data", "command-my-data", "said-my-data"), isEphemeral: true },
  { ...slash("language", "command-language", "said-language"), isEphemeral: true },
  { id: "menu-ask", place: "message-menu", name: "menu-ask", isEphemeral: true },
  {
    id: "menu-hand-off",
    place: "message-menu",
    name: "menu-hand-off",
    isEphemeral: true,
    says: "said-human",
  },
];

/**
 * The command by the name Discord tells, which is its own one.
 * @param type as in the interaction's data: 1 typed, 3 of a message's menu
 * @param tell as in `DiscordParts`: names are content
 */
export function commandNamed(
  name: string | undefined,
  type: number | undefined,
  tell: (language: Language) => Tell,
): Command | undefined {
  // A renamed command is told by its old name until people's programs know the new one.
  return commands.find(
    (command) =>
      commandTypes[command.place] === (type ?? commandTypes.slash) &&
      languages.some((language) => tell(language)(command.name) === name),
  );
}

function slash<const I extends CommandId>(id: I, name: PhraseKey, says?: PhraseKey) {
  return { id, place: "slash", name, ...(says !== undefined && { says }) } as const;
}
