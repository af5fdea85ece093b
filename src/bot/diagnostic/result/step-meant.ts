import type { Advised } from "../../../diagnostic/recommend.ts";
import type { TalkOf } from "../talk-of.ts";

/** The step that a number names, from 1 or, without one, that is read about or is alone; undefined for none. */
export function stepMeant(
  number: number | undefined,
  { how }: TalkOf<"result">,
  steps: readonly Advised[],
): Advised | undefined {
  if (number !== undefined) return steps[number - 1];
  const read = steps.find(({ recommendation: { id } }) => id === how);
  return read ?? (steps.length === 1 ? steps[0] : undefined);
}
