import { describe, expect, it } from "vitest";
import ICAL from "ical.js";
import MarkdownIt from "markdown-it";
import { parse } from "csv-parse/sync";
import { answersJson } from "../../src/diagnostic/answers-json.ts";
import { radarAlternative } from "../../src/diagnostic/radar-words.ts";
import { reportMarkdown } from "../../src/diagnostic/report-markdown.ts";
import { reportOf } from "../../src/diagnostic/report.ts";
import { roadmapCalendar } from "../../src/diagnostic/roadmap-calendar.ts";
import { roadmapTable } from "../../src/diagnostic/roadmap-table.ts";
import type { RoadmapLine } from "../../src/model/diagnostic-run.ts";
import { languages } from "../../src/model/language.ts";
import { calendarFaults } from "../support/calendar-faults.ts";
import { goldenCase, goldenCases } from "../support/golden-cases.ts";
import { sourceOf } from "../support/golden-reports.ts";

const roadmap: readonly RoadmapLine[] = [
  {
    recommendation: "memoire.copie-express",
    aim: "Ne pas perdre 20 ans ; de comptes rendus",
    who: "=cmd()|'/c calc'!A1",
    helper: "**Leïla**\r\nBEGIN:VEVENT",
    by: "2027-12-31",
    state: "under-way",
  },
  { recommendation: "cap.duo", who: "@Karim 🎉", by: "2027-02-28", state: "to-do" },
  { recommendation: "com.fiche-minimum", by: "2027-03-01", state: "given-up" },
];

const withRoadmap = (letter: string, language: "fr" | "en" = "fr") => {
  const source = sourceOf(goldenCase(letter), language);
  return { ...source, run: { ...source.run, setAside: {}, roadmap } };
};

describe("the radar in words", () => {
  it("names each dimension with its level", () => {
    const words = radarAlternative(sourceOf(goldenCase("A"), "fr"));
    expect(words).toContain("Garder nos documents : premiers pas ; Moins de papier : en chemin");
  });

  it.each(languages)("is short enough for every platform in %s, at its longest", (language) => {
    const source = sourceOf(goldenCase("A"), language);
    const longest = [undefined, 10, 30, 60, 90].map((score) => {
      const dimensions = source.scores.dimensions.map((one) => ({ ...one, score }));
      return radarAlternative({ ...source, scores: { dimensions } });
    });
    for (const words of longest) {
      expect(words.length).toBeLessThanOrEqual(1024);
      expect(words).toMatch(/\.$/u);
    }
  });

  it("tells too few answers from what does not concern them", () => {
    const source = sourceOf(goldenCase("A"), "fr");
    const dimensions = source.scores.dimensions.map((one) => {
      if (one.id === "info") return { ...one, score: undefined, isConcerned: false };
      return one.id === "com" ? { ...one, score: undefined } : one;
    });
    expect(radarAlternative({ ...source, scores: { dimensions } })).toContain(
      "Se faire connaître : pas assez de réponses ; Faire circuler l'information : ne vous concerne pas ;",
    );
  });
});

describe("the report as Markdown", () => {
  it.each(goldenCases.map(({ letter }) => letter))(
    "reads as the report does: example %s",
    (letter) => {
      const report = reportOf(withRoadmap(letter));
      const html = new MarkdownIt().render(reportMarkdown(report));
      const headings = report.blocks.flatMap((block) =>
        block.kind === "heading" ? [block.text] : [],
      );
      const read = [...html.matchAll(/<h[23]>(?<text>.*?)<\/h[23]>/gu)].map(({ groups }) =>
        groups?.["text"]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      );
      expect(read).toEqual(headings);
      expect(html).not.toContain("**");
      expect(html).not.toMatch(/<(?:script|img|a) /u);
    },
  );

  it("keeps what was typed as it was typed, without markup", () => {
    const text = "a | b <i>x</i> _y_ [z](http://w)";
    const source = withRoadmap("A");
    const lines = roadmap.map((line) => ({ ...line, who: text }));
    const report = reportOf({ ...source, run: { ...source.run, roadmap: lines } });
    const html = new MarkdownIt().render(reportMarkdown(report));
    const cells = [...html.matchAll(/<td>(?<text>.*?)<\/td>/gu)].map(
      ({ groups }) => groups?.["text"],
    );
    expect(cells).toContain("a | b &lt;i&gt;x&lt;/i&gt; _y_ [z](http://w)");
  });
});

