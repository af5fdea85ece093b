import type { Association } from "./associations.ts";
import { FEWEST } from "./shareable.ts";

/**
 * Whether enough associations came since figures were published: fewer, and two publications would tell what
 * one of them answered. Source: DIAGNOSTIC.md, 10.3.
 * @param last until when what happened is in the publication before, UTC (ISO 8601); undefined for none
 */
export function isPublishable(
  associations: readonly Pick<Association, "since">[],
  last: string | undefined,
): boolean {
  const came = associations.filter(({ since }) => last === undefined || since >= last);
  return came.length >= FEWEST;
}
