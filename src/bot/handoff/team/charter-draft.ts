import type { Directory } from "../../../model/directory.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";

/** « charte »: what those who answer agree to. Source: HANDOFF.md, 11. */
export function charterDraft(
  { charter }: Pick<Directory, "charter">,
  language: Language,
  tell: Tell,
): ReplyDraft {
  return say(charter?.[language] ?? tell("hd-no-charter"));
}
