import type { Delivery } from "../../delivery/deliver.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileShelf } from "../../ports/file-shelf.ts";
import type { Log } from "../../ports/log.ts";
import type { Turns } from "../../ports/turns.ts";
import type { CountedStore } from "../counted-store.ts";
import type { Knowledge } from "../knowledge.ts";

/** What giving questions to people needs. */
export interface HandoffParts {
  readonly store: CountedStore;
  readonly knowledge: () => Knowledge;
  readonly delivery: Pick<Delivery, "leave" | "sendPending">;
  /** The turns of people and of requests, which what is due must not cross. See `RequestBook.holding`. */
  readonly queue: Turns;
  readonly clock: Clock;
  readonly log: Log;
  /** So many characters nobody can guess. */
  readonly newCode: (length: number) => string;
  /** Where files wait; without it, files are refused with a sentence. */
  readonly shelf?: FileShelf | undefined;
  /** Names of the platforms we are on by now: a team elsewhere cannot be told anything. */
  readonly platforms: () => readonly string[];
}
