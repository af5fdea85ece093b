import { revise } from "../../../handoff/change-state.ts";
import { dueFor, type Due } from "../../../handoff/due.ts";
import { SATISFACTION_MARK } from "../../../handoff/due-to-asker.ts";
import type { Surroundings } from "../../../handoff/ladder.ts";
import { DAY_MS } from "../../../model/durations.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { surroundingsOf } from "../surroundings.ts";
import { isAbsenceDue, tellAbsence } from "./absence-notice.ts";
import { told } from "./acts-to-asker.ts";
import { carryOutDue, type Passing } from "./carry-out-due.ts";
import { DailyLists } from "./daily-lists.ts";
import { holdBack, isOnItsWay, mayTell, toldByWrongClock, wishedNotice } from "./notice-asker.ts";
import { SpokenTimes } from "./spoken-times.ts";
import { YearlySheets } from "./yearly-sheets.ts";

/** Does what time alone does to requests. Source: HANDOFF.md, 3 and 6. */
export class DueRequests {
  readonly #parts: HandoffParts;
  readonly #book: RequestBook;
  readonly #lists: DailyLists;
  readonly #sheets: YearlySheets;
  readonly #spoken: SpokenTimes;
  /** People a notice is on its way to: nothing is added to it. */
  readonly #awaited = new Set<string>();

  constructor(parts: HandoffParts, book: RequestBook) {
    this.#parts = parts;
    this.#book = book;
    this.#lists = new DailyLists(parts);
    this.#sheets = new YearlySheets(parts);
    this.#spoken = new SpokenTimes(book);
  }

  /** Called at each tick: where nothing is due, nothing is read. */
  async pass(): Promise<void> {
    const now = this.#parts.clock.now();
    const all = await this.#all();
    await this.#try(() => this.#holdBack(all, now));
    const around = await surroundingsOf({ parts: this.#parts, book: this.#book, now }, [
      ...all.values(),
    ]);
    const live = [...all.values()].filter((request) => mayBeDue(request, now));
    this.#spoken.keepOnly(new Set(live.map(({ id }) => id)));
    for (const { id } of live) {
      // One after the other: what one person is told of a request counts for their others.
      // oxlint-disable-next-line no-await-in-loop
      await this.#try(() => this.#passOver(id, all, around));
    }
    await this.#try(() => this.#lists.pass({ requests: [...all.values()], staff: around, now }));
    await this.#try(() => this.#sheets.pass(now));
  }

