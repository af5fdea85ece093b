import { MOST_MENTIONED, type Reply } from "../../../model/reply.ts";
import { callNobody } from "./call-nobody.ts";

/** Whom a message may notify. */
export interface AllowedMentions {
  readonly parse: readonly string[];
  readonly replied_user: boolean;
  /** Ids. */
  readonly users?: readonly string[];
}

/** The ids of those a reply calls by name, each once; a change in place calls nobody. */
export function mentionedIn({
  mentions = [],
  replaces,
}: Pick<Reply, "mentions" | "replaces">): readonly string[] {
  if (replaces !== undefined) return [];
  const users = mentions.filter((id) => /^\d{15,20}$/u.test(id));
  return [...new Set(users)].slice(0, MOST_MENTIONED);
}

/** A line that names people. */
export function namesLine(users: readonly string[]): string {
  return users.map((id) => `<@${id}>`).join(" ");
}

/** Nobody but those who are named. */
export function callNamed(users: readonly string[]): AllowedMentions {
  return users.length === 0 ? callNobody : { ...callNobody, users };
}
