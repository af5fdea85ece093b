import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import {
  announcerPlaceId,
  storedAnnouncerPlace,
  storedToldWorkshops,
  type ToldWorkshop,
} from "../model/stored-announcer.ts";
import {
  targetOf,
  usualQuietHours,
  type Recipient,
  type Subscription,
} from "../model/subscription.ts";
import { put, remove } from "../ports/store.ts";
import { sameValue } from "../workshops/same-value.ts";
import { afterWaiting, readAwaited } from "./after-waiting.ts";
import type {
  AnnouncementRow,
  AnnouncerParts,
  Enqueue,
  PlaceNow,
  Renewal,
  ToldRecipient,
} from "./announcer-ports.ts";
import type { CatchUpSummary } from "./catch-up.ts";
import { indexSubscriptions, type Cohort } from "./cohorts.ts";
import { announcementRow } from "./announcement-row.ts";
import { correctionRows, type Correction } from "./correction-rows.ts";
import { foresee, type ConcernedReaders, type ForeseenRow, type Intended } from "./foresee.ts";
import { readRow } from "./keep-row.ts";
import { newsSince, type News } from "./news-since.ts";
import { onceADay } from "./once-a-day.ts";
import { plan, windowSince, type Plan } from "./plan.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";
import type { Occasion, Programme, Window } from "./programme.ts";
import { quietPlace, renewRow } from "./renew-row.ts";
import { summaryRows } from "./summary-rows.ts";
import type { WordsContent } from "./words/words-of.ts";
import { wordsOf } from "./words/words-of.ts";
import { isNewSinceDigest } from "./is-new-since-digest.ts";

/**
 * Puts in the outbox what is due at each tick, and says it anew when it is sent. How far it has come and what
 * people know by now are stored in the same write as the messages: after a crash, nothing is lost nor twice.
 */
