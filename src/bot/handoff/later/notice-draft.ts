import { formatDay, formatShortDay } from "../../../answers/format-day.ts";
import { zoneOfAsker } from "../../../handoff/notice-moment.ts";
import { nextOpening } from "../../../handoff/opening.ts";
import { tellPlaces } from "../../../handoff/places/tell-places.ts";
import type { OpeningHours } from "../../../model/directory.ts";
import type { Tell } from "../../../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { holderOf, numberOf, type Request } from "../../../model/request.ts";
import { sayBareStart, sayStart, type TimeSaying } from "../../../workshops/say-when.ts";
import { wallTimeAt } from "../../../workshops/wall-time.ts";
import type { Knowledge } from "../../knowledge.ts";
import type { RequestBook } from "../request-book.ts";
import type { NoticeKind } from "./notice-asker.ts";

/** What saying a notice takes. */
export interface NoticeSaying {
  readonly book: RequestBook;
  readonly knowledge: Knowledge;
  readonly now: Date;
}

/** A question is quoted so far, in characters. */
const QUOTED = 300;

/** The zone of who asked, as far as it is known: that of their territory, else the association's. */
export function zoneOfReader(
  request: Pick<Request, "territory">,
  { settings }: Pick<Knowledge, "settings">,
): string {
  return zoneOfAsker(request, settings.timeZone);
}

/** What a notice says; undefined where it has nothing to say any more. */
export async function noticeDraft(
  request: Request,
  kind: NoticeKind,
  saying: NoticeSaying,
): Promise<ReplyDraft | undefined> {
  const { knowledge } = saying;
  const tell = knowledge.tell(request.asker?.language ?? request.language);
  const number = numberOf(request);
  switch (kind) {
    case "widened":
    case "looking-again":
    case "coordinator-told":
    case "not-forgotten":
    case "put-aside":
    case "handed-over":
      return say(tell(`ht-${kind}`, { number }));
    case "nobody-answered":
      return nobodyAnswered(request, saying);
    case "referred":
      return referred(request, saying);
    case "pending-question": {
      if (request.state.kind === "unanswered") {
        return {
          ...say(tell("ht-still-waiting", { number }), nextChoices(tell)),
          asks: tell("ht-nobody-answered-ask"),
        };
      }
      const question = await pendingQuestion(request, saying.book);
      return question === undefined
        ? say(tell("ht-pending-question", { number }))
        : say(tell("ht-pending-question-quoted", { number, question }));
    }
    case "settled":
      return say(tell("ht-settled", { number }), [
        { label: tell("ht-settled-yes"), value: "yes" },
        { label: tell("ht-settled-no"), value: "no" },
      ]);
    case "claimed":
      return claimed(request, saying);
    case "transfer":
      return transfer(request, saying);
    case "satisfaction":
      return say(tell("ht-satisfaction", { number }), scores(saying.knowledge, request));
    case "absence":
      return absence(request, saying);
  }
}

/** « Une conseillère de … a pris votre demande »: by name where they show it. */
function claimed(request: Request, { knowledge }: NoticeSaying): ReplyDraft | undefined {
  const language = request.asker?.language ?? request.language;
  const tell = knowledge.tell(language);
  const adviser = knowledge.library.directory.advisers.find(({ id }) => id === holderOf(request));
  if (!adviser) return undefined;
  const { organisation, name, title } = adviser;
  const number = numberOf(request);
  return request.showsAdviser
    ? say(tell("hd-asker-claimed-by", { name, organisation, number }))
    : say(tell("hd-asker-claimed", { title: title[language], organisation, number }));
}

/** Others would read it: may they? Source: HANDOFF.md, 3 and 11. */
function transfer(request: Request, { knowledge }: NoticeSaying): ReplyDraft | undefined {
  const { state } = request;
  if (state.kind !== "transferring") return undefined;
  const tell = knowledge.tell(request.asker?.language ?? request.language);
  const { advisers, teams } = knowledge.library.directory;
  const where =
    advisers.find(({ id }) => id === state.toAdviser)?.organisation ??
    teams.find(({ id }) => id === state.toTeam)?.name ??
    state.toTeam;
  return say(tell("hd-asker-transfer", { number: numberOf(request), where }), [
    { label: tell("hd-asker-transfer-yes"), value: "yes" },
    { label: tell("hd-asker-transfer-no"), value: "no" },
  ]);
}

