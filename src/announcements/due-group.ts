import type { Workshop } from "../model/workshop.ts";
import type { AnnouncementKind } from "../model/planned-announcement.ts";
import type { Hours } from "./quiet-hours.ts";
import type { Recipient } from "../model/subscription.ts";

/** One message for all who share their hours. */
export interface DueGroup {
  readonly kind: AnnouncementKind;
  /** None for a digest. */
  readonly workshops: readonly Workshop[];
  /** The effective start, or the local day of a digest. */
  readonly occurrence: string;
  readonly start?: Date | undefined;
  /** For a change or a cancellation: the earlier of the old and the new start. */
  readonly soonest?: Date | undefined;
  /** For change notices. */
  readonly revision?: number | undefined;
  /** For a change or a cancellation: the workshop as people knew it. */
  readonly before?: Workshop | undefined;
  readonly isRegistered: boolean;
  /** Its moment, quiet hours left aside. */
  readonly at: Date;
  /** Its moment; undefined when quiet hours leave none. */
  readonly dueAt: Date | undefined;
  readonly usefulUntil: Date;
  readonly hours: Hours;
  /** Those who subscribed in time and did not ask for silence, each once; computed when asked. */
  readonly recipients: () => readonly Recipient[];
}

/** A group before its moment is settled. */
export interface Unsettled extends Omit<DueGroup, "dueAt"> {
  /** For an occasion, when it came about: it cannot go before. */
  readonly earliest?: Date | undefined;
}