export class Announcer {
  readonly #parts: AnnouncerParts;
  #indexed: IndexedSubscriptions | undefined;
  /** What people know, once read: nobody else writes it. */
  #told: ReadonlyMap<string, ToldWorkshop> | undefined;

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
  }

  /** Until when everything due was planned; undefined before the first tick. For a watchdog. */
  async lastTickAt(): Promise<Date | undefined> {
    const place = await this.#parts.store.get(storedAnnouncerPlace, announcerPlaceId);
    return place && new Date(place.lastTickAt);
  }

  /** Plans what became due since the last tick. @throws StoreError, and the next tick begins where this did */
  async tick(): Promise<void> {
    await this.#parts.outbox.plan((enqueue) => this.#tick(enqueue));
  }

  async #tick(enqueue: Enqueue): Promise<void> {
    const { outbox, clock, log } = this.#parts;
    const now = clock.now();
    const last = await this.lastTickAt();
    if (last && last > now) log.warn("clock-moved-back", { seconds: (+last - +now) / 1000 });
    const known = await this.#readTold();
    const news = newsSince(last ? known : undefined, this.#parts.programme(), now);
    const window = windowSince(last, now);
    const programme = await this.#programme(news);
    const planned = await this.#plan(programme, window);
    const awaited = await readAwaited(programme, outbox);
    const content = await this.#content(now, known);
    const corrected = await this.#correct(news.corrections, content);
    const wanted = await this.#spread(afterWaiting(planned.rows, awaited), now);
    const rows = [...wanted, ...corrected].flatMap(
      (row) => announcementRow(row, content, this.#parts.keyOf) ?? [],
    );
    const { summary } = planned;
    const summaries = summary ? await this.#summaries(summary, content) : [];
    const place = { lastTickAt: now.toISOString() };
    await enqueue(
      [...rows, ...summaries],
      [
        put(storedAnnouncerPlace, announcerPlaceId, place),
        ...[...news.told].map(([id, one]) => put(storedToldWorkshops, id, one)),
        ...news.forgotten.map((id) => remove(storedToldWorkshops, id)),
      ],
    );
    const isForgotten = (id: string) => news.forgotten.includes(id);
    this.#told = new Map([...known, ...news.told].filter(([id]) => !isForgotten(id)));
    if (rows.length > 0) log.info("announcements-planned", { rows: rows.length });
  }

  /**
   * What would be sent to whom: for a preview, by the very plan that sends it.
   * @param about the id of the workshop that is changed; undefined for a new one
   */
  async readersOf(about?: string): Promise<(intended: Intended) => readonly ForeseenRow[]> {
    const { clock, outbox } = this.#parts;
    const now = clock.now();
    const { cohorts } = await this.#subscriptions();
    const around = { now, cohorts, broadcasts: await outbox.broadcasts(now) };
    if (about === undefined || !(await this.#readTold()).has(about)) {
      return (one) => foresee(one, { ...around, concerned: undefined, waiting: [] });
    }
    const [change, cancellation, waiting] = await Promise.all([
      this.#concerned(about, "change"),
      this.#concerned(about, "cancellation"),
      outbox.waitingOf(about),
    ]);
    const known = { ...around, concerned: { change, cancellation }, waiting };
    return (one) => foresee(one, known);
  }

  /** A message at the moment of sending, see `renewRow`: its words of now, or why it is not sent. */
  async renew(kept: PlannedAnnouncement, place: PlaceNow = quietPlace): Promise<Renewal> {
    const now = this.#parts.clock.now();
    const content = await this.#content(now, await this.#readTold());
    return renewRow(readRow(kept), place, { ...this.#parts, content });
  }

  async #readTold(): Promise<ReadonlyMap<string, ToldWorkshop>> {
    if (this.#told) return this.#told;
    const stored = await this.#parts.store.list(storedToldWorkshops);
    this.#told = new Map(stored.map(({ id, document }) => [id, document]));
    return this.#told;
  }

  /** Indexed again only when one of them changed: they may be a hundred thousand. */
  async #subscriptions(): Promise<IndexedSubscriptions> {
    const of = await this.#parts.subscriptions();
    if (this.#indexed?.of === of) return this.#indexed;
    const byTarget = new Map(of.map((one) => [targetOf(one), one]));
    this.#indexed = { of, byTarget, cohorts: indexSubscriptions(of) };
    return this.#indexed;
  }

  async #programme({ occasions }: News): Promise<Programme> {
    const { people, programme } = this.#parts;
    const workshops = programme();
    const { cohorts } = await this.#subscriptions();
    return {
      cohorts,
      workshops,
      attendees: await people.attendees(workshops),
      occasions: await Promise.all(occasions.map((occasion) => this.#withReaders(occasion))),
    };
  }

  async #withReaders(occasion: News["occasions"][number]): Promise<Occasion> {
    const { kind, workshops } = occasion;
    if (kind === "new") return { ...occasion, told: [], registered: [] };
    return { ...occasion, ...(await this.#concerned(workshops[0].id, kind)) };
  }

  async #concerned(id: string, kind: "change" | "cancellation"): Promise<ConcernedReaders> {
    const { outbox, people } = this.#parts;
    const [told, listed] = await Promise.all([outbox.toldOf(id), people.concerned(id, kind)]);
    const hoursOf = await this.#hoursOf();
    const registered = listed.filter(({ isSeated = true }) => isSeated);
    const inLine = listed.filter(({ isSeated = true }) => !isSeated);
    return { told: [...inLine, ...told.map(hoursOf)], registered };
  }

  /** Not two broadcasts a day to one reader. */
  async #spread(rows: readonly PlannedRow[], now: Date): Promise<readonly PlannedRow[]> {
    if (!rows.some(({ kind }) => kind === "new")) return rows;
    return onceADay(rows, await this.#parts.outbox.broadcasts(now));
  }

  /** The hours of who was told: who unsubscribed since was told all the same, and must know. */
  async #hoursOf(): Promise<(one: ToldRecipient) => Recipient> {
    const { byTarget } = await this.#subscriptions();
    const { usual } = this.#parts;
    return ({ to, person }) =>
      byTarget.get(targetOf({ to, person })) ?? { ...usual, to, person, quiet: usualQuietHours };
  }

  /** The announcements that read otherwise now, where they stand. */
  async #correct(
    corrections: readonly Correction[],
    content: WordsContent,
  ): Promise<readonly PlannedRow[]> {
    if (corrections.length === 0) return [];
    const { outbox } = this.#parts;
    const rows = await correctionRows(corrections, {
      now: content.now,
      standingOf: (workshop) => outbox.standingOf(workshop),
      recipientOf: await this.#hoursOf(),
    });
    const known = new Map(corrections.map(({ before }) => [before.id, before]));
    const asKnown = { ...content, find: (id: string) => known.get(id) ?? content.find(id) };
    return rows.filter((row) => !sameValue(saidBy(row, asKnown), saidBy(row, content)));
  }

  /** Planned again without what the outbox knows: rarely, for it knows nothing of what is due first. */
  async #plan(programme: Programme, window: Window): Promise<Plan> {
    const first = plan(programme, window);
    if (first.rows.length === 0) return first;
    const known = await this.#parts.outbox.known(first.rows.flatMap(keysOf));
    return known.size === 0 ? first : plan(programme, window, (key) => known.has(key));
  }

  async #content(now: Date, known: ReadonlyMap<string, ToldWorkshop>): Promise<WordsContent> {
    const { programme, sayingIn } = this.#parts;
    const workshops = programme();
    const { byTarget } = await this.#subscriptions();
    return {
      now,
      workshops,
      find: (id) => workshops.find((workshop) => workshop.id === id),
      isNew: ({ id }) => isNewSinceDigest(known.get(id), now),
      subscription: (target) => byTarget.get(target),
      sayingIn,
    };
  }

  async #summaries(
    summary: CatchUpSummary,
    content: WordsContent,
  ): Promise<readonly AnnouncementRow[]> {
    const { coordinators, keyOf } = this.#parts;
    return summaryRows(summary, { coordinators: await coordinators(), keyOf }, content);
  }
}

/** What people read of a row. */
function saidBy(row: PlannedRow, content: WordsContent): unknown {
  const words = wordsOf(row, content);
  return [words?.text, words?.choices];
}

interface IndexedSubscriptions {
  readonly of: readonly Subscription[];
  readonly byTarget: ReadonlyMap<string, Subscription>;
  readonly cohorts: readonly Cohort[];
}
