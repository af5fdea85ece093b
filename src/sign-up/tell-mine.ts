import type { Registration } from "../model/registration.ts";
import type { Workshop } from "../model/workshop.ts";
import { sayWhen, type TimeSaying } from "../workshops/say-when.ts";
import { endOf } from "../workshops/workshop-time.ts";
import { isLive } from "./seat-count.ts";
import { nameOf, sayInstant } from "./tell-notice.ts";

/** Where somebody stands with each workshop that is not over, the next one first. */
export function tellMine(
  registrations: readonly Registration[],
  workshops: readonly Workshop[],
  saying: TimeSaying & { readonly now: Date },
): string {
  const { tell, now } = saying;
  // Workshops come in order.
  const lines = workshops
    .filter((workshop) => endOf(workshop) > now || workshop.status === "postponed")
    .flatMap((workshop) =>
      registrations
        .filter((one) => one.workshop === workshop.id && isLive(one))
        .map((one) =>
          tell("mine-line", {
            workshop: nameOf(workshop, saying),
            when: sayWhen([workshop], saying),
            state: stateOf(one, workshop, saying),
          }),
        ),
    );
  return lines.length === 0 ? tell("mine-none") : `${tell("mine-title")}\n\n${lines.join("\n")}`;
}

function stateOf({ state, seats }: Registration, workshop: Workshop, saying: TimeSaying): string {
  const { tell } = saying;
  if (state.kind === "offered") {
    return tell("mine-offered", { until: sayInstant(state.until, workshop, saying) });
  }
  if (state.kind === "waiting") {
    return tell(state.awaits === "approval" ? "mine-approval" : "mine-waiting");
  }
  const asksIfComing = state.kind === "registered" && state.confirmBy !== undefined;
  return asksIfComing ? tell("mine-to-confirm") : tell("mine-registered", { seats });
}
