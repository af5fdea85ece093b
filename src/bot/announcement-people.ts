import type {
  AnnouncementPeople,
  Standing,
  ToldRecipient,
} from "../announcements/announcer-ports.ts";
import type { Attendee } from "../announcements/programme.ts";
import { personKey } from "../model/address.ts";
import { registrationId, type Registration } from "../model/registration.ts";
import { reminderWishId, type ReminderWish } from "../model/reminder-wish.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Recipient } from "../model/subscription.ts";
import { remindersWanted } from "../sign-up/reminders-wanted.ts";
import { isConcerned, isLive } from "../sign-up/seat-count.ts";
import type { CountedStore } from "./counted-store.ts";
import { recipientOf } from "./recipient-of.ts";

/** What is read to know who signed up. */
export interface PeopleParts {
  readonly store: CountedStore;
  readonly documents: Pick<StoredDocuments, "registrations" | "reminderWishes" | "subscriptions">;
  /** For who never chose. */
  readonly usual: Pick<Recipient, "zone" | "language">;
}

/** Who signed up, and which reminders they want, as the announcer needs them. */
export function announcementPeople(parts: PeopleParts): AnnouncementPeople {
  const { store, documents } = parts;
  const kept = new KeptAttendees(parts);
  return {
    attendees: () => kept.read(),
    async concerned(workshop, kind) {
      const found = await store.list(documents.registrations, [workshop]);
      const listed = found
        .map(({ document }) => document)
        .filter((one) => one.workshop === workshop && isConcerned(one));
      return Promise.all(
        listed.map(async (one) => ({
          ...(await recipientOf(one, parts)),
          // That it is cancelled is urgent for whoever was about to come.
          isSeated: hasSeat(one) || (kind === "cancellation" && !isLive(one)),
        })),
      );
    },
    standing: (workshop, whom) => readStanding(workshop, whom, parts),
  };
}

/** Everybody who is to be sent something, by workshop: the same until one of them changes. */
class KeptAttendees {
  readonly #parts: PeopleParts;
  #kept: { readonly writes: string; readonly attendees: Attendees } | undefined;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  async read(): Promise<Attendees> {
    const { store, documents } = this.#parts;
    const { registrations, reminderWishes, subscriptions } = documents;
    // Counted first: what is written while they are read is read again the next time.
    const writes = [registrations, reminderWishes, subscriptions]
      .map(({ collection }) => store.writesOf(collection))
      .join(" ");
    if (this.#kept?.writes === writes) return this.#kept.attendees;
    const attendees = await attendeesOf(this.#parts);
    this.#kept = { writes, attendees };
    return attendees;
  }
}

type Attendees = ReadonlyMap<string, readonly Attendee[]>;

async function attendeesOf(parts: PeopleParts): Promise<Attendees> {
  const { store, documents } = parts;
  const [registrations, wishes] = await Promise.all([
    store.list(documents.registrations),
    store.list(documents.reminderWishes),
  ]);
  const wanting = everybody(
    registrations.map(({ document }) => document),
    wishes.map(({ document }) => document),
  );
  const attendees = new Map<string, Attendee[]>();
  for (const { workshop, wants, isSeated, ...person } of wanting) {
    if (wants.length === 0) continue;
    // Their hours are read one after the other, when somebody signed up alone.
    // oxlint-disable-next-line no-await-in-loop
    const recipient = await recipientOf(person, parts);
    const attendee = { recipient, wants, isSeated };
    const others = attendees.get(workshop);
    if (others) others.push(attendee);
    else attendees.set(workshop, [attendee]);
  }
  return attendees;
}

/** Where one person stands now, read alone: it is asked for each message. */
async function readStanding(
  workshop: string,
  { to, person }: ToldRecipient,
  { store, documents }: PeopleParts,
): Promise<Standing | undefined> {
  if (person === undefined) return undefined;
  const { registrations, reminderWishes } = documents;
  const key = personKey(to.platform, person);
  const [one, ...said] = await Promise.all([
    store.get(registrations, registrationId({ workshop, person: key })),
    store.get(reminderWishes, reminderWishId({ person: key, workshop })),
    store.get(reminderWishes, reminderWishId({ person: key, workshop: undefined })),
  ]);
  const wishes = said.flatMap((wish) => wish ?? []);
  if (one) {
    const wants = wantsOf(one, wishes, false);
    return { isListed: isConcerned(one), isSeated: hasSeat(one), wants };
  }
  const wants = remindersWanted(workshop, { wishes, hasSeat: false });
  return { isListed: false, isSeated: false, wants };
}

type Wanting = Pick<Registration, "workshop" | "person" | "answerIn" | "language"> &
  Pick<Attendee, "wants"> & { readonly isSeated: boolean };

/** Those who come, and those who asked to be reminded of a workshop whose list they are not on. */
function everybody(
  registrations: readonly Registration[],
  wishes: readonly ReminderWish[],
): readonly Wanting[] {
  const byPerson = new Map<string, ReminderWish[]>();
  for (const wish of wishes) {
    const others = byPerson.get(wish.person);
    if (others) others.push(wish);
    else byPerson.set(wish.person, [wish]);
  }
  const onList = new Set(registrations.map(nameOf));
  // Where the host noted who came, the others are not asked how it was.
  const noted = new Set(
    registrations.filter(({ state }) => state.kind === "attended").map(({ workshop }) => workshop),
  );
  const listed = registrations.map((one): Wanting => {
    const { workshop, person, answerIn, language } = one;
    const about = { workshop, person, answerIn, language, isSeated: hasSeat(one) };
    return { ...about, wants: wantsOf(one, byPerson.get(person) ?? [], noted.has(workshop)) };
  });
  const others = wishes.flatMap(({ workshop, person, answerIn, times }): Wanting[] => {
    if (workshop === undefined || onList.has(nameOf({ workshop, person }))) return [];
    return [{ workshop, person, answerIn, language: undefined, wants: times, isSeated: false }];
  });
  return [...listed, ...others];
}

/** @param isNoted whether the host noted who came: the others are not asked how it was */
function wantsOf(
  one: Registration,
  wishes: readonly ReminderWish[],
  isNoted: boolean,
): Attendee["wants"] {
  if (one.state.kind === "attended") return ["satisfaction"];
  if (!isLive(one)) return [];
  const isSeated = hasSeat(one);
  const times = remindersWanted(one.workshop, { wishes, hasSeat: isSeated });
  return isSeated && !isNoted ? [...times, "satisfaction"] : times;
}

function nameOf({ workshop, person }: Pick<Registration, "workshop" | "person">): string {
  return JSON.stringify([workshop, person]);
}

function hasSeat({ state }: Registration): boolean {
  return state.kind === "registered" || state.kind === "attended";
}
