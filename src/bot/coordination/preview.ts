import { lines, paragraphs } from "../../announcements/words/announcing.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { holidayOn } from "../../workshops/french-holidays.ts";
import { sayTimeOfDay } from "../../workshops/say-when.ts";
import { inLanguage, sayDetails } from "../../workshops/tell-details.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import { faultsToPublish, type WorkshopFinding } from "../../workshops/workshop-rules.ts";
import { warningsOf } from "../../workshops/workshop-warnings.ts";
import { zoneOfTerritory } from "../../workshops/zone-of-territory.ts";
import { workshopSaying } from "../knowledge.ts";
import type { TurnContext } from "../turn-context.ts";
import { meantBy } from "./draft-prompt.ts";
import { hasStart } from "./drafted-workshop.ts";
import { intendedBy, intendedWords, type Drafted } from "./preview-words.ts";
import type { Reach } from "./reach.ts";
import { sayDate, sayDays } from "./say-date.ts";
import { sayHeld } from "./say-held.ts";
import { movedAlike } from "./series-meant.ts";
import { saySeries, shortenSeries } from "./series-preview.ts";

/** Rooms named in a preview; of more, only how many. */
const MOST_NAMED = 5;

/**
 * What a coordinator confirms: who will be told, the very words they will read, then what else is known of it
 * and what to look at again. Source: WORKSHOPS.md 5.
 */
export function previewOf(draft: WorkshopDraft, drafted: Drafted, context: TurnContext): string {
  const { tell } = context;
  const { known, after } = drafted;
  const intended = intendedBy(draft, drafted, context);
  const reach = intended && context.knowledge.reach?.(intended);
  const audience = intended ? sayAudience(reach, context) : tell("draft-reach-in-place");
  // Corrected where it stands, an announcement reads as a new one.
  const told = intended ?? ({ kind: "new", workshops: [after] } as const);
  const said = hasStart(after) ? intendedWords(told, reach, context) : undefined;
  const body = said ?? sayBody(after, context);
  if (draft.act === "cancel" || draft.act === "postpone") {
    const preview = draft.act === "cancel" ? "draft-preview-cancel" : "draft-preview-postpone";
    const values = { title: inLanguage(after.title, context.conversation), audience };
    return paragraphs(tell(preview, values), body, sayMeant(draft, known, context));
  }
  return paragraphs(
    tell("draft-preview", { audience }),
    shortenSeries(body, draft, after, context),
    lines(
      ...saySeries(draft, after, context),
      sayMeant(draft, known, context),
      hasStart(after) && !draft.repeats
        ? tell("draft-start", { when: sayDate(after, after, context) })
        : "",
      tell("draft-filed", {
        themes: themeNames(after, context),
        territories: territoryNames(after, context),
      }),
      sayEnglish(after, context),
      // The notice says it too, if there is one.
      draft.reason === undefined || body.includes(draft.reason)
        ? ""
        : tell("draft-reason", { reason: draft.reason }),
      hasStart(after) ? sayHeld(intended, { draft, workshop: after }, context) : "",
      sayFindings(after, context),
    ),
  );
}

/** The other occurrences that change with it, before and after. */
function sayMeant(draft: WorkshopDraft, known: Workshop | undefined, context: TurnContext): string {
  if (!known) return "";
  const meant = meantBy(draft, context);
  if (meant.length < 2) return "";
  const { tell } = context;
  const { localStart } = draft.words;
  const isMoved = localStart !== undefined && localStart !== known.localStart;
  const moved = (one: Workshop) =>
    isMoved ? { ...one, ...movedAlike(one, { from: known, to: { localStart } }) } : one;
  const before = sayDays(meant, context);
  const after = sayDays(meant.map(moved), context);
  const dates = before === after ? after : `~~${before}~~ → **${after}**`;
  return tell("draft-meant", { count: meant.length, dates });
}

/** What English speakers will read. */
function sayEnglish({ title, summary }: Workshop, { tell, conversation }: TurnContext): string {
  if (conversation.language === "en") return "";
  const words = [title.en, summary?.en].filter((one) => one !== undefined);
  return words.length === 0 ? "" : tell("draft-english", { words: words.join(" — ") });
}

