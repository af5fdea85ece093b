import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import { roomLoads, type RoomLoad } from "../delivery/room-load.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { targetOf, type Recipient } from "../model/subscription.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { addDays, dayOf, timeOf, wallTimeAt, weekdayOf } from "../workshops/wall-time.ts";
import type { Knowledge } from "./knowledge.ts";
import { DAY_MS } from "../model/durations.ts";

/** What warning of crowded rooms needs. */
export interface CrowdedRoomsParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  /** Who is warned. */
  readonly coordinators: () => Promise<readonly Recipient[]>;
}

/** A room that is sent more in seven days is crowded. Source: WORKSHOPS.md 11. */
const MOST_A_WEEK = 5;
const WEEK_MS = 7 * DAY_MS;
/** Coordinators are not woken for it. */
const LOOKED_AT = "09:00";

/** Warns coordinators in private, once a week for each room, of those that are sent too much. */
export class CrowdedRooms {
  readonly #parts: CrowdedRoomsParts;
  #lookedOn: string | undefined;

  constructor(parts: CrowdedRoomsParts) {
    this.#parts = parts;
  }

  /** Looks once a day, in the morning: the whole record is read. @throws StoreError */
  async look(): Promise<void> {
    const { store, documents, delivery, knowledge, clock, coordinators } = this.#parts;
    const now = clock.now();
    const wall = wallTimeAt(now, knowledge().settings.timeZone);
    const day = dayOf(wall);
    if (this.#lookedOn === day || timeOf(wall) < LOOKED_AT) return;
    const loads = await roomLoads(new Date(now.getTime() - WEEK_MS), store, documents);
    const crowded = loads.filter(({ count }) => count > MOST_A_WEEK);
    if (crowded.length > 0) {
      const week = dayOf(addDays(wall, 1 - weekdayOf(wall)));
      const readers = await coordinators();
      await delivery.announce(
        readers.flatMap((reader) => crowded.map((load) => this.#warning(load, reader, week))),
      );
    }
    this.#lookedOn = day;
  }

  #warning({ to, count }: RoomLoad, reader: Recipient, week: string) {
    const { knowledge, clock } = this.#parts;
    const now = clock.now();
    const key = JSON.stringify(["crowded", to.platform, to.room, week, targetOf(reader)]);
    return {
      key,
      covers: [],
      reply: {
        key: messageKey(key),
        to: reader.to,
        kind: "announcement" as const,
        text: knowledge().tell(reader.language)("crowded-room", {
          room: to.room,
          count,
          most: MOST_A_WEEK,
        }),
        choices: [],
        attachments: [],
        language: reader.language,
      },
      notBefore: now,
      usefulUntil: new Date(now.getTime() + WEEK_MS),
      kind: "crowded-room",
      workshops: [],
    };
  }
}
