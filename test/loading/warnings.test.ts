import { describe, expect, it } from "vitest";
import { checkForCurators } from "../../src/loading/check-for-curators.ts";
import { checkHeldOut } from "../../src/loading/check-held-out.ts";
import { listSentences } from "../../src/loading/placed-sentences.ts";
import { describeProblem } from "../../src/loading/problem.ts";
import { readJargon } from "../../src/loading/read-jargon.ts";
import { libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import { projectRoot } from "../support/project-root.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const feesIntent = "intents/crowdfunding/fees.yaml";
const feesPage = "content/resources/crowdfunding/fees.md";

const { jargon } = readJargon(projectRoot);

const content = libraryFiles(projectRoot);

/** One file of the project's content, changed, as it is read. */
function filesWith(path: string, change: (text: string) => string) {
  const file = content.find((one) => one.path === path);
  if (!file) throw new Error(`no file ${path}`);
  const text = new TextDecoder().decode(file.bytes);
  return readLibrary([{ path, bytes: Buffer.from(change(text)) }]).files;
}

/** The warnings about a file after a change. */
function warningsAfter(
  path: string,
  change: (text: string) => string,
  today = "2026-11-22",
): string[] {
  const files = filesWith(path, change);
  const sentences = listSentences(files);
  return checkForCurators({ files, sentences, jargon, today }).map(describeProblem);
}

/** The page on fees with this French text. */
function answering(french: string): (text: string) => string {
  return (text) =>
    text.replace(/# Français\n[\s\S]*?\n# English/, `# Français\n\n${french}\n\n# English`);
}

const short = "Cela coûte peu.\n\n1. Demandez le prix.";

describe("near-duplicates", () => {
  const near = "combien de temps garde-t-on les photos de la kermesse";

  function twoIntents(one: string, other: string): string[] {
    const files = filesWith(feesIntent, (text) =>
      text.replace("\n  fr:\n", `\n  fr:\n    - "${one}"\n`),
    );
    const sentences = [
      ...listSentences(files).filter(({ text }) => text === one),
      {
        file: "intents/website/images.yaml",
        line: 9,
        text: other,
        language: "fr",
        kind: "utterance",
        intent: "website.images",
      } as const,
    ];
    return checkForCurators({ files, sentences, jargon: {}, today: "2026-11-22" })
      .map(describeProblem)
      .filter((warning) => warning.includes("is nearly"));
  }

  it("are told at the later sentence, with the place of the other", () => {
    expect(twoIntents(near, `${near} svp`)).toEqual([
      expect.stringMatching(
        /^intents\/website\/images\.yaml:9 .* is nearly ".*" of crowdfunding\.fees, intents\/crowdfunding\/fees\.yaml:4 \(0\.\d\d\)/,
      ),
    ]);
  });

  it("are no warning when they are a problem already, or are not so near", () => {
    expect(twoIntents(near, near.toUpperCase())).toEqual([]);
    expect(twoIntents(near, "combien de temps garde-t-on les factures du club")).toEqual([]);
  });

  it("count among counter-examples and sentences that are out of scope, not among follow-ups", () => {
    const files = filesWith("intents/out-of-scope.yaml", (text) =>
      text.replace("\n    far:\n", '\n    far:\n      - "Combien coûtera zorglub ?"\n'),
    );
    const outside = listSentences(files).find(({ text }) => text.includes("zorglub"));
    expect(outside).toMatchObject({ kind: "out-of-scope", intent: "out-of-scope", line: 5 });
    const said = (kind: "counter-example" | "follow-up") => ({
      file: feesIntent,
      line: 7,
      language: "fr" as const,
      kind,
      intent: "crowdfunding.fees",
      text: "combien coutera Zorglub",
    });
    const warnings = (kind: "counter-example" | "follow-up") =>
      checkForCurators({
        files,
        sentences: outside ? [said(kind), outside] : [],
        jargon: {},
        today: "2026-11-22",
      });
    expect(warnings("counter-example")).toHaveLength(1);
    expect(warnings("follow-up")).toEqual([]);
  });
});

describe("utterances", () => {
  const keep = (count: number) => (text: string) => {
    const lines = Array.from({ length: count }, (_, index) => `    - "${index} façons de dire"`);
    return text.replace(/ {2}fr:\n[\s\S]*?\n {2}en:/, `  fr:\n${lines.join("\n")}\n  en:`);
  };

  it("are asked for below 60 in French, at the line of the list", () => {
    expect(warningsAfter(feesIntent, keep(59))).toContainEqual(
      expect.stringMatching(/fees\.yaml:4 59 utterances in fr, better 60\. /),
    );
    expect(warningsAfter(feesIntent, keep(60)).join("\n")).not.toContain("utterances in fr");
  });

  it("are a problem, not a warning, when they are far too few", () => {
    expect(warningsAfter(feesIntent, keep(3)).join("\n")).not.toContain("utterances in fr");
  });
});

describe("review-by", () => {
  const reviewBy = (text: string) => text.replace(/^review-by: .*$/m, "review-by: 2027-05-21");

  it.each([
    ["2027-05-22", "review-by 2027-05-21 is past"],
    ["2027-05-21", "review-by 2027-05-21 comes in 0 days"],
    ["2027-04-21", "review-by 2027-05-21 comes in 30 days"],
  ])("is told on %s", (today, expected) => {
    const line = /fees\.md:(?<line>\d+) review-by/;
    const warnings = warningsAfter(feesPage, reviewBy, today).join("\n");
    expect(warnings).toContain(expected);
    expect(Number(line.exec(warnings)?.groups?.["line"])).toBeGreaterThan(3);
  });

  it("is not told 31 days before, nor of a draft", () => {
    const draft = (text: string) => reviewBy(text).replace("status: published", "status: draft");
    expect(warningsAfter(feesPage, reviewBy, "2027-04-20").join("\n")).not.toContain("review-by");
    expect(warningsAfter(feesPage, draft, "2028-01-01").join("\n")).not.toContain("review-by");
  });
});

describe("the reading level", () => {
  const words = (count: number) => Array.from({ length: count }, () => "Mot").join(" ");

  it("is told over 18 words a sentence on average, at the longest sentence", () => {
    const french = `${words(17)}.\n\n1. Voyez le [${words(20)}](https://example.org/a-b-c).`;
    expect(warningsAfter(feesPage, answering(french))).toContainEqual(
      expect.stringMatching(
        /fees\.md:\d+ French sentences of 19\.5 words on average, better 18 at most; the longest \(22\) is "Voyez le Mot Mot Mot…"/,
      ),
    );
  });

  it("is fine at 18, each step and each sentence counted apart", () => {
    const french = `${words(30)}. Oui. ${words(23)} ? Non !\n\n1. ${words(35)}.`;
    expect(warningsAfter(feesPage, answering(french)).join("\n")).not.toContain("on average");
  });
});

describe("jargon", () => {
  it.each([
    ["alone", "La newsletter part le lundi."],
    ["in the plural and in capitals", "Les NEWSLETTERS partent le lundi."],
    ["after an elision", "L'open source aide."],
    ["of several words", "Écrivez à la mailing-list."],
  ])("is told %s, with its line and the plain words", (_, sentence) => {
    const warnings = warningsAfter(feesPage, answering(`Cela coûte peu.\n\n1. ${sentence}`));
    const line = warnings.map((warning) => /:(?<line>\d+) "[^"]+" is jargon/.exec(warning));
    expect(line).toHaveLength(1);
    expect(warnings[0]).toMatch(/Write ".+", or explain the word in brackets\.$/);
  });

  it.each([
    ["explained in brackets", "La newsletter (lettre d'information) part. Une newsletter suffit."],
    ["given in brackets", "La lettre d'information (newsletter) part."],
    ["quoted from a screen", "Touchez « Newsletter » en bas."],
    ["part of an address", "Voyez newsletter.fr ou ma-newsletter-asso.org."],
    ["behind a link", "Voyez [la page](https://example.org/newsletter)."],
    ["part of another word", "Ces blogs se lisent."],
  ])("may stand where it is %s", (_, sentence) => {
    expect(warningsAfter(feesPage, answering(`${short}\n2. ${sentence}`))).toEqual([]);
  });

  it("may stand in the page whose title names it, and in English", () => {
    const named = (text: string) =>
      answering(`${short}\n2. Écrivez une newsletter.`)(text)
        .replace(/^ {2}fr: .*$/m, "  fr: Comment faire une newsletter ?")
        .replace("# English\n", "# English\n\nA newsletter.\n");
    expect(warningsAfter(feesPage, named)).toEqual([]);
  });

  it("is a problem when its list cannot be read", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "content/jargon.yaml": "cloud: [" });
    expect(readJargon(folder).problems.map(describeProblem)).toEqual([
      expect.stringMatching(/^content\/jargon\.yaml:\d+ bad YAML/),
    ]);
  });
});

