import { dirname, join } from "node:path/posix";

/** A file of `src`, by its path below it. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Features about the workshops of the programme: they may read it. */
const programmeReaders = ["announcements", "sign-up", "statistics", "handoff"];
const features = [
  "understanding",
  "answers",
  "diagnostic",
  "workshops",
  "curation",
  "privacy",
  "delivery",
  ...programmeReaders,
];
const edges = ["adapters", "stores", "loading", "rendering", "system", "cli"];
const core = ["model", "ports", ...features, "bot"];

/** Which rings a ring may import, beside itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ports: ["model"],
  ...Object.fromEntries(features.map((feature) => [feature, ["model", "ports"]])),
  ...Object.fromEntries(
    programmeReaders.map((feature) => [feature, ["model", "ports", "workshops"]]),
  ),
  bot: ["model", "ports", ...features],
  ...Object.fromEntries(edges.map((edge) => [edge, ["model", "ports"]])),
  main: [...core, ...edges],
};

/** The one folder a package may be imported in. */
const homes: readonly (readonly [RegExp, RegExp])[] = [
  [/^matrix-bot-sdk|^@matrix-org\//, /^adapters\/matrix\//],
  [/^discord\.js|^@discordjs\//, /^adapters\/discord\//],
  [/^natural(?:\/|$)/, /^understanding\//],
  [/^node-cron$/, /^system\//],
  [/^lowdb(?:\/|$)/, /^stores\//],
  [/^pdfkit(?:\/|$)|^@resvg\//, /^rendering\//],
  [/^zod$/, /^(?:loading|model|adapters|cli)\//],
  [/^yaml$/, /^loading\//],
];

/** Surroundings that are passed in, and platforms the core does not know. */
const forbiddenInCore: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bprocess\.hrtime/, "reads the clock"],
  [/\bMath\.random\(|\brandomUUID\b|\brandomBytes\b/, "uses randomness"],
  [/\bprocess\.(?:env|argv|cwd|pid)\b/, "reads the environment"],
  [/\bsetTimeout\(|\bsetInterval\(/, "starts a timer"],
  [/\b(?:matrix|discord|element|synapse)\b/i, "names a platform"],
];

/** What breaks the rules in a file, in words. */
export function faultsOf({ path, text }: SourceText): string[] {
  const ring = ringOf(path);
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
  const faults: string[] = [];
  if (/(?:^|\/)index\.ts$/.test(path)) faults.push(`${path}: a barrel file`);
  for (const target of importsOf(code)) {
    if (target.startsWith(".")) {
      const file = join(dirname(path), target);
      const other = ringOf(file);
      if (other !== ring && !(mayImport[ring] ?? []).includes(other)) {
        faults.push(`${path}: ${ring} imports ${other} (${file})`);
      }
      if (ring === "adapters" && other === ring && adapterOf(file) !== adapterOf(path)) {
        faults.push(`${path}: an adapter imports another (${file})`);
      }
    } else {
      const home = homes.find(([name]) => name.test(target))?.[1];
      if (home && !home.test(path)) faults.push(`${path}: imports ${target} outside its folder`);
    }
  }
  if (core.includes(ring)) {
    // The words people use may name a platform; the code that decides may not.
    const rules = ring === "understanding" ? forbiddenInCore.slice(0, -1) : forbiddenInCore;
    for (const [pattern, what] of rules) {
      if (pattern.test(code)) faults.push(`${path}: ${what}`);
    }
  }
  return faults;
}

function importsOf(code: string): string[] {
  const patterns = [/\bfrom\s*["']([^"']+)["']/g, /\bimport\s*\(?\s*["']([^"']+)["']/g];
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].flatMap(([, target]) => (target === undefined ? [] : [target])),
  );
}

function ringOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "main";
}

function adapterOf(path: string): string | undefined {
  return path.split("/")[1];
}
