import { countWords, MOST_ANSWER_WORDS } from "../model/count-words.ts";
import type { Language, PerLanguage } from "../model/language.ts";
import type { Resource } from "../model/library.ts";
import { resourceShape } from "./file-shapes.ts";
import type { Problems } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

const headings: PerLanguage<string> = { fr: "# Français", en: "# English" };

/** A resource, and the lines its parts stand on. */
export interface ResourceFile {
  readonly resource: Resource;
  /** The line each answer begins on. */
  readonly textLine: PerLanguage<number>;
  readonly isPublished: boolean;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads `content/resources/<theme>/<name>.md`; undefined when it has problems that forbid using it. */
export function readResource(text: string, problems: Problems): ResourceFile | undefined {
  const match = /^---\n(?<matter>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/.exec(text);
  const { matter, body } = match?.groups ?? {};
  if (matter === undefined || body === undefined) {
    problems.add(1, "no front matter", "Begin with --- , the keys, and --- again");
    return undefined;
  }
  const read = readYaml(matter, resourceShape, problems, 2);
  const bodyLine = matter.split("\n").length + 3;
  const fr = section(body, "fr", bodyLine, problems);
  const en = section(body, "en", bodyLine, problems);
  if (!read || fr === undefined || en === undefined) return undefined;

  const { value, lineOf } = read;
  const isTalk = value.theme === "bot";
  if (!isTalk && value.sources.length === 0 && !value.advice) {
    problems.add(lineOf(["sources"]), "no source", "Name a source, or write advice: true");
  }
  if (value["review-by"] <= value.checked) {
    problems.add(lineOf(["review-by"]), "review-by is not after checked", "Give a later day");
  }
  for (const language of ["fr", "en"] as const) {
    const steps = (language === "fr" ? fr : en).text;
    if (!isTalk && !/^1\. /m.test(steps)) {
      problems.add(bodyLine, `${headings[language]}: no numbered step`, "Say what to do first");
    }
  }
  return {
    isPublished: value.status === "published",
    lineOf,
    textLine: { fr: fr.line, en: en.line },
    resource: {
      id: value.id,
      theme: value.theme,
      title: value.title,
      text: { fr: fr.text, en: en.text },
      sources: value.sources,
      isAdvice: value.advice,
      checked: value.checked,
      reviewBy: value["review-by"],
      next: value.next,
      workshopTheme: value["workshop-theme"],
    },
  };
}

/** An answer, and the line it begins on. */
interface Section {
  readonly text: string;
  readonly line: number;
}

function section(
  body: string,
  language: Language,
  bodyLine: number,
  problems: Problems,
): Section | undefined {
  const lines = body.split("\n");
  const start = lines.indexOf(headings[language]);
  if (start === -1) {
    problems.add(
      bodyLine,
      `"${headings[language]}" is missing`,
      "Write the answer in that language",
    );
    return undefined;
  }
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("# "));
  const own = lines.slice(start + 1, length === -1 ? undefined : start + 1 + length);
  const text = own.join("\n").trim();
  const words = countWords(text);
  if (words === 0) {
    problems.add(bodyLine + start, `"${headings[language]}" is empty`, "Write the answer");
    return undefined;
  }
  if (words > MOST_ANSWER_WORDS) {
    problems.add(
      bodyLine + start,
      `"${headings[language]}" has ${words} words, ${MOST_ANSWER_WORDS} at most`,
      "Keep what helps to act today",
    );
  }
  if (/<[a-z/!]/i.test(text)) {
    problems.add(bodyLine + start, "HTML in an answer", "Write it in Markdown");
  }
  const blank = own.findIndex((line) => line.trim() !== "");
  return { text, line: bodyLine + start + 1 + blank };
}
