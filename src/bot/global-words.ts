import { languages, type Language } from "../model/language.ts";
import { globalWords, type GlobalWord, type Library } from "../model/library.ts";
import { say } from "../model/reply.ts";
import { foldText } from "../understanding/fold-text.ts";
import { answerIntent } from "./answer-intent.ts";
import { promptOf } from "./mode-prompt.ts";
import { talkingIn, type Step, type TurnContext } from "./turn-context.ts";

/** A global word found in a message, and the languages it is a word of. */
export interface SaidGlobalWord {
  readonly word: GlobalWord;
  readonly languages: readonly Language[];
}

/** Finds a word that is understood at any moment; it must be the whole message, politeness aside. */
export function findGlobalWord(text: string, library: Library): SaidGlobalWord | undefined {
  const said = bare(text);
  const whole = foldText(text);
  for (const word of globalWords) {
    const sayings = library.globalWords[word];
    const spoken = languages.filter((language) =>
      sayings[language].some(
        (saying) => bare(saying) === said && (said !== "" || foldText(saying) === whole),
      ),
    );
    if (spoken.length > 0) return { word, languages: spoken };
  }
  return undefined;
}

/** Does what a global word asks. */
export function followGlobalWord(word: GlobalWord, context: TurnContext): Step {
  const intent = intentOf[word];
  const candidates = intent === undefined ? [] : [{ intent, confidence: 1 }];
  const intents = candidates.map((candidate) => candidate.intent);
  return {
    ...stepFor(word, context),
    outcome: { decision: "answer", intents, confidence: 1, candidates },
  };
}

/** The intent that asks for the same in a whole sentence. */
const intentOf: Readonly<Partial<Record<GlobalWord, string>>> = {
  help: "bot.help",
  human: "bot.human",
  privacy: "bot.privacy",
  "my-data": "bot.privacy",
  "forget-me": "bot.privacy",
  language: "bot.language",
  french: "bot.language",
  english: "bot.language",
};

function stepFor(word: GlobalWord, context: TurnContext): Step {
  const { conversation, tell } = context;
  switch (word) {
    case "help":
      return answerIntent("bot.help", "", context);
    case "human":
      return answerIntent("bot.human", "", context);
    case "privacy":
      return answerIntent("bot.privacy", "", context);
    case "language":
      return { replies: [say(tell("language-ask"))] };
    case "french":
      return speak("fr", context);
    case "english":
      return speak("en", context);
    case "cancel":
      return {
        mode: { kind: "idle" },
        replies: [say(tell(conversation.mode.kind === "idle" ? "nothing-to-cancel" : "cancelled"))],
        conversation: { trail: [], unclearInARow: 0 },
      };
    case "wait":
      // What was waiting still waits.
      return { replies: [say(tell("take-your-time"))] };
    case "back":
      return goBack(context);
    case "restart":
      return enter({ kind: "confirming-restart" }, context);
    case "my-data":
      return { replies: [], effects: [{ kind: "export-my-data" }] };
    case "forget-me":
      return enter({ kind: "confirming-forget" }, context);
  }
}

function enter(
  mode: { kind: "confirming-restart" | "confirming-forget" },
  context: TurnContext,
): Step {
  const prompt = promptOf(mode, context);
  return { mode, replies: prompt ? [prompt] : [] };
}

function speak(language: Language, context: TurnContext): Step {
  const { conversation } = context;
  const spoken = talkingIn({ ...conversation, language }, context);
  // What was waiting is asked again in the language just chosen.
  const prompt = promptOf(conversation.mode, spoken);
  const set = say(spoken.tell("language-set"));
  return { replies: prompt ? [set, prompt] : [set], conversation: { language } };
}

function goBack(context: TurnContext): Step {
  const { conversation, tell } = context;
  const mode = conversation.trail.at(-1);
  const prompt = mode && promptOf(mode, context);
  if (!mode || !prompt) {
    return { replies: [say(tell("nothing-before"))] };
  }
  return {
    mode,
    replies: [prompt],
    conversation: {
      trail: conversation.trail.slice(0, -1),
      unclearInARow: 0,
      ...(mode.kind === "answered" ? { lastIntent: mode.intent } : {}),
    },
  };
}

/** Politeness people put around a command, in both languages. */
const politeness =
  /\b(?:s il (?:te|vous) plait|svp|stp|merci|please|thanks|bonjour|salut|hello|hi|pls)\b/g;

function bare(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(politeness, " ")
    .replaceAll(/ +/g, " ")
    .trim();
}
