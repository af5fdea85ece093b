import { readFileSync } from "node:fs";

import { asWording, wordingsIn } from "../bot/curation/as-wording.ts";
import {
  publishChanges,
  type ContentHands,
  type SettleEnd,
} from "../bot/curation/settle-cluster.ts";
import { today, type Knowledge } from "../bot/knowledge.ts";
import { checkDraft } from "../curation/check-draft.ts";
import type { QuestionCluster } from "../curation/cluster-questions.ts";
import { draftFiles } from "../curation/draft-files.ts";
import { isIntentId } from "../curation/draft-intent.ts";
import { monthsValid } from "../curation/needs-source.ts";
import { monthsAfter } from "../curation/plain-day.ts";
import type { ContentDraft } from "../model/content-draft.ts";
import { ConfigurationError } from "../model/errors.ts";
import { systemClock } from "../system/system-clock.ts";

/** What `curate new` takes beside the intent. */
export const newPageOptions = {
  title: { type: "string" },
  text: { type: "string" },
  "other-title": { type: "string" },
  "other-text": { type: "string" },
  source: { type: "string", multiple: true },
  until: { type: "string" },
  by: { type: "string" },
} as const;

/** The values of those options. */
export interface NewPageValues {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly "other-title"?: string | undefined;
  readonly "other-text"?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly until?: string | undefined;
  readonly by?: string | undefined;
}

/**
 * Writes a page for a cluster and publishes it, unless it makes other questions worse: who has the project's
 * files writes pages by hand too.
 * @throws ConfigurationError for what is missing
 */
export async function newPage(
  cluster: QuestionCluster,
  intent: string,
  values: NewPageValues,
  { knowledge, ...hands }: ContentHands & { readonly knowledge: Knowledge },
): Promise<SettleEnd> {
  if (!isIntentId(intent))
    throw new ConfigurationError(`"${intent}": write THEME.NAME, in letters.`);
  if (values.text === undefined) {
    throw new ConfigurationError(`--text FILE: the answer, in ${cluster.language}, as Markdown.`);
  }
  const now = systemClock.now();
  const day = today(knowledge, now);
  const text = readText(values.text);
  const draft: ContentDraft = {
    by: "command-line",
    language: cluster.language,
    intent,
    isNew: true,
    theme: intent.slice(0, intent.indexOf(".")),
    title: values.title ?? asWording(cluster.title),
    text,
    utterances: wordingsIn(cluster.questions, cluster.language),
    sources: (values.source ?? []).map((source) => readSource(source, day)),
    isAdvice: (values.source ?? []).length === 0,
    validUntil: values.until ?? monthsAfter(day, monthsValid(text)),
    signedBy: values.by,
    state: "approved",
    at: now.toISOString(),
    otherTitle: values["other-title"],
    otherText: values["other-text"] === undefined ? undefined : readText(values["other-text"]),
    desk: { platform: "terminal", room: "terminal" },
    cards: 0,
    removed: [],
    isLicensed: true,
    settles: [],
    files: [],
  };
  const faults = checkDraft(draft, knowledge.library, day);
  if (faults.length > 0)
    throw new ConfigurationError(`The page cannot be used: ${faults.join(", ")}.`);
  const files = draftFiles(draft, {
    status: "published",
    today: day,
    library: knowledge.library,
    untranslated: (language) => knowledge.tell(language)("hc-untranslated"),
  });
  const changes = files.map((file) => ({ path: file.path, after: file.text }));
  return publishChanges(changes, hands, draft.utterances);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new ConfigurationError(`${file}: cannot be read. Check the path.`, { cause });
  }
}

/** "Title https://…" */
function readSource(text: string, read: string): ContentDraft["sources"][number] {
  const url = /https?:\/\/\S+/u.exec(text)?.[0];
  const title = text.replace(url ?? "", "").trim();
  if (url === undefined || title === "") {
    throw new ConfigurationError(`--source "${text}": write the title, then the link.`);
  }
  return { title, url, read };
}
