import { formatDay } from "../../../answers/format-day.ts";
import { tellAim } from "../../../diagnostic/tell-aim.ts";
import { tellRoadmap, titleOf, type RoadmapSaying } from "../../../diagnostic/tell-roadmap.ts";
import type { RoadmapLine } from "../../../model/diagnostic-run.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { quoteTyped } from "./quote-typed.ts";
import { resultInView } from "./shown-result.ts";
import type { TalkOf } from "../talk-of.ts";

/** What is asked of a line of the roadmap; after the last one, the whole of it and what may be done about it. */
export function roadmapPrompt(talk: TalkOf<"roadmap">, context: TurnContext): ReplyDraft {
  const { tell, diagnostic } = context;
  const roadmap = diagnostic?.run?.roadmap ?? [];
  const line = roadmap[talk.line];
  const saying = roadmapSaying(context);
  if (!line) {
    const text = tellRoadmap(roadmap, saying);
    return { ...say(text, shownChoices(roadmap, context)), asks: tell("dr-roadmap-asks") };
  }
  const number = talk.line + 1;
  const title = titleOf(line, saying);
  const advice = saying.questionnaire.recommendations.find(({ id }) => id === line.recommendation);
  const finish = choice("dr-roadmap-finish", "finish", context);
  const skip = choice("dr-roadmap-skip", "skip", context);
  switch (talk.field) {
    case "who": {
      const role = saying.questionnaire.owners[advice?.owner ?? ""]?.[saying.language] ?? "";
      const owner = role.charAt(0).toLowerCase() + role.slice(1);
      return say(tell("dr-roadmap-who", { number, title, owner }), [skip, finish]);
    }
    case "helper":
      return say(tell("dr-roadmap-helper", { number, title }), [skip, finish]);
    case "by": {
      const day = saying.sayDay(line.by);
      return say(tell("dr-roadmap-by", { number, title, day }), [
        choice("dr-roadmap-two-weeks", "two-weeks", context),
        choice("dr-roadmap-one-month", "one-month", context),
        choice("dr-roadmap-three-months", "three-months", context),
        { label: tell("dr-roadmap-keep-day", { day }), value: "skip" },
        finish,
      ]);
    }
    case "aim": {
      const aim = line.aim ?? (advice && tellAim(advice, tell));
      return aim === undefined
        ? say(tell("dr-roadmap-for-open", { number, title }), [skip, finish])
        : say(tell("dr-roadmap-for", { number, title, aim: quoteTyped(aim) }), [
            choice("dr-roadmap-keep-aim", "keep", context),
            skip,
            finish,
          ]);
    }
  }
}

/** How the roadmap of a turn is said. */
export function roadmapSaying({
  tell,
  conversation,
  knowledge,
  diagnostic,
}: TurnContext): RoadmapSaying {
  const { language } = conversation;
  return {
    tell,
    language,
    questionnaire: diagnostic?.questionnaire ?? knowledge.library.questionnaire,
    sayDay: (day) => formatDay(day, language),
    quote: quoteTyped,
  };
}

/** Steps of the result that come next and are not in the roadmap yet. */
export function nextLines(roadmap: readonly RoadmapLine[], context: TurnContext) {
  const { now = [], next = [] } = resultInView(context)?.telling.result.advice ?? {};
  const isIn = (id: string) => roadmap.some(({ recommendation }) => recommendation === id);
  return [...now, ...next].filter(({ recommendation }) => !isIn(recommendation.id)).slice(0, 3);
}

/** More lines than this and none is reached. Source: DIAGNOSTIC.md, 5.3. */
const MOST_LINES = 6;

function shownChoices(roadmap: readonly RoadmapLine[], context: TurnContext): readonly Choice[] {
  const hasMore = roadmap.length < MOST_LINES && nextLines(roadmap, context).length > 0;
  return [
    ...(hasMore ? [choice("dr-roadmap-more", "more", context)] : []),
    choice("dr-roadmap-report", "report", context),
    choice("dr-roadmap-table", "roadmap", context),
    choice("dr-roadmap-calendar", "calendar", context),
    choice("dr-roadmap-go-on", "go-on", context),
  ];
}

function choice(key: PhraseKey, value: string, { tell }: TurnContext): Choice {
  return { label: tell(key), value };
}
