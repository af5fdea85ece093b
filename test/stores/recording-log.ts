import type { Log, LogFields } from "../../src/ports/log.ts";

/** A log that is read by the test. */
export class RecordingLog implements Log {
  readonly lines: { level: string; event: string; fields: LogFields | undefined }[] = [];

  info(event: string, fields?: LogFields): void {
    this.lines.push({ level: "info", event, fields });
  }

  warn(event: string, fields?: LogFields): void {
    this.lines.push({ level: "warn", event, fields });
  }

  error(event: string, _cause: unknown, fields?: LogFields): void {
    this.lines.push({ level: "error", event, fields });
  }

  /** The names of the events logged, in order. */
  get events(): readonly string[] {
    return this.lines.map(({ event }) => event);
  }
}
