import type { Team } from "../../../model/directory.ts";
import type { Request } from "../../../model/request.ts";
import { hideInsults } from "../../../understanding/handoff/hide-insults.ts";
import type { Knowledge } from "../../knowledge.ts";
import { namesOf, sayWaited } from "../later/say-request.ts";

/** What describing a request to a team needs. */
export interface Describing {
  readonly knowledge: Knowledge;
  readonly team: Pick<Team, "language" | "hours">;
  readonly now: Date;
}

/**
 * What a request is, in one line: its number, theme, département, language and age in the team's working hours.
 * Nothing of it says who asks. Source: HANDOFF.md, 8.
 */
export function describeRequest(request: Request, { knowledge, team, now }: Describing): string {
  const tell = knowledge.tell(team.language);
  const { language, openedAt, at, priority } = request;
  return tell(priority === "high" ? "hd-line-high" : "hd-line", {
    ...namesOf(request, team.language, knowledge),
    language: tell(language === "fr" ? "hd-french" : "hd-english"),
    age: sayWaited(new Date(openedAt ?? at), now, team.hours, tell),
  });
}

/** The beginning of what was asked, as a team that has not taken it reads it: 200 characters, insults hidden. */
export function beginningOf(text: string): string {
  const plain = text.replaceAll(/\s+/gu, " ").trim();
  const letters = Array.from(plain);
  const cut =
    letters.length <= SHOWN
      ? plain
      : `${letters
          .slice(0, SHOWN - 1)
          .join("")
          .trimEnd()}…`;
  return quoted(hideInsults(cut));
}

/** Somebody's words set apart from ours. Markdown. */
export function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** Characters of a question that a team reads before somebody takes it. Source: HANDOFF.md, 5.2. */
const SHOWN = 200;
