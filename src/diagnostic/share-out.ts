import type { Ordering, Recommendation } from "../model/questionnaire.ts";
import type { Advice, Advised } from "./recommend.ts";

/** What the lists are filled by. */
export interface SharingRules {
  readonly ordering: Ordering;
  /** Whether it answers an alert that was raised. */
  readonly isUrgent: (recommendation: Recommendation) => boolean;
  /** Dimensions to improve first. */
  readonly wished: ReadonlySet<string>;
}

type Lists = Omit<Advice, "alerts">;

/** Of one dimension, over what is advised now and next. */
const mostOfDimension = 2;

/** Shares what is advised, the most pressing first, out into three lists. Source: DIAGNOSTIC.md, 5.3. */
export function shareOut(advised: readonly Advised[], rules: SharingRules): Lists {
  const now = chooseNow(advised, rules);
  const after = advised.filter((one) => !now.includes(one));
  const next = chooseNext(now, after, rules.ordering);
  return { now, next, later: after.filter((one) => !next.includes(one)) };
}

function chooseNow(advised: readonly Advised[], rules: SharingRules): readonly Advised[] {
  const startable = advised.filter((one) => effortOf(one) !== "L" && !waitsForAny(one, advised));
  const first = startable.find((one) => effortOf(one) === "S");
  const now = first ? [first] : [];
  for (const one of startable) {
    if (now.length < rules.ordering.now && goesWith(one, now)) now.push(one);
  }
  return withWish(now, startable, rules);
}

/** Of another dimension than the others, and not a second longer one. */
function goesWith(one: Advised, now: readonly Advised[]): boolean {
  return (
    !now.some((other) => dimensionOf(other) === dimensionOf(one)) &&
    (effortOf(one) !== "M" || !now.some((other) => effortOf(other) === "M"))
  );
}

/** When no wish was heard, the last one that can wait gives way to the best easy one that is wished. */
function withWish(
  now: readonly Advised[],
  startable: readonly Advised[],
  { wished, isUrgent }: SharingRules,
): readonly Advised[] {
  if (now.some((one) => wished.has(dimensionOf(one)))) return now;
  const easy = startable.find((one) => effortOf(one) === "S" && wished.has(dimensionOf(one)));
  const last = now.findLastIndex(({ recommendation }) => !isUrgent(recommendation));
  return easy && last > 0 ? now.with(last, easy) : now;
}

function chooseNext(
  now: readonly Advised[],
  after: readonly Advised[],
  { next: most }: Ordering,
): readonly Advised[] {
  const next: Advised[] = [];
  for (const one of after) {
    const placed = [...now, ...next];
    const toDo = after.filter((other) => !next.includes(other));
    const isLong = effortOf(one) === "L" && next.some((other) => effortOf(other) === "L");
    const alike = placed.filter((other) => dimensionOf(other) === dimensionOf(one));
    if (next.length < most && alike.length < mostOfDimension && !isLong && !waitsForAny(one, toDo))
      next.push(one);
  }
  return next;
}

/** Whether something that comes before it is among these, being still to do. */
function waitsForAny({ recommendation }: Advised, toDo: readonly Advised[]): boolean {
  return toDo.some((other) => recommendation.after.includes(other.recommendation.id));
}

function dimensionOf({ recommendation }: Advised): string {
  return recommendation.dimension;
}

function effortOf({ recommendation }: Advised): Recommendation["effort"] {
  return recommendation.effort;
}
