import type { Workshop } from "../../model/workshop.ts";
import { groupSessions } from "../../workshops/group-sessions.ts";
import type { Sessions } from "../../workshops/say-when.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { lines, paragraphs, type Announcing, type Words } from "./announcing.ts";
import { sayWhen } from "../../workshops/say-when.ts";
import { sayAbout, sayAtAGlance } from "./say-practical.ts";
import { signUpChoices } from "./workshop-choices.ts";

/**
 * The announcement of a new workshop; of a series, one message with all its dates; of sessions at choice, one
 * with a choice for each. Several that have nothing to do with one another follow each other.
 * @returns undefined for no workshop
 */
export function newWords(
  workshops: readonly Workshop[],
  announcing: Announcing,
): Words | undefined {
  const told = inSeries(workshops).map((series) => seriesWords(series, announcing));
  if (told.length === 0) return undefined;
  return {
    text: paragraphs(...told.map(({ text }) => text)),
    choices: told.flatMap(({ choices }) => choices),
    times: told.length === 1 ? told.flatMap(({ times }) => times) : [],
  };
}

type Series = readonly [Sessions, ...Sessions[]];

function inSeries(workshops: readonly Workshop[]): readonly Series[] {
  const byName = new Map<string, Series>();
  for (const sessions of groupSessions(workshops)) {
    const [{ id, seriesId, title }] = sessions;
    const name = JSON.stringify(seriesId === undefined ? [id] : [seriesId, title]);
    const series = byName.get(name);
    byName.set(name, series ? [...series, sessions] : [sessions]);
  }
  return [...byName.values()];
}

function seriesWords(series: Series, announcing: Announcing): Words {
  const { tell } = announcing;
  const [sessions] = series;
  const [first] = sessions;
  const title = inLanguage(first.title, announcing);
  const numberOf = (some: Sessions) => some.map(({ number }) => number).join(tell("or-word"));
  const isOne = series.length === 1;
  const heading = isOne
    ? tell("announce-new", { title, number: numberOf(sessions) })
    : tell("announce-new-several", { title });
  const dates = isOne
    ? sayWhen(sessions, announcing)
    : lines(
        ...series.map((some) =>
          tell("announce-date", { when: sayWhen(some, announcing), number: numberOf(some) }),
        ),
      );
  const glance = sayAtAGlance(first, announcing);
  const about = sayAbout(first, announcing);
  return {
    text: isOne
      ? paragraphs(lines(heading, dates, glance), about)
      : paragraphs(heading, dates, lines(glance, about)),
    choices: series.flatMap((some) => signUpChoices(some, announcing)),
    times: isOne ? sessions.map((session) => startOf(session)) : [],
  };
}
