import type { Intended } from "../../announcements/foresee.ts";
import { toldOf } from "../../delivery/campaigns.ts";
import type { Delivery } from "../../delivery/deliver.ts";
import { listFailures } from "../../delivery/failures.ts";
import { personKey } from "../../model/address.ts";
import type { Conversation } from "../../model/conversation.ts";
import type { CoordinationEffect } from "../../model/coordination.ts";
import type { IncomingMessage } from "../../model/incoming-message.ts";
import { say } from "../../model/reply.ts";
import type { WorkshopChange } from "../../model/stored-workshops.ts";
import type { Effect } from "../../model/turn.ts";
import type { ChatPlatform } from "../../ports/chat-platform.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import { isLive } from "../../sign-up/seat-count.ts";
import { readOfferedCommand } from "../../understanding/read-offered-command.ts";
import type { KeptProgramme } from "../../workshops/kept-programme.ts";
import type { Announcements } from "../announcements.ts";
import type { Knowledge } from "../knowledge.ts";
import { giveProof } from "./give-proof.ts";
import { giveStatistics } from "./give-statistics.ts";
import { importWork } from "./import-work.ts";
import { tellImported } from "./importing.ts";
import { isCoordination } from "./is-coordination.ts";
import { isReviewed } from "./is-reviewed.ts";
import { listProgramme } from "./list-programme.ts";
import { workOf } from "./programme-work.ts";
import { reachOf, type Reach } from "./reach.ts";
import { planTextImport } from "./read-import.ts";
import { reviewNotices } from "./review-notices.ts";
import { RoomDescriptions } from "./room-descriptions.ts";
import { retryFailed } from "./retry-failed.ts";
import { ScheduledPublications } from "./scheduled-publications.ts";
import { subscribeInTurn, type AboutCoordination, type Coordinator } from "./subscribe-in-turn.ts";
import { tellFailures } from "./tell-failures.ts";
import { tellSchedule } from "./tell-schedule.ts";
import { tellWork } from "./tell-work.ts";
import type { Wishing } from "./wish-work.ts";
import { workshopsAsked } from "./workshops-asked.ts";

/** What coordination needs. */
export interface CoordinationParts {
  readonly store: Store;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  /** Where the programme is kept; without it nothing of it can be changed. */
  readonly programme?: KeptProgramme | undefined;
  /** They know what rooms are called. */
  readonly platforms: readonly ChatPlatform[];
  readonly log: Log;
  /** What is sent to whom, and when that was last looked for. */
  readonly announcements: Pick<Announcements, "attendees" | "lastTickAt" | "readersOf">;
  readonly delivery: Delivery;
}

const nothing: AboutCoordination = { changes: [], drafts: [] };

/** Carries out what coordinators want. */
export class Coordination {
  readonly #parts: CoordinationParts;
  readonly #rooms: RoomDescriptions;
  readonly #scheduled: ScheduledPublications;

  constructor(parts: CoordinationParts) {
    this.#parts = parts;
    this.#rooms = new RoomDescriptions(parts);
    this.#scheduled = new ScheduledPublications(parts);
  }

  /** Publishes what was confirmed for a moment that has come. */
  async publishDue(): Promise<void> {
    await this.#scheduled.publishDue();
  }

  /** Whom an announcement would reach now; undefined where a message shows no preview. */
  async reachFor(
    { roles, text, pressed }: Pick<IncomingMessage, "roles" | "text" | "pressed">,
    { mode, suspended = [] }: Pick<Conversation, "mode" | "suspended">,
  ): Promise<((intended: Intended) => Reach) | undefined> {
    const { store, knowledge, clock, announcements } = this.#parts;
    const asked = readOfferedCommand(pressed ?? text, mode.kind === "seats" ? mode.labels : []);
    if (!roles.includes("coordinator") || (mode.kind !== "drafting" && !asked)) return undefined;
    const { documents, programme, library, settings } = knowledge();
    const now = clock.now();
    const among = { programme: programme(now), themes: library.themes, now, ...settings };
    const [named] = asked ? workshopsAsked(asked, among) : [];
    const resumed = asked?.act === "resume" ? suspended.at(-1) : undefined;
    const drafted = mode.kind === "drafting" ? mode.draft : resumed;
    const workshop = named?.id ?? drafted?.workshop;
    const readersOf = await announcements.readersOf(workshop);
    const stored = await store.list(documents.subscriptions);
    const subscriptions = stored.map(({ document }) => document);
    const told = workshop === undefined ? [] : await toldOf(workshop, store, documents);
    const describe = await this.#rooms.of([...subscriptions, ...told]);
    const wishes = (await store.list(documents.mentionWishes)).map(({ document }) => document);
    const parts = { now, subscriptions, describe, wishes };
    return (intended) => reachOf(readersOf(intended), intended.workshops[0], parts);
  }

