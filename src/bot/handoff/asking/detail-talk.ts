import type { HandoffTalk } from "../../../model/handoff-talk.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { Request } from "../../../model/request.ts";
import { readTerritory } from "../../../understanding/diagnostic/read-territory.ts";
import { readAskerWords } from "../../../understanding/handoff/read-asker-words.ts";
import { readEmergency } from "../../../understanding/handoff/read-emergency.ts";
import { tellsSomething } from "../../../understanding/handoff/tells-something.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { findGlobalWord } from "../../global-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { change, detailPrompt, dropDraft, showAgain, withTheme } from "./consent-talk.ts";
import { newDraft, withQuestion } from "./draft-request.ts";
import { withoutSecrets } from "./masked-draft.ts";
import { inDistress } from "./open-draft.ts";
import { draftOf, wordsOfDraft } from "./own-requests.ts";

type Detail = Extract<HandoffTalk, { kind: "editing" | "territory" | "theme" }>;

/** Reads what they give for one part of a draft, and shows the whole again. */
export function replyToDetail(
  text: string,
  talk: Detail,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  const draft = draftOf(view, talk.request);
  if (!draft) return undefined;
  const words = wordsOfDraft(view, draft);
  const choices = choicesOfDetail(talk, words, context);
  const value = readChoice(text, choices)?.value;
  const back = (changed: Request, said = words): Step =>
    change(changed, { words: said, talk: { ...talk, kind: "consent" } }, context);
  if (value === "no") return dropDraft(draft, context);
  if (value === "keep") return showAgain(draft, words, { ...talk, kind: "consent" }, context);
  const word = findGlobalWord(text, context.knowledge.library)?.word;
  if (word === "cancel" || word === "back") {
    return words === ""
      ? dropDraft(draft, context)
      : showAgain(draft, words, { ...talk, kind: "consent" }, context);
  }
  // Help, privacy, "forget me": what they are at any time.
  if (word !== undefined) return undefined;
  switch (talk.kind) {
    case "editing":
      return withNewWords(text, { draft, talk, words, back }, context);
    case "territory":
      return readAnswerOfTerritory(text, value, { draft, talk, back }, context);
    case "theme": {
      const theme = value ?? themeNamed(text, context);
      if (theme === undefined) return { replies: [say(context.tell("ha-theme-unknown"), choices)] };
      return back(withTheme(draft, theme));
    }
  }
}

/** The new text; a command or what asks nothing is none, and the text that was stays. */
function withNewWords(
  text: string,
  {
    draft,
    talk,
    words,
    back,
  }: {
    readonly draft: Request;
    readonly talk: Detail;
    readonly words: string;
    readonly back: (changed: Request, said: string) => Step;
  },
  context: TurnContext,
): Step | undefined {
  if (readEmergency(text) === "distress") return inDistress(context);
  const command = readAskerWords(text)?.act;
  const isAgain = command === "start" || command === "invite";
  if (isAgain || (command === undefined && !tellsSomething(text))) {
    const { choices } = detailDraft(talk, words, context);
    return { replies: [say(context.tell("ha-which-question"), choices)] };
  }
  if (command !== undefined && command !== "add") return undefined;
  return back(withQuestion(draft, text, context), withoutSecrets(text, context.tell));
}

function readAnswerOfTerritory(
  text: string,
  value: string | undefined,
  {
    draft,
    talk,
    back,
  }: { readonly draft: Request; readonly talk: Detail; readonly back: (changed: Request) => Step },
  context: TurnContext,
): Step {
  const isRefusal = value === "none" || readAssent(text) === "no";
  const territory = isRefusal ? undefined : readTerritory(text);
  if (!isRefusal && territory === undefined) {
    return {
      replies: [say(context.tell("ha-territory-unknown"), detailPrompt(talk, context).choices)],
    };
  }
  return back({ ...draft, territory });
}

/** A theme by what people call it. */
function themeNamed(text: string, context: TurnContext): string | undefined {
  return newDraft({ question: text, because: "asked" }, context).theme;
}

/** What is asked for one part of a draft, as it stands. */
export function detailDraft(talk: Detail, words: string, context: TurnContext): ReplyDraft {
  const { tell } = context;
  if (talk.kind !== "editing" || words !== "") return detailPrompt(talk, context);
  return say(tell("ha-which-question"), choicesOfDetail(talk, words, context));
}

function choicesOfDetail(talk: Detail, words: string, context: TurnContext) {
  const { tell } = context;
  if (talk.kind !== "editing" || words !== "") return detailPrompt(talk, context).choices;
  return [{ label: tell("ha-no-thanks"), value: "no" }];
}