describe("the report", () => {
  it("leaves who and when empty to be written on paper, until there is a roadmap", () => {
    const table = reportOf(sourceOf(goldenCase("A"), "fr")).blocks.at(-1);
    const rows = table?.kind === "table" ? table.rows : [];
    expect(rows).toHaveLength(6);
    expect(rows[0]?.slice(0, 4)).toEqual(["Faire une première copie de secours", "", "", ""]);
  });

  it("lists what several people answered far apart, and never who", () => {
    const source = sourceOf(goldenCase("A"), "fr");
    const apart = [{ question: "M2", from: 0, to: 3 }, { question: "S1" }];
    const text = reportMarkdown(reportOf({ ...source, group: { people: 3, apart } }));
    expect(text).toContain("Résultat commun de 3 personnes.");
    expect(text).toContain("que perdriez-vous ? Les réponses vont de 0 à 3");
    expect(text).toContain("Que trouve-t-il ?\n");
  });

  it("says the figure of the whole, and that there is none when too little was answered", () => {
    const words = (letter: string) => reportMarkdown(reportOf(sourceOf(goldenCase(letter), "en")));
    expect(words("B")).toContain("**Overall: Well under way** (51 out of 100).");
    expect(words("D")).toContain("There are not enough answers yet");
    expect(words("D")).toContain("## To find out");
  });
});

describe("the roadmap as a table", () => {
  it("opens in a spreadsheet, where nothing is a formula", () => {
    const text = roadmapTable(withRoadmap("A"));
    expect(text.startsWith("\uFEFFQuoi;Pour quoi faire;")).toBe(true);
    const rows: readonly (readonly string[])[] = parse(text, { bom: true, delimiter: ";" });
    expect(rows).toHaveLength(4);
    expect(rows.flat().filter((cell) => /^[=+\-@|%\t]/u.test(cell))).toEqual([]);
    expect(rows[1]?.[1]).toBe("Ne pas perdre 20 ans ; de comptes rendus");
    expect(rows[2]?.[2]).toBe("'@Karim 🎉");
  });
});

describe("the roadmap as a calendar", () => {
  const source = { ...withRoadmap("A"), uidDomain: "example.org" };
  const run = { ...source.run, id: "k3v9", updatedAt: "2027-01-20T10:00:00.000Z" };
  const text = roadmapCalendar({ ...source, run });

  it("is read by two parsers without a fault", () => {
    expect(calendarFaults(Buffer.from(text))).toEqual([]);
  });

  it("has a whole day for each step, but for what was given up", () => {
    const events = ICAL.Component.fromString(text).getAllSubcomponents("vevent");
    const said = events.map((event) =>
      ["uid", "dtstart", "dtend", "summary"].map((name) =>
        String(event.getFirstPropertyValue(name)),
      ),
    );
    expect(said).toEqual([
      [
        "k3v9.memoire.copie-express@example.org",
        "2027-12-31",
        "2028-01-01",
        "Faire une première copie de secours",
      ],
      ["k3v9.cap.duo@example.org", "2027-02-28", "2027-03-01", expect.any(String)],
    ]);
    expect(String(events[0]?.getFirstPropertyValue("description"))).toContain(
      "Qui, et avec qui : =cmd()|'/c calc'!A1, avec *Leïla* BEGIN:VEVENT",
    );
  });

  it("keeps the ids of its events when a date moves", () => {
    const moved = roadmap.map((line) => ({ ...line, by: "2028-05-01" }));
    const uids = (ics: string) => ics.match(/^UID:.*$/gmu);
    expect(uids(roadmapCalendar({ ...source, run: { ...run, roadmap: moved } }))).toEqual(
      uids(text),
    );
  });
});

describe("the answers as JSON", () => {
  it("hold everything, and nothing of who answered", () => {
    const file: unknown = JSON.parse(answersJson(withRoadmap("A")));
    expect(file).toMatchObject({
      format: "passerelle-diagnostic",
      formatVersion: 1,
      scores: { overall: 18, level: "Premiers pas" },
      alerts: [{ id: "no_backup" }, { id: "no_keys" }],
      roadmap,
      advice: { now: [{ id: "memoire.copie-express", because: ["M2"] }, {}, {}] },
    });
    expect(file).toHaveProperty("advice.later.length", 45);
    expect(file).toHaveProperty("answers.1.question", "S1");
    expect(file).toHaveProperty("answers.1.value", 1);
    expect(file).not.toHaveProperty("owner");
  });
});