function nobodyAnswered(request: Request, saying: NoticeSaying): ReplyDraft {
  const tell = saying.knowledge.tell(request.asker?.language ?? request.language);
  const places = placesFor(request, saying);
  const number = numberOf(request);
  const apology = tell(places === undefined ? "ht-nobody-answered-bare" : "ht-nobody-answered", {
    number,
  });
  return {
    ...say(joined(apology, places), nextChoices(tell)),
    asks: tell("ht-nobody-answered-ask"),
  };
}

/** What somebody nobody answered may do. */
function nextChoices(tell: Tell): readonly Choice[] {
  return [
    { label: tell("ht-wait"), value: "wait" },
    { label: tell("ht-places"), value: "places" },
    { label: tell("ht-stop"), value: "stop" },
  ];
}

function referred(request: Request, saying: NoticeSaying): ReplyDraft {
  const tell = saying.knowledge.tell(request.asker?.language ?? request.language);
  const words = tell("ht-referred", { number: numberOf(request) });
  return say(joined(words, placesFor(request, saying)));
}

/** The places somebody may turn to; undefined when none is known. */
function placesFor(request: Request, { knowledge, now }: NoticeSaying): string | undefined {
  const { territory, theme, asker } = request;
  const { directory } = knowledge.library;
  const platform = asker?.answerIn.platform ?? "";
  const time = timeSaying(request, knowledge, now);
  return tellPlaces({ territory, theme }, { ...time, directory, now, platform });
}

function joined(words: string, places: string | undefined): string {
  return places === undefined ? words : `${words}\n\n${places}`;
}

function scores(knowledge: Knowledge, request: Request): readonly Choice[] {
  const tell = knowledge.tell(request.asker?.language ?? request.language);
  return [
    { label: tell("ht-good"), value: "3" },
    { label: tell("ht-so-so"), value: "2" },
    { label: tell("ht-bad"), value: "1" },
  ];
}

/** The hours of who treats a request, or is the first to be told of it. */
export function hoursOfRequest(
  { team, offers }: Pick<Request, "team" | "offers">,
  { library }: Pick<Knowledge, "library">,
): OpeningHours | undefined {
  const id = team ?? offers.at(-1)?.team;
  return library.directory.teams.find((one) => one.id === id)?.hours;
}

/** When it opens again, on the clock of the team and on that of who asked where it shows another time. */
function absence(request: Request, { knowledge, now }: NoticeSaying): ReplyDraft | undefined {
  const hours = hoursOfRequest(request, knowledge);
  if (!hours) return undefined;
  const opens = nextOpening(hours, now);
  const tell = knowledge.tell(request.asker?.language ?? request.language);
  const number = numberOf(request);
  if (!opens) return say(tell("ht-absence-unknown", { number }));
  // Open by now: there is nothing to excuse.
  if (opens <= now) return undefined;
  const time = timeSaying(request, knowledge, now);
  const there = wallTimeAt(opens, hours.timeZone);
  const here = wallTimeAt(opens, time.timeZone);
  if (there === here) {
    const when = sayBareStart(there, hours.timeZone, time);
    return say(tell("ht-absence", { number, when }));
  }
  const when = sayStart(there, hours.timeZone, time);
  const theirs = sayBareStart(here, time.timeZone, time);
  return say(tell("ht-absence-both", { number, when, theirs }));
}

function timeSaying(request: Request, knowledge: Knowledge, now: Date): TimeSaying {
  const language = request.asker?.language ?? request.language;
  return {
    language,
    tell: knowledge.tell(language),
    sayDay: (day) => formatDay(day, language, true),
    sayShortDay: (day) => formatShortDay(day, language),
    now,
    timeZone: zoneOfReader(request, knowledge),
  };
}

/** What an adviser said last to who asked, on one line that can be quoted. */
async function pendingQuestion({ id }: Request, book: RequestBook): Promise<string | undefined> {
  const said = await book.messages(id);
  const last = said.findLast(
    ({ direction, state, text }) => direction === "out" && state !== "deleted" && text !== "",
  );
  if (!last) return undefined;
  const letters = Array.from(last.text.replaceAll(/\s+/gu, " ").trim());
  return letters.length <= QUOTED ? letters.join("") : `${letters.slice(0, QUOTED - 1).join("")}…`;
}
