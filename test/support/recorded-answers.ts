import type { Answers, RecordedAnswer } from "../../src/model/diagnostic-run.ts";

/** An answer as tests write it: a code, codes, a number, "?" unknown, "-" skipped. */
export type WrittenAnswer = string | number | readonly string[];

/** Answers as they are kept, of answers as tests write them. */
export function recorded(written: Readonly<Record<string, WrittenAnswer>>): Answers {
  return Object.fromEntries(Object.entries(written).map(([id, one]) => [id, record(one)]));
}

function record(written: WrittenAnswer): RecordedAnswer {
  if (written === "?") return { kind: "unknown" };
  if (written === "-") return { kind: "skipped" };
  if (typeof written === "number") return { kind: "number", number: written };
  return { kind: "options", codes: typeof written === "string" ? [written] : written };
}
