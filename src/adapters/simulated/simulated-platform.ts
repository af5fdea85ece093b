import type { Address } from "../../model/address.ts";
import type { Incoming } from "../../model/incoming-message.ts";
import type { Reply } from "../../model/reply.ts";
import type { CalendarMirror } from "../../ports/calendar-mirror.ts";
import type { ChatPlatform, Receive, RoomDescription } from "../../ports/chat-platform.ts";

/** What a simulated platform has beside people who write. */
export interface SimulatedRooms {
  /** What is known of rooms, by id. */
  readonly rooms?: ReadonlyMap<string, RoomDescription>;
  readonly calendar?: CalendarMirror;
}

/** A platform that exists only in this process: what is sent is handed to `show`. */
export class SimulatedPlatform implements ChatPlatform {
  readonly name: string;
  readonly #show: (reply: Reply) => void;
  readonly #rooms: ReadonlyMap<string, RoomDescription>;
  readonly calendar: CalendarMirror | undefined;
  #receive: Receive | undefined;

  constructor(
    name: string,
    show: (reply: Reply) => void,
    { rooms = new Map(), calendar }: SimulatedRooms = {},
  ) {
    this.name = name;
    this.#show = show;
    this.#rooms = rooms;
    this.calendar = calendar;
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  /** Somebody writes, presses or deletes; resolves once the turn is over. */
  async deliver(incoming: Incoming): Promise<void> {
    await this.#receive?.(incoming);
  }

  send(reply: Reply): Promise<string> {
    this.#show(reply);
    return Promise.resolve(reply.key);
  }

  showTyping(): Promise<void> {
    return Promise.resolve();
  }

  describeRoom({ room }: Address): Promise<RoomDescription | undefined> {
    return Promise.resolve(this.#rooms.get(room));
  }

  stop(): Promise<void> {
    this.#receive = undefined;
    return Promise.resolve();
  }
}