  /**
   * Prepares what a turn does for a coordinator and hands it to `finish`, which writes it with the rest of
   * the turn: meanwhile nobody else changes the programme.
   * @param key names the turn
   */
  async during<T>(
    effects: readonly Effect[],
    who: Coordinator,
    key: string,
    finish: (about: AboutCoordination) => Promise<T>,
  ): Promise<T> {
    const effect = effects.find((one) => isCoordination(one));
    if (!effect) return finish(nothing);
    switch (effect.kind) {
      case "subscribe":
        return finish(await subscribeInTurn(effect.change, who, this.#parts));
      case "tell-coordinator":
        return finish({ changes: [], drafts: [say(await this.#tell(effect.about, who))] });
      case "retry-failures":
        return finish({
          changes: [],
          drafts: [say(await retryFailed(effect.campaign, who.language, this.#parts))],
        });
      case "tell-proof": {
        const parts = { ...this.#parts, rooms: this.#rooms };
        const draft = await giveProof(effect.announcement, who.language, parts);
        return finish({ changes: [], drafts: [draft] });
      }
      case "tell-statistics": {
        const draft = await giveStatistics(effect.wish, who.language, this.#parts);
        return finish({ changes: [], drafts: [draft] });
      }
      case "change-workshop":
      case "import-workshops":
        return this.#work(effect, who, key, finish);
    }
  }

  async #work<T>(
    effect: Extract<CoordinationEffect, { kind: "change-workshop" | "import-workshops" }>,
    who: Coordinator,
    key: string,
    finish: (about: AboutCoordination) => Promise<T>,
  ): Promise<T> {
    const { programme, knowledge, clock } = this.#parts;
    const known = knowledge();
    const tell = known.tell(who.language);
    if (!programme) return finish({ changes: [], drafts: [say(tell("coordination-not-here"))] });
    const { language } = who;
    const now = clock.now();
    const doing = { by: personKey(who.address.platform, who.person), at: now, key };
    if (effect.kind === "import-workshops") {
      return programme.workWith(
        (entries) => {
          const workshops = entries.map(({ workshop }) => workshop);
          const plan = planTextImport(effect, workshops, { knowledge: known, language, now });
          return importWork(plan.kind === "planned" ? plan.lines : [], entries, doing);
        },
        async (work, changes) => finish({ changes, drafts: [say(tellImported(work, tell))] }),
      );
    }
    const wishing = { ...doing, language, ...(await this.#knownOf(doing.by)) };
    return programme.workWith(
      (entries) => workOf(effect.wish, entries, wishing),
      async (work, changes) => {
        const review = await reviewNotices(effect.wish, work, doing, {
          ...this.#parts,
          knowledge: known,
        });
        const told = tellWork(work, known, { language, now });
        const words = review.isNobodyTold ? `${told}\n${tell("review-nobody")}` : told;
        return finish({
          changes: [...changes, ...(work.alongside ?? []), ...review.rows],
          drafts: [say(words)],
        });
      },
    );
  }

  /** What a wish is judged by, beside the programme. */
  async #knownOf(by: string): Promise<Omit<Wishing, "by" | "at" | "key" | "language">> {
    const { documents, settings } = this.#parts.knowledge();
    const all = await this.#records();
    const submits = all.filter(({ kind }) => kind === "submit");
    const registrations = await this.#parts.store.list(documents.registrations);
    const live = registrations.map(({ document }) => document).filter(isLive);
    return {
      timeZone: settings.timeZone,
      records: all.filter(({ owner }) => owner === by),
      submitters: new Map(submits.map(({ workshop, owner }) => [workshop, owner])),
      scheduled: await this.#parts.store.list(documents.scheduledPublications),
      signedUp: new Set(live.map(({ workshop }) => workshop)),
      isReviewed: (workshop) => isReviewed(workshop, settings),
    };
  }

  /** Who changed what of the programme, oldest first. */
  async #records(): Promise<readonly WorkshopChange[]> {
    const { store, knowledge } = this.#parts;
    const stored = await store.list(knowledge().documents.workshopChanges);
    return stored
      .map(({ document }) => document)
      .toSorted((one, other) => one.at.localeCompare(other.at));
  }

  async #tell(
    about: Extract<CoordinationEffect, { kind: "tell-coordinator" }>["about"],
    who: Coordinator,
  ): Promise<string> {
    const { store, clock, announcements } = this.#parts;
    const knowledge = this.#parts.knowledge();
    const { documents } = knowledge;
    const now = clock.now();
    const saying = { knowledge, language: who.language, now };
    switch (about) {
      case "mine": {
        const by = personKey(who.address.platform, who.person);
        const mine = (await this.#records()).filter(({ owner }) => owner === by);
        const ids = new Set(mine.map(({ workshop }) => workshop));
        return listProgramme(saying, ({ id }) => ids.has(id));
      }
      case "schedule": {
        const stored = await store.list(documents.subscriptions);
        const attendees = await announcements.attendees(knowledge.programme(now));
        const lastTickAt = await announcements.lastTickAt();
        const subscriptions = stored.map(({ document }) => document);
        const planned = await store.list(documents.scheduledPublications);
        const publications = planned.map(({ document }) => document);
        return tellSchedule({ subscriptions, attendees, publications, lastTickAt }, saying);
      }
      case "failures": {
        const failures = await listFailures({ store, documents });
        const rooms = failures.filter(({ to }) => !to.isDirect);
        return tellFailures(failures, saying, await this.#rooms.of(rooms));
      }
    }
  }
}
