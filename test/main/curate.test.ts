import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/loading/load-config.ts";
import { createContentTrials } from "../../src/main/content-trials.ts";
import { upToDateKnowledge } from "../../src/main/load-knowledge.ts";
import { eventually } from "../support/eventually.ts";
import { asLines } from "../support/json-lines.ts";
import { keptLog } from "../support/kept-log.ts";
import { reducedContent } from "../support/reduced-content.ts";
import { runPasserelle, startPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const question = "Faut-il une autorisation pour vendre des gâteaux au marché de Noël ?";
const sugar = "Combien de grammes de sucre dans une meringue";
const file = "intents/out-of-scope.yaml";

// The library is the real one cut to 133 pages and 4,921 wordings: learnt in about 10 s, twice here.
describe("curating", { timeout: 240_000 }, () => {
  it("shows nobody, leaves nothing behind when killed, and publishes a page that answers the question", async () => {
    const root = reducedContent([
      "fr\town\tdata.backup\tComment ne pas perdre nos dossiers si le disque lâche ?",
      "fr\town\tout-of-scope\tRecette de la tarte aux pommes",
    ]);
    const curate = (...args: readonly string[]) =>
      runPasserelle(["curate", ...args, "--root", root]);
    const asked = [question, sugar, "Peut-on immatriculer le minibus au nom du club ?"];
    await runPasserelle(
      ["simulate", "--data", join(root, "data")],
      asked.map((text, at) => asLines({ from: `u${at}`, text })).join(""),
    );

    const { out: list } = await curate("list");
    const codeOf = (text: string) =>
      list
        .split("\n")
        .find((line) => line.includes(text))
        ?.slice(0, 3) ?? "";
    const all = await curate("--json");
    expect(all.out).toContain(sugar);
    expect(all.out).not.toMatch(/owner|askedIn|u1/u);
    expect((await curate("show", "zzz")).code).toBe(1);
    expect((await curate("ignore", codeOf("minibus"))).code).toBe(0);
    expect((await curate("list")).out).not.toContain("minibus");

    const before = readFileSync(join(root, file), "utf8");
    const parent = startPasserelle(["curate", "out-of-scope", codeOf(sugar), "--root", root]);
    const trials = () => childrenOf(parent.pid).filter((pid) => commandOf(pid).includes("try"));
    await eventually(() => expect(trials()).toHaveLength(1));
    const [trial = 0] = trials();
    parent.kill("SIGKILL");
    await eventually(() => expect(isAlive(trial)).toBe(false));
    expect(readFileSync(join(root, file), "utf8")).toBe(before);
    expect((await curate("list")).out).toContain(sugar);

    const text =
      "Demandez une autorisation à la mairie, un mois avant. Gardez la réponse avec vous.";
    writeFiles(root, { "page.md": text });
    const page = ["--title", "Vendre des gâteaux au marché", "--text", join(root, "page.md")];
    const { out } = await curate("new", codeOf(question), "crowdfunding.cake-sale", ...page);
    expect(out).toContain("Nothing else got worse.");
    const known = upToDateKnowledge(root, loadConfig(join(root, "bot.config.json")));
    const context = { language: "fr", previousIntent: undefined } as const;
    const [found] = known?.understand(question, context).questions ?? [];
    expect(found?.candidates[0]?.intent).toBe("crowdfunding.cake-sale");
    expect((await curate("list")).out).not.toContain(question);
    expect(readdirSync(join(root, "content/resources/crowdfunding")).filter(isHidden)).toEqual([]);
  });

  it("tries nothing more once it is stopped", async () => {
    const root = temporaryFolder();
    const adopt = () => Promise.resolve(true);
    const trials = createContentTrials({ root, args: [], log: keptLog(), adopt });
    const first = trials.try([]);
    trials.stop();
    expect(await first).toBeUndefined();
    const second = trials.try([]);
    expect(childrenOf(process.pid).filter((pid) => commandOf(pid).includes(root))).toEqual([]);
    expect(await second).toBeUndefined();
  });
});

const isHidden = (name: string) => name.startsWith(".");

/** Numbers of the processes another one started; none where there is no `/proc`. */
function childrenOf(pid: number | undefined): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((one) => statusOf(one)[1] === String(pid));
}

function isAlive(pid: number): boolean {
  const [state = "Z"] = statusOf(pid);
  return state !== "Z";
}

/** Its state and its parent: see proc(5), `/proc/PID/stat`. Empty once it is gone. */
function statusOf(pid: number): readonly string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(0, 2);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
