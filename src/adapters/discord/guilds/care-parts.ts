import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { Store } from "../../../ports/store.ts";
import type { DiscordSettings } from "../discord-settings.ts";
import type { DiscordRest } from "../rest.ts";

/** What the care of guilds is made of. */
export interface CareParts {
  readonly settings: Pick<DiscordSettings, "guildCommands">;
  readonly rest: DiscordRest;
  /** Opened with `discordKinds` among its types. */
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: (language: Language) => Tell;
  /** The language of words said to nobody in particular. */
  readonly language: Language;
  /** Days things are kept, for the hello that says so. */
  readonly keptDays: { readonly conversations: number; readonly keptQuestions: number };
  /** Erases what was said in some rooms. @returns how many documents went */
  readonly forgetRooms: (isGone: (room: string) => boolean) => Promise<number>;
}

/**
 * The language to write to a guild in. Guilds that are no communities say `en-US` whatever they speak:
 * only French is taken at its word.
 */
export function languageOfGuild(locale: string, otherwise: Language): Language {
  return locale.startsWith("fr") ? "fr" : otherwise;
}
