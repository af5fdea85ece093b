import type { PhraseKey } from "../../model/phrases.ts";
import type { AnnouncementKind } from "../../model/planned-announcement.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { Sessions } from "../../workshops/say-when.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { lines, paragraphs, type Announcing, type Words } from "./announcing.ts";
import { howSoon, howVerySoon } from "./say-how-soon.ts";
import { sayWhen } from "../../workshops/say-when.ts";
import { sayGettingThere } from "./say-practical.ts";
import { giveUpChoice, signUpChoices } from "./workshop-choices.ts";

/**
 * A reminder: to who signed up, all they need to be there and a way to give up; to others, what they need to
 * come too. Of several workshops of one day, one message.
 * @param all those of one workshop are sessions to choose from, or one alone
 */
export function reminderWords(
  kind: AnnouncementKind,
  all: readonly [Sessions, ...Sessions[]],
  announcing: Announcing,
): Words {
  const { tell, isRegistered } = announcing;
  const [[first]] = all;
  const soon = howSoonOf(kind, first, announcing);
  const isOneMoment = all.every(([one]) => howSoonOf(kind, one, announcing) === soon);
  const isTogether = all.length > 1 && isOneMoment;
  const told = all.map((sessions) => {
    const [workshop] = sessions;
    const title = inLanguage(workshop.title, announcing);
    const number = sessions.map((session) => session.number).join(tell("or-word"));
    const moment = tell(howSoonOf(kind, workshop, announcing));
    return paragraphs(
      lines(
        isTogether
          ? tell("announce-reminder-of", { title, number })
          : tell("announce-reminder", { moment, title, number }),
        sayWhen(sessions, announcing),
      ),
      sayGettingThere(workshop, announcing),
    );
  });
  return {
    text: paragraphs(
      isTogether ? tell("announce-reminders", { moment: tell(soon) }) : "",
      ...told,
      isRegistered ? tell("announce-cannot-come") : "",
    ),
    choices: all.flatMap((sessions) =>
      isRegistered ? [giveUpChoice(sessions[0], announcing)] : signUpChoices(sessions, announcing),
    ),
    times: all.length === 1 ? all.flat().map((session) => startOf(session)) : [],
  };
}

function howSoonOf(kind: AnnouncementKind, workshop: Workshop, announcing: Announcing): PhraseKey {
  const start = startOf(workshop);
  return kind === "hour-before" ? howVerySoon(start, announcing) : howSoon(start, announcing);
}
