import type { LedgerEntry, LedgerState } from "../model/ledger-entry.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { Turns } from "../ports/turns.ts";
import { entryOf, givenUp } from "./announcement.ts";
import type { ClaimsAndPlans } from "./claims-and-plans.ts";
import type { HandOver } from "./hand-over.ts";
import { LatePace } from "./late-pace.ts";
import { NearbyRows } from "./nearby-rows.ts";
import { nextStep, retryAt } from "./next-step.ts";
import { outdatedRows } from "./outdated-rows.ts";
import type { Recheck, Verdict } from "./recheck.ts";
import { saying } from "./saying.ts";
import { wasNeverShown, wasUnseen } from "./was-never-shown.ts";
import type { Waiting } from "./waiting-rows.ts";

/** What sending announcements needs. */
export interface AnnouncingParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox" | "ledger">;
  readonly handOver: HandOver;
  readonly clock: Clock;
  readonly log: Log;
  readonly recheck: Recheck;
  /** The turns of people, by `personKey`: what writes about somebody must not cross an erasure. */
  readonly queue: Turns;
  /** What is planned meanwhile must not cross what is claimed. */
  readonly claims: ClaimsAndPlans;
}

/** What came of looking at an announcement: its row is gone, or not yet; it holds up those behind it or not. */
export type Outcome =
  | { readonly kind: "gone" }
  | {
      readonly kind: "left";
      readonly dueAt: number;
      readonly holdsUp: boolean;
      readonly isFailing: boolean;
    };

/** From this try on, what comes after in its room need not wait for it. */
const mostHolding = 3;
const longestWhy = 200;

const toldInAnother = { kind: "skipped", reason: "told-in-another" } as const;

/** Brings announcements to their rooms: each state is durable before the next step. */
export class Announcing {
  readonly #parts: AnnouncingParts;
  /** What platforms said of messages whose end could not be written yet. */
  readonly #shown = new Map<string, readonly string[]>();
  readonly #pace = new LatePace();

  constructor(parts: AnnouncingParts) {
    this.#parts = parts;
  }

  /**
   * Sends an announcement if it is due.
   * @param nearby keys of what waits for the same room and is due
   * @throws StoreError when its state cannot be written
   */
  async attempt(waiting: Asked, nearby: readonly string[] = []): Promise<Outcome> {
    const { store, documents, claims } = this.#parts;
    const row = await store.get(documents.outbox, waiting.key);
    if (!row) return { kind: "gone" };
    for (const { reply } of await outdatedRows(row, nearby, this.#parts)) {
      // In order: who reads what is no longer so reads the notice of it afterwards.
      // oxlint-disable-next-line no-await-in-loop
      await this.attempt({ key: reply.key, isHurried: true });
    }
    const claimed = await this.#inTurnOf(row, () =>
      claims.claim(() => this.#claim(waiting, nearby)),
    );
    return "row" in claimed ? this.#send(claimed, nearby) : claimed;
  }

  /** Decides, and writes that it is being sent before it is. */
  async #claim({ key, isHurried }: Asked, nearby: readonly string[]): Promise<Claimed | Outcome> {
    const { store, documents, clock, log, recheck } = this.#parts;
    const row = await store.get(documents.outbox, key);
    if (!row) return { kind: "gone" };
    const now = clock.now();
    const step = nextStep(row, now, isHurried);
    if (step.kind === "wait") {
      const holdsUp = row.state.kind !== "waiting" && attemptsOf(row) < mostHolding;
      const isFailing = row.state.kind === "failed";
      return { kind: "left", dueAt: step.until.getTime(), holdsUp, isFailing };
    }
    if (step.kind === "give-up") return this.#end(row, givenUp(row, step.reason));
    if (await this.#isBeforeItsTime(row)) return left(retryAt(1, now));
    const isUnseen = wasUnseen(row);
    const reading = new NearbyRows(row, isUnseen ? nearby : [], this.#parts);
    const late = this.#pace.look(row.reply.to, now);
    let verdict: Verdict;
    try {
      verdict = await recheck(row, now, { others: () => reading.read(), late });
    } catch (cause) {
      // What could not be checked is not sent; it may be at a later tick.
      log.error("announcement-not-checked", cause, { key });
      return left(retryAt(1, now));
    }
    if (verdict.kind === "skip") return this.#end(row, { kind: "skipped", reason: verdict.reason });
    if (verdict.kind === "wait") return left(verdict.until);
    const attempts = attemptsOf(row) + 1;
    const claimed: OutboxRow = {
      ...(isUnseen ? saying(row, verdict) : row),
      state: { kind: "sending", since: now.toISOString(), attempts },
    };
    const covered = isUnseen ? await reading.covered(verdict.merged?.covers ?? []) : [];
    await store.write([
      put(documents.outbox, key, claimed),
      ...this.#note(claimed, { kind: "sending", attempts }),
      ...covered.flatMap((one) => this.#over(one, toldInAnother)),
    ]);
    return { row: claimed, isUnseen, isLate: verdict.isLate === true };
  }

  /** Whether what it says anew in its place may still be shown there as it was. */
  async #isBeforeItsTime({ reply: { replaces, isOnlyInPlace } }: OutboxRow): Promise<boolean> {
    const { store, documents } = this.#parts;
    if (isOnlyInPlace !== true || replaces === undefined) return false;
    return (await store.get(documents.outbox, replaces)) !== undefined;
  }

  async #send(
    { row: claimed, isUnseen, isLate }: Claimed,
    nearby: readonly string[],
  ): Promise<Outcome> {
    const { handOver, clock, claims } = this.#parts;
    const { key, to } = claimed.reply;
    let message: string | undefined;
    try {
      message = await handOver.send(claimed.reply);
    } catch (cause) {
      const isStillUnseen = isUnseen && (!handOver.knows(claimed.reply) || wasNeverShown(cause));
      return this.#inTurnOf(claimed, () => this.#fail(claimed, cause, isStillUnseen));
    }
    if (isLate) this.#pace.note(to, clock.now());
    const known = this.#shown.get(key) ?? [];
    const messages = [...new Set(message === undefined ? known : [...known, message])];
    this.#shown.set(key, messages);
    const outcome = await this.#inTurnOf(claimed, () =>
      claims.claim(async () => {
        // What it corrects must not be read after it.
        const outdated = await outdatedRows(claimed, nearby, this.#parts);
        return this.#end(claimed, shownState(claimed, messages), outdated);
      }),
    );
    this.#shown.delete(key);
    return outcome;
  }

  async #fail(row: OutboxRow, cause: unknown, isUnseen: boolean): Promise<Outcome> {
    const attempts = attemptsOf(row);
    const { store, documents, clock, log } = this.#parts;
    const { key, to } = row.reply;
    log.error("announcement-not-sent", cause, { platform: to.platform, key, attempts });
    // Erased on somebody's demand meanwhile: nothing is written down again, nor whom it called.
    const kept = await store.get(documents.outbox, key);
    if (kept === undefined) return { kind: "gone" };
    const now = clock.now();
    const nextTryAt = retryAt(attempts, now);
    const failure = {
      kind: "failed",
      attempts,
      why: whyOf(cause),
      ...(isUnseen && { isUnseen }),
    } as const;
    const state = { ...failure, nextTryAt: nextTryAt.toISOString() };
    await store.write([
      put(documents.outbox, key, { ...kept, state }),
      ...this.#note(row, { ...failure, isGivenUp: false }),
    ]);
    return { ...left(nextTryAt), holdsUp: attempts < mostHolding, isFailing: true };
  }

