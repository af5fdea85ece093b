import type { ContentTrialReport, Tally } from "../model/content-change.ts";
import type { KeptQuestion } from "../model/kept-question.ts";

/** What is shown of a cluster of questions. */
export interface ShownCluster {
  readonly code: string;
  readonly title: string;
  readonly unknown: number;
  readonly disliked: number;
  readonly intent?: string | undefined;
  readonly lastAt: string;
  readonly questions: readonly { readonly id: string; readonly document: KeptQuestion }[];
}

/** Clusters a table shows; `--json` has them all. */
const MOST_SHOWN = 30;

/** The clusters as a table for a terminal. */
export function printClusters(clusters: readonly ShownCluster[]): string {
  if (clusters.length === 0) return "No question waits: every one was answered, or settled.";
  const lines = clusters
    .slice(0, MOST_SHOWN)
    .map(
      ({ code, title, unknown, disliked, intent = "", lastAt }) =>
        `${code}  ${String(unknown).padStart(7)} ${String(disliked).padStart(8)}  ${lastAt.slice(0, 10)}  ${title}${intent && `  (${intent})`}`,
    );
  const more = clusters.length - lines.length;
  return [
    "code  unknown disliked  last        question",
    ...lines,
    ...(more > 0 ? [`… and ${more} more: --json`] : []),
  ].join("\n");
}

/** Every question of a cluster. */
export function printCluster({ code, questions }: ShownCluster): string {
  return [
    `${code}: ${questions.length} questions`,
    ...questions.map(({ document }) => {
      const why = document.why === undefined ? "" : ` — ${document.why}`;
      return `  ${document.at.slice(0, 10)} ${document.language} ${document.because}: ${document.question}${why}`;
    }),
  ].join("\n");
}

/** The evaluation before and after a change, and the questions that fare otherwise. */
export function printTrial({ problems, before, after, changed, isAccepted }: ContentTrialReport) {
  if (problems.length > 0) return ["Refused: the files would be wrong.", ...problems].join("\n");
  return [
    "evaluation  questions    right  offered    wrong",
    row("before", before),
    row("after", after),
    ...changed.map(
      (one) => `  ${one.way}: ${one.question} [${one.expected}] ${one.before} -> ${one.after}`,
    ),
    isAccepted
      ? "Nothing else got worse."
      : "Refused: other questions would be understood worse (those marked worse, or more less-direct than gained).",
  ].join("\n");
}

function row(name: string, { questions, right, offered, wrong }: Tally): string {
  const cells = [questions, right, offered, wrong].map((count) => String(count).padStart(9));
  return `${name.padEnd(12)}${cells.join("")}`;
}
