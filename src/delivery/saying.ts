import type { OutboxRow } from "../model/outbox-row.ts";
import type { Verdict } from "./recheck.ts";

/** The row with the words of now, under the key and to the place it has, and with what it tells besides. */
export function saying(
  row: OutboxRow,
  { reply, workshops, merged }: Extract<Verdict, { kind: "send" }>,
): OutboxRow {
  const { announced } = row;
  if (!announced) return row;
  const { key, to, usefulUntil } = row.reply;
  const said = {
    ...row,
    reply: reply ? { ...reply, key, to, usefulUntil } : row.reply,
    announced: { ...announced, workshops: workshops ?? announced.workshops },
  };
  if (!merged) return said;
  const { kind, effectiveStart, usefulUntil: until } = merged.planned;
  return {
    ...said,
    usefulUntil: until,
    reply: { ...said.reply, usefulUntil: usefulUntil === undefined ? undefined : until },
    announced: { ...said.announced, kind, effectiveStart, planned: merged.planned },
  };
}
