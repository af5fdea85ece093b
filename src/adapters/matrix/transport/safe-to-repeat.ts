/**
 * Whether a request below `/_matrix` may be done twice: reading, writing a value, sending under a fixed
 * transaction id, and the few others that change nothing the second time.
 */
export function isSafeToRepeat(method: string, path: string): boolean {
  if (method === "GET" || method === "PUT") return true;
  return method === "POST" && repeatablePosts.some((pattern) => pattern.test(path));
}

const repeatablePosts: readonly RegExp[] = [
  /^\/client\/v3\/keys\//,
  /^\/client\/v3\/rooms\/[^/]+\/(?:read_markers|receipt\/.+|join|leave)$/,
  /^\/client\/v3\/join\/[^/]+$/,
];
