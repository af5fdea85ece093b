import type { PhraseKey } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { WorkshopAct } from "../../understanding/coordination-words.ts";
import { sayNumberedLines } from "../../workshops/tell-details.ts";
import { workshopSaying } from "../knowledge.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { comingIn } from "./workshops-asked.ts";

/** More than so many are not chosen from on a phone. */
const MOST_SHOWN = 5;

/** Labels are cut at this length on the narrowest platform we serve. */
const MAX_LABEL = 80;

/**
 * Asks which workshop a command is about, below what is said first; the choices are the whole command, so
 * that nothing of it is to be said again.
 * @param among those that may be meant; without any, those it can be done with
 */
export function askWhichToChange(
  { act, rest }: { readonly act: WorkshopAct; readonly rest: string },
  { among = [], lead = "" }: { readonly among?: readonly Workshop[]; readonly lead?: string },
  context: TurnContext,
): Step {
  const { conversation, knowledge, now, tell } = context;
  const meant = among.length > 0 ? among : candidates(act, context);
  const shown = meant.slice(0, MOST_SHOWN);
  if (shown.length === 0) {
    return { replies: [say([lead, tell("coordination-none")].filter(Boolean).join(" "))] };
  }
  const labels = shown.map(({ number }) => labelOf(tell(says[act], { number }), rest));
  const saying = workshopSaying(knowledge, conversation.language, now);
  const text = [
    lead,
    sayNumberedLines(shown, saying).join("\n"),
    meant.length > shown.length ? tell("coordination-which-other") : "",
    tell("coordination-which"),
  ];
  return {
    mode: { kind: "seats", labels },
    replies: [
      say(
        text.filter((part) => part !== "").join("\n\n"),
        labels.map((label) => ({ label, value: `say:${label}` })),
      ),
    ],
    conversation: { unclearInARow: 0 },
  };
}

function labelOf(command: string, rest: string): string {
  const whole = `${command} ${rest}`.trim();
  return whole.length <= MAX_LABEL && !whole.includes("\n") ? whole : command;
}

function candidates(act: WorkshopAct, { knowledge, now }: TurnContext): readonly Workshop[] {
  const programme = knowledge.programme(now);
  const coming = comingIn({ programme, now });
  switch (act) {
    case "publish":
    case "unschedule":
      return coming.filter(({ publication }) => publication === "draft");
    case "approve":
    case "refuse":
      return coming.filter(({ publication }) => publication === "review");
    case "cancel":
    case "postpone":
      return coming.filter(({ publication }) => publication === "published");
    case "restore":
      return programme.filter(({ status }) => status === "cancelled");
    case "edit":
    case "move":
    case "duplicate":
    case "delete":
      return coming;
  }
}

const says: Readonly<Record<WorkshopAct, PhraseKey>> = {
  edit: "coordination-say-edit",
  move: "coordination-say-move",
  postpone: "coordination-say-postpone",
  cancel: "coordination-say-cancel",
  duplicate: "coordination-say-duplicate",
  publish: "coordination-say-publish",
  delete: "coordination-say-delete",
  approve: "coordination-say-approve",
  refuse: "coordination-say-refuse",
  unschedule: "coordination-say-unschedule",
  restore: "coordination-say-restore",
};
