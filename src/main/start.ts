import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Bot } from "../bot/bot.ts";
import { createPictureMaker } from "../rendering/picture-maker.ts";
import { createJsonLog } from "../system/json-log.ts";
import { newCode } from "../system/new-code.ts";
import { systemClock } from "../system/system-clock.ts";
import { startTicker } from "../system/ticker.ts";
import { KeptProgramme } from "../workshops/kept-programme.ts";
import { createContentFiles } from "../loading/content-files.ts";
import { createContentTrials } from "./content-trials.ts";
import { keepProgramme } from "./keep-programme.ts";
import { learnInBackground, type Learning } from "./learn-in-background.ts";
import { lastKnowledge, loadKnowledge, upToDateKnowledge } from "./load-knowledge.ts";
import { isInteractive, openTerminal } from "./open-terminal.ts";
import { openData } from "./open-data.ts";
import { configOf, configOption } from "./options.ts";
import { subscribeByDefault } from "./subscribe-by-default.ts";
import type { TalkingPlace } from "./talking-place.ts";

/** `passerelle start`: lives on the configured platforms; with none, a chat in the terminal. */
export async function start(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const config = configOf(values, root);
  const { matrix, discord } = config;
  const isTerminal = !matrix && !discord;
  const clock = systemClock;
  // Warnings only in a terminal: lines of a log in the middle of a chat help nobody.
  const log = createJsonLog(
    isTerminal ? "warn" : "info",
    (line) => process.stderr.write(line),
    () => clock.now(),
  );
  const upToDate = upToDateKnowledge(root, config);
  // Nobody waits for a changed library: the last good one answers until it is learnt.
  const last = upToDate ?? lastKnowledge(root, config);
  const knowledge = last ?? (await loadKnowledge(root, config));
  let current = knowledge;
  const { store, shelf } = await openData(resolve(root, config.dataFolder), {
    types: knowledge.kinds,
    log,
    key: process.env["PASSERELLE_KEY"],
  });
  try {
    return await live();
  } finally {
    await store.close();
  }

  async function live(): Promise<number> {
    const programme = await KeptProgramme.open({ store, documents: knowledge.documents, clock });
    current = await keepProgramme(knowledge, programme, { clock, log });
    await subscribeByDefault(config, { store, documents: knowledge.documents, clock });
    const places = await openPlaces();
    // What is piped in is one person's own file: it is all read.
    const isPiped = isTerminal && !isInteractive();
    const limits = isPiped ? { ...config, messagesPerMinute: Infinity } : config;
    const platforms = places.map(({ platform }) => platform);
    const trials = createContentTrials({ root, args, log, adopt: async () => adoptFiles() });
    const bot = new Bot({
      content: { files: createContentFiles(root), trials },
      knowledge: current,
      store,
      platforms,
      limits,
      clock,
      log,
      programme,
      shelf,
      newCode,
      pictures: createPictureMaker(),
    });
    const leave = () => {
      for (const place of places) place.leave();
    };
    // The first that ends, or fails, ends them all.
    const ended = Promise.race(places.map((place) => place.ended));
    process.once("SIGTERM", leave);
    process.once("SIGINT", leave);
    // Beside the start: a platform that is away must not keep the others from what is due.
    const learnings: { readonly learning: Learning; readonly adopting: Promise<void> }[] = [];
    let isLeaving = false;
    if (last && !upToDate) learnBeside();
    const ticker = startTicker(config.timeZone, () => bot.tick());
    try {
      await Promise.race([bot.start(), ended]);
      await ended;
    } finally {
      isLeaving = true;
      trials.stop();
      for (const { learning } of learnings) learning.stop();
      await Promise.all(learnings.map(({ adopting }) => adopting));
      await ticker.stop();
      // Also when the start failed: what it began must not outlive the store.
      await bot.stop().catch((cause: unknown) => {
        log.error("not-stopped-whole", cause);
      });
      await Promise.all(places.map((place) => place.close()));
    }
    return 0;

    function learnBeside(): void {
      const learning = learnInBackground(root, args);
      learnings.push({ learning, adopting: adoptLearnt({ bot, programme }, learning) });
    }

    /** What was tried before it was written was learnt then; not when another file was changed meanwhile. */
    async function adoptFiles(): Promise<boolean> {
      const learnt = upToDateKnowledge(root, config);
      if (!learnt) {
        if (!isLeaving) learnBeside();
        return false;
      }
      current = await keepProgramme(learnt, programme, { clock, log });
      bot.adopt(current);
      return true;
    }
  }

  /** Each is loaded where it is needed: starting a terminal is felt. */
  async function openPlaces(): Promise<readonly TalkingPlace[]> {
    const places: TalkingPlace[] = [];
    try {
      await openInto(places);
      return places;
    } catch (cause) {
      // One that cannot be opened leaves none of the others open.
      await Promise.all(places.map((place) => place.close()));
      throw cause;
    }
  }

  async function openInto(places: TalkingPlace[]): Promise<void> {
    const tell = knowledge.tell(config.language);
    if (isTerminal) {
      const dataFolder = resolve(root, config.dataFolder);
      const { language } = config;
      places.push(openTerminal({ tell: knowledge.tell, language, dataFolder, clock }));
    }
    if (matrix) {
      const { openMatrix } = await import("./open-matrix.ts");
      const tellIn = knowledge.tell;
      const opening = { root, config, settings: matrix, store, tell, tellIn, clock, log };
      places.push(await openMatrix(opening));
    }
    if (discord) {
      const { openDiscord } = await import("./open-discord.ts");
      const known = () => current;
      places.push(openDiscord({ config, settings: discord, store, knowledge: known, clock, log }));
    }
  }

  async function adoptLearnt(
    { bot, programme }: { readonly bot: Bot; readonly programme: KeptProgramme },
    { end }: Learning,
  ): Promise<void> {
    const ended = await end;
    const learnt = ended === "learnt" ? upToDateKnowledge(root, config) : undefined;
    if (learnt) {
      try {
        current = await keepProgramme(learnt, programme, { clock, log });
        bot.adopt(current);
      } catch (cause) {
        // What was known goes on answering.
        log.error("library-not-adopted", cause);
      }
    }
    if (ended === "failed") {
      log.warn("library-not-learnt", { remedy: "npm run -s passerelle -- check" });
    }
  }
}
