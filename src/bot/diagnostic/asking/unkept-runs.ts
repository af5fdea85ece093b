import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** How long the answers of who wants nothing kept stay in memory after the last one. Source: DIAGNOSTIC.md, 10.1. */
const UNKEPT_MS = 2 * HOUR_MS;

/** The runs of people who want nothing kept, by person (see `personKey`): never on disk, gone with the process. */
export class UnkeptRuns {
  readonly #runs = new Map<string, DiagnosticRun>();

  of(person: string, now: Date): DiagnosticRun | undefined {
    this.sweep(now);
    return this.#runs.get(person);
  }

  keep(run: DiagnosticRun): void {
    this.#runs.set(run.owner, run);
  }

  forget(person: string): void {
    this.#runs.delete(person);
  }

  /** Lets go of those nothing was answered in for too long. */
  sweep(now: Date): void {
    for (const [person, { updatedAt }] of this.#runs) {
      if (now.getTime() - Date.parse(updatedAt) > UNKEPT_MS) this.#runs.delete(person);
    }
  }
}
