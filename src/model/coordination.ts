import type { StatisticsWish } from "./statistics-wish.ts";
import type { QuietHours, SubscriptionKind, WeeklySlot } from "./subscription.ts";
import type { WorkshopRepeat } from "./incoming-workshop.ts";
import type { DraftScope, DraftWords } from "./workshop-draft.ts";
import type { WallTime } from "./workshop.ts";

/** What a room or a person wants to be told; absent parts stay as they are. */
export interface SubscriptionWish {
  readonly themes?: readonly string[];
  readonly territories?: readonly string[];
  readonly kinds?: readonly SubscriptionKind[];
  readonly digest?: WeeklySlot;
  /** Words after a label that were not understood. */
  readonly unread: readonly string[];
}

/** What becomes of a draft once it is written; `publishAt` is on its own clock. */
export type DraftOutcome = "keep" | "publish" | { readonly publishAt: WallTime };

/** What is to be done with the programme; workshops by their ids. */
export type ProgrammeWish =
  | {
      readonly kind: "add";
      readonly words: DraftWords;
      readonly repeats?: WorkshopRepeat | undefined;
      readonly outcome: DraftOutcome;
    }
  | {
      readonly kind: "change";
      readonly workshop: string;
      readonly scope: DraftScope;
      readonly words: DraftWords;
      readonly outcome: DraftOutcome;
      readonly reason: string | undefined;
    }
  | {
      readonly kind: "postpone" | "cancel";
      readonly workshop: string;
      readonly scope: DraftScope;
      readonly reason: string;
    }
  | { readonly kind: "delete"; readonly workshop: string }
  /** The answer to a draft that was submitted for review; of a series, to all of it. */
  | { readonly kind: "approve"; readonly workshop: string }
  | { readonly kind: "refuse"; readonly workshop: string; readonly reason: string }
  /** Its publication is no longer to happen by itself. */
  | { readonly kind: "unschedule"; readonly workshop: string }
  /** The person's own last change. */
  | { readonly kind: "undo" };

/** What is to be done with the subscription of the room, or in a direct room of the person. */
export type SubscriptionChange =
  | { readonly kind: "wish"; readonly wish: SubscriptionWish }
  /** New workshops on one more theme are told of. */
  | { readonly kind: "also"; readonly theme: string }
  | { readonly kind: "tell" | "fewer" | "end" }
  /** `until`: on the clock of who is told; undefined to speak again. */
  | { readonly kind: "silence"; readonly until: WallTime | undefined }
  /** Undefined for none. */
  | { readonly kind: "quiet"; readonly quiet: QuietHours | undefined };

/** What coordinators have done beside talking. */
export type CoordinationEffect =
  | { readonly kind: "change-workshop"; readonly wish: ProgrammeWish }
  | {
      readonly kind: "import-workshops";
      readonly text: string;
      /** IANA zone of hours that the file leaves without one, when somebody said it. */
      readonly timeZone: string | undefined;
    }
  | { readonly kind: "subscribe"; readonly change: SubscriptionChange }
  | { readonly kind: "tell-coordinator"; readonly about: "mine" | "schedule" | "failures" }
  /** What became of an announcement, by its number. */
  | { readonly kind: "tell-proof"; readonly announcement: number }
  | { readonly kind: "tell-statistics"; readonly wish: StatisticsWish }
  /** Undefined for every failed announcement. */
  | { readonly kind: "retry-failures"; readonly campaign: number | undefined };
