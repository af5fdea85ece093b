import { quietSpan } from "../announcements/quiet-hours.ts";
import type { Delivery } from "../delivery/deliver.ts";
import { personKey } from "../model/address.ts";
import type { Deletion } from "../model/incoming-message.ts";
import type { Language } from "../model/language.ts";
import type { Registration } from "../model/registration.ts";
import { say, type ReplyDraft } from "../model/reply.ts";
import { isHostWish, type HostWish } from "../model/sign-up-wish.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { usualQuietHours, type Recipient } from "../model/subscription.ts";
import type { Effect } from "../model/turn.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Change } from "../ports/store.ts";
import type { Notice } from "../sign-up/notice.ts";
import type { QuietSpan } from "../sign-up/offer.ts";
import { isLive } from "../sign-up/seat-count.ts";
import type { Asker } from "../sign-up/sign-up-act.ts";
import { signUpTerms } from "../sign-up/sign-up-terms.ts";
import { SignUp, type WantedAct } from "../sign-up/sign-up.ts";
import { nameOf } from "../sign-up/tell-notice.ts";
import { instantOf } from "../workshops/wall-time.ts";
import type { CountedStore } from "./counted-store.ts";
import { eventHash } from "./handled-events.ts";
import { workshopSaying, type Knowledge } from "./knowledge.ts";
import { lookAtSeats } from "./look-at-seats.ts";
import { recipientOf } from "./recipient-of.ts";
import { seatAct } from "./seat-act.ts";
import { SeatNotices } from "./seat-notices.ts";
import { TurnQueue } from "./turn-queue.ts";

/** What sign-ups need. */
export interface SignUpsParts {
  readonly store: CountedStore;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who acts, in which language. */
export type Person = Asker & {
  readonly language: Language;
  /** Names the reaction they act by, if it is one. */
  readonly sign?: string | undefined;
  /** The key of our message whose choice they pressed, if the platform knows it. */
  readonly pressedKey?: string | undefined;
};

/** What a turn has to write and to say of seats. */
export interface AboutSeats {
  /** With the messages to everybody else. */
  readonly changes: readonly Change[];
  /** What the person themselves is told, in private. */
  readonly drafts: readonly ReplyDraft[];
}

/** Carries out what people want about seats, and tells all whom it concerns. */
export class SignUps {
  readonly #parts: SignUpsParts;
  readonly #signUp: SignUp;
  readonly #notices: SeatNotices;

