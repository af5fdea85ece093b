import { HOUR_MS } from "../../../model/durations.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { shelfId } from "../relay/message-replies.ts";

type Parts = Pick<HandoffParts, "store" | "knowledge" | "clock" | "shelf" | "log">;

/** Drops the files of messages at once: nothing that is written later can need them. */
export async function dropFiles(
  said: readonly RequestMessage[],
  { shelf }: Pick<HandoffParts, "shelf">,
): Promise<void> {
  const ids = said.flatMap((message) => message.files.map((_, at) => shelfId(message, at)));
  await Promise.all(ids.map(async (id) => shelf?.drop(id)));
}

/** Drops files that wait for nobody: their message was shown, purged, erased or never written. */
export class LostFiles {
  readonly #parts: Parts;
  /** Looked at last, and found lost: one that was just put there may have its message on its way. */
  #suspects: ReadonlySet<string> = new Set();
  #lookedAt: number | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Before anybody speaks: whatever waits for nobody then was left by a crash. */
  async atStart(): Promise<void> {
    await this.#drop(await this.#lost());
    this.#lookedAt = this.#parts.clock.now().getTime();
  }

  /** Called at each tick: once an hour, what was lost an hour ago already goes. */
  async pass(): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    const sinceMs = now - (this.#lookedAt ?? -Infinity);
    if (sinceMs >= 0 && sinceMs < HOUR_MS) return;
    this.#lookedAt = now;
    const lost = await this.#lost();
    await this.#drop(lost.filter((id) => this.#suspects.has(id)));
    this.#suspects = new Set(lost);
  }

  async #lost(): Promise<readonly string[]> {
    const { store, knowledge, shelf } = this.#parts;
    const ids = (await shelf?.list()) ?? [];
    if (ids.length === 0) return [];
    const { outbox, requestMessages, deskTalks } = knowledge().documents;
    const rows = await store.list(outbox, ['"shelved"']);
    const waiting = await store.list(requestMessages, ['"keys":[]']);
    const previews = await store.list(deskTalks, ['"shelved"']);
    const needed = new Set([
      ...previews.flatMap(({ document: { waits } }) =>
        waits.kind === "rest" ? [] : (waits.files ?? []).flatMap(({ shelved }) => shelved ?? []),
      ),
      ...rows.flatMap(({ document }) =>
        document.reply.attachments.flatMap(({ shelved }) => shelved ?? []),
      ),
      ...waiting.flatMap(({ document }) => document.files.map((_, at) => shelfId(document, at))),
    ]);
    return ids.filter((id) => !needed.has(id));
  }

  async #drop(ids: readonly string[]): Promise<void> {
    const { shelf, log } = this.#parts;
    await Promise.all(ids.map(async (id) => shelf?.drop(id)));
    if (ids.length > 0) log.info("lost-files-dropped", { files: ids.length });
  }
}
