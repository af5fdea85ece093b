import type { FileChange } from "../model/content-change.ts";

/** The files people write pages and questions in: `content/resources` and `intents`, nothing else. */
export interface ContentFiles {
  /** Undefined when there is none. @throws Error for a path outside them */
  read(path: string): Promise<string | undefined>;
  /**
   * Makes files what they are to be, each of them whole or not at all, durable once it resolves; one that is so
   * already is left.
   * @returns false, nothing changed, when one is not what the change was made from: somebody else wrote
   * @throws Error for a path outside them
   */
  apply(changes: readonly FileChange[]): Promise<boolean>;
}
