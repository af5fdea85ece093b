import type { z } from "zod";

/** The configuration as a Markdown table, from its schema: key, default, meaning. */
export function configReference(shape: z.ZodObject): string {
  const defaults: Record<string, unknown> = shape.parse({});
  const fields: Readonly<Record<string, { readonly description?: string | undefined }>> =
    shape.shape;
  const rows = Object.entries(fields).map(([key, { description: meaning = "" }]) => {
    return `| \`${key}\` | \`${JSON.stringify(defaults[key])}\` | ${meaning} |`;
  });
  return ["| key | default | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

const start = "<!-- configuration reference: npm run docs -->";
const end = "<!-- end of the reference -->";

/** Puts a reference between its two marks. @throws Error when a mark is missing */
export function putReference(readme: string, reference: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has lost the mark ${start} or ${end}`);
  return `${readme.slice(0, from + start.length)}\n\n${reference}\n\n${readme.slice(to)}`;
}
