import type { ContentDraft } from "../../model/content-draft.ts";
import { say } from "../../model/reply.ts";
import type { Request } from "../../model/request.ts";
import type { Change } from "../../ports/store.ts";
import { revise } from "../../handoff/change-state.ts";
import { mayTell, tellInTime } from "../handoff/later/notice-asker.ts";
import { tellAsker } from "../handoff/tell-people.ts";
import type { CurationParts } from "./curation-parts.ts";

/** The mark of a request whose asker agreed that their question is used, and wants to know of the page. */
const REUSE_AGREED = "reuse-agreed";

/** Whether its asker agreed that their question is used, without anything personal. */
export function hasAgreed({ marks }: Pick<Request, "marks">): boolean {
  return marks.some(({ kind }) => kind === REUSE_AGREED);
}

/** The request as it is once its asker answered; the act of that turn writes it. */
export function withReuseAnswer(request: Request, agrees: boolean, now: Date): Request {
  const at = now.toISOString();
  const mark = { kind: agrees ? REUSE_AGREED : "reuse-refused", since: request.at, at };
  return revise(request, { asks: undefined, marks: [...request.marks, mark] }, now);
}

/**
 * Asks who asked, once, whether their question may be used: as their one notice of a day, and nothing while they
 * are asked something else. What could not be asked yet is asked as time passes.
 */
export async function askReuse(
  { id }: Pick<Request, "id">,
  { book, store, knowledge, clock, delivery }: CurationParts,
): Promise<void> {
  await book.holding([id], async () => {
    const request = await book.get(id);
    const now = clock.now();
    const asked = "reuse-asked";
    if (!request?.asker || request.asks || request.marks.some(({ kind }) => kind === asked)) return;
    if (!mayTell(request, await book.all(), { parts: { knowledge }, now })) return;
    const at = now.toISOString();
    const after = revise(
      request,
      {
        lastNoticeAt: at,
        asks: { kind: "reuse", at },
        marks: [...request.marks, { kind: asked, since: request.at, at }],
      },
      now,
    );
    const tell = knowledge().tell(request.asker.language);
    const draft = say(tell("hc-reuse"), [
      { label: tell("hc-reuse-yes"), value: "yes" },
      { label: tell("hc-reuse-no"), value: "no" },
    ]);
    await store.write([
      book.change(request, after),
      book.record(after, asked, "bot", now),
      ...tellAsker(after, { draft, name: "reuse" }, { delivery }),
    ]);
  });
}

/** Writes that a page is there with what its asker reads of it, if they wished: as their one notice of a day. */
export async function tellingOfPage(
  { request: number, title }: Pick<ContentDraft, "request" | "title">,
  { book, knowledge, clock, delivery }: CurationParts,
  write: (changes: readonly Change[]) => Promise<void>,
): Promise<void> {
  const all = await book.all();
  const found = number === undefined ? undefined : all.find((one) => one.number === number);
  await book.holding(found ? [found.id] : [], async () => {
    const request = found && (await book.get(found.id));
    if (!request?.asker || !hasAgreed(request)) return write([]);
    const now = clock.now();
    const draft = say(knowledge().tell(request.asker.language)("hc-asker-told", { title }));
    const told = { draft, name: "sheet-published" };
    const parts = { knowledge, delivery };
    const { request: after, changes } = tellInTime(revise(request, {}, now), told, all, {
      parts,
      now,
    });
    return write([book.change(request, after), ...changes]);
  });
}
