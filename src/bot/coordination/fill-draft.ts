import { formatDay } from "../../answers/format-day.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import {
  askedFields,
  draftFields,
  type DraftDate,
  type DraftField,
  type WorkshopDraft,
} from "../../model/workshop-draft.ts";
import { readRepeat } from "../../workshops/read-repeat.ts";
import { sayDateReading } from "../../workshops/say-date-reading.ts";
import { faultsOf } from "../../workshops/workshop-rules.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { answerAside } from "./answer-aside.ts";
import { draftedIn, draftPrompt, knownOf, scopesIn } from "./draft-prompt.ts";
import { firstMissing, movedTo } from "./drafted-workshop.ts";
import { readNewWhen } from "./keep-hours.ts";
import { readField } from "./read-field.ts";
import { readPasted } from "./read-pasted.ts";
import { saysNoDate } from "./read-when.ts";
import { sayDate } from "./say-date.ts";
import { datesOf } from "./series-preview.ts";
import { tellRead } from "./tell-read.ts";

/** Goes to a step of a draft and asks what it waits for; of a series, how much of it before the preview. */
export function askOn(wanted: WorkshopDraft, context: TurnContext, lead = ""): Step {
  const isMany =
    wanted.step === "preview" && wanted.scope === undefined && scopesIn(wanted, context).length > 1;
  const draft: WorkshopDraft = isMany ? { ...wanted, step: "scope" } : wanted;
  return { mode: { kind: "drafting", draft }, replies: [draftPrompt(draft, context, lead)] };
}

/** Says what is wrong with an answer, and asks again. */
export function askAgain(phrase: PhraseKey, draft: WorkshopDraft, context: TurnContext): Step {
  return askOn(draft, context, context.tell(phrase));
}

/** Starts from a pasted text: what it says is taken, what is missing is asked. */
export function paste(text: string, draft: WorkshopDraft, context: TurnContext): Step {
  const { knowledge, now, tell } = context;
  const { timeZone } = draftedIn(draft, context);
  const pasted = readPasted(text, { now, zone: timeZone }, knowledge.library.themes);
  const words = { ...draft.words, ...pasted.words };
  const { repeats } = draft.act === "new" ? pasted : {};
  const read: WorkshopDraft = { ...draft, words, isCorrection: true, ...(repeats && { repeats }) };
  const workshop = draftedIn(read, context);
  const shown = tell("draft-pasted", { read: tellRead(read, workshop, context) });
  if (pasted.doubtfulDate !== undefined) {
    const step = fill("when", pasted.doubtfulDate, { ...read, step: "when" }, context);
    const [first, ...others] = step.replies;
    const replies = first ? [{ ...first, text: `${shown}\n\n${first.text}` }, ...others] : [];
    return { ...step, replies };
  }
  const step = firstMissing(workshop) ?? "preview";
  return askOn({ ...read, step }, context, step === "preview" ? "" : shown);
}

/** Takes an answer about one field. */
export function fill(
  field: DraftField,
  text: string,
  draft: WorkshopDraft,
  context: TurnContext,
): Step {
  if (field === "when") return fillWhen(text, draft, context);
  const reading = readField(field, text, context.knowledge.library.themes);
  const at = { ...draft, step: field };
  if (reading.kind === "unread") {
    return answerAside(text, at, context) ?? askAgain(reading.phrase, at, context);
  }
  const filled = { ...at, words: { ...draft.words, ...reading.words } };
  if (field === "english-summary" && draftedIn(draft, context).summary === undefined) {
    return askOn({ ...at, step: "summary" }, context, context.tell("draft-french-first"));
  }
  const about = field.replace("english-", "");
  const fault = faultsOf(draftedIn(filled, context)).find(
    (finding) =>
      finding.field === about || (field === "territories" && finding.field === "timeZone"),
  );
  if (fault) return askOn(at, context, context.tell(fault.phrase, fault.values));
  return nextStep(filled, context);
}

