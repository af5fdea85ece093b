import type { Language } from "../../model/language.ts";
import type { Tell } from "../../model/phrases.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { DiscordSettings } from "./discord-settings.ts";
import type { Gateway } from "./gateway.ts";
import type { GuildCare } from "./guild-care.ts";
import type { DiscordRest } from "./rest.ts";

/** Proposes questions for what somebody is typing, best first, 25 at most; from memory, at once. */
export type Suggest = (words: string, language: Language) => readonly string[];

/** What the platform is made of. */
export interface DiscordParts {
  readonly settings: DiscordSettings;
  readonly rest: DiscordRest;
  readonly gateway: Gateway;
  /** Opened with `discordKinds` among its types. */
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: (language: Language) => Tell;
  /** The language of words said to nobody in particular. */
  readonly language: Language;
  readonly suggest: Suggest;
  readonly care?: GuildCare | undefined;
}
