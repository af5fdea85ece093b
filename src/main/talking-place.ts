import type { ChatPlatform } from "../ports/chat-platform.ts";

/** A platform that was opened, and how it comes to its end. */
export interface TalkingPlace {
  readonly platform: ChatPlatform;
  /** Resolves when the platform is left; rejects when going on is of no use. */
  readonly ended: Promise<void>;
  /** Asks it to end. */
  readonly leave: () => void;
  /** Lets go of what it was opened with, once the platform was stopped. */
  close(): Promise<void>;
}
