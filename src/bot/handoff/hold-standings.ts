import type { Standing } from "../../model/standing.ts";
import type { HandoffParts } from "./handoff-parts.ts";

/** Id of a standing as stored. @param id of the directory */
export function standingId(of: Standing["of"], id: string): string {
  return `${of}:${id}`;
}

/**
 * Runs a task while nobody else changes what some advisers or teams said in chat: read it inside, and write
 * before it ends. What needs a person or requests too holds these first, or two would wait for each other.
 * @param ids see `standingId`
 */
export async function holdStandings<T>(
  ids: readonly string[],
  { queue }: Pick<HandoffParts, "queue">,
  task: () => Promise<T>,
): Promise<T> {
  const [first, ...others] = [...new Set(ids)].toSorted();
  if (first === undefined) return task();
  return queue.run(`standing ${first}`, () => holdStandings(others, { queue }, task));
}
