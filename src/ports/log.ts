/** Values of a log line: ids, counts and durations; never what people wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One event a line, for the person who runs the assistant. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** @param cause what was thrown; its stack is kept, its message must not quote people */
  error(event: string, cause: unknown, fields?: LogFields): void;
}
