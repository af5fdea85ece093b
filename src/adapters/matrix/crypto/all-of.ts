/** What all tasks give, once each has come to its end. @throws what the first of those that failed threw */
export async function allOf<T>(tasks: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
