import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { ProxiedRequest } from "./fault-proxy.ts";

/** Messages and room keys that went out under one transaction with more than one body, by their paths. */
export function bodiesThatChanged(requests: readonly ProxiedRequest[]): readonly string[] {
  const sent = requests.filter(
    ({ method, path }) => method === "PUT" && /\/send\/m\.room\.|\/sendToDevice\//.test(path),
  );
  return namesOfSeveral(sent.map(({ path, body }) => [path, body]));
}

/** One-time keys of ours that were uploaded as more than one key, by their ids. */
export function oneTimeKeysThatChanged(requests: readonly ProxiedRequest[]): readonly string[] {
  const uploads = requests.filter(({ path }) => path.endsWith("/keys/upload"));
  const keys = uploads.flatMap(({ body }) => {
    const uploaded = fieldOf(JSON.parse(body), "one_time_keys");
    return Object.entries(typeof uploaded === "object" && uploaded !== null ? uploaded : {});
  });
  return namesOfSeveral(keys.map(([id, key]) => [id, JSON.stringify(fieldOf(key, "key"))]));
}

/** The names that stand beside more than one value. */
function namesOfSeveral(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of pairs) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values].filter(([, several]) => several.size > 1).map(([name]) => name);
}
