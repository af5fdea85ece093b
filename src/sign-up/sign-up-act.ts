import type { Address } from "../model/address.ts";
import type { Language } from "../model/language.ts";
import type { SignUpOrigin } from "../model/registration.ts";
import type { Opinion } from "../model/sign-up-numbers.ts";

/** Who acts, and where they are answered. */
export interface Asker {
  /** Key of the person (see `personKey`). */
  readonly person: string;
  /** The keys of all their linked accounts, `person` among them: together they are one person. */
  readonly accounts: readonly string[];
  readonly answerIn: Address;
  /** The one they are answered in. */
  readonly language?: Language | undefined;
}

/** What a person does about their own seats. */
export type OwnAct =
  | {
      readonly kind: "sign-up";
      readonly asker: Asker;
      /** All of theirs, their own included; undefined where none were named: one, or as many as before. */
      readonly seats?: number | undefined;
      readonly name?: string | undefined;
      readonly needs?: string | undefined;
      readonly origin?: SignUpOrigin | undefined;
      /** Names the reaction that says so, if it is one: see `Registration`. */
      readonly sign?: string | undefined;
    }
  /** What they need to come, beside what they said before. */
  | { readonly kind: "state-needs"; readonly asker: Asker; readonly needs: string }
  /** How useful it was to them; counted once. */
  | { readonly kind: "judge"; readonly asker: Asker; readonly opinion: Opinion }
  /** `still-coming` answers a moved date; `accept` and `decline` answer an offer. */
  | { readonly kind: "give-up" | "accept" | "decline" | "still-coming"; readonly asker: Asker };

/** What the host or a coordinator does about one person's seats. */
export type HostAct =
  | { readonly kind: "approve" | "refuse"; readonly person: string }
  | { readonly kind: "note-attendance"; readonly person: string; readonly came: boolean };

/** How many came, as the host counted them: 0 or more. */
export interface CountAct {
  readonly kind: "count-came";
  readonly came: number;
}

/**
 * What happens to a workshop, after which the terms are the new ones. Closing by hand ends the waiting
 * list; closing at the hour said does not: seats freed later still go to those in line.
 */
export interface WorkshopAct {
  readonly kind: "capacity-changed" | "moved" | "postponed" | "cancelled" | "closed";
}

/** Whether an act is what became of the workshop, its seats or its list closed by hand included. */
export function isOfWorkshop(act: SignUpAct): act is WorkshopAct {
  const kinds: readonly SignUpAct["kind"][] = [
    "capacity-changed",
    "moved",
    "postponed",
    "cancelled",
    "closed",
  ];
  return kinds.includes(act.kind);
}

/** Anything that may change who has a seat. */
export type SignUpAct =
  | OwnAct
  | HostAct
  | CountAct
  | WorkshopAct
  /** From now on these accounts are one person's. */
  | { readonly kind: "link"; readonly accounts: readonly string[] }
  /** The person wants nothing kept: their registrations go, their seats are for the next. */
  | { readonly kind: "forget"; readonly accounts: readonly string[] }
  | { readonly kind: "time-passed" };
