import { Announcer } from "../announcements/announcer.ts";
import type { Attendee } from "../announcements/programme.ts";
import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import type { Recheck } from "../delivery/recheck.ts";
import { directToPerson } from "../model/address.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { usualQuietHours, type Recipient, type Subscription } from "../model/subscription.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import { announcementOutbox, recheckBy } from "./announcement-outbox.ts";
import { announcementPeople } from "./announcement-people.ts";
import { CalendarMirrors } from "./calendar-mirrors.ts";
import type { CountedStore } from "./counted-store.ts";
import type { Knowledge } from "./knowledge.ts";
import { CrowdedRooms } from "./crowded-rooms.ts";
import { MentionWishes } from "./mention-wishes.ts";
import { Proofs } from "./proofs.ts";
import { sayingIn } from "./saying-in.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** What announcements need. */
export interface AnnouncementsParts {
  readonly store: CountedStore;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  /** The turns of people, which what is written about them must not cross. */
  readonly queue: TurnQueue;
  /** Whose own calendars may show the programme too. */
  readonly platforms: readonly ChatPlatform[];
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly log: Log;
}

/** The announcer at work: nothing of it before somebody subscribes, signs up or asks to be reminded. */
export class Announcements {
  readonly #parts: AnnouncementsParts;
  readonly #announcer: Announcer;
  readonly #people;
  readonly #proofs: Proofs;
  readonly #crowded: CrowdedRooms;
  readonly #mirrors: CalendarMirrors;
  readonly #recheck: Recheck;
  #subscriptions: { readonly writes: number; readonly all: readonly Subscription[] } | undefined;
  #hasReaders = false;
  #writesSeen = 0;
  /** One tick at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: AnnouncementsParts) {
    this.#parts = parts;
    const { knowledge, clock } = parts;
    const { timeZone: zone, language } = knowledge().settings;
    this.#people = announcementPeople({ ...parts, usual: { zone, language } });
    this.#proofs = new Proofs(parts);
    this.#mirrors = new CalendarMirrors({ ...parts, coordinators: () => this.#coordinators() });
    this.#crowded = new CrowdedRooms({ ...parts, coordinators: () => this.#coordinators() });
    const mentions = new MentionWishes(parts.store, parts.documents);
    this.#announcer = new Announcer({
      ...parts,
      outbox: announcementOutbox({
        ...parts,
        onNumbered: (campaigns) => {
          this.#proofs.follow(campaigns);
        },
      }),
      people: this.#people,
      programme: () => knowledge().programme(clock.now()),
      subscriptions: () => this.#listSubscriptions(),
      usual: { zone, language },
      coordinators: () => this.#coordinators(),
      calledIn: (to, themes) => mentions.calledIn(to, themes),
      keyOf: messageKey,
      sayingIn: (spoken) => sayingIn(knowledge().tell)(spoken),
    });
    this.#recheck = recheckBy(() => this.#announcer);
  }

  /** See `Recheck`. */
  get recheck(): Recheck {
    return this.#recheck;
  }

  /** Puts in the outbox what became due. @throws StoreError when nothing could be written */
  async tick(): Promise<void> {
    this.#mirrors.tick();
    const tick = this.#last.then(() => this.#tick());
    this.#last = tick.catch(() => undefined);
    await tick;
  }

  /** Lets what is being written in the platforms' own calendars come to an end. */
  async stop(): Promise<void> {
    await this.#mirrors.stop();
  }

  /** Begins at once when the first reader came: what is due from then on is theirs. */
  async begin(): Promise<void> {
    const writes = this.#readerWrites();
    if (this.#hasReaders || writes === this.#writesSeen) return;
    this.#writesSeen = writes;
    await this.tick();
  }

  /**
   * Tells who confirmed an announcement what became of it, once every room is accounted for.
   * @returns whether something was put in the outbox
   */
  async tellProofs(): Promise<boolean> {
    return this.#proofs.tell();
  }

  /** When what is due was last looked for; undefined before the first time. */
  async lastTickAt(): Promise<Date | undefined> {
    return this.#announcer.lastTickAt();
  }

  /** What people who signed up are to be sent, by id of workshop. */
  async attendees(
    workshops: readonly Workshop[],
  ): Promise<ReadonlyMap<string, readonly Attendee[]>> {
    return this.#people.attendees(workshops);
  }

  /** See `Announcer.readersOf`. */
  async readersOf(about?: string): ReturnType<Announcer["readersOf"]> {
    return this.#announcer.readersOf(about);
  }

  async #tick(): Promise<void> {
    this.#hasReaders ||= await this.#findReaders();
    if (!this.#hasReaders) return;
    await this.#announcer.tick();
    await this.#crowded.look();
  }

  async #findReaders(): Promise<boolean> {
    const { store, documents } = this.#parts;
    if (await this.#announcer.lastTickAt()) return true;
    if ((await this.#listSubscriptions()).length > 0) return true;
    const { registrations, reminderWishes } = documents;
    const people = await Promise.all([store.list(registrations), store.list(reminderWishes)]);
    return people.flat().length > 0;
  }

  #readerWrites(): number {
    const { store, documents } = this.#parts;
    const { subscriptions, registrations, reminderWishes } = documents;
    return [subscriptions, registrations, reminderWishes]
      .map(({ collection }) => store.writesOf(collection))
      .reduce((sum, writes) => sum + writes, 0);
  }

  /** The same list until one of them is written. */
  async #listSubscriptions(): Promise<readonly Subscription[]> {
    const { store, documents } = this.#parts;
    const { subscriptions } = documents;
    const writes = store.writesOf(subscriptions.collection);
    if (this.#subscriptions?.writes === writes) return this.#subscriptions.all;
    const stored = await store.list(subscriptions);
    const all = stored.map(({ document }) => document);
    this.#subscriptions = { writes, all };
    return all;
  }

  /** Those the configuration names, and those who changed the programme lately: platforms name no others. */
  async #coordinators(): Promise<readonly Recipient[]> {
    const { store, documents, knowledge } = this.#parts;
    const { timeZone: zone, language } = knowledge().settings;
    const changes = await store.list(documents.workshopChanges);
    const { toldPeople = [] } = knowledge().settings;
    const keys = new Set([...toldPeople, ...changes.map(({ document }) => document.owner)]);
    return [...keys].map((key) => {
      const to = directToPerson(key);
      return { to, person: to.person, zone, language, quiet: usualQuietHours };
    });
  }
}
