import { againstBestPeer, columns, type Comparison } from "./compare.ts";
import { engineNames } from "./engines/engines.ts";
import type { Growth } from "./growth.ts";

/** A Markdown table of one set: a line an engine, then ours divided by the best peer. */
export function comparisonTable(comparison: Comparison): string {
  const { set, language, questions, outside, scores } = comparison;
  const heads = ["engine", ...columns.map(({ head }) => head)];
  const lines = engineNames.map((name) => [
    name,
    ...columns.map(({ key, isShare }) => figure(scores[name][key], isShare)),
  ]);
  const against = columns.map(({ key }) => againstBestPeer(comparison, key));
  const ratios = against.map((one) => (one ? `x${one.ratio.toFixed(2)}` : "–"));
  const peers = against.map((one) => one?.bestPeer ?? "–");
  const ahead = against.map((one) => (one ? (one.isAhead ? "ahead" : "behind") : "–"));
  const title = `### ${set}, ${language}: ${questions} questions, ${outside} out of scope`;
  const rows = [
    ...lines,
    ["ours / best peer", ...ratios],
    ["best peer", ...peers],
    ["ours is", ...ahead],
  ];
  return `${title}\n\n${table(heads, rows)}`;
}

/** A Markdown table of our engine on growing libraries. */
export function growthTable(growth: readonly Growth[]): string {
  const heads = ["library", "intents", "weights", "fit ms", "model MB", "start ms"];
  const more = ["p50 ms", "p99 ms", "resident MB", "of which before the model"];
  const lines = growth.map((one) => [
    one.name,
    String(one.intents),
    one.isLearnt ? "learnt" : "shape only",
    one.isLearnt ? figure(one.fitMs, false) : "–",
    figure(one.modelMb, false),
    figure(one.startMs, false),
    figure(one.p50Ms, false),
    figure(one.p99Ms, false),
    figure(one.residentMb, false),
    figure(one.emptyMb, false),
  ]);
  const title = "### Growth: our engine in service, its model read from a file";
  return `${title}\n\n${table([...heads, ...more], lines)}`;
}

function figure(value: number | undefined, isShare: boolean): string {
  if (value === undefined) return "–";
  if (isShare) return (100 * value).toFixed(1);
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => pad(cells[at] ?? "", width, at)).join(" | ")} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [row(heads), row(rule), ...lines.map(row)].join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
