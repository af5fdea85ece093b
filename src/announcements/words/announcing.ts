import type { Choice } from "../../model/reply.ts";
import type { WorkshopSaying } from "../../workshops/tell-details.ts";

/** How announcements are said, and to whom. */
export interface Announcing extends WorkshopSaying {
  /** A day (`YYYY-MM-DD`) in words, with its weekday and without its year. */
  readonly sayShortDay: (day: string) => string;
  /** Whether who reads signed up, and reads it alone: only they are told what is not public. */
  readonly isRegistered: boolean;
}

/** A message in words. */
export interface Words {
  /** Markdown. */
  readonly text: string;
  readonly choices: readonly Choice[];
  /** The start it is about, if it is about one. */
  readonly times: readonly Date[];
}

/** The lines of a text; those that are empty or undefined are left out. */
export function lines(...some: readonly (string | undefined)[]): string {
  return some.filter((line) => line !== undefined && line !== "").join("\n");
}

/** The paragraphs of a text; those that are empty or undefined are left out. */
export function paragraphs(...some: readonly (string | undefined)[]): string {
  return some.filter((part) => part !== undefined && part !== "").join("\n\n");
}
