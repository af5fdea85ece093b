import { KnownError } from "./model/errors.ts";

/** A command: takes its own arguments and the project's root, gives an exit code. */
export type Command = (args: readonly string[], root: string) => Promise<number>;

// Each command loads only what it needs: starting is felt.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./main/start.ts")).start,
  login: async () => (await import("./main/login.ts")).login,
  doctor: async () => (await import("./main/doctor.ts")).doctor,
  ask: async () => (await import("./main/ask.ts")).ask,
  simulate: async () => (await import("./main/simulate.ts")).simulate,
  rehearse: async () => (await import("./main/rehearse.ts")).rehearse,
  programme: async () => (await import("./main/programme.ts")).programme,
  places: async () => (await import("./main/places.ts")).places,
  build: async () => (await import("./main/build.ts")).build,
  explain: async () => (await import("./main/explain.ts")).explain,
  check: async () => (await import("./main/check.ts")).check,
  evaluate: async () => (await import("./main/evaluate.ts")).evaluate,
  curate: async () => (await import("./main/curate.ts")).curate,
  reference: async () => (await import("./main/reference.ts")).reference,
};

const usage = `passerelle COMMAND
  start                     chat (in this terminal, when no other platform is configured)
  login matrix              logs the configured account in once, with its password (asked, or in
                            PASSERELLE_MATRIX_PASSWORD)
  doctor                    checks what the assistant needs, each fault with its remedy
  ask QUESTION              one answer; --batch reads a question a line, --json prints JSON lines
  explain QUESTION          why it is understood so; --after INTENT says what came before; --json
  simulate [--data DIR]     the whole bot on JSON Lines: rooms and clock are simulated
  check [FOLDER]            everything wrong in the configuration, the content and the intents, then
                            warnings; --strict fails on these, --against FILE.tsv refuses its questions
  evaluate FILE.tsv         accuracy on labelled questions, and confusions; --json
  curate                    unknown and disliked questions put together, and what to do about them; verbs: list,
                            show, add, new, ignore, out-of-scope; --json; the assistant must be stopped
  rehearse --from DAY       what will be sent from a day (2027-03-22) on, per room, as Markdown; --days N (14),
                            --room ROOM, --subscriptions FILE.yaml (else one room with the usual digest)
  programme export          the programme as calendars, whole, per theme and per territory; --to FOLDER
  places import FILE        public data of digital-mediation places (CSV, JSON) into content/directory;
                            --territory 44, --out FILE, --skip-faulty
  build                     reads and learns the library, as the first start does
  reference                 the configuration reference of the README; --write puts it there
Every command takes --config FILE (bot.config.json).
`;

/** Runs a command line. @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function main(args: readonly string[], root: string): Promise<number> {
  const [name = "", ...others] = args;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const asksHelp = ["", "help", "--help", "-h"].includes(name);
    process.stderr.write(asksHelp ? usage : `Unknown command "${name}".\n${usage}`);
    return asksHelp && name !== "" ? 0 : 2;
  }
  try {
    const command = await load();
    return await command(others, root);
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof KnownError ? 1 : 2;
  }
}

/** Faults to be told without a stack: ours, and wrong options found by node's parseArgs. */
function isExpected(error: unknown): error is Error {
  if (error instanceof KnownError) return true;
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS")
  );
}