  /** @param needless others that it ends too */
  async #end(
    row: OutboxRow,
    state: LedgerState,
    needless: readonly OutboxRow[] = [],
  ): Promise<Outcome> {
    const { store, documents, log } = this.#parts;
    const { key, to } = row.reply;
    if ((await store.get(documents.outbox, key)) === undefined) return { kind: "gone" };
    await store.write([
      ...this.#over(row, state),
      ...needless.flatMap((one) => this.#over(one, toldInAnother)),
    ]);
    const campaign = row.announced?.campaign;
    log.info("announcement-over", { platform: to.platform, key, campaign, state: state.kind });
    return { kind: "gone" };
  }

  #over(row: OutboxRow, state: LedgerState): Change[] {
    return [remove(this.#parts.documents.outbox, row.reply.key), ...this.#note(row, state)];
  }

  #note(row: OutboxRow, state: LedgerState): Change[] {
    const { documents, clock } = this.#parts;
    const entry: LedgerEntry | undefined = entryOf(row, state, clock.now());
    return entry ? [put(documents.ledger, row.reply.key, entry)] : [];
  }

  /** What is for a room may call people: see `forgetMentions`. */
  #inTurnOf<T>({ owner, reply }: OutboxRow, task: () => Promise<T>): Promise<T> {
    return this.#parts.queue.run(owner ?? reply.key, task);
  }
}

/** A row to be tried. */
type Asked = Pick<Waiting, "key" | "isHurried">;

/** A row that was written down as being sent. */
interface Claimed {
  readonly row: OutboxRow;
  /** Whether nobody can have seen it before this try. */
  readonly isUnseen: boolean;
  readonly isLate: boolean;
}

function left(until: Date): Extract<Outcome, { kind: "left" }> {
  return { kind: "left", dueAt: until.getTime(), holdsUp: false, isFailing: false };
}

/** Where what it was to change in its place does not stand any more, it showed nothing. */
function shownState({ reply }: OutboxRow, messages: readonly string[]): LedgerState {
  if (reply.isOnlyInPlace !== true || messages.length > 0) return { kind: "sent", messages };
  return { kind: "skipped", reason: "nothing-to-correct" };
}

/** Tries made. */
function attemptsOf({ state }: OutboxRow): number {
  return state.kind === "waiting" ? 0 : state.attempts;
}

function whyOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, longestWhy);
}
