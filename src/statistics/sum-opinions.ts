import type { Opinions } from "../model/sign-up-numbers.ts";

/** Fewer would tell what one person thinks. Source: WORKSHOPS.md 14. */
export const fewestOpinions = 5;

/**
 * Sums what people said, each workshop's by itself; undefined below `fewestOpinions`. Workshops with too few
 * are left out as well when they come to too few together: the sum less what is shown would tell theirs.
 */
export function sumOpinions(each: readonly Opinions[]): Opinions | undefined {
  const hidden = sum(each.filter((one) => !isShown(one)));
  const shown = each.filter(isShown);
  const whole = sum(isShown(hidden) ? [...shown, hidden] : shown);
  return isShown(whole) ? whole : undefined;
}

function isShown({ good, middling, bad }: Opinions): boolean {
  return good + middling + bad >= fewestOpinions;
}

function sum(each: readonly Opinions[]): Opinions {
  const total = (valueOf: (one: Opinions) => number) =>
    each.reduce((all, one) => all + valueOf(one), 0);
  return {
    good: total(({ good }) => good),
    middling: total(({ middling }) => middling),
    bad: total(({ bad }) => bad),
  };
}
