/**
 * The way from somebody back to themselves, themselves at both ends; undefined when there is none. A loop is
 * found from each of its members and from nobody else, so it is told by the first alone: the least id.
 * @param next where one may go from an id
 */
export function firstLoop(
  start: string,
  next: (id: string) => string | readonly string[],
): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    for (const id of [next(last)].flat()) {
      if (id === start) return way.every((one) => start <= one) ? [...way, start] : undefined;
      if (!seen.has(id)) ways.push([...way, id]);
      seen.add(id);
    }
  }
  return undefined;
}
