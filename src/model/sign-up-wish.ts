import type { SignUpOrigin } from "./registration.ts";
import type { Opinion } from "./sign-up-numbers.ts";
import type { ReminderTime } from "./reminder-wish.ts";

/** What somebody wants done about seats; `workshop` is an id. Nothing is decided yet. */
export type SignUpWish =
  | SeatWish
  /** Where they stand with every workshop. */
  | { readonly kind: "mine" }
  /** All of one workshop, with the link when they come to it. */
  | { readonly kind: "details"; readonly workshop: string }
  | {
      readonly kind: "remind";
      /** Undefined for all they come to. */
      readonly workshop: string | undefined;
      /** Empty for never. */
      readonly times: readonly ReminderTime[];
    }
  /** The host's list of who comes. */
  | { readonly kind: "sheet"; readonly workshop: string }
  /** How many came, as the host counted them. */
  | { readonly kind: "count-came"; readonly workshop: string; readonly came: number }
  | HostWish;

/** The host's yes or no to the request that has a number on their list. */
export interface HostWish {
  readonly kind: "approve" | "refuse";
  readonly workshop: string;
  readonly order: number;
}

/** What somebody wants for their own seats at one workshop. */
export type SeatWish =
  | {
      readonly kind: "sign-up";
      readonly workshop: string;
      /** All of theirs, their own included; undefined where they did not say. */
      readonly seats: number | undefined;
      /** What they said they need, in their own words. */
      readonly needs?: string | undefined;
      /** What led them to it; undefined where the message they answer tells. */
      readonly origin?: SignUpOrigin | undefined;
    }
  /** What they need to come, for the host. */
  | { readonly kind: "needs"; readonly workshop: string; readonly needs: string }
  /** How useful it was to them. */
  | { readonly kind: "judge"; readonly workshop: string; readonly opinion: Opinion }
  | {
      readonly kind: "give-up" | "accept" | "decline" | "still-coming";
      readonly workshop: string;
    };

/** Whether a wish decides on the request of another. */
export function isHostWish(wish: SignUpWish): wish is HostWish {
  return wish.kind === "approve" || wish.kind === "refuse";
}
