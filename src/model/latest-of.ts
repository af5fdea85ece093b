/** The latest of some UTC instants (ISO 8601, whatever their precision). */
export function latestOf(first: string, ...others: readonly string[]): string {
  return others.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last), first);
}
