import { maskedKinds, type HandoffTalk } from "../../../model/handoff-talk.ts";
import { say } from "../../../model/reply.ts";
import type { Request } from "../../../model/request.ts";
import { readTerritory } from "../../../understanding/diagnostic/read-territory.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { consentChoices, consentDraft, openOnTheme } from "./consent-prompt.ts";
import { inDistress } from "./open-draft.ts";
import { namesShown, shownDraft, toggled } from "./masked-draft.ts";
import { draftOf, wordsOfDraft } from "./own-requests.ts";
import { findGlobalWord } from "../../global-words.ts";
import { readConsentWords } from "../../../understanding/handoff/read-consent-words.ts";
import { readEmergency } from "../../../understanding/handoff/read-emergency.ts";
import { blockOf, limitOf } from "./limits.ts";

type Consenting = Extract<HandoffTalk, { kind: "consent" }>;

/** Reads what they say to the exact text they were shown: agreement must be plain. */
export function replyToConsent(
  text: string,
  talk: Consenting,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  const draft = draftOf(view, talk.request);
  if (!draft) return undefined;
  const words = wordsOfDraft(view, draft);
  const { tell } = context;
  const choices = consentChoices(draft, words, talk, context);
  // "01" is a département, never the first choice.
  const isCode = /^\s*0\d\s*$/u.test(text);
  const value = isCode ? undefined : (readChoice(text, choices)?.value ?? readConsentWords(text));
  const to = (kind: "editing" | "territory" | "theme"): Step => {
    const next = { ...talk, kind };
    return { mode: { kind: "handoff", talk: next }, replies: [detailPrompt(next, context)] };
  };
  switch (value) {
    case "give":
      return give(draft, { words, talk }, view, context);
    case "change":
      return to("editing");
    case "territory":
      return to("territory");
    case "theme":
      return to("theme");
    case "diagnostic":
      return showAgain(
        draft,
        words,
        { ...talk, withDiagnostic: talk.withDiagnostic !== true },
        context,
      );
    case "no":
      return dropDraft(draft, context);
    case undefined:
      return readEmergency(text) === "distress"
        ? inDistress(context)
        : withDetail(text, { draft, words, talk }, context);
  }
  const kind = maskedKinds.find((one) => value === `mask:${one}`);
  if (kind)
    return showAgain(draft, words, { ...talk, leaves: toggled(talk.leaves ?? [], kind) }, context);
  return { replies: [say(tell("clarify-again"), choices)] };
}

/** A département or a theme that is said at once, without its button; undefined for anything else. */
function withDetail(
  text: string,
  { draft, words, talk }: Shown & { readonly draft: Request },
  context: TurnContext,
): Step | undefined {
  if (findGlobalWord(text, context.knowledge.library)) return undefined;
  const territory = readTerritory(text);
  if (territory !== undefined) return change({ ...draft, territory }, { words, talk }, context);
  // A number is of a choice, or of a département.
  const theme = /\p{N}/u.test(text)
    ? undefined
    : readChoice(text, detailPrompt({ ...talk, kind: "theme" }, context).choices)?.value;
  return theme === undefined
    ? undefined
    : change(withTheme(draft, theme), { words, talk }, context);
}

/** A draft of another theme. @param theme "none" for none of those there are */
export function withTheme(draft: Request, theme: string): Request {
  return { ...draft, theme: theme === "none" ? undefined : theme, intent: undefined };
}

/** What was shown of a draft. */
interface Shown {
  readonly words: string;
  readonly talk: Consenting;
}

/** Keeps a draft that was changed, and shows the whole again. */
export function change(draft: Request, { words, talk }: Shown, context: TurnContext): Step {
  return {
    ...showAgain(draft, words, talk, context),
    effects: [{ kind: "handoff", act: { kind: "keep-draft", draft, text: words } }],
  };
}

function give(
  draft: Request,
  { words, talk }: Shown,
  view: HandoffView,
  context: TurnContext,
): Step {
  const { tell, now } = context;
  const { text } = shownDraft(words, talk, tell);
  if (text === "")
    return {
      mode: { kind: "handoff", talk: { ...talk, kind: "editing" } },
      replies: [say(tell("ha-which-question"))],
    };
  // Changed in another room since: what was read there is what is agreed to.
  if (talk.shown !== undefined && talk.shown !== namesShown(words, talk, tell))
    return showAgain(draft, words, talk, context);
  const into = openOnTheme(draft, view);
  const limit = into ? blockOf(view, context) : limitOf(view, context);
  if (limit) return { ...limit, mode: { kind: "idle" } };
  const scope = {
    diagnostic: talk.withDiagnostic === true,
    territory: draft.territory !== undefined,
    earlier: false,
  };
  const agreed = { ...draft, consent: { version: CONSENT_VERSION, at: now.toISOString(), scope } };
  const act = { kind: "open-request", draft: agreed, text, into: into?.id } as const;
  return {
    mode: { kind: "idle" },
    replies: [],
    effects: [{ kind: "handoff", act }],
    conversation: { trail: [] },
  };
}

/** Raised when what is asked changes. */
const CONSENT_VERSION = 1;

/** Nothing was given: what was kept of it goes. */
export function dropDraft(draft: Request, { tell }: TurnContext): Step {
  return {
    mode: { kind: "idle" },
    replies: [say(tell("ha-not-given"))],
    effects: [{ kind: "handoff", act: { kind: "drop-draft", request: draft.id } }],
  };
}

/** The same draft, shown as it is by now. */
export function showAgain(
  draft: Request,
  words: string,
  talk: Consenting,
  context: TurnContext,
): Step {
  const shown = namesShown(words, talk, context.tell);
  return {
    mode: { kind: "handoff", talk: { ...talk, shown } },
    replies: [consentDraft(draft, words, talk, context)],
  };
}

/** What is asked for one part of a draft. */
export function detailPrompt(
  talk: Extract<HandoffTalk, { kind: "editing" | "territory" | "theme" }>,
  context: TurnContext,
) {
  const { tell, conversation } = context;
  switch (talk.kind) {
    case "editing":
      return say(tell("ha-new-text"), [{ label: tell("ha-keep-as-is"), value: "keep" }]);
    case "territory":
      return say(tell("ha-which-territory"), [{ label: tell("ha-no-territory"), value: "none" }]);
    case "theme":
      return say(tell("ha-which-theme"), [
        ...themesTold(context).map(({ id, name }) => ({
          label: name[conversation.language],
          value: id,
        })),
        { label: tell("ha-theme-other"), value: "none" },
      ]);
  }
}

/** Themes people answer on: all but the workshops, which have a programme. */
function themesTold({ knowledge }: TurnContext) {
  return knowledge.library.themes.filter(({ id }) => id !== "workshop" && id !== "bot");
}
