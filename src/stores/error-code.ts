/** The code of what a file operation threw (`ENOENT`, `ENOSPC`…), if it has one. */
export function errorCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !("code" in cause)) return undefined;
  return typeof cause.code === "string" ? cause.code : undefined;
}
