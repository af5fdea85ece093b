import { z } from "zod";

/** Whether one answer was found useful, nobody knows by whom. */
export interface Judgement {
  readonly intent: string;
  readonly isUseful: boolean;
  /** Neither useful nor useless. */
  readonly isSoSo?: true | undefined;
  readonly at: string;
}

/** Checks one that was read from disk. */
export const judgementSchema = z.strictObject({
  intent: z.string(),
  isUseful: z.boolean(),
  isSoSo: z.literal(true).optional(),
  at: z.iso.datetime(),
});
