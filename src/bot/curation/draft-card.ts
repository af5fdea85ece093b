import type { DraftFault } from "../../curation/check-draft.ts";
import { formatDay } from "../../answers/format-day.ts";
import type { ContentDraft, DraftField } from "../../model/content-draft.ts";
import type { PhraseKey, Tell } from "../../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../../model/reply.ts";
import type { Knowledge } from "../knowledge.ts";

/** What a choice under a draft means. */
export type DraftPress =
  | { readonly kind: "accept" | "decline" | "drop" | "approve" | "correct" | "refuse" }
  | { readonly kind: "submit"; readonly isSigned: boolean }
  | { readonly kind: "field"; readonly field: DraftField };

const fields: readonly (readonly [DraftField, PhraseKey])[] = [
  ["title", "hc-field-title"],
  ["text", "hc-field-text"],
  ["theme", "hc-field-theme"],
  ["intent", "hc-field-intent"],
  ["wordings", "hc-field-wordings"],
  ["sources", "hc-field-sources"],
  ["valid-until", "hc-field-valid-until"],
  ["other-language", "hc-field-other-language"],
];

/** The choices of a draft in its state, and what each means. */
export function pressesOf(
  { state }: Pick<ContentDraft, "state">,
  tell: Tell,
): readonly (readonly [Choice, DraftPress])[] {
  const choice = (key: PhraseKey, press: DraftPress) =>
    [{ label: tell(key), value: key }, press] as const;
  switch (state) {
    case "offered":
      return [
        choice("hc-offer-yes", { kind: "accept" }),
        choice("hc-offer-no", { kind: "decline" }),
      ];
    case "being-written":
      return [
        choice("hc-submit-signed", { kind: "submit", isSigned: true }),
        choice("hc-submit-unsigned", { kind: "submit", isSigned: false }),
        ...fields.map(([field, key]) => choice(key, { kind: "field", field })),
        choice("hc-drop", { kind: "drop" }),
      ];
    case "written":
      return [
        choice("hc-approve", { kind: "approve" }),
        choice("hc-correct", { kind: "correct" }),
        choice("hc-refuse", { kind: "refuse" }),
      ];
    case "approved":
    case "checking":
    case "published":
    case "refused":
      return [];
  }
}

/** A draft as its author fills it in, or as somebody else reads it. */
export function draftCard(draft: ContentDraft, knowledge: Knowledge, intro: string): ReplyDraft {
  const { language } = draft;
  const tell = knowledge.tell(language);
  const theme = knowledge.library.themes.find(({ id }) => id === draft.theme);
  const lines: readonly (readonly [PhraseKey, string])[] = [
    ["hc-field-title", draft.title],
    ["hc-field-theme", theme?.name[language] ?? draft.theme],
    [
      "hc-field-intent",
      draft.isNew ? tell("hc-intent-new", { intent: draft.intent }) : draft.intent,
    ],
    ["hc-field-wordings", draft.utterances.join(" / ")],
    [
      "hc-field-sources",
      draft.sources.length === 0
        ? tell("hc-no-source")
        : draft.sources.map(({ title, url, read }) => `${title} (${url}, ${read})`).join(" ; "),
    ],
    ["hc-field-valid-until", formatDay(draft.validUntil, language, true)],
    ...(draft.otherText === undefined
      ? []
      : ([["hc-field-other-language", `${draft.otherTitle ?? ""} ${draft.otherText}`]] as const)),
  ];
  const removed =
    draft.removed.length === 0 ? [] : [tell("hc-removed", { words: draft.removed.join(", ") })];
  const text = [
    intro,
    lines.map(([key, value]) => tell("hc-field-line", { field: tell(key), value })).join("\n"),
    ...(draft.text === ""
      ? []
      : [`${tell("hc-field-alone", { field: tell("hc-field-text") })}\n\n${draft.text}`]),
    ...removed,
    ...(draft.state === "being-written" ? [tell("hc-licence")] : []),
  ].join("\n\n");
  return say(
    text,
    pressesOf(draft, tell).map(([choice]) => choice),
  );
}

/** What is wrong with a draft, a line each. */
export function sayFaults(faults: readonly DraftFault[], tell: Tell): string {
  return faults.map((fault) => `- ${tell(faultPhrases[fault])}`).join("\n");
}

const faultPhrases: Readonly<Record<DraftFault, PhraseKey>> = {
  "title-missing": "hc-fault-title-missing",
  "title-too-long": "hc-fault-title-too-long",
  "text-missing": "hc-fault-text-missing",
  "text-too-long": "hc-fault-text-too-long",
  "text-html": "hc-fault-text-html",
  "wordings-too-long": "hc-fault-wordings-too-long",
  "source-missing": "hc-fault-source-missing",
  "theme-unknown": "hc-fault-theme-unknown",
  "intent-unknown": "hc-fault-intent-unknown",
  "intent-taken": "hc-fault-intent-taken",
  "valid-past": "hc-fault-valid-past",
  "valid-too-long": "hc-fault-valid-too-long",
  "not-licensed": "hc-fault-not-licensed",
};
