import type { Language } from "../../model/language.ts";
import type { ReplyDraft } from "../../model/reply.ts";
import type { StatisticsWish } from "../../model/statistics-wish.ts";
import type { DocumentType } from "../../model/document-type.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { tellStatistics } from "../../statistics/tell-statistics.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";

/** Where what is counted is kept. */
export interface StatisticsParts {
  readonly store: Store;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
}

/** Reads what is kept and gives the statistics of it. */
export async function giveStatistics(
  wish: StatisticsWish,
  language: Language,
  { store, knowledge, clock }: StatisticsParts,
): Promise<ReplyDraft> {
  const known = knowledge();
  const { documents } = known;
  const saying = workshopSaying(known, language, clock.now());
  const all = async <T>(type: DocumentType<T>, names?: readonly string[]) =>
    (await store.list(type, names)).map(({ document }) => document);
  const about = wish.workshop === undefined ? undefined : [wish.workshop];
  const [numbers, ledger, wishes, questions] = await Promise.all([
    all(documents.signUpNumbers, about),
    all(documents.ledger, about),
    all(documents.themeWishes),
    all(documents.keptQuestions),
  ]);
  const sources = { workshops: saying.workshops, numbers, ledger, wishes, questions };
  return tellStatistics(sources, wish, { saying, keptDays: documents.ledger.keptDays });
}
