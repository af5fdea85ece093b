import type { Dispatch } from "./gateway.ts";
import type { DiscordRefusal } from "./rest.ts";
import type { Us } from "./us.ts";

/** What is done around the conversation: commands registered, guilds greeted, missing rights told. */
export interface GuildCare {
  /** Before the gateway is connected: bringing up to date what is registered begins, and is not waited for. */
  start(us: Us): Promise<void>;
  /** Told of every event, after conversations; never throws. */
  hear(dispatch: Dispatch): void;
  /**
   * Discord refused us a message in a channel (403): from now on the channel is left alone for a while. Why
   * it refuses, and telling who can mend it, is seen to afterwards.
   */
  refused(channel: string, refusal: DiscordRefusal): void;
  /** Somebody takes no direct messages from us (50007): they are told at their next command or press. */
  directClosed(person: string): void;
  /** Whether nothing is sent to a channel for now. */
  isQuarantined(channel: string): boolean;
  /** Lets what is under way come to an end, for a few seconds. */
  stop(): Promise<void>;
}
