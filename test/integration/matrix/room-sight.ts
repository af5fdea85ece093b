import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";

/** An event as a human's program shows it. */
export interface SeenEvent {
  readonly room: string;
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly content: unknown;
  readonly stateKey: string | undefined;
  /** It came encrypted and was read. */
  readonly isDecrypted: boolean;
  /** It came encrypted and could not be read. */
  readonly isUndecryptable: boolean;
  /** Milliseconds on this process's clock. */
  readonly seenAtMs: number;
}

/** Milliseconds somebody waits for what must come. */
const PATIENCE_MS = 90_000;

/** What somebody sees in their rooms, in order, and waits for. */
export class RoomSight {
  readonly #seen: SeenEvent[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #ids = new Set<string>();

  /** Takes an event in, as the server or the human's program gave it. */
  take(
    room: string,
    event: unknown,
    how: { isDecrypted: boolean; isUndecryptable: boolean },
  ): void {
    // Typing notices and receipts have no id.
    const given = fieldOf(event, "event_id");
    const id = typeof given === "string" ? given : `no-id-${this.#seen.length}`;
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    const stateKey = fieldOf(event, "state_key");
    this.#seen.push({
      room,
      id,
      type: String(fieldOf(event, "type")),
      sender: String(fieldOf(event, "sender")),
      content: fieldOf(event, "content"),
      stateKey: typeof stateKey === "string" ? stateKey : undefined,
      seenAtMs: performance.now(),
      ...how,
    });
    for (const look of this.#waiting) look();
  }

  events(room: string): readonly SeenEvent[] {
    return this.#seen.filter((event) => event.room === room);
  }

  /** Whether an event came after another, which was seen too. */
  isAfter(event: SeenEvent, earlier: string): boolean {
    const place = this.#seen.findIndex(({ id }) => id === earlier);
    return place >= 0 && this.#seen.indexOf(event) > place;
  }

  /** The first event of a room that fits, seen already or still to come. */
  async first(room: string, what: string, fits: (event: SeenEvent) => boolean): Promise<SeenEvent> {
    const find = (): SeenEvent | undefined => this.events(room).find(fits);
    return find() ?? (await this.#wait(room, what, find));
  }

  #wait(room: string, what: string, find: () => SeenEvent | undefined): Promise<SeenEvent> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found) end(() => resolve(found));
      };
      const tooLate = setTimeout(() => {
        const seen = this.events(room).slice(-8).map(asLine).join("\n");
        end(() => reject(new Error(`nobody saw ${what} in ${room}; last seen:\n${seen}`)));
      }, PATIENCE_MS);
      const end = (settle: () => void): void => {
        clearTimeout(tooLate);
        this.#waiting.delete(look);
        settle();
      };
      this.#waiting.add(look);
    });
  }
}

function asLine({ type, sender, content, isUndecryptable }: SeenEvent): string {
  const unread = isUndecryptable ? " UNDECRYPTABLE" : "";
  return `  ${type} ${sender}${unread} ${JSON.stringify(content).slice(0, 200)}`;
}
