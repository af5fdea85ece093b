import { personKey } from "../../../model/address.ts";
import type { Clock } from "../../../ports/clock.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { discordDocuments, platformName, type ReadPlace } from "../discord-documents.ts";
import { byAge, idBefore } from "../snowflake.ts";

/** How much of the talk of others is fetched again after a crash, at most. */
const mostPassed = 50;

/** Who wrote a message, and where. */
export interface HeardIn {
  readonly from: string;
  readonly isDirect: boolean;
  readonly guild: string | undefined;
}

/** How far each channel was read: what came after is fetched when the gateway may have missed it. */
export class ReadPlaces {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #places = new Map<string, ReadPlace>();
  /** By channel, the messages whose turn is under way and who wrote them. */
  readonly #underWay = new Map<string, Map<string, string>>();
  /** By channel, the newest message heard, for us or not. */
  readonly #newest = new Map<string, string>();
  /** By channel, how many were passed since its place was written. */
  readonly #passed = new Map<string, number>();
  /** By channel, the write under way. */
  readonly #writing = new Map<string, Promise<void>>();
  #holds = 0;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async load(): Promise<void> {
    for (const { id, document } of await this.#store.list(discordDocuments.places)) {
      this.#places.set(id, document);
    }
  }

  /** Every channel we were spoken to in. */
  all(): readonly (readonly [string, ReadPlace])[] {
    return [...this.#places];
  }

  has(channel: string): boolean {
    return this.#places.has(channel);
  }

  /** Who wrote a message whose turn is under way. */
  authorOf(channel: string, message: string): string | undefined {
    return this.#underWay.get(channel)?.get(message);
  }

  /** A message is about to have its turn: from here on it is found again after a crash. */
  async begin(channel: string, message: string, about: HeardIn): Promise<void> {
    const { from, guild } = about;
    const under = this.#underWay.get(channel) ?? new Map<string, string>();
    under.set(message, from);
    this.#underWay.set(channel, under);
    const place = this.#places.get(channel);
    if (place && !(await this.#isErased(channel, place))) return;
    const owner = about.isDirect ? personKey(platformName, from) : undefined;
    const { isDirect } = about;
    const [oldest = message] = [...under.keys()].toSorted(byAge);
    await this.#write(channel, { last: idBefore(oldest), isDirect, owner, guild, at: this.#at() });
  }

  /**
   * Its turn is over: what is older than any under way need not be found again.
   * @param parent of a thread, the channel it is under
   */
  async end(channel: string, message: string, parent?: string): Promise<void> {
    const under = this.#underWay.get(channel);
    under?.delete(message);
    if (under?.size === 0) this.#underWay.delete(channel);
    this.#hear(channel, message);
    const place = this.#places.get(channel);
    if (place) this.#places.set(channel, { ...place, parent, at: this.#at() });
    await this.#advance(channel);
  }

  /** We begin to answer in a thread of ours: what is said there is found again as well. */
  async open(thread: string, parent: string): Promise<void> {
    if (this.#places.has(thread)) return;
    const guild = this.#places.get(parent)?.guild;
    await this.#write(thread, { last: thread, isDirect: false, guild, parent, at: this.#at() });
  }

  /** A channel that is no more, or closed to us, is not read any further. */
  async drop(channel: string): Promise<void> {
    this.#forget(channel);
    await this.#store.write([remove(discordDocuments.places, channel)]);
  }

  /** Forgets how far somebody's direct messages were read, once that was erased from the store. */
  async forgetErased(owner: string): Promise<void> {
    const theirs = [...this.#places].filter(([, place]) => place.owner === owner);
    await Promise.all(theirs.map(([channel, place]) => this.#isErased(channel, place)));
  }

  /** Forgets channels nobody spoke to us in since an instant, as the purge does. */
  forgetBefore(instant: Date): void {
    for (const [channel, { at }] of this.#places) {
      if (Date.parse(at) < instant.getTime() && !this.#underWay.has(channel)) this.#forget(channel);
    }
  }

  /** A message that is not for us: it need not be fetched, though it is not worth a write of its own. */
  async pass(channel: string, message: string): Promise<void> {
    if (!this.#places.has(channel)) return;
    this.#hear(channel, message);
    const passed = (this.#passed.get(channel) ?? 0) + 1;
    this.#passed.set(channel, passed);
    if (passed >= mostPassed) await this.#advance(channel);
  }

  /** What is missing is being fetched: until that is over, no place moves beyond it. */
  hold(): void {
    this.#holds += 1;
  }

  /** All that was missing had its turn. */
  async release(): Promise<void> {
    this.#holds -= 1;
    await this.settle();
  }

  /** Puts on disk what was passed. */
  async settle(): Promise<void> {
    await Promise.all([...this.#newest.keys()].map((channel) => this.#advance(channel)));
  }

  #hear(channel: string, message: string): void {
    const newest = this.#newest.get(channel);
    if (newest === undefined || byAge(newest, message) < 0) this.#newest.set(channel, message);
  }

  /** Puts on disk how far a channel was read; its instant is that of when we were last spoken to. */
  async #advance(channel: string): Promise<void> {
    const known = this.#places.get(channel);
    if (!known || (await this.#isErased(channel, known))) return;
    const place = this.#places.get(channel);
    const reached = this.#reached(channel);
    if (place && reached !== undefined) await this.#write(channel, { ...place, last: reached });
  }

  /** Whether somebody was forgotten, and their place with them: then it is not known here either. */
  async #isErased(channel: string, { owner }: ReadPlace): Promise<boolean> {
    if (owner === undefined) return false;
    await this.#writing.get(channel);
    if ((await this.#store.get(discordDocuments.places, channel)) !== undefined) return false;
    this.#forget(channel);
    return true;
  }

  #forget(channel: string): void {
    this.#places.delete(channel);
    this.#newest.delete(channel);
    this.#passed.delete(channel);
  }

  /** How far a channel is read without a gap; undefined when that is no news. */
  #reached(channel: string): string | undefined {
    const newest = this.#newest.get(channel);
    if (this.#holds > 0 || newest === undefined) return undefined;
    const [oldest] = [...(this.#underWay.get(channel)?.keys() ?? [])].toSorted(byAge);
    const reached = oldest === undefined || byAge(newest, oldest) < 0 ? newest : idBefore(oldest);
    const last = this.#places.get(channel)?.last;
    return last === undefined || byAge(last, reached) < 0 ? reached : undefined;
  }

  async #write(channel: string, place: ReadPlace): Promise<void> {
    this.#places.set(channel, place);
    this.#passed.delete(channel);
    const writing = this.#store.write([put(discordDocuments.places, channel, place)]);
    const over = writing.catch(() => undefined);
    this.#writing.set(channel, over);
    try {
      await writing;
    } finally {
      if (this.#writing.get(channel) === over) this.#writing.delete(channel);
    }
  }

  #at(): string {
    return this.#clock.now().toISOString();
  }
}
