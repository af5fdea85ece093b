import { draftFields, type DraftField, type WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { sayPrice, shortPlace } from "../../workshops/tell-details.ts";
import { workshopSaying } from "../knowledge.ts";
import type { TurnContext } from "../turn-context.ts";
import { sayDate } from "./say-date.ts";
import { datesOf } from "./series-preview.ts";

/** What was read of a pasted text, one field a line; empty when nothing was. */
export function tellRead(draft: Read, workshop: Workshop, context: TurnContext): string {
  const { tell } = context;
  return draftFields
    .flatMap((field) => {
      const value = valueOf(field, draft, workshop, context);
      const name = tell(`draft-name-${field}`);
      return value === "" ? [] : [tell("draft-read-line", { field: name, value })];
    })
    .join("\n");
}

type Read = Pick<WorkshopDraft, "words" | "repeats">;

function valueOf(
  field: DraftField,
  { words, repeats }: Read,
  workshop: Workshop,
  context: TurnContext,
): string {
  const { conversation, knowledge, now, tell } = context;
  switch (field) {
    case "title":
    case "summary":
    case "audience":
    case "bring":
      return words[field]?.fr ?? "";
    case "when":
      return words.localStart === undefined ? "" : sayWhen(repeats, workshop, context);
    case "where":
      return [
        words.place ? shortPlace(words.place) : "",
        words.mode === "online" || words.mode === "both" ? tell("mode-online") : "",
      ]
        .filter((part) => part !== "")
        .join(", ");
    case "link":
      return words.joinUrl ?? words.joinSecret ?? "";
    case "price":
      return words.price
        ? sayPrice(workshop, workshopSaying(knowledge, conversation.language, now))
        : "";
    case "capacity":
      return words.capacity?.toString() ?? "";
    case "partners":
    case "accessibility":
    case "territories":
      return (words[field] ?? []).join(", ");
    case "themes": {
      const { themes = [] } = words;
      const named = knowledge.library.themes.filter(({ id }) => themes.includes(id));
      return named.map(({ name }) => name[conversation.language]).join(", ");
    }
    case "english-title":
      return words.englishTitle ?? "";
    case "english-summary":
      return words.englishSummary ?? "";
  }
}

function sayWhen(repeats: Read["repeats"], workshop: Workshop, context: TurnContext): string {
  const when = sayDate(workshop, workshop, context);
  if (!repeats) return when;
  const count = datesOf(repeats, workshop).starts.length;
  return context.tell("draft-read-first", { when, count });
}
