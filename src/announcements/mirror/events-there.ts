import { isSameEvent, type CalendarEvent, type ShownEvent } from "../../model/calendar-event.ts";
import type { MirroredEvent } from "../../model/stored-mirror.ts";

/** The events of ours in a calendar, and whose they are. */
export class EventsThere {
  readonly #there: ReadonlyMap<string, ShownEvent>;
  readonly #known: readonly MirroredEvent[];
  /** Ids of those that are a workshop's. */
  readonly #taken: Set<string>;

  constructor(there: readonly ShownEvent[], known: readonly MirroredEvent[]) {
    this.#there = new Map(there.map((one) => [one.id, one]));
    this.#known = known;
    this.#taken = new Set(known.flatMap(({ shown }) => shown?.id ?? []));
  }

  /** The event of a workshop; where none is known, one that nobody knows of and that may be it. */
  take(known: MirroredEvent | undefined, event: CalendarEvent): ShownEvent | undefined {
    const own = known?.shown && this.#there.get(known.shown.id);
    const found =
      own ?? this.#free().find((one) => isLike(one, event) || (known && isLike(one, known.asked)));
    if (found) this.#taken.add(found.id);
    return found;
  }

  isAsWritten({ shown }: MirroredEvent): boolean {
    const now = shown && this.#there.get(shown.id);
    return now !== undefined && shown !== undefined && isSameEvent(now, shown);
  }

  /** Those made twice: alike one that is known, and nobody's. */
  doubles(): readonly ShownEvent[] {
    const sure = this.#known.filter(({ isUnsure }) => isUnsure !== true);
    return this.#free().filter((one) => sure.some(({ asked }) => isLike(one, asked)));
  }

  #free(): readonly ShownEvent[] {
    return [...this.#there.values()].filter(({ id }) => !this.#taken.has(id));
  }
}

function isLike(one: CalendarEvent, other: CalendarEvent): boolean {
  return one.title === other.title && one.startsAt === other.startsAt;
}