  async #passOver(id: string, all: Map<string, Request>, around: Surroundings): Promise<void> {
    const seen = all.get(id);
    const others = [...all.values()];
    if (!seen || !(await this.#isAnythingDue(seen, { ...around, others }))) return;
    await this.#book.holding([id], async () => {
      const done = new Set<Due["kind"]>();
      for (;;) {
        // Each is written before the next is looked for.
        // oxlint-disable-next-line no-await-in-loop
        const request = await this.#book.get(id);
        if (!request) all.delete(id);
        else all.set(id, request);
        if (!request) return;
        const beside = { ...around, others: [...all.values()] };
        // oxlint-disable-next-line no-await-in-loop
        const isDone = await this.#doNext(request, done, beside);
        if (!isDone) return;
      }
    });
  }

  /** Before anything else is told: what is on its way to a person counts for all of their requests. */
  async #holdBack(all: Map<string, Request>, now: Date): Promise<void> {
    this.#awaited.clear();
    const passing = { book: this.#book, parts: this.#parts, now };
    for (const one of [...all.values()].filter((request) => wasTold(request, now))) {
      const { id } = one;
      const isAhead = toldByWrongClock(one, now) !== undefined;
      // oxlint-disable-next-line no-await-in-loop
      if (!isAhead && !(await isOnItsWay(one, this.#parts))) continue;
      // oxlint-disable-next-line no-await-in-loop
      await this.#book.holding([id], async () => {
        const found = await this.#book.get(id);
        const right = found && toldByWrongClock(found, now);
        if (found && right) await this.#parts.store.write([this.#book.change(found, right)]);
        const request = right ?? found;
        if (request) all.set(id, request);
        if (!request?.asker || !(await holdBack(request, passing))) return;
        this.#awaited.add(request.asker.person);
        const after = await this.#book.get(id);
        if (after) all.set(id, after);
      });
    }
  }

  /** Looked at before it is held: most ticks do nothing to most requests. */
  async #isAnythingDue(request: Request, around: Surroundings): Promise<boolean> {
    const { now, others } = around;
    const passing = { book: this.#book, parts: this.#parts, now, spoken: this.#spoken };
    if (dueFor(request, around).length > 0) return true;
    if (wishedNotice(request) !== undefined && mayTell(request, others, passing)) return true;
    return isAbsenceDue(request, around, passing);
  }

  /** Does the first thing that is due and was not tried yet. @returns whether there was one */
  async #doNext(request: Request, done: Set<Due["kind"]>, around: Surroundings): Promise<boolean> {
    const { store, log } = this.#parts;
    const { now } = around;
    const passing = { book: this.#book, parts: this.#parts, now };
    const isOneOnItsWay = request.asker !== undefined && this.#awaited.has(request.asker.person);
    const due = dueFor(request, around).find(
      ({ kind }) => !done.has(kind) && !(isOneOnItsWay && toAsker.has(kind)),
    );
    if (due) {
      done.add(due.kind);
      const changes = await carryOutDue(due, request, passing);
      if (!changes) return true;
      await store.write(changes);
      log.info("handoff-due", {
        request: request.number,
        due: due.kind,
        state: request.state.kind,
      });
      return true;
    }
    const said = isOneOnItsWay ? undefined : await this.#sayBesides(request, around, passing);
    if (!said || said.changes.length === 0) return false;
    await store.write(said.changes);
    log.info("handoff-due", { request: request.number, due: said.kind, state: request.state.kind });
    return true;
  }

  /** What is told besides what is due by the clock: what people did, and that it is closed. */
  async #sayBesides(
    request: Request,
    around: Surroundings,
    passing: Passing,
  ): Promise<{ readonly kind: string; readonly changes: readonly Change[] } | undefined> {
    const wished = wishedNotice(request);
    if (wished && mayTell(request, around.others, passing)) {
      const after = revise(request, {}, passing.now);
      const kind = `told-${wished}`;
      return { kind, changes: await told(request, after, { kind, notice: wished }, passing) };
    }
    const looking = { ...passing, spoken: this.#spoken };
    if (!(await isAbsenceDue(request, around, looking))) return undefined;
    return { kind: "told-absence", changes: await tellAbsence(request, passing) };
  }

  /** Every request there is, read again only once one changed. */
  async #all(): Promise<Map<string, Request>> {
    const all = await this.#book.all();
    return new Map(all.map((request) => [request.id, request]));
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      this.#parts.log.error("handoff-pass-failed", cause);
    }
  }
}

/** What is said to who asked, and waits while something else is on its way to them. */
const toAsker: ReadonlySet<Due["kind"]> = new Set([
  "tell-asker",
  "give-up",
  "put-aside",
  "refer",
  "ask-satisfaction",
]);

const over: ReadonlySet<Request["state"]["kind"]> = new Set([
  "referred",
  "withdrawn",
  "merged",
  "spam",
]);

/** What is over is due nothing any more once its asker was asked what they thought of it, or long after. */
function mayBeDue(request: Request, now: Date): boolean {
  const { state, asker, marks } = request;
  if (over.has(state.kind) || (state.kind === "closed" && asker === undefined)) return false;
  if (state.kind !== "closed") return true;
  const sinceMs = now.getTime() - Date.parse(state.since);
  return sinceMs < ASKED_WITHIN_MS && !marks.some(({ kind }) => kind === SATISFACTION_MARK);
}

/** See `dueFor`: nobody is asked what they thought of it later than that. */
const ASKED_WITHIN_MS = 30 * DAY_MS;

/** Whether a notice may still be on its way: what waits in the outbox is given up after a week. */
function wasTold({ lastNoticeAt }: Request, now: Date): boolean {
  return lastNoticeAt !== undefined && now.getTime() - Date.parse(lastNoticeAt) < 8 * DAY_MS;
}
