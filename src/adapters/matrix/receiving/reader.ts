import { StoreError } from "../../../model/errors.ts";
import { type Incoming, type IncomingFile, isDeletion } from "../../../model/incoming-message.ts";
import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { filesIn } from "../messages/files-in.ts";
import { readEvent } from "../messages/read-event.ts";
import type { RoomView, Us } from "../messages/us.ts";
import type { Homeserver, RoomEvent } from "../room-event.ts";
import type { RoomMachine } from "../room-machine.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { errorCodeOf, reasonOf, ServerUnreachable } from "../transport/server-faults.ts";
import { completeMessage } from "./complete-message.ts";
import { decryptRoomEvent, type ReadableEvent } from "./decrypt-room-event.ts";
import { lookUpEvent } from "./look-up-event.ts";
import { isTextFile, readTextFile } from "./read-text-file.ts";
import { within } from "./within.ts";

/** An event with all it takes to read it. */
export interface OpenedEvent {
  readonly kind: "opened";
  /** Decrypted. */
  readonly event: RoomEvent;
  readonly view: RoomView;
  readonly isRoomEncrypted: boolean;
  /** What it brings. */
  readonly files: readonly IncomingFile[];
}

/** What an event waits for. */
export type Missing =
  /** Its key may still come; `withheld` is why its sender's device kept it from us, as it says. */
  | { readonly kind: "missing-key"; readonly withheld: string | undefined }
  /** It is a file that has not come yet. */
  | { readonly kind: "missing-file" }
  /** What is to be known of its room is not known yet. */
  | { readonly kind: "room-unknown" };

/** What came of opening an event. */
export type Opening =
  | OpenedEvent
  | Missing
  /** It will never be read. */
  | { readonly kind: "lost" }
  /** It is of a room we are no longer in: nobody waits for an answer. */
  | { readonly kind: "gone" };

/** What reading needs. */
export interface ReaderParts {
  readonly us: Us;
  readonly server: Homeserver;
  readonly rooms: Rooms;
  readonly machine: Pick<RoomMachine, "decrypt"> | undefined;
  readonly log: Log;
  /** Hands something said to the core; resolves once it is durable. */
  readonly receive: (incoming: Incoming) => Promise<void>;
  /** Undefined where rooms without encryption are answered; else told of a question in clear. */
  readonly onClear: ((room: string, event: RoomEvent) => Promise<void>) | undefined;
}

/** How long all rooms wait for what the server has to say of one. */
const patienceMs = 2000;

/** Opens events, which may take its time, and hands them in, which has its order. */
export class Reader {
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  /**
   * Gets what it takes to read an event. At once, while others wait, the server is not waited for long,
   * and not at all for a file.
   * @throws StoreError
   */
  async open(room: string, event: RoomEvent, when: "at-once" | "later"): Promise<Opening> {
    const { rooms } = this.#parts;
    try {
      const asked = Promise.all([rooms.view(room), rooms.get(room)]);
      const known = when === "at-once" ? await within(patienceMs, asked) : await asked;
      if (!known) return { kind: "room-unknown" };
      const [view, { encryption }] = known;
      const found = await this.#decrypt(room, event);
      if (found.kind === "unreadable") {
        const { mayCome, withheld } = found;
        return mayCome ? { kind: "missing-key", withheld } : { kind: "lost" };
      }
      const files = filesIn(found.event, this.#parts.server);
      const isRoomEncrypted = encryption !== undefined;
      const opened = { kind: "opened", view, isRoomEncrypted, files } as const;
      if (!view.isDirect || !isTextFile(found.event)) return { ...opened, event: found.event };
      if (when === "at-once") return { kind: "missing-file" };
      const said = await this.#fetch(found.event);
      return said ? { ...opened, event: said } : { kind: "missing-file" };
    } catch (cause) {
      return this.#notKnown(room, event, { cause, when });
    }
  }

  /** @throws StoreError when what was said cannot be made durable: the batch will come again */
  async hand({ event, view, isRoomEncrypted, files }: OpenedEvent): Promise<void> {
    const { us, log, receive, onClear } = this.#parts;
    const { room } = view;
    try {
      const read = readEvent(event, view, us, files);
      if (!read) return;
      const find = async (id: string) => lookUpEvent(room, id, this.#parts);
      const incoming = isDeletion(read) ? read : await completeMessage(read, us, find);
      if (!onClear || isRoomEncrypted) await receive(incoming);
      else if ("isForUs" in incoming && incoming.isForUs && !incoming.isFromBot) {
        await onClear(room, event);
      }
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      // One event that we fail on must not hold up those behind it.
      log.error("event-odd", cause, { room, id: event.id });
    }
  }

  async #decrypt(room: string, event: RoomEvent): Promise<ReadableEvent> {
    const { machine, log } = this.#parts;
    try {
      return await decryptRoomEvent(event, room, machine);
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      log.error("event-odd", cause, { room, id: event.id });
      // What fails now may not fail the next time.
      return { kind: "unreadable", mayCome: true, withheld: undefined };
    }
  }

  /** Undefined when it may come at another try. */
  async #fetch(event: RoomEvent): Promise<RoomEvent | undefined> {
    const { server, log } = this.#parts;
    try {
      return await readTextFile(event, server);
    } catch (cause) {
      log.info("file-waits", { id: event.id, why: reasonOf(cause) });
      return undefined;
    }
  }

  #notKnown(
    room: string,
    { id }: RoomEvent,
    { cause, when }: { readonly cause: unknown; readonly when: "at-once" | "later" },
  ): Opening {
    const { log } = this.#parts;
    if (cause instanceof StoreError) throw cause;
    if (cause instanceof RefusedByServer && errorCodeOf(cause) === "M_FORBIDDEN") {
      return { kind: "gone" };
    }
    const isCutOff = cause instanceof Error && cause.name === "AbortError";
    // That the server is away is told once, by the sync.
    if (isCutOff || cause instanceof ServerUnreachable) log.info("event-waits", { room, id });
    else if (when === "at-once") log.error("event-not-read", cause, { room, id });
    return { kind: "room-unknown" };
  }
}
