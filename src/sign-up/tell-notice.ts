import type { Theme } from "../model/library.ts";
import type { PhraseKey } from "../model/phrases.ts";
import { mostSeats } from "../model/registration.ts";
import { say, type ReplyDraft } from "../model/reply.ts";
import type { Workshop } from "../model/workshop.ts";
import { sayStart, sayWhen, type TimeSaying } from "../workshops/say-when.ts";
import { inLanguage } from "../workshops/tell-details.ts";
import { wallTimeAt } from "../workshops/wall-time.ts";
import type { Notice, PersonalReason } from "./notice.ts";
import { seatChoice, takeSeatsChoice, type SeatWords } from "./sign-up-choices.ts";

/** A notice for a person. */
export type PersonalNotice = Extract<Notice, { because: PersonalReason }>;

/** What a person is told, in private: what became of their seats, what they may do now, the link once they have one. */
export function tellNotice(
  notice: PersonalNotice,
  workshop: Workshop,
  saying: TimeSaying & { readonly themes: readonly Theme[] },
): ReplyDraft {
  const { tell } = saying;
  const { registration, position } = notice;
  const { number } = workshop;
  const phrase = phraseFor(notice);
  const left = seatsToTake(notice);
  const to = workshop.registration?.to;
  const until = registration?.state.kind === "offered" ? registration.state.until : undefined;
  const words = tell(phrase, {
    workshop: nameOf(workshop, saying),
    when: sayWhen([workshop], saying),
    number,
    seats: registration?.seats ?? 1,
    most: mostSeats,
    position: position ?? 1,
    left,
    until: until === undefined ? "" : sayInstant(until, workshop, saying),
    next: sayNextOnTheme(workshop, saying),
    where: to === undefined ? "" : tell("seat-elsewhere-where", { to }),
  });
  const link = bringsLink.has(phrase) ? (workshop.joinSecret ?? workshop.joinUrl) : undefined;
  const text = link === undefined ? words : `${words}\n\n${tell("seat-link", { link })}`;
  const next = nextWords(notice).map((one) => seatChoice(one, workshop, tell));
  return say(text, left === 0 ? next : [takeSeatsChoice(left, workshop, tell), ...next]);
}

/** How many seats in all they may have at once, fewer than they asked for; 0 when there is nothing to offer. */
function seatsToTake({ because, registration, seatsLeft = 0 }: PersonalNotice): number {
  if (seatsLeft === 0) return 0;
  return because === "waiting" ? seatsLeft : (registration?.seats ?? 0) + seatsLeft;
}

/** How to hear of the next workshop like this one; empty where its theme has no name. */
function sayNextOnTheme(
  workshop: Workshop,
  {
    themes,
    tell,
    language,
  }: Pick<TimeSaying, "tell" | "language"> & {
    readonly themes: readonly Theme[];
  },
): string {
  const theme = themes.find(({ id }) => workshop.themes.includes(id));
  return theme ? tell("seat-next-on-theme", { theme: theme.name[language] }) : "";
}

/** A workshop as it is named when it is about one: its title and its short number. */
export function nameOf({ title, number }: Workshop, saying: TimeSaying): string {
  return saying.tell("seat-workshop", { title: inLanguage(title, saying), number });
}

/** An instant on the clock of a workshop. */
export function sayInstant(
  instant: string | Date,
  { timeZone }: Pick<Workshop, "timeZone">,
  saying: TimeSaying,
): string {
  return sayStart(wallTimeAt(new Date(instant), timeZone), timeZone, saying);
}

/** Those who have a seat from now on. */
const bringsLink: ReadonlySet<PhraseKey> = new Set([
  "seat-registered",
  "seat-registered-several",
  "seat-already",
  "seat-given",
  "seat-approved",
  "seat-still-coming",
]);

/** What says best where they stand. */
function phraseFor({ because, registration, seatsLeft }: PersonalNotice): PhraseKey {
  const state = registration?.state;
  if (seatsLeft !== undefined)
    return because === "waiting" ? "seat-fewer-left" : "seat-not-free-left";
  if (because === "registered") {
    return (registration?.seats ?? 1) > 1 ? "seat-registered-several" : "seat-registered";
  }
  if (because === "already") {
    if (state?.kind === "offered") return "seat-offered";
    if (state?.kind !== "waiting") return "seat-already";
    return state.awaits === "seat" ? "seat-waiting" : "seat-awaits-approval";
  }
  return phrases[because];
}

const phrases: Readonly<Record<Exclude<PersonalReason, "registered" | "already">, PhraseKey>> = {
  waiting: "seat-waiting",
  "awaits-approval": "seat-awaits-approval",
  "needs-noted": "seat-needs-noted",
  "seats-changed": "seat-changed",
  "seats-not-free": "seat-not-free",
  "too-many-seats": "seat-too-many",
  "gave-up": "seat-gave-up",
  "left-line": "seat-left-line",
  declined: "seat-declined",
  "not-signed-up": "seat-not-signed-up",
  "nothing-offered": "seat-nothing-offered",
  "still-coming": "seat-still-coming",
  offered: "seat-offered",
  "seat-given": "seat-given",
  "offer-expired": "seat-offer-expired",
  "seat-released": "seat-released",
  approved: "seat-approved",
  "approved-but-full": "seat-approved-full",
  refused: "seat-refused",
  "no-seat": "seat-no-seat",
  "accounts-merged": "seat-accounts-merged",
  judged: "seat-judged",
  "judged-before": "seat-judged-before",
  "not-judged": "seat-not-judged",
  elsewhere: "seat-elsewhere",
  "no-sign-up": "seat-no-sign-up",
  "not-open": "seat-not-open",
  "workshop-cancelled": "seat-cancelled",
  postponed: "seat-postponed",
  over: "seat-over",
  closed: "seat-closed",
};

/** What they are likely to answer. */
function nextWords({ because, registration }: PersonalNotice): readonly SeatWords[] {
  if (asksNothing.has(because)) return [];
  const kind = registration?.state.kind;
  if (kind === "registered" || kind === "waiting") return ["give-up"];
  if (kind === "offered") return ["accept", "decline"];
  return signsUpAgain.has(because) ? ["sign-up"] : [];
}

/** It is over for them. */
const asksNothing: ReadonlySet<PersonalReason> = new Set([
  "workshop-cancelled",
  "over",
  "no-seat",
  "judged",
  "judged-before",
  "not-judged",
]);

const signsUpAgain: ReadonlySet<PersonalReason> = new Set([
  "gave-up",
  "left-line",
  "offer-expired",
  "seat-released",
  "declined",
  "not-signed-up",
]);