function fillWhen(text: string, draft: WorkshopDraft, context: TurnContext): Step {
  const { now, tell, conversation } = context;
  const { dates: _dates, ...rest } = draft;
  const at: WorkshopDraft = { ...rest, step: "when" };
  const workshop = draftedIn(draft, context);
  const series = fillSeries(text, at, context);
  if (series) return series;
  const place = { now, zone: workshop.timeZone };
  const reading = readNewWhen(text, draft, { workshop, place });
  if (reading.kind === "read") {
    const phrase = reading.isDayFirst ? "draft-noted-day-first" : "draft-noted";
    return takeDate(reading.date, draft, context, phrase);
  }
  const aside = saysNoDate(reading) ? answerAside(text, draft, context) : undefined;
  if (aside) return aside;
  const asked: WorkshopDraft = {
    ...at,
    ...(reading.begun !== undefined && { begun: reading.begun }),
    ...(reading.dates !== undefined && { dates: reading.dates }),
    // What says nothing of a date leaves the choice that was offered.
    ...(saysNoDate(reading) && draft.dates !== undefined && { dates: draft.dates }),
  };
  const { reading: unsure } = reading;
  if (unsure.kind === "ambiguous") return askOn(asked, context);
  const lead = sayDateReading(unsure, {
    tell,
    sayDay: (day) => formatDay(day, conversation.language, true),
  });
  const isAsked = unsure.kind === "needs-hour" || unsure.kind === "needs-day";
  if (!isAsked) return askOn(asked, context, lead);
  return { mode: { kind: "drafting", draft: asked }, replies: [say(lead)] };
}

/** Takes "tous les mardis de mars à mai à 18 h" of a new workshop, and asks what is missing of it. */
function fillSeries(text: string, draft: WorkshopDraft, context: TurnContext): Step | undefined {
  if (draft.act !== "new") return undefined;
  const { now, tell } = context;
  const said = draft.begun === undefined ? text : `${draft.begun} ${text}`;
  const { timeZone } = draftedIn(draft, context);
  const alone = readRepeat(text, { now, zone: timeZone });
  const isWhole = alone?.kind === "understood" || draft.begun === undefined;
  const reading = isWhole ? alone : readRepeat(said, { now, zone: timeZone });
  if (!reading) return undefined;
  if (reading.kind !== "understood") {
    const phrase = unsaid[reading.kind];
    return {
      mode: { kind: "drafting", draft: { ...draft, begun: said } },
      replies: [say(tell(phrase))],
    };
  }
  const { kind: _kind, repeats, localStart, localEnd } = reading;
  const { begun: _begun, ...rest } = draft;
  const words = { ...draft.words, localStart, localEnd };
  const filled: WorkshopDraft = { ...rest, repeats, words, step: "when" };
  const workshop = draftedIn(filled, context);
  const count = datesOf(repeats, workshop).starts.length;
  const when = sayDate(workshop, workshop, context);
  return nextStep(filled, context, tell("draft-noted-series", { count, when }));
}

const unsaid = {
  "needs-end": "draft-repeat-end",
  "needs-hour": "draft-repeat-hour",
  "no-date": "draft-repeat-none",
} as const;

/** Takes a date that is sure, and echoes it whole. */
export function takeDate(
  date: DraftDate,
  { dates: _dates, begun: _begun, repeats: _repeats, ...draft }: WorkshopDraft,
  context: TurnContext,
  phrase: PhraseKey = "draft-noted",
): Step {
  const moved = movedTo(date, knownOf(draft, context));
  const when = sayDate(moved, draftedIn(draft, context), context);
  const words = { ...draft.words, ...moved };
  return nextStep({ ...draft, step: "when", words }, context, context.tell(phrase, { when }));
}

/** After a field: the preview when one was corrected, else the next field nobody spoke of. */
export function nextStep(draft: WorkshopDraft, context: TurnContext, lead = ""): Step {
  const workshop = draftedIn(draft, context);
  if (draft.act === "move" && draft.reason === undefined) {
    return askOn({ ...draft, step: "reason" }, context, lead);
  }
  const missing = firstMissing(workshop);
  if (draft.isCorrection === true)
    return askOn({ ...draft, step: missing ?? "preview" }, context, lead);
  const isOnline = workshop.mode === "online" || workshop.mode === "both";
  const from = askedFields.findIndex((field) => field === draft.step) + 1;
  const step = askedFields
    .slice(from)
    .find((field) => !(field === "link" && !isOnline) && !isSaid(field, draft));
  return askOn({ ...draft, step: step ?? missing ?? "preview" }, context, lead);
}

function isSaid(field: DraftField, { words }: WorkshopDraft): boolean {
  const said = new Set<string>(Object.keys(words));
  return (wordsOfField.get(field) ?? [field]).some((name) => said.has(name));
}

/** Fields of a draft that are not called as what it holds of them. */
const wordsOfField: ReadonlyMap<DraftField, readonly string[]> = new Map([
  ["when", ["localStart"]],
  ["where", ["mode", "place"]],
  ["link", ["joinUrl", "joinSecret"]],
]);

/** Whether a step waits for a field. */
export function isField(step: WorkshopDraft["step"]): step is DraftField {
  return draftFields.some((field) => field === step);
}
