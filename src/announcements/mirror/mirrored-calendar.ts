import { PlaceRefused } from "../../model/errors.ts";
import type { StoredDocuments } from "../../model/stored-documents.ts";
import { mirrorId, type CalendarName, type MirroredEvent } from "../../model/stored-mirror.ts";
import type { CalendarMirror } from "../../ports/calendar-mirror.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import { put, remove, type Change, type Store } from "../../ports/store.ts";
import { EventsThere } from "./events-there.ts";
import { isToCome, planEvents, type EventToWrite } from "./plan-events.ts";
import type { WantedEvents } from "./wanted-events.ts";
import { HOUR_MS, MINUTE_MS } from "../../model/durations.ts";

/** What the events of one calendar are kept with. */
export interface MirroredCalendarParts {
  readonly name: CalendarName;
  readonly mirror: CalendarMirror;
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "mirroredEvents" | "closedCalendars">;
  readonly clock: Clock;
  readonly log: Log;
  /** The changes that tell coordinators that an event was changed by hand. */
  readonly tellEdited: (event: MirroredEvent) => Promise<readonly Change[]>;
  /** Those that tell them that nothing may be written in the calendar. */
  readonly tellClosed: () => Promise<readonly Change[]>;
}

/** Asked in vain, a calendar is left alone so long, unless something changes in it. */
const CLOSED_MS = HOUR_MS;
const BEHIND_MS = 10 * MINUTE_MS;
/** After so many faults in a row, the rest would fail as well. */
const MOST_FAULTS = 3;

/**
 * Has a platform's own calendar show the programme. What is to be done is found by comparing, and written
 * down before it is asked for: after a crash, what may have been done is looked for among the events there.
 */
export class MirroredCalendar {
  readonly #parts: MirroredCalendarParts;
  /** Something may have changed there since we looked. */
  #isToLookAt = true;
  #leftUntilMs = 0;

  constructor(parts: MirroredCalendarParts) {
    this.#parts = parts;
  }

  /** Something changed there: it is looked at the next time. */
  changed(): void {
    this.#isToLookAt = true;
    this.#leftUntilMs = 0;
  }

  /** Does what is to be done. Never throws: what fails is tried again later. @param isStopping ends it early */
  async bring(wanted: WantedEvents, isStopping: () => boolean): Promise<void> {
    const { clock, log, name } = this.#parts;
    const now = clock.now();
    if (now.getTime() < this.#leftUntilMs) return;
    try {
      await this.#bring(wanted, now, isStopping);
    } catch (cause) {
      // What was under way is given up: at the next start it is looked for.
      if (isStopping()) return;
      this.#isToLookAt = true;
      this.#leaveFor(cause instanceof PlaceRefused ? CLOSED_MS : BEHIND_MS);
      if (cause instanceof PlaceRefused) await this.#close();
      else log.error("calendar-behind", cause, { ...name });
    }
  }

  async #bring(wanted: WantedEvents, now: Date, isStopping: () => boolean): Promise<void> {
    const { mirror, name } = this.#parts;
    const known = await this.#known();
    const { toCancel, toWrite } = planEvents({
      wanted: new Map([...wanted.events].map(([id, draft]) => [id, mirror.fit(draft)])),
      unsettled: wanted.unsettled,
      known,
      mostEvents: mirror.mostEvents,
      now,
    });
    if (!this.#isToLookAt && toCancel.length + toWrite.length === 0) return;
    // Before: what changes meanwhile is looked at again.
    this.#isToLookAt = false;
    const there = new EventsThere(await mirror.list(name.calendar), known);
    const steps = [
      () => this.#tellEdits(known, there, now),
      ...toCancel.map((one) => () => this.#cancel(one, there)),
      ...toWrite.map((one) => () => this.#write(one, there)),
      () => this.#cancelDoubles(there),
    ];
    await this.#doAll(steps, isStopping);
  }

  /** One after the other: a calendar that refuses one event may take the next. */
  async #doAll(steps: readonly (() => Promise<void>)[], isStopping: () => boolean): Promise<void> {
    let faults = 0;
    for (const step of steps) {
      if (isStopping()) return;
      try {
        // oxlint-disable-next-line no-await-in-loop
        await step();
      } catch (cause) {
        faults += 1;
        if (isStopping() || cause instanceof PlaceRefused || faults >= MOST_FAULTS) throw cause;
        this.#parts.log.error("event-not-mirrored", cause, { ...this.#parts.name });
        this.#isToLookAt = true;
        this.#leaveFor(BEHIND_MS);
      }
    }
  }

  async #write({ workshop, event, known }: EventToWrite, there: EventsThere): Promise<void> {
    const { mirror, name } = this.#parts;
    const before = there.take(known, event);
    const asked = { ...name, workshop, asked: event };
    await this.#keep({ ...asked, shown: before, isUnsure: true });
    const changed = before && (await mirror.change(name.calendar, before.id, event));
    const shown = changed ?? (await mirror.create(name.calendar, event));
    // An answer that was lost may have been asked for twice: looked at once more, that is seen.
    this.#isToLookAt ||= !changed;
    await this.#keep({ ...asked, shown }, await this.#openAgain());
  }

  async #cancel(known: MirroredEvent, there: EventsThere): Promise<void> {
    const { mirror, name, store, documents } = this.#parts;
    const shown = there.take(known, known.asked);
    if (shown) await mirror.cancel(name.calendar, shown.id);
    await store.write([remove(documents.mirroredEvents, mirrorId(name, known.workshop))]);
  }

