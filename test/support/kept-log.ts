import type { Log } from "../../src/ports/log.ts";

/** A log that keeps its lines as JSON. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (event, fields) => void lines.push(JSON.stringify({ level: "info", event, ...fields })),
    warn: (event, fields) => void lines.push(JSON.stringify({ level: "warn", event, ...fields })),
    error: (event, cause, fields) =>
      void lines.push(JSON.stringify({ level: "error", event, cause: String(cause), ...fields })),
  };
}