  constructor(parts: SignUpsParts) {
    this.#parts = parts;
    this.#signUp = new SignUp({
      ...parts,
      queue: new TurnQueue(),
      writesOf: (collection) => parts.store.writesOf(collection),
      termsOf: (id) => {
        const workshop = this.#find(id);
        return Promise.resolve(workshop && signUpTerms(workshop, instantOf));
      },
      quietSpanOf: (registrations) => this.#quietSpanOf(registrations),
      rowsFor: (notices) => this.#notices.rowsFor(notices),
    });
    this.#notices = new SeatNotices({
      ...parts,
      find: (id) => this.#find(id),
      nightEnd: async (at, person) => quietSpan(at, await this.#recipient(person))?.until,
    });
  }

  /** A person's registrations that are not over. @param person see `personKey` */
  async of(person: string): Promise<readonly Registration[]> {
    return (await this.#signUp.of([person])).filter(isLive);
  }

  /**
   * Prepares what a turn does about seats and hands it to `finish`, which writes it with the rest of the
   * turn: meanwhile nothing else is decided about the same workshops.
   * @param cause names the event
   */
  async during<T>(
    effects: readonly Effect[],
    person: Person,
    cause: string,
    finish: (seats: AboutSeats) => Promise<T>,
  ): Promise<T> {
    const wishes = effects.flatMap((effect) => (effect.kind === "sign-up" ? [effect.wish] : []));
    const forgets = effects.some(({ kind }) => kind === "forget-me");
    const asked = await Promise.all(wishes.filter(isHostWish).map((wish) => this.#asked(wish)));
    const acts = wishes.map((wish) => seatAct(wish, person, this.#parts));
    const wanted = [
      ...(await Promise.all(acts)).flat(),
      ...asked.flatMap(({ act }) => act ?? []),
      ...(forgets ? await this.#signUp.forgetting(person.accounts) : []),
    ];
    const { documents, knowledge, clock } = this.#parts;
    const saying = workshopSaying(knowledge(), person.language, clock.now());
    const looking = { signUp: this.#signUp, documents, saying };
    const looked = await Promise.all(wishes.map((wish) => lookAtSeats(wish, person, looking)));
    return this.#signUp.decideWith(wanted, cause, async ({ changes, notices }) => {
      const here = notices.filter((notice) => isFor(person, notice));
      return finish({
        changes: [
          ...changes,
          ...(await this.#notices.rowsFor(notices.filter((notice) => !isFor(person, notice)))),
          ...looked.flatMap((one) => one.changes),
        ],
        drafts: [
          ...here.flatMap((notice) => this.#notices.draft(notice, person.language) ?? []),
          ...looked.flatMap((one) => one.drafts),
          ...asked.flatMap((one) => this.#answerToHost(one, notices, person.language)),
        ],
      });
    });
  }

  /**
   * Gives up the seats of who takes away the reaction they signed up by.
   * @throws StoreError when it could not be written: it is to be handed in again
   */
  async takeBack({ from, address, deletes }: Deletion): Promise<void> {
    const { store, documents } = this.#parts;
    const sign = eventHash({ address, id: deletes });
    const person = personKey(address.platform, from);
    const found = await store.list(documents.registrations, [sign]);
    const theirs = found
      .map(({ document }) => document)
      .filter((one) => one.sign === sign && one.person === person && isLive(one));
    await Promise.all(
      theirs.map(({ workshop, answerIn, language, signedUpAt }) => {
        const asker = { person, accounts: [person], answerIn, language };
        const cause = `taken back ${sign} ${signedUpAt}`;
        return this.#signUp.decide(workshop, { kind: "give-up", asker }, cause);
      }),
    );
  }

  /** Lets time pass: offers end, freed seats go to the next, lists follow their changed workshops. */
  async passTime(): Promise<void> {
    await this.#signUp.passTime();
  }

  /** What a host's yes or no comes to: nothing when nobody has that number. */
  async #asked(wish: HostWish): Promise<Asked> {
    const { kind, workshop, order } = wish;
    const found = (await this.#signUp.at(workshop)).find((one) => one.order === order);
    return { wish, act: found && { workshop, act: { kind, person: found.person } } };
  }

  #answerToHost(
    { wish: { kind, workshop: id, order }, act }: Asked,
    notices: readonly Notice[],
    language: Language,
  ): ReplyDraft[] {
    const workshop = this.#find(id);
    if (!workshop) return [];
    const { clock, knowledge } = this.#parts;
    const saying = workshopSaying(knowledge(), language, clock.now());
    const isDone = act && !notices.some(({ because }) => because === "nothing-to-decide");
    const phrase = isDone ? (`host-${kind}` as const) : "host-nothing";
    return [say(saying.tell(phrase, { order, workshop: nameOf(workshop, saying) }))];
  }

  /** The nights of people, where they are. */
  async #quietSpanOf(registrations: readonly Registration[]): Promise<QuietSpan> {
    const live = registrations.filter(isLive);
    const theirs = await Promise.all(live.map((one) => this.#recipient(one)));
    const hours = new Map(live.map(({ person }, at) => [person, theirs[at]]));
    const { timeZone: zone } = this.#parts.knowledge().settings;
    return (at, { person }) => quietSpan(at, hours.get(person) ?? { zone, quiet: usualQuietHours });
  }

  #recipient(one: Pick<Registration, "person" | "answerIn">): Promise<Recipient> {
    const { timeZone: zone, language } = this.#parts.knowledge().settings;
    return recipientOf(one, { ...this.#parts, usual: { zone, language } });
  }

  #find(id: string | undefined): Workshop | undefined {
    const { knowledge, clock } = this.#parts;
    return knowledge()
      .programme(clock.now())
      .find((workshop) => workshop.id === id);
  }
}

/** A host's wish, and what it asks to decide. */
interface Asked {
  readonly wish: HostWish;
  readonly act: WantedAct | undefined;
}

/** Whether a notice is the answer to who acts, where they act. */
function isFor({ person, answerIn }: Asker, { to }: Notice): boolean {
  return to !== "coordinator" && to.person === person && to.answerIn.room === answerIn.room;
}
