import { z } from "zod";

/**
 * The configuration as a Markdown table, from its schema: key, default, meaning; the keys of a section, or of the items of a list,
 * after it.
 */
export function configReference(shape: z.ZodObject): string {
  return ["| key | default | meaning |", "| --- | --- | --- |", ...rowsOf(shape, "")].join("\n");
}

function rowsOf(shape: z.ZodObject, section: string): string[] {
  const fields: Readonly<Record<string, unknown>> = shape.shape;
  return Object.entries(fields).flatMap(([key, field]) => {
    if (!(field instanceof z.ZodType)) return [];
    const { description: meaning = "" } = field;
    const inner = field instanceof z.ZodOptional ? field.unwrap() : undefined;
    const others = inner instanceof z.ZodObject ? rowsOf(inner, `${section}${key}.`) : [];
    const list = field instanceof z.ZodDefault ? field.unwrap() : undefined;
    const item = list instanceof z.ZodArray ? list.element : undefined;
    if (item instanceof z.ZodObject) others.push(...rowsOf(item, `${section}${key}[].`));
    return [`| \`${section}${key}\` | ${defaultOf(field)} | ${meaning} |`, ...others];
  });
}

function defaultOf(field: z.ZodType): string {
  const absent = field.safeParse(undefined);
  if (!absent.success) return "needed";
  return absent.data === undefined ? "none" : `\`${JSON.stringify(absent.data)}\``;
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
