import type { ContentDraft } from "../../model/content-draft.ts";
import type { Team } from "../../model/directory.ts";
import { say } from "../../model/reply.ts";
import type { Request } from "../../model/request.ts";
import type { Change } from "../../ports/store.ts";
import { today } from "../knowledge.ts";
import { tellThread } from "../handoff/tell-people.ts";
import type { CurationParts } from "./curation-parts.ts";
import { DraftBook } from "./draft-book.ts";
import { pressesOf } from "./draft-card.ts";

/**
 * Asks, once and in the thread of a request that is resolved, whether a page is to be made of its answer: where
 * nothing good answered it. The request is held by who calls.
 * @param by id of the adviser who resolved it
 * @returns changes to be written with the resolution; none when it was asked before
 */
export async function proposeDraft(
  request: Request,
  { team, by }: { readonly team: Team; readonly by: string },
  parts: Omit<CurationParts, "book" | "content">,
): Promise<readonly Change[]> {
  const drafts = new DraftBook(parts);
  const id = `request-${request.id}`;
  const thread = request.offers.findLast((offer) => offer.team === team.id)?.shownAs;
  if (!lackedPage(request) || thread === undefined || (await drafts.get(id))) return [];
  const knowledge = parts.knowledge();
  const tell = knowledge.tell(request.language);
  const draft: ContentDraft = {
    request: request.number,
    by,
    language: request.language,
    intent: "",
    isNew: true,
    theme: "",
    title: "",
    text: "",
    utterances: [],
    sources: [],
    isAdvice: true,
    validUntil: today(knowledge, parts.clock.now()),
    state: "offered",
    at: parts.clock.now().toISOString(),
    desk: { ...team.room, thread },
    cards: 0,
    removed: [],
    isLicensed: false,
    settles: [],
    files: [],
  };
  const asked = say(
    tell("hc-offer"),
    pressesOf(draft, tell).map(([choice]) => choice),
  );
  return [
    drafts.keep(id, draft),
    ...tellThread(request, team, { draft: asked, name: "sheet" }, parts),
  ];
}

/** Whether nothing good answered it: the assistant did not know, or its answer was disliked. */
function lackedPage({ because, intent }: Request): boolean {
  return because !== "asked" || intent === undefined;
}
