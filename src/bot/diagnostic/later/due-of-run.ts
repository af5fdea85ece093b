import { messageKey } from "../../../delivery/message-key.ts";
import type { DiagnosticRun, FollowUp } from "../../../model/diagnostic-run.ts";
import { DAY_MS } from "../../../model/durations.ts";
import { occasionDue } from "./follow-up-times.ts";

/** After so much silence what is said is not taken for an answer. Source: CONVERSATION.md, 8. */
const SILENCE_MS = DAY_MS;

/** What time alone does to a run. */
export type DueOfRun =
  | { readonly kind: "fall-silent" }
  | { readonly kind: "remind" }
  | { readonly kind: "ask"; readonly occasion: FollowUp["next"] };

/** What is due of a run, whatever the hour; undefined for nothing. */
export function dueOfRun(run: DiagnosticRun, now: Date): DueOfRun | undefined {
  const at = now.toISOString();
  switch (run.state) {
    case "asking":
      return silentFrom(run) <= at ? { kind: "fall-silent" } : undefined;
    case "paused":
      return run.remindAt !== undefined && run.remindAt <= at ? { kind: "remind" } : undefined;
    case "completed": {
      const occasion = occasionDue(run, now);
      return occasion && { kind: "ask", occasion };
    }
    case "stopped":
      return undefined;
  }
}

/** From when something is due of a run, UTC instant (ISO 8601); undefined for never. */
export function dueFrom(run: DiagnosticRun): string | undefined {
  switch (run.state) {
    case "asking":
      return silentFrom(run);
    case "paused":
      return run.remindAt;
    case "completed":
      return run.followUp?.nextAt;
    case "stopped":
      return undefined;
  }
}

/** Names a message by its run and its occasion: written twice, it is one message. */
export function rowKey({ id, updatedAt }: DiagnosticRun, due: DueOfRun): string {
  const occasion = due.kind === "ask" ? due.occasion : updatedAt;
  return messageKey("diagnostic", due.kind, id, occasion);
}

function silentFrom({ updatedAt }: DiagnosticRun): string {
  return new Date(Date.parse(updatedAt) + SILENCE_MS).toISOString();
}