function sayBody(workshop: Workshop, { conversation, knowledge, now }: TurnContext): string {
  const saying = workshopSaying(knowledge, conversation.language, now);
  return sayDetails([workshop], { ...saying, timeZone: workshop.timeZone });
}

function sayAudience(reach: Reach | undefined, { tell }: TurnContext): string {
  if (!reach) return tell("draft-reach-none");
  const { rooms, people, alone, digests, mentioned } = reach;
  const inDigest = tell(digests > 1 ? "draft-reach-digests" : "draft-reach-digest", {
    count: digests,
  });
  const inPrivate = tell(alone > 1 ? "draft-reach-alone" : "draft-reach-alone-one", {
    count: alone,
  });
  if (rooms.length + alone + digests === 0) return tell("draft-reach-none");
  const names = rooms.slice(0, MOST_NAMED).map((name) => `*${name}*`);
  const more = rooms.length > names.length ? ", …" : "";
  const told = {
    count: rooms.length,
    rooms: `${names.join(", ")}${more}`,
    people: people === undefined ? "" : tell("draft-reach-people", { count: people }),
  };
  const where =
    rooms.length === 0
      ? ""
      : tell(rooms.length === 1 ? "draft-reach-one" : "draft-reach-many", told);
  const called =
    mentioned === 0
      ? ""
      : tell(mentioned === 1 ? "draft-reach-mentioned-one" : "draft-reach-mentioned", {
          count: mentioned,
        });
  return [where, alone === 0 ? "" : inPrivate, called, digests === 0 ? "" : inDigest]
    .filter((part) => part !== "")
    .join(", ");
}

function themeNames({ themes }: Workshop, { knowledge, conversation }: TurnContext): string {
  const named = knowledge.library.themes.filter(({ id }) => themes.includes(id));
  return named.map(({ name }) => name[conversation.language]).join(", ") || "—";
}

function territoryNames({ territories }: Workshop, { tell }: TurnContext): string {
  if (territories.length === 0) return tell("draft-no-territory");
  return territories
    .map((code) => (code === "national" ? tell("draft-national") : code))
    .join(", ");
}

function sayFindings(workshop: Workshop, context: TurnContext): string {
  const { knowledge, now, tell } = context;
  const faults = faultsToPublish(workshop, now);
  const hasTime = !faults.some(({ field }) => field === "localStart" || field === "timeZone");
  const warnings = hasTime
    ? warningsOf(workshop, {
        now,
        programme: knowledge.programme(now),
        holidayOn: (day, territories) => holidayIn(day, territories, context),
        zoneOf: zoneOfTerritory,
      })
    : [];
  const sayAll = (findings: readonly WorkshopFinding[]) =>
    [...new Set(findings.map((one) => insideSentence(sayFinding(one, tell))))].join(
      tell("draft-between"),
    );
  return [
    faults.length === 0 ? "" : tell("draft-faults", { faults: sayAll(faults) }),
    warnings.length === 0 ? "" : tell("draft-warnings", { warnings: sayAll(warnings) }),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** "À corriger : il faut un titre": a sentence of its own elsewhere. */
function insideSentence(said: string): string {
  return `${said.slice(0, 1).toLowerCase()}${said.slice(1)}`;
}

function sayFinding({ phrase, values }: WorkshopFinding, tell: TurnContext["tell"]): string {
  const { time } = values ?? {};
  return tell(phrase, {
    ...values,
    ...(typeof time === "string" && { time: sayTimeOfDay(time, tell) }),
  });
}

/** A public holiday of the territories, of France when nobody said one. */
function holidayIn(
  day: string,
  territories: readonly string[],
  { tell }: TurnContext,
): string | undefined {
  const places = territories.length === 0 ? ["national"] : territories;
  const found = places.map((territory) => holidayOn(dayOf(day), territory)).find(Boolean);
  return found && tell(`holiday-${found.name}`);
}
