import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

describe("explain", () => {
  it("says how a question was read, why it was decided so, and what counted", async () => {
    const { code, out } = await runPasserelle(["explain", "Cmt on fait un site pr l'ASSO ?"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^normal form +cmt on fait un site pr l'asso \?$/m);
    expect(out).toMatch(/^words +comment on fait un site pour le association$/m);
    expect(out).toMatch(/^language +fr$/m);
    expect(out).toMatch(/^decision +\w+: /m);
    expect(out).toMatch(/^because .*first \d\.\d\d \(sure from \d\.\d\d\)/m);
    expect(out.match(/^[a-z-]+\.[a-z-]+: score [+-]\d\.\d\d, of which bias/gm)).toHaveLength(2);
    expect(out).toMatch(/^ {2}for +\+0\.\d\d {2}stems +sit$/m);
    expect(out).toMatch(/^ {2}against +-0\.\d\d {2}\w+/m);
  });

  it("takes what came before, and tells everything as JSON", async () => {
    const after = ["--after", "crowdfunding.create-page"];
    const { out } = await runPasserelle(["explain", "--json", ...after, "et ça coûte combien ?"]);
    expect(JSON.parse(out)).toMatchObject({
      language: "fr",
      questions: [
        {
          decision: "sure",
          candidates: [{ intent: "crowdfunding.fees" }, {}, {}, {}, {}],
          best: [{ intent: "crowdfunding.fees" }, {}],
        },
      ],
    });
  });

  it("says when a word of every mode decides instead", async () => {
    const { out } = await runPasserelle(["explain", "annuler"]);
    expect(out).toMatch(/^The word "cancel" of intents\/global-words\.yaml decides/);
  });

  it("refuses an empty question, and an intent that does not exist", async () => {
    expect((await runPasserelle(["explain"])).code).toBe(2);
    const { code, err } = await runPasserelle(["explain", "--after", "no.where", "et ?"]);
    expect(code).toBe(1);
    expect(err).toContain("--after no.where: no such intent");
  });
});

describe("evaluate", () => {
  it("shows confusions with a question and the nearest utterance of both sides", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "questions.tsv": "lang\tkind\tintent\tquestion\nfr\tplain\twebsite.seo\tbonjour à tous\n",
    });
    const args = ["evaluate", join(folder, "questions.tsv")];
    expect((await runPasserelle(args)).out).toMatch(
      / {3}1 {2}website\.seo -> bot\.greeting\n {6}\? bonjour à tous\n {8}0\.\d\d website\.seo: .+\n {8}\d\.\d\d bot\.greeting: .+\n/,
    );
    const scores: unknown = JSON.parse((await runPasserelle([...args, "--json"])).out);
    expect(scores).toMatchObject({
      confusions: [
        {
          times: 1,
          examples: [{ nearest: [{ intent: "website.seo" }, { intent: "bot.greeting" }] }],
        },
      ],
    });
  });
});