describe("held-out questions", () => {
  const held = {
    file: "dev.tsv",
    questions: [{ line: 12, question: "Le tarif de zorglub, svp ?" }],
  };

  function heldOutIn(change: (text: string) => string): string[] {
    const sentences = listSentences(filesWith(feesIntent, change));
    return checkHeldOut(sentences, held).map(describeProblem);
  }

  it.each([
    ["an utterance", "\n  fr:\n", '\n  fr:\n    - "le tarif de zorglub svp"\n'],
    ["a follow-up", /fr: \["/, 'fr: ["et le tarif de zorglub svp", "'],
    [
      "a counter-example",
      /counter-examples:\n {2}fr:\n/,
      'counter-examples:\n  fr:\n    - text: "tarif de zorglub svp"\n      intent: website.cost\n',
    ],
  ] as const)("are found in %s, and not told themselves", (_, place, written) => {
    expect(heldOutIn((text) => text)).toEqual([]);
    const [found, ...others] = heldOutIn((text) => text.replace(place, written));
    expect(others).toEqual([]);
    expect(found).toMatch(
      /^intents\/crowdfunding\/fees\.yaml:\d+ ".*zorglub svp" is like the held-out question of dev\.tsv:12 \(\d\.\d\d\)/,
    );
    expect(found).not.toContain(held.questions[0]?.question);
  });
});
