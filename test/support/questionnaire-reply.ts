import type { Choice, ReplyDraft } from "../../src/model/reply.ts";

/** Words of a choice that is no option of the question. */
const named = [
  { label: "Je ne sais pas", mark: "Je ne sais pas", value: "unknown", sign: "❓" },
  { label: "Passer", mark: "Passer", value: "skip", sign: "⏭️" },
  { label: "Pourquoi ?", mark: "Pourquoi ?", value: "why" },
] satisfies readonly Choice[];

/** A question whose text lists so many options, as the diagnostic asks it. */
export function questionOf(options: number, mostChosen?: number): ReplyDraft {
  const numbered = Array.from({ length: options }, (_, at) => ({
    label: `Réponse ${at + 1}`,
    mark: `${at + 1}`,
    value: `${at + 1}`,
  }));
  const lines = numbered.map(({ mark, label }) => `${mark}. ${label}`);
  return {
    text: `Où en êtes-vous ?\n\n${lines.join("\n")}`,
    choices: [...numbered, ...named],
    attachments: [],
    ...(mostChosen !== undefined && { mostChosen }),
  };
}
