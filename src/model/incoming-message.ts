import type { Address } from "./address.ts";

/** What a person may do beyond asking. */
export type Role = "asker" | "coordinator" | "mediator" | "adviser";

/** Something a person wrote or pressed, as an adapter hands it in. */
export interface IncomingMessage {
  /** The platform's own id of the event; the same id twice is the same event. */
  readonly id: string;
  readonly from: string;
  readonly isFromBot: boolean;
  readonly roles: readonly Role[];
  readonly address: Address;
  readonly text: string;
  /** The label or the number of a choice, when it was pressed rather than typed. */
  readonly pressed: string | undefined;
  /** True when it is meant for the assistant: direct, mention, answer to it, its thread, a press. */
  readonly isForUs: boolean;
  readonly sentAt: Date;
}
