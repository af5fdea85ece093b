import type { DiagnosticRun, FollowUp } from "../../../model/diagnostic-run.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** What is kept of who is asked no more, and is not to be offered it again. */
export const overFollowUp: FollowUp = { next: "three-months" };

/** Days after the result. Source: CONVERSATION.md, 10. */
const daysUntil = { "one-month": 30, "three-months": 91 } as const;

/** Days an answer is waited for; after that nothing is read as one that does not say so. */
const ANSWER_DAYS = 7;

/** What is kept when somebody wants to be asked how it goes, counted from the day of their result. */
export function acceptedFollowUp({ completedAt }: DiagnosticRun, now: Date): FollowUp {
  const from = completedAt ?? now.toISOString();
  const first = daysAfter(from, daysUntil["one-month"]);
  // Asked for late, as by « relancez-moi » after two months: the later one is left.
  return first > now.toISOString()
    ? { nextAt: first, next: "one-month" }
    : { nextAt: laterOf(daysAfter(from, daysUntil["three-months"]), now), next: "three-months" };
}

/** Which of the two is to be asked now: one message where both are due, because the bot was away. */
export function occasionDue(run: DiagnosticRun, now: Date): FollowUp["next"] | undefined {
  const { followUp, completedAt } = run;
  if (run.state !== "completed" || completedAt === undefined) return undefined;
  if (followUp?.nextAt === undefined || followUp.nextAt > now.toISOString()) return undefined;
  const isLate = daysAfter(completedAt, daysUntil["three-months"]) <= now.toISOString();
  return isLate ? "three-months" : followUp.next;
}

/** What is kept once it was asked. */
export function askedFollowUp(
  { completedAt }: DiagnosticRun,
  occasion: FollowUp["next"],
  now: Date,
): FollowUp {
  const askedAt = now.toISOString();
  if (occasion === "three-months") return { next: "three-months", askedAt };
  const nextAt = daysAfter(completedAt ?? askedAt, daysUntil["three-months"]);
  return { next: "three-months", nextAt, askedAt };
}

/** What is kept once it was answered: what comes later stays. */
export function answeredFollowUp({ next, nextAt }: FollowUp): FollowUp {
  return { next, nextAt };
}

/** Which one was asked and still waits for its answer; undefined for none. */
export function occasionAsked(
  { followUp }: Pick<DiagnosticRun, "followUp">,
  now: Date,
): FollowUp["next"] | undefined {
  if (followUp?.askedAt === undefined) return undefined;
  if (daysAfter(followUp.askedAt, ANSWER_DAYS) <= now.toISOString()) return undefined;
  // The later one is planned until it is asked.
  return followUp.nextAt === undefined ? "three-months" : "one-month";
}

/** Whether their three months are over, so that what changed may be looked at. */
export function isThreeMonthsOn({ completedAt }: DiagnosticRun, now: Date): boolean {
  return (
    completedAt !== undefined &&
    daysAfter(completedAt, daysUntil["three-months"]) <= now.toISOString()
  );
}

function laterOf(at: string, now: Date): string {
  return at > now.toISOString() ? at : daysAfter(now.toISOString(), daysUntil["one-month"]);
}

function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString();
}
