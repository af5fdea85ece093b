import { MOST_MENTIONED, type Reply } from "../../../model/reply.ts";
import { escapeHtml } from "./markdown-html.ts";

/** Source: https://spec.matrix.org/v1.16/appendices/#user-identifiers */
const userId = /^@[!-9;-~]+:[\w.:[\]-]+$/u;

/** The ids of those a reply calls by name, each once. */
export function mentionedIn({ mentions = [] }: Pick<Reply, "mentions">): readonly string[] {
  const users = mentions.filter((id) => userId.test(id) && id.length <= 255);
  return [...new Set(users)].slice(0, MOST_MENTIONED);
}

/** A line that names people, as links that clients show as their names. HTML. */
export function namesLine(users: readonly string[]): string {
  if (users.length === 0) return "";
  const pills = users.map(
    (id) => `<a href="https://matrix.to/#/${encodeURIComponent(id)}">${escapeHtml(id)}</a>`,
  );
  return `<p>${pills.join(" ")}</p>`;
}
