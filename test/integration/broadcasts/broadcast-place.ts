/** A room, and how people call it. */
export interface NamedRoom {
  readonly id: string;
  readonly name: string;
}

/** Where a process is killed: at one of the messages it sends. */
export interface SendingKill {
  /** Which of them, from 1. */
  readonly place: number;
  /** Before the platform has it; once it has, and before the process is told; or some ms after it is. */
  readonly when: "before" | "after" | { readonly ms: number };
}

/** What an assistant is started with. */
export interface PlaceConfig {
  readonly timeZone: string;
  /** The `announcements` section. */
  readonly announcements: object;
}

/** A platform with people, rooms and the real assistant in a process of its own. */
export interface BroadcastPlace {
  readonly platform: string;
  /** Makes a room that the assistant is in once it runs. */
  makeRoom(name: string): Promise<NamedRoom>;
  /** Starts the assistant for the first time. */
  open(config: PlaceConfig): Promise<void>;
  /** What time it is for the assistant. */
  now(): Date;
  /** Puts its clock forward from its next start on. */
  moveByMs(ms: number): void;
  /** Starts it after a kill. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Starts it, to be killed at a message it sends. @throws when it does not come so far */
  startAndKill(kill: SendingKill): Promise<void>;
  /**
   * Somebody writes to the assistant, alone with it or in a room by its name; `olga` coordinates.
   * @returns the answer that says something, as `asPlain` has it
   */
  says(who: string, text: string, saying: string, room?: NamedRoom): Promise<string>;
  /** The assistant's messages in a room, or to somebody alone, that came so far, as `asPlain` has them. */
  seen(where: NamedRoom | string): Promise<readonly string[]>;
}

/** A zone whose wall is UTC all year: what clock changes do is proved elsewhere. */
export const withoutClockChange = "Africa/Abidjan";

/** Proofs run at any hour. */
export const neverQuiet = { from: "03:00", to: "03:00" } as const;

/** A message without marks and narrow spaces, which each platform shows in its own way. */
export function asPlain(text: string): string {
  return text.replaceAll("*", "").replaceAll(/[\u00A0\u202F]/gu, " ");
}
