import type {
  AnnouncementOutbox,
  AnnouncementRow,
  Broadcasts,
  Enqueue,
  Renewal,
  StandingAnnouncement,
  ToldRecipient,
} from "../announcements/announcer-ports.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { Reply } from "../model/reply.ts";
import type { Change, Store } from "../ports/store.ts";
import { DAY_MS } from "../model/durations.ts";

/** An outbox that ends with the process: it sends each row once, at its hour, in their order. */
export class RehearsedOutbox implements AnnouncementOutbox {
  readonly #store: Store;
  readonly #known = new Set<string>();
  #standing: readonly StandingAnnouncement[] = [];
  readonly #sent: Broadcasts["sent"][number][] = [];
  readonly #told = new Map<string, Map<string, ToldRecipient>>();
  #waiting: readonly AnnouncementRow[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  async plan(task: (enqueue: Enqueue) => Promise<void>): Promise<void> {
    await task((rows, alongside) => this.enqueue(rows, alongside));
  }

  known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(keys.filter((key) => this.#known.has(key))));
  }

  /** As `Enqueue` says. */
  async enqueue(rows: readonly AnnouncementRow[], alongside: readonly Change[]): Promise<void> {
    await this.#store.write(alongside);
    const fresh = rows.filter(({ key }) => !this.#known.has(key));
    const covered = new Set(fresh.flatMap(({ covers }) => covers));
    for (const key of [...fresh.map(({ key: own }) => own), ...covered]) this.#known.add(key);
    this.#waiting = this.#waiting.filter(({ key }) => !covered.has(key));
    this.#wait(...fresh);
  }

  toldOf(workshop: string): Promise<readonly ToldRecipient[]> {
    return Promise.resolve([...(this.#told.get(workshop)?.values() ?? [])]);
  }

  waitingOf(workshop: string): Promise<readonly PlannedAnnouncement[]> {
    const theirs = this.#waiting.filter(({ workshops }) => workshops.includes(workshop));
    return Promise.resolve(theirs.flatMap(({ planned }) => planned ?? []));
  }

  broadcasts(now: Date): Promise<Broadcasts> {
    const from = now.getTime() - DAY_MS;
    const waiting = this.#waiting.flatMap(({ kind, planned }) =>
      kind === "new" && planned ? [planned] : [],
    );
    return Promise.resolve({ sent: this.#sent.filter(({ at }) => at.getTime() > from), waiting });
  }

  standingOf(workshop: string): Promise<readonly StandingAnnouncement[]> {
    const theirs = this.#standing.filter(({ workshops }) => workshops.includes(workshop));
    return Promise.resolve(theirs);
  }

  /** When the next row is due; undefined when none waits. */
  get nextAt(): Date | undefined {
    return this.#waiting[0]?.notBefore;
  }

  /**
   * Sends what is due, each row in its last words.
   * @param renew see `Announcer.renew`
   */
  async sendDue(
    now: Date,
    renew: (planned: PlannedAnnouncement) => Promise<Renewal>,
    send: (reply: Reply) => Promise<void>,
  ): Promise<void> {
    const due = this.#waiting.filter(({ notBefore }) => notBefore <= now);
    this.#waiting = this.#waiting.filter(({ notBefore }) => notBefore > now);
    for (const row of due) {
      const { planned, reply, usefulUntil } = row;
      if (now > usefulUntil) continue;
      // One after the other: rooms see them in their order.
      // oxlint-disable-next-line no-await-in-loop
      const renewed = planned && (await renew(planned));
      if (renewed?.kind === "skip") continue;
      if (renewed?.kind === "wait") {
        this.#wait({ ...row, notBefore: renewed.until });
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      await send(renewed?.reply ?? reply);
      if (row.kind === "new" || row.kind === "digest")
        this.#sent.push({ to: reply.to, person: planned?.person, at: now });
      if (planned?.kind === "new" && renewed) this.#stand(renewed);
      if (planned && renewed && !planned.isRegistered) this.#note(planned, renewed.workshops);
    }
  }

  #wait(...rows: readonly AnnouncementRow[]): void {
    this.#waiting = [...this.#waiting, ...rows].toSorted(
      (a, b) => a.notBefore.getTime() - b.notBefore.getTime(),
    );
  }

  #stand({ reply: { key, to, replaces }, workshops }: Extract<Renewal, { kind: "send" }>): void {
    const others = this.#standing.filter((one) => one.key !== replaces);
    this.#standing = [...others, { key, to, person: to.person, workshops }];
  }

  #note(planned: PlannedAnnouncement, workshops: readonly string[]): void {
    const { to, person } = planned;
    for (const workshop of workshops) {
      const told = this.#told.get(workshop) ?? new Map<string, ToldRecipient>();
      this.#told.set(workshop, told);
      told.set(JSON.stringify([to, person]), { to, person });
    }
  }
}
