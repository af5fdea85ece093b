import { isOpen, type Request } from "../../model/request.ts";
import { messageId, type RequestMessage } from "../../model/request-message.ts";
import { put, type Change } from "../../ports/store.ts";
import type { HandoffParts } from "./handoff-parts.ts";

/** Requests and their messages as they are stored. Whoever changes one holds it: see `holding`. */
export class RequestBook {
  readonly #parts: Pick<HandoffParts, "store" | "knowledge" | "queue">;
  /** They were read after so many writes: asked at every message, they are not read again until one changes. */
  #read: { readonly writes: number; readonly all: readonly Request[] } | undefined;
  /** The highest number given in this process: it may not be on disk yet. */
  #lastNumber = 0;

  constructor(parts: Pick<HandoffParts, "store" | "knowledge" | "queue">) {
    this.#parts = parts;
  }

  async all(): Promise<readonly Request[]> {
    const { store, knowledge } = this.#parts;
    const { requests } = knowledge().documents;
    const writes = store.writesOf(requests.collection);
    if (this.#read?.writes !== writes) {
      const found = await store.list(requests);
      this.#read = { writes, all: found.map(({ document }) => document) };
    }
    return this.#read.all;
  }

  async get(id: string): Promise<Request | undefined> {
    const { store, knowledge } = this.#parts;
    return store.get(knowledge().documents.requests, id);
  }

  /** Those of one person, the latest first. @param person see `personKey` */
  async of(person: string): Promise<readonly Request[]> {
    const found = (await this.all()).filter(({ asker }) => asker?.person === person);
    return found.toSorted((one, other) => other.at.localeCompare(one.at));
  }

  /** What was said of a request, in order. */
  async messages(id: string): Promise<readonly RequestMessage[]> {
    const { store, knowledge } = this.#parts;
    const { requestMessages } = knowledge().documents;
    const positions = Array.from({ length: (await this.get(id))?.messages ?? 0 }, (_, at) => at);
    // By their ids: all the texts of everybody need not be opened for one request.
    const found = await Promise.all(
      positions.map((position) => store.get(requestMessages, messageId(id, position))),
    );
    return found.flatMap((message) => message ?? []);
  }

  /**
   * Runs a task while nobody else changes some requests: read them inside it. What follows a turn of a person
   * holds that person's queue first, then requests; never the other way, or two would wait for each other.
   */
  async holding<T>(ids: readonly string[], task: () => Promise<T>): Promise<T> {
    const [first, ...others] = [...new Set(ids)].toSorted();
    if (first === undefined) return task();
    return this.#parts.queue.run(`request ${first}`, () => this.holding(others, task));
  }

  /** Runs a task while nobody else changes the open requests and drafts of a person. */
  async holdingThoseOf<T>(person: string, task: () => Promise<T>): Promise<T> {
    const theirs = (await this.of(person)).filter((request) => mayChange(request));
    return this.holding(
      theirs.map(({ id }) => id),
      task,
    );
  }

  /** The next number; given once, whatever becomes of it. */
  async newNumber(): Promise<number> {
    const numbers = (await this.all()).map(({ number }) => number);
    this.#lastNumber = Math.max(this.#lastNumber, ...numbers) + 1;
    return this.#lastNumber;
  }

  /**
   * The change that stores what became of a request.
   * @param before as it was read, held
   * @throws Error when it was not made from the one it follows: two changes crossed
   */
  change(before: Request | undefined, after: Request): Change {
    if (after.revision !== (before?.revision ?? 0) + 1) {
      throw new Error(`request ${after.number} was changed by two at once`);
    }
    return put(this.#parts.knowledge().documents.requests, after.id, after);
  }

  /** The change that notes what happened, without a word of it; made from the request as it is after. */
  record(after: Request, kind: string, by: string, now: Date): Change {
    const { requestEvents } = this.#parts.knowledge().documents;
    const { number, team } = after;
    const id = `${after.id}.${after.revision}.${kind}`;
    return put(requestEvents, id, { number, kind, by, team, at: now.toISOString() });
  }

  /** The change that stores a message. */
  keep(message: RequestMessage): Change {
    const { requestMessages } = this.#parts.knowledge().documents;
    return put(requestMessages, messageId(message.request, message.position), message);
  }
}

/** Not over, or it may be reopened or is still asked about. */
export function mayChange(request: Request): boolean {
  const { kind } = request.state;
  const lately = ["draft", "resolved", "closed", "referred", "unanswered"];
  return isOpen(request) || lately.includes(kind);
}
