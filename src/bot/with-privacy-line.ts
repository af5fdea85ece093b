import type { Language } from "../model/language.ts";
import type { ReplyDraft } from "../model/reply.ts";
import type { Knowledge } from "./knowledge.ts";

/** On first contact, one line says what is kept. */
export function withPrivacyLine(
  drafts: readonly ReplyDraft[],
  { wasTold, language }: { readonly wasTold: boolean; readonly language: Language },
  { documents, tell }: Pick<Knowledge, "documents" | "tell">,
): readonly ReplyDraft[] {
  const [first, ...others] = drafts;
  if (wasTold || !first) return drafts;
  const line = tell(language)("privacy-line", { days: documents.conversations.keptDays });
  return [{ ...first, text: `${first.text}\n\n*${line}*` }, ...others];
}
