import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { MINUTE_MS } from "../../../model/durations.ts";
import { put } from "../../../ports/store.ts";
import { allowedMoment, type Occasion } from "./allowed-moment.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { rowKey } from "./due-of-run.ts";
import { occasionAsked } from "./follow-up-times.ts";
import { readerOf } from "./reader-of.ts";

/** A message younger than this may be on its way right now. */
const ON_ITS_WAY_MS = 5 * MINUTE_MS;

/** A message of ours that may still wait in the outbox. */
interface LeftRow {
  /** Its key, and the id of its row. */
  readonly key: string;
  readonly owner: string;
  readonly occasion: Occasion;
}

/**
 * Keeps messages that came of no turn from going out at a wrong hour: what could not be sent at once, or what a
 * crash left, waits for the next hour it may be sent at.
 */
export class HeldRows {
  readonly #parts: DiagnosticsParts;
  readonly #left = new Map<string, LeftRow>();

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  add(row: LeftRow): void {
    this.#left.set(row.key, row);
  }

  /** Finds those an earlier process left, among the runs whose people were told something lately. */
  async findLeft(runs: readonly DiagnosticRun[], now: Date): Promise<void> {
    for (const run of runs) {
      const { owner, state } = run;
      const asked = occasionAsked(run, now);
      if (asked !== undefined) {
        this.add({
          key: rowKey(run, { kind: "ask", occasion: asked }),
          owner,
          occasion: "follow-up",
        });
      } else if (state === "paused") {
        this.add({ key: rowKey(run, { kind: "remind" }), owner, occasion: "pause" });
      }
    }
    await this.holdBack(now);
  }

  /** Puts off what is not sent yet and may not be sent now. */
  async holdBack(now: Date): Promise<void> {
    await Promise.all([...this.#left.values()].map((row) => this.#hold(row, now)));
  }

  async #hold(left: LeftRow, now: Date): Promise<void> {
    const { store, knowledge, queue } = this.#parts;
    const { outbox } = knowledge().documents;
    const { key, owner, occasion } = left;
    await queue.run(owner, async () => {
      const row = await store.get(outbox, key);
      if (!row) {
        this.#left.delete(key);
        return;
      }
      if (now.getTime() - Date.parse(row.at) < ON_ITS_WAY_MS) return;
      const at = allowedMoment(now, occasion, await readerOf(left, this.#parts));
      const isHeld = row.notBefore !== undefined && Date.parse(row.notBefore) >= at.getTime();
      if (at > now && !isHeld) {
        await store.write([put(outbox, key, { ...row, notBefore: at.toISOString() })]);
      }
    });
  }
}
