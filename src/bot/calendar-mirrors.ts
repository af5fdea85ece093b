import { MirroredCalendar } from "../announcements/mirror/mirrored-calendar.ts";
import { wantedEvents } from "../announcements/mirror/wanted-events.ts";
import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import { personKey } from "../model/address.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { MirroredEvent } from "../model/stored-mirror.ts";
import type { Recipient } from "../model/subscription.ts";
import type { CalendarMirror } from "../ports/calendar-mirror.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Knowledge } from "./knowledge.ts";
import { leaveInPrivate } from "./leave-in-private.ts";
import { sayingIn } from "./saying-in.ts";
import { whoChangedLast } from "./who-changed-last.ts";

/** What mirroring needs. */
export interface CalendarMirrorsParts {
  readonly platforms: readonly ChatPlatform[];
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  /** Those who change the programme. */
  readonly coordinators: () => Promise<readonly Recipient[]>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The platforms' own calendars that show the programme: none unless an operator chose one. */
export class CalendarMirrors {
  readonly #parts: CalendarMirrorsParts;
  readonly #calendars: readonly MirroredCalendar[];
  #isUnderWay = false;
  #last: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(parts: CalendarMirrorsParts) {
    this.#parts = parts;
    this.#calendars = parts.platforms.flatMap(({ name, calendar }) =>
      calendar ? this.#open(name, calendar) : [],
    );
  }

  /** Has them brought up to date, unless that is under way: not waited for, as a platform may take long. */
  tick(): void {
    if (this.#isUnderWay || this.#isStopping || this.#calendars.length === 0) return;
    this.#isUnderWay = true;
    this.#last = this.#bring();
  }

  /** Lets what is under way come to the end of its step. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#last;
  }

  async #bring(): Promise<void> {
    const { knowledge, clock, log } = this.#parts;
    try {
      const { programme, settings, tell } = knowledge();
      const { language, timeZone } = settings;
      const now = clock.now();
      const saying = { ...sayingIn(tell)(language), language, timeZone };
      const wanted = wantedEvents(programme(now), now, saying);
      await Promise.all(this.#calendars.map((one) => one.bring(wanted, () => this.#isStopping)));
    } catch (cause) {
      log.error("calendars-behind", cause);
    } finally {
      this.#isUnderWay = false;
    }
  }

  #open(platform: string, mirror: CalendarMirror): readonly MirroredCalendar[] {
    const byId = new Map(
      mirror.calendars.map((calendar) => {
        const one = new MirroredCalendar({
          ...this.#parts,
          name: { platform, calendar },
          mirror,
          tellEdited: (event) => this.#tellEdited(event, mirror.nameOf(calendar)),
          tellClosed: () => this.#tellClosed(mirror.nameOf(calendar)),
        });
        return [calendar, one];
      }),
    );
    mirror.watch((calendar) => byId.get(calendar)?.changed());
    return [...byId.values()];
  }

  /** To whoever changed the workshop last, else to all who change the programme. */
  async #tellEdited(event: MirroredEvent, calendar: string): Promise<readonly Change[]> {
    const { knowledge, clock } = this.#parts;
    const { workshop: id, at } = event;
    const workshop = knowledge()
      .programme(clock.now())
      .find((one) => one.id === id);
    if (!workshop) return [];
    const { number, title } = workshop;
    const last = await whoChangedLast(id, this.#parts);
    const cause = ["mirror-edited", event.platform, event.calendar, id, at];
    return this.#tell(last, cause, ({ language }) =>
      knowledge().tell(language)("mirror-edited", {
        number,
        title: title[language] ?? title.fr,
        calendar,
      }),
    );
  }

  async #tellClosed(calendar: string): Promise<readonly Change[]> {
    const { knowledge, clock } = this.#parts;
    const cause = ["mirror-closed", calendar, clock.now().toISOString()];
    return this.#tell(undefined, cause, ({ language }) =>
      knowledge().tell(language)("mirror-closed", { calendar }),
    );
  }

  async #tell(
    last: string | undefined,
    cause: readonly string[],
    words: (to: Recipient) => string,
  ): Promise<readonly Change[]> {
    const all = await this.#parts.coordinators();
    const told = last === undefined ? all : all.filter((one) => keyOf(one) === last);
    const rows = told.map((one) => {
      const person = keyOf(one);
      const { language } = one;
      const said = { key: messageKey(...cause, person), text: words(one), language };
      return leaveInPrivate(person, said, this.#parts);
    });
    return (await Promise.all(rows)).flat();
  }
}

function keyOf({ to, person = "" }: Recipient): string {
  return personKey(to.platform, person);
}
