import { revise } from "../../../handoff/change-state.ts";
import type { Coordination } from "../../../model/directory.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { MINUTE_MS } from "../../../model/durations.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { put, type Change } from "../../../ports/store.ts";
import type { Write } from "./coordinate.ts";
import { nameOf, type Desk } from "./desk.ts";

type Reporting = Pick<Desk, "parts" | "book" | "now"> & {
  readonly who: Coordination["coordinators"][number];
};

/** As long as the agreement of a first coordinator to look holds. */
const AGREED_FOR_MS = 10 * MINUTE_MS;
/** The mark of a report that was taken back: see `Request.marks`. */
const UNBLOCKED = "unblocked";

/** Since when their requests of a month are counted anew: a coordinator said so. UTC. @param requests theirs */
export function allowedSince(requests: readonly Request[]): string | undefined {
  return requests
    .flatMap(({ marks }) => marks.filter(({ kind }) => kind === UNBLOCKED).map(({ at }) => at))
    .toSorted()
    .at(-1);
}

/** Whether a person may open no request, because of one that was reported. @param requests theirs */
export function isBlocked(requests: readonly Request[]): boolean {
  return requests.some(isReported);
}

/**
 * Blocked people are looked at by two coordinators together: the first asks, a second one agrees within ten
 * minutes, and then numbers, reasons and who reported are shown, never an account. Source: HANDOFF.md, 8.
 */
export async function lookAtReports(
  act: "reports" | "see-reports",
  { message, who, parts, book, now }: Reporting & { readonly message: IncomingMessage },
): Promise<{ readonly changes: readonly Change[]; readonly draft: ReplyDraft }> {
  const { settings, tell: tellIn, documents } = parts.knowledge();
  const tell = tellIn(settings.language);
  const { deskTalks } = documents;
  const id = `reports ${message.address.platform} ${message.address.room}`;
  const asked = await parts.store.get(deskTalks, id);
  const isAgreed =
    act === "see-reports" &&
    asked !== undefined &&
    asked.owner !== who.person &&
    now.getTime() - Date.parse(asked.at) <= AGREED_FOR_MS;
  if (!isAgreed) {
    const at = now.toISOString();
    const waits = { kind: "rest", command: "reports" } as const;
    const isOwn = act === "see-reports" && asked?.owner === who.person;
    const draft = say(tell(isOwn ? "hd-reports-second" : "hd-reports-ask", { who: who.name }), [
      { label: tell("hd-reports-agree"), value: "see" },
    ]);
    return { changes: [put(deskTalks, id, { owner: who.person, request: "", waits, at })], draft };
  }
  const reported = (await book.all()).filter(isReported);
  const lines = await Promise.all(
    reported.map(async (request) => {
      const adviser = request.state.kind === "spam" ? request.state.adviser : undefined;
      const notes = (await book.messages(request.id)).filter(
        ({ direction }) => direction === "note",
      );
      return tell("hd-reports-line", {
        number: numberOf(request),
        who: nameOf(adviser, { parts }),
        why: notes.at(-1)?.text ?? "",
      });
    }),
  );
  const text =
    lines.length === 0 ? tell("hd-reports-none") : [tell("hd-reports"), ...lines].join("\n");
  return { changes: [], draft: say(text) };
}

/** Somebody blocked, or who asked as much as one may in a month, may ask again. */
export async function unblock(
  number: number | undefined,
  { who, parts, book, now }: Reporting,
  write: Write,
): Promise<boolean> {
  const { settings, tell: tellIn } = parts.knowledge();
  const tell = tellIn(settings.language);
  const found = (await book.all()).find(
    (request) => request.number === number && request.asker !== undefined,
  );
  if (!found) return write([], say(tell("hd-unblock-which")));
  return book.holding([found.id], async () => {
    const request = await book.get(found.id);
    if (!request?.asker) return write([], say(tell("hd-unblock-which")));
    const at = now.toISOString();
    const marks = [...request.marks, { kind: UNBLOCKED, since: at, at }];
    const after = revise(request, { marks }, now);
    const changes = [book.change(request, after), book.record(after, UNBLOCKED, who.name, now)];
    return write(changes, say(tell("hd-unblocked", { number: numberOf(after) })));
  });
}

function isReported({ state, marks }: Request): boolean {
  return state.kind === "spam" && !marks.some(({ kind }) => kind === UNBLOCKED);
}
