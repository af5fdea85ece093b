import type { Problem } from "./problem.ts";
import type { ReadFiles } from "./read-library.ts";
import { DAY_MS } from "../model/durations.ts";

/** Long enough to find who can read a page again. */
const NOTICE_DAYS = 30;

/**
 * Warns of published pages that must be read again, now or within 30 days.
 * @param today `YYYY-MM-DD`
 */
export function checkReviewDays(resources: ReadFiles["resources"], today: string): Problem[] {
  return resources.flatMap(({ problems: { file }, content }) => {
    const { resource, lineOf, isPublished } = content;
    const days = (Date.parse(resource.reviewBy) - Date.parse(today)) / DAY_MS;
    if (!isPublished || days > NOTICE_DAYS) return [];
    return [
      {
        file,
        line: lineOf(["review-by"]),
        message: `review-by ${resource.reviewBy} ${days < 0 ? "is past" : `comes in ${days} days`}`,
        remedy: "Check its facts again, then set checked and review-by",
      },
    ];
  });
}