  async #cancelDoubles(there: EventsThere): Promise<void> {
    const { mirror, name } = this.#parts;
    // There should be none.
    // oxlint-disable-next-line no-await-in-loop
    for (const { id } of there.doubles()) await mirror.cancel(name.calendar, id);
  }

  async #tellEdits(known: readonly MirroredEvent[], there: EventsThere, now: Date): Promise<void> {
    const { tellEdited, log, name } = this.#parts;
    for (const one of known) {
      const isOurs = one.isUnsure === true || !isToCome(one, now) || there.isAsWritten(one);
      if (isOurs || one.isEditTold === true) continue;
      log.info("event-edited-by-hand", { ...name, workshop: one.workshop });
      // Few, and each in one write with what tells of it.
      // oxlint-disable-next-line no-await-in-loop
      await this.#keep({ ...one, isEditTold: true }, await tellEdited(one));
    }
  }

  async #known(): Promise<readonly MirroredEvent[]> {
    const { store, documents, name } = this.#parts;
    const found = await store.list(documents.mirroredEvents, [name.calendar]);
    return found
      .map(({ document }) => document)
      .filter((one) => one.platform === name.platform && one.calendar === name.calendar);
  }

  async #keep(one: Omit<MirroredEvent, "at">, alongside: readonly Change[] = []): Promise<void> {
    const { store, documents, clock, name } = this.#parts;
    const kept = { ...one, at: clock.now().toISOString() };
    const id = mirrorId(name, one.workshop);
    await store.write([put(documents.mirroredEvents, id, kept), ...alongside]);
  }

  /** Told once, until something can be written again. */
  async #close(): Promise<void> {
    const { store, documents, clock, log, name, tellClosed } = this.#parts;
    if (await store.get(documents.closedCalendars, mirrorId(name))) return;
    log.warn("calendar-closed", {
      ...name,
      remedy: "give the assistant's role the right to create events there; doctor tells more",
    });
    const at = clock.now().toISOString();
    const closed = put(documents.closedCalendars, mirrorId(name), { at });
    await store.write([closed, ...(await tellClosed())]);
  }

  async #openAgain(): Promise<readonly Change[]> {
    const { store, documents, name } = this.#parts;
    const closed = await store.get(documents.closedCalendars, mirrorId(name));
    return closed ? [remove(documents.closedCalendars, mirrorId(name))] : [];
  }

  #leaveFor(ms: number): void {
    this.#leftUntilMs = this.#parts.clock.now().getTime() + ms;
  }
}
