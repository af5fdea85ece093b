import type { Log, LogFields } from "../ports/log.ts";

type Level = "info" | "warn" | "error";

const levels: readonly Level[] = ["info", "warn", "error"];

/** Writes one JSON object a line; lines below `least` are left out. */
export function createJsonLog(
  least: Level | "silent",
  write: (line: string) => void,
  now: () => Date,
): Log {
  const log = (level: Level, event: string, fields: LogFields) => {
    if (least === "silent" || levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => log("info", event, fields),
    warn: (event, fields = {}) => log("warn", event, fields),
    error: (event, cause, fields = {}) => log("error", event, { ...fields, ...describe(cause) }),
  };
}

/** A failure and what caused it, outermost first. */
function describe(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { cause: String(cause) };
  const inner = cause.cause instanceof Error ? cause.cause.message : undefined;
  return { cause: cause.message, inner, stack: cause.stack };
}
