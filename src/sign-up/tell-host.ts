import type { Tell } from "../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../model/reply.ts";
import type { Workshop } from "../model/workshop.ts";
import { sayWhen, type TimeSaying } from "../workshops/say-when.ts";
import type { Notice } from "./notice.ts";
import { nameOf } from "./tell-notice.ts";

/** A notice for whoever runs a workshop. */
export type HostNotice = Extract<Notice, { to: "coordinator" }>;

/**
 * What whoever runs a workshop is told of its list, by numbers and about nobody.
 * @returns undefined for what is only the answer to a command
 */
export function tellHost(
  { because, registration, seatsOver = 0 }: HostNotice,
  workshop: Workshop,
  saying: TimeSaying,
): ReplyDraft | undefined {
  const { tell } = saying;
  const { number } = workshop;
  const about = { workshop: nameOf(workshop, saying), when: sayWhen([workshop], saying), number };
  switch (because) {
    case "approval-asked": {
      if (!registration) return undefined;
      const { order, seats } = registration;
      return say(tell("host-approval", { ...about, order, seats }), decisions(order, number, tell));
    }
    case "needs-stated": {
      if (registration?.needs === undefined) return undefined;
      const { order, needs } = registration;
      return say(tell("host-needs", { ...about, order, needs }));
    }
    case "over-capacity":
      return say(tell("host-over", { ...about, over: seatsOver }));
    case "nothing-to-decide":
      return undefined;
  }
}

/** The two answers to a request, in words that say it all. */
function decisions(order: number, number: number, tell: Tell): readonly Choice[] {
  return (["approve-label", "refuse-label"] as const).map((key) => {
    const label = tell(key, { order, number });
    return { label, value: `say:${label}` };
  });
}
