import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import { directToPerson, type Address } from "../model/address.ts";
import type { Language } from "../model/language.ts";
import { wordsOf, type Reply, type ReplyDraft } from "../model/reply.ts";
import type { Registration } from "../model/registration.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Notice } from "../sign-up/notice.ts";
import { tellHost, type HostNotice } from "../sign-up/tell-host.ts";
import { tellNotice } from "../sign-up/tell-notice.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { workshopSaying, type Knowledge } from "./knowledge.ts";
import { whoChangedLast } from "./who-changed-last.ts";
import { languageOfPerson } from "./language-of-person.ts";

/** What telling people about seats needs. */
export interface SeatNoticesParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly log: Log;
  readonly find: (workshop: string) => Workshop | undefined;
  /** When the night of a person ends that an instant falls in; undefined by day. */
  readonly nightEnd: (
    at: Date,
    person: Pick<Registration, "person" | "answerIn">,
  ) => Promise<Date | undefined>;
}

/** Says what was decided about seats to those it is for. */
export class SeatNotices {
  readonly #parts: SeatNoticesParts;

  constructor(parts: SeatNoticesParts) {
    this.#parts = parts;
  }

  /** The outbox rows of what people are told who are not being answered. */
  async rowsFor(notices: readonly Notice[]): Promise<Change[]> {
    const rows = await Promise.all(notices.map((notice) => this.#rowsOf(notice)));
    return rows.flat();
  }

  /** What a person is told; undefined of a workshop that is gone. */
  draft(notice: Notice, language: Language): ReplyDraft | undefined {
    const workshop = this.#parts.find(notice.workshop);
    if (!workshop) return undefined;
    const { clock, knowledge } = this.#parts;
    const saying = workshopSaying(knowledge(), language, clock.now());
    return notice.to === "coordinator"
      ? tellHost(notice, workshop, saying)
      : tellNotice(notice, workshop, saying);
  }

  async #rowsOf(notice: Notice): Promise<Change[]> {
    const { delivery, knowledge, clock } = this.#parts;
    const usual = knowledge().settings.language;
    const { key, registration } = notice;
    const until = this.#usefulUntil(notice);
    const leave = async (
      person: string,
      answerIn: Address,
      { name, language, about }: { name: string; language: Language; about?: string | undefined },
    ) => {
      const draft = this.draft(notice, language);
      if (!draft) return [];
      const night = await this.#parts.nightEnd(clock.now(), { person, answerIn });
      // What the morning would be too late for is said at once.
      const isInTime = night !== undefined && (until === undefined || night < until);
      const reply = {
        ...replyTo(answerIn, draft, language, name),
        usefulUntil: until?.toISOString(),
      };
      return delivery.leave(person, [reply], isInTime ? night : undefined, about);
    };
    if (notice.to !== "coordinator") {
      const { person, answerIn } = notice.to;
      const language = registration?.language ?? usual;
      return leave(person, answerIn, { name: messageKey("seat", ...key), language });
    }
    // What only answers a command is said by its turn.
    if (!this.draft(notice, usual)) return [];
    const hosts = await this.#hostsOf(notice);
    const about = registration?.person;
    const rows = hosts.map(async (host) => {
      const name = messageKey("seat", ...key, ...(hosts.length > 1 ? [host] : []));
      const language = await languageOfPerson(host, { ...this.#parts, usual });
      return leave(host, directToPerson(host), { name, language, about });
    });
    return (await Promise.all(rows)).flat();
  }

  /** Until when there is something to be done about it; undefined for what is good to know at any time. */
  #usefulUntil({ workshop: id, because, registration }: Notice): Date | undefined {
    const state = registration?.state;
    if (because === "offered" && state?.kind === "offered") return new Date(state.until);
    const workshop = usefulUntilStart.has(because) ? this.#parts.find(id) : undefined;
    return workshop && startOf(workshop);
  }

  /** Whoever created the workshop or changed it last: they run it. Of a file, those the configuration names. */
  async #hostsOf({ workshop, because }: HostNotice): Promise<readonly string[]> {
    const last = await whoChangedLast(workshop, this.#parts);
    if (last !== undefined) return [last];
    const { toldPeople = [] } = this.#parts.knowledge().settings;
    // Nobody is named: the log is all there is.
    if (toldPeople.length === 0) this.#parts.log.info("coordinator-to-tell", { workshop, because });
    return toldPeople;
  }
}

/** Once it has begun, nothing comes of these any more. */
const usefulUntilStart: ReadonlySet<Notice["because"]> = new Set([
  "offered",
  "offer-expired",
  "seat-released",
  "approval-asked",
  "over-capacity",
  "needs-stated",
]);

/** A message to somebody in private, in a place of their own. */
export function replyTo(to: Address, draft: ReplyDraft, language: Language, key: string): Reply {
  const { choices, attachments, goneAt, mostChosen } = draft;
  const shown = { text: wordsOf(draft), choices, attachments, goneAt, mostChosen };
  return { ...shown, to, kind: "reply", key, language };
}
