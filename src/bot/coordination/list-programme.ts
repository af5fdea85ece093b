import type { Language } from "../../model/language.ts";
import type { Workshop } from "../../model/workshop.ts";
import { sayLines } from "../../workshops/tell-details.ts";
import { isUpcoming } from "../../workshops/workshop-time.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";

/** How far each is on its way; what is archived is not listed. */
const lineKeys = {
  draft: "coordination-draft-line",
  review: "coordination-review-line",
  published: "coordination-line",
  archived: "coordination-line",
} as const;

/** Workshops in one message; of more, only how many. */
const MOST_LISTED = 30;

/** The workshops to come as coordinators see them: their numbers, drafts too. */
export function listProgramme(
  {
    knowledge,
    language,
    now,
  }: { readonly knowledge: Knowledge; readonly language: Language; readonly now: Date },
  isListed: (workshop: Workshop) => boolean = () => true,
): string {
  const tell = knowledge.tell(language);
  const coming = knowledge
    .programme(now)
    .filter((one) => one.publication !== "archived" && isUpcoming(one, now) && isListed(one));
  if (coming.length === 0) return tell("coordination-none");
  const saying = workshopSaying(knowledge, language, now);
  const lines = coming.slice(0, MOST_LISTED).map((workshop) => {
    const line = sayLines([workshop], saying).join("").replace(/^- /u, "");
    return tell(lineKeys[workshop.publication], { number: workshop.number, line });
  });
  const more = coming.length - lines.length;
  return [...lines, ...(more > 0 ? [tell("coordination-more", { count: more })] : [])].join("\n");
}
