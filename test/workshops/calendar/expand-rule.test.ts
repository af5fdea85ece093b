import * as fc from "fast-check";
import { expect, it } from "vitest";
import { expandRule } from "../../../src/workshops/calendar/expand-rule.ts";
import { weekdayOf } from "../../../src/workshops/wall-time.ts";

const span = {
  start: "2027-03-09T18:00",
  zone: "Europe/Paris",
  from: "2027-01-15T11:00",
  to: "2028-01-16T11:00",
};

it.each([
  ["FREQ=WEEKLY;COUNT=3", ["2027-03-09", "2027-03-16", "2027-03-23"]],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4",
    ["2027-03-09", "2027-03-11", "2027-03-23", "2027-03-25"],
  ],
  ["FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["2027-03-09", "2027-04-13", "2027-05-11"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["2027-03-31", "2027-04-30"]],
  ["FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", ["2027-03-31", "2027-05-31", "2027-07-31"]],
  ["FREQ=WEEKLY;UNTIL=20270323T170000Z", ["2027-03-09", "2027-03-16", "2027-03-23"]],
  ["FREQ=WEEKLY;UNTIL=20270323T165959Z", ["2027-03-09", "2027-03-16"]],
  ["FREQ=WEEKLY;UNTIL=20270330T160000Z", ["2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30"]],
  ["FREQ=WEEKLY;UNTIL=20270316", ["2027-03-09", "2027-03-16"]],
])("gives the days of %s", (rule, days) => {
  expect(expandRule({ ...span, rule })).toEqual({
    kind: "starts",
    starts: days.map((day) => `${day}T18:00`),
  });
});

it("stays within its span and its hour, in order, for any rule it follows", () => {
  const part = fc.constantFrom(
    ..."BYDAY=TU BYDAY=-1FR BYDAY=5MO,5TU BYDAY=SA,SU BYMONTHDAY=31 BYMONTHDAY=-31 BYMONTHDAY=30 BYMONTH=2 BYMONTH=1,7 BYSETPOS=-1 BYSETPOS=7 BYSETPOS=0 WKST=SU COUNT=3 COUNT=0 UNTIL=19990101 UNTIL=20271301 INTERVAL=2 INTERVAL=12 INTERVAL=52 INTERVAL=0 BYYEARDAY=366 BYWEEKNO=53 BYDAY= RSCALE=X".split(
      " ",
    ),
  );
  const rules = fc.record({
    freq: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    parts: fc.uniqueArray(part, { maxLength: 4, selector: (text) => text.split("=")[0] }),
    start: fc.constantFrom(
      "2027-03-09T18:00",
      "2024-02-29T18:00",
      "2026-12-31T18:00",
      "0001-01-01T18:00",
    ),
  });
  fc.assert(
    fc.property(rules, ({ freq, parts, start }) => {
      const rule = [`FREQ=${freq}`, ...parts].join(";");
      const read = expandRule({ ...span, start, rule });
      if (read.kind === "refused") return;
      expect(read.starts).toEqual([...new Set(read.starts)].toSorted());
      for (const one of read.starts) {
        expect(one >= span.from && one <= span.to && one.endsWith("T18:00")).toBe(true);
        // The start of a series is its first date, even outside its rule.
        const isFree = one === start || !parts.includes("BYDAY=SA,SU");
        expect(isFree || weekdayOf(one) > 5).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
