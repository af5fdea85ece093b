import type { Address } from "../model/address.ts";
import type { AnnouncementKind, PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { Language } from "../model/language.ts";
import type { Reply } from "../model/reply.ts";
import type { Recipient, Subscription } from "../model/subscription.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Attendee, Occasion } from "./programme.ts";
import type { SkipReason } from "./recheck.ts";
import type { LanguageSaying } from "./words/words-of.ts";

/** A message for the outbox. */
export interface AnnouncementRow {
  /** Unique for ever, see `PlannedRow`. */
  readonly key: string;
  /** Keys of other messages it stands for: they are taken as known, and one still waiting is not sent. */
  readonly covers: readonly string[];
  /** As it would read now; `Announcer.renew` gives its words at the moment of sending. */
  readonly reply: Reply;
  readonly notBefore: Date;
  readonly usefulUntil: Date;
  readonly kind: AnnouncementKind | "several" | "summary" | "correction";
  /** Ids of the workshops it tells of. */
  readonly workshops: readonly string[];
  readonly effectiveStart: Date | undefined;
  /** What `Announcer.renew` needs, kept with the row; undefined for a summary, which says what was. */
  readonly planned: PlannedAnnouncement | undefined;
}

/** Who was sent a message: their hours are looked up again. */
export type ToldRecipient = Pick<Recipient, "to" | "person">;

/** What nobody asked for: few of it are sent to each reader. */
export interface Broadcasts {
  /** The announcements of new workshops and the digests that were sent, or may have been read. */
  readonly sent: readonly (ToldRecipient & { readonly at: Date })[];
  /** The announcements of new workshops that nobody saw yet. */
  readonly waiting: readonly PlannedAnnouncement[];
}

/** An announcement of new workshops that was sent. */
export interface StandingAnnouncement extends ToldRecipient {
  /** Of the reply that shows it, or that corrected it last. */
  readonly key: string;
  /** Ids of those it told of. */
  readonly workshops: readonly string[];
}

/** Puts rows in the outbox, and makes the changes, in one write. */
export type Enqueue = (
  rows: readonly AnnouncementRow[],
  alongside: readonly Change[],
) => Promise<void>;

/** The outbox, as the announcer needs it. */
export interface AnnouncementOutbox {
  /**
   * Runs a task that reads who gets what, and what waits, and puts rows in: nothing is on its way to be sent
   * meanwhile, and who is erased meanwhile gets nothing planned from it.
   */
  plan(task: (enqueue: Enqueue) => Promise<void>): Promise<void>;
  /** Those of some keys that are there already, sent, waiting or covered. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The rooms, and people who did not sign up, that may have read a message about a workshop. */
  toldOf(workshop: string): Promise<readonly ToldRecipient[]>;
  /** The messages about a workshop that nobody saw yet, oldest first. */
  waitingOf(workshop: string): Promise<readonly PlannedAnnouncement[]>;
  /** What was broadcast in the last 24 hours, and the announcements of new workshops that wait. */
  broadcasts(now: Date): Promise<Broadcasts>;
  /** The announcements that stand in rooms and tell of a workshop, each as it was last shown. */
  standingOf(workshop: string): Promise<readonly StandingAnnouncement[]>;
}

/** Who signed up, as the announcer needs it. */
export interface AnnouncementPeople {
  /** What people who come to some workshops want to be sent, by id of workshop. */
  attendees(workshops: readonly Workshop[]): Promise<ReadonlyMap<string, readonly Attendee[]>>;
  /** The people on the list of a workshop, or who were until it was cancelled. */
  concerned(workshop: string, kind: Occasion["kind"]): Promise<readonly Listed[]>;
  /** Where a person stands with a workshop now; undefined for a room. */
  standing(workshop: string, whom: ToldRecipient): Promise<Standing | undefined>;
}

/** Where a person stands with a workshop. */
export interface Standing {
  /** Whether what becomes of it is to be told to them, as `concerned` says. */
  readonly isListed: boolean;
  readonly isSeated: boolean;
  /** What they want to be sent, as for an attendee. */
  readonly wants: Attendee["wants"];
}

/** Somebody on the list of a workshop; `isSeated` as for an attendee. */
export type Listed = Recipient & Pick<Attendee, "isSeated">;

/** What the announcer works with. */
export interface AnnouncerParts {
  readonly store: Store;
  readonly outbox: AnnouncementOutbox;
  readonly people: AnnouncementPeople;
  /** Every workshop, by start. */
  readonly programme: () => readonly Workshop[];
  /** The same list until one of them changes. */
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** For who is in no list any more. */
  readonly usual: Pick<Recipient, "zone" | "language">;
  /** Who is told in private what an outage did. */
  readonly coordinators: () => Promise<readonly Recipient[]>;
  /** Ids of those who asked to be called by name in a room about some themes; nobody without it. */
  readonly calledIn?: (to: Address, themes: readonly string[]) => Promise<readonly string[]>;
  /** A key of at most 25 characters for a reply. */
  readonly keyOf: (key: string) => string;
  readonly sayingIn: (language: Language) => LanguageSaying;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is known of the place of a row when it is sent. */
export interface PlaceNow {
  /** Others that wait there and nobody saw yet; read when asked. */
  readonly others: () => Promise<readonly PlannedAnnouncement[]>;
  /** How many late messages it may still be sent, and when the next for none. */
  readonly late: { readonly left: number; readonly nextAt: Date };
}

/** What becomes of a row at the moment of sending. */
export type Renewal =
  | {
      readonly kind: "send";
      readonly reply: Reply;
      /** Ids of the workshops it tells of. */
      readonly workshops: readonly string[];
      /** Whether it says that it comes late. */
      readonly isLate: boolean;
      /** The other rows it tells too, by key, and what it is kept as with them. */
      readonly merged: Merged | undefined;
    }
  /** It is looked at again then. */
  | { readonly kind: "wait"; readonly until: Date }
  | {
      readonly kind: "skip";
      readonly reason: SkipReason | "no-longer-wanted" | "quiet" | "nothing-to-tell";
    };

/** A row that tells others of its place too. */
export interface Merged {
  readonly covers: readonly string[];
  readonly planned: PlannedAnnouncement;
}
