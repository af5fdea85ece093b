import { maskedKinds, type HandoffTalk } from "../../../model/handoff-talk.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { sayTerritory } from "../../../model/territory-names.ts";
import { themeName } from "./theme-name.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { sayExpected } from "./expected-words.ts";
import { kindPhrases, shownDraft } from "./masked-draft.ts";
import { openOf } from "./own-requests.ts";

type Consenting = Extract<HandoffTalk, { kind: "consent" }>;

/** What is shown before anything is given: the exact words, all that goes with them, and what never does. */
export function consentDraft(
  draft: Request,
  words: string,
  talk: Consenting,
  context: TurnContext,
): ReplyDraft {
  const { tell, handoff, conversation, knowledge } = context;
  const { text, found } = shownDraft(words, talk, tell);
  const into = handoff && openOnTheme(draft, handoff);
  const theme = themeName(draft.theme, context);
  const parts = [
    tell(
      into
        ? "ha-consent-add"
        : draft.because === "asked"
          ? "ha-consent"
          : `ha-consent-${draft.because}`,
      {
        number: into ? numberOf(into) : "",
      },
    ),
    `${tell("ha-consent-what")}\n${quotedExactly(text)}`,
    [
      tell("ha-consent-theme", { theme }),
      draft.territory === undefined
        ? tell("ha-consent-no-territory")
        : tell("ha-consent-territory", { territory: sayTerritory(draft.territory) }),
      ...(talk.withDiagnostic === true ? [tell("ha-consent-diagnostic")] : []),
      tell("ha-consent-never"),
    ].join("\n"),
    ...maskedNotes(found, talk, words, context),
    ...(handoff && !into
      ? [
          sayExpected(
            draft,
            { ...handoff, now: context.now },
            { knowledge, language: conversation.language },
          ),
        ]
      : []),
    tell("ha-consent-bridge"),
  ];
  return say(parts.join("\n\n"), consentChoices(draft, words, talk, context));
}

/** The ways to answer it. */
export function consentChoices(
  draft: Request,
  words: string,
  talk: Consenting,
  context: TurnContext,
): readonly Choice[] {
  const { tell, handoff, diagnostic } = context;
  const { found } = shownDraft(words, talk, tell);
  const into = handoff && openOnTheme(draft, handoff);
  const run = diagnostic?.run;
  const hasResult = run?.state === "completed" || (diagnostic?.earlier ?? []).length > 0;
  const withResult = talk.withDiagnostic === true ? "ha-without-diagnostic" : "ha-add-diagnostic";
  return [
    into
      ? { label: tell("ha-add-to", { number: numberOf(into) }), value: "give" }
      : { label: tell("ha-give"), value: "give" },
    { label: tell("ha-change"), value: "change" },
    ...(hasResult ? [{ label: tell(withResult), value: "diagnostic" }] : []),
    { label: tell("ha-no-thanks"), value: "no" },
    {
      label: tell(draft.territory === undefined ? "ha-territory" : "ha-other-territory"),
      value: "territory",
    },
    { label: tell("ha-theme"), value: "theme" },
    ...maskedKinds
      .filter((kind) => found.includes(kind))
      .map((kind) => ({
        label: tell(kindPhrases[kind][talk.leaves?.includes(kind) === true ? "hide" : "leave"]),
        value: `mask:${kind}`,
      })),
  ];
}

/** The open request on the same theme: what is asked goes with it. Source: HANDOFF.md, 2. */
export function openOnTheme(draft: Request, view: HandoffView): Request | undefined {
  if (draft.theme === undefined) return undefined;
  return openOf(view).find(
    ({ theme, state }) => theme === draft.theme && state.kind !== "transferring",
  );
}

/** What was hidden, each kind once. */
function maskedNotes(
  found: readonly (typeof maskedKinds)[number][],
  { leaves = [] }: Consenting,
  words: string,
  { tell }: TurnContext,
): readonly string[] {
  const hidden = found.filter((kind) => !leaves.includes(kind));
  const notes = hidden.map((kind) => tell(kindPhrases[kind].masked));
  const hasSecret = words.includes(tell("ha-mark-secret"));
  const all = [...(hasSecret ? [tell("ha-masked-secret")] : []), ...notes];
  return all.length === 0 ? [] : [all.join("\n")];
}

/** Their words as they stand, set apart from ours. Markdown. */
export function quotedExactly(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
