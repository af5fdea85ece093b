import type { Delivery } from "../../delivery/deliver.ts";
import { messageKey } from "../../delivery/message-key.ts";
import { directToPerson } from "../../model/address.ts";
import type { ProgrammeWish } from "../../model/coordination.ts";
import type { Language } from "../../model/language.ts";
import type { Tell } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { Change, Store } from "../../ports/store.ts";
import type { Doing } from "../../workshops/life-cycle.ts";
import { sayDetails } from "../../workshops/tell-details.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";
import { replyTo } from "../seat-notices.ts";
import { whoChangedLast } from "../who-changed-last.ts";
import type { WishWork } from "./wish-work.ts";

/** What a review tells others than who speaks. */
export interface ReviewNotices {
  readonly rows: readonly Change[];
  /** Something waits for review, and nobody is named who would be told. */
  readonly isNobodyTold: boolean;
}

const none: ReviewNotices = { rows: [], isNobodyTold: false };

/**
 * Tells who reviews that a draft waits for them, and who proposed it what they answered: rows of the outbox,
 * to be written with the change itself.
 */
export async function reviewNotices(
  wish: ProgrammeWish,
  { phrase, workshops, entries }: WishWork,
  { by, at, key }: Doing & { readonly key: string },
  parts: { readonly store: Store; readonly knowledge: Knowledge; readonly delivery: Delivery },
): Promise<ReviewNotices> {
  const [workshop] = workshops;
  if (!workshop || entries.length === 0) return none;
  const { knowledge, delivery } = parts;
  const { settings } = knowledge;
  // Nobody knows which language they will read it in: that of the association.
  const { language } = settings;
  const tell = knowledge.tell(language);
  const send = (people: readonly string[], text: string) =>
    people.flatMap((person) =>
      delivery.leave(person, [
        replyTo(directToPerson(person), say(text), language, messageKey("review", key, person)),
      ]),
    );
  if (phrase === "coordination-submitted") {
    const people = (settings.toldPeople ?? []).filter((person) => person !== by);
    const text = askedIn(workshop, { knowledge, language, now: at, tell });
    return { rows: send(people, text), isNobodyTold: people.length === 0 };
  }
  if (wish.kind !== "approve" && wish.kind !== "refuse") return none;
  const { documents } = knowledge;
  const submitter = await whoChangedLast(
    workshop.id,
    { store: parts.store, documents },
    ({ kind }) => kind === "submit",
  );
  if (submitter === undefined || submitter === by) return none;
  const values = { number: workshop.number, title: workshop.title.fr };
  const text =
    wish.kind === "approve"
      ? tell("review-approved", values)
      : tell("review-refused", { ...values, reason: wish.reason });
  return { rows: send([submitter], text), isNobodyTold: false };
}

function askedIn(
  workshop: Workshop,
  {
    knowledge,
    language,
    now,
    tell,
  }: {
    readonly knowledge: Knowledge;
    readonly language: Language;
    readonly now: Date;
    readonly tell: Tell;
  },
): string {
  const saying = { ...workshopSaying(knowledge, language, now), timeZone: workshop.timeZone };
  const details = sayDetails([workshop], saying);
  return tell("review-asked", { number: workshop.number, title: workshop.title.fr, details });
}
