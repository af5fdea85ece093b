import { reminderWishId } from "../model/reminder-wish.ts";
import { say } from "../model/reply.ts";
import type { SignUpWish } from "../model/sign-up-wish.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Workshop } from "../model/workshop.ts";
import { put } from "../ports/store.ts";
import { isLive } from "../sign-up/seat-count.ts";
import { signUpChoices } from "../sign-up/sign-up-choices.ts";
import type { SignUp } from "../sign-up/sign-up.ts";
import { tellMine } from "../sign-up/tell-mine.ts";
import { nameOf, tellNotice } from "../sign-up/tell-notice.ts";
import { tellSheet } from "../sign-up/tell-sheet.ts";
import { sayDetails } from "../workshops/tell-details.ts";
import type { WorkshopTelling } from "../workshops/tell-workshops.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { endOf, startOf } from "../workshops/workshop-time.ts";
import type { AboutSeats, Person } from "./sign-ups.ts";

/** What looking needs. */
export interface LookParts {
  readonly signUp: SignUp;
  readonly documents: Pick<StoredDocuments, "reminderWishes">;
  readonly saying: Omit<WorkshopTelling, "question">;
}

const nothing: AboutSeats = { changes: [], drafts: [] };

/** Does what decides nothing about seats: reading a list, keeping a wish. */
export async function lookAtSeats(
  wish: SignUpWish,
  person: Person,
  { signUp, documents, saying }: LookParts,
): Promise<AboutSeats> {
  const { tell, workshops } = saying;
  const workshop =
    "workshop" in wish ? workshops.find(({ id }) => id === wish.workshop) : undefined;
  switch (wish.kind) {
    case "mine": {
      const mine = await signUp.of(person.accounts);
      return { ...nothing, drafts: [say(tellMine(mine, workshops, saying))] };
    }
    case "details": {
      if (!workshop) return nothing;
      const mine = await signUp.of(person.accounts);
      const isSeated = mine.some(
        (one) => one.workshop === workshop.id && one.state.kind === "registered",
      );
      const shown = isSeated ? withLink(workshop) : workshop;
      const isTheirs = mine.some((one) => one.workshop === workshop.id && isLive(one));
      const isPast = takesPlace(workshop) && endOf(workshop) <= saying.now;
      const past = isPast ? `${tell("seat-past", { workshop: nameOf(workshop, saying) })} ` : "";
      const mayCome = !isTheirs && startOf(workshop) > saying.now;
      const choices = mayCome ? signUpChoices([workshop], tell) : [];
      return { ...nothing, drafts: [say(past + sayDetails([shown], saying), choices)] };
    }
    case "sheet": {
      if (!workshop) return nothing;
      const all = await signUp.at(workshop.id);
      return { ...nothing, drafts: [tellSheet(workshop, all, saying)] };
    }
    case "count-came": {
      if (!workshop) return nothing;
      const values = { workshop: nameOf(workshop, saying), came: wish.came };
      return { ...nothing, drafts: [say(tell("attendance-noted", values))] };
    }
    case "remind": {
      const { times } = wish;
      const gone = workshop && whyGone(workshop, saying.now);
      if (gone) {
        const about = { workshop: workshop.id, registration: undefined, position: undefined };
        const notice = { ...about, to: person, because: gone, key: [] };
        return { ...nothing, drafts: [tellNotice(notice, workshop, saying)] };
      }
      const which = workshop ? "one" : "all";
      const words = tell(times.length === 0 ? `reminder-never-${which}` : `reminder-set-${which}`, {
        workshop: workshop ? nameOf(workshop, saying) : "",
        times: times.map((time) => tell(`reminder-${time}`)).join(", "),
      });
      const kept = {
        person: person.person,
        answerIn: person.answerIn,
        workshop: workshop?.id,
        times,
        at: saying.now.toISOString(),
      };
      const change = put(documents.reminderWishes, reminderWishId(kept), kept);
      return { changes: [change], drafts: [say(words)] };
    }
    case "sign-up":
    case "needs":
    case "judge":
    case "give-up":
    case "accept":
    case "decline":
    case "still-coming":
    case "approve":
    case "refuse":
      return nothing;
  }
}

/** Why there is nothing to be reminded of any more. */
function whyGone(workshop: Workshop, now: Date): "workshop-cancelled" | "over" | undefined {
  if (workshop.status === "cancelled") return "workshop-cancelled";
  return takesPlace(workshop) && startOf(workshop) <= now ? "over" : undefined;
}

/** Said in private, to who comes: their link is no secret to them. */
function withLink({ joinSecret, joinUrl, ...workshop }: Workshop): Workshop {
  return { ...workshop, joinUrl: joinSecret ?? joinUrl };
}
