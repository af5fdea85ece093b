import type { TurnContext } from "../../turn-context.ts";

/**
 * The same moment as far as results go: where another run was begun since, the one finished last stands in its
 * place, so that its result and its roadmap stay at hand. A run that goes on past its first result keeps its own.
 */
export function atFinished(context: TurnContext): TurnContext {
  const { diagnostic } = context;
  const { run, earlier = [], others } = diagnostic ?? {};
  const last = earlier.find(({ id }) => id !== run?.id);
  if (!diagnostic || !run || run.completedAt !== undefined || !last) return context;
  const own = others?.get(last.version);
  return {
    ...context,
    diagnostic: {
      ...diagnostic,
      run: last,
      underWay: run,
      isUnkept: false,
      isUnreadable: own === undefined,
      earlier: earlier.filter(({ id }) => id !== last.id),
      questionnaire: own ?? diagnostic.questionnaire,
    },
  };
}
