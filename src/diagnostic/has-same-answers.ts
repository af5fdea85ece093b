import type { Question } from "../model/questionnaire.ts";

/** Whether two versions of a question can be answered in the same ways, worth the same; wordings may differ. */
export function hasSameAnswers(one: Question, other: Question): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.tickValue === other.tickValue &&
    one.options.length === other.options.length &&
    one.options.every((option) =>
      other.options.some(
        ({ code, value, isNotApplicable, isExclusive }) =>
          code === option.code &&
          value === option.value &&
          Boolean(isNotApplicable) === Boolean(option.isNotApplicable) &&
          Boolean(isExclusive) === Boolean(option.isExclusive),
      ),
    )
  );
}
