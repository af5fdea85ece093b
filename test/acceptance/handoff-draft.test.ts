import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createKnowledge, type Knowledge } from "../../src/bot/knowledge.ts";
import { withReuseAnswer } from "../../src/bot/curation/asker-agreement.ts";
import { createContentFiles } from "../../src/loading/content-files.ts";
import { loadConfig } from "../../src/loading/load-config.ts";
import { createContentTrials } from "../../src/main/content-trials.ts";
import { loadKnowledge, upToDateKnowledge } from "../../src/main/load-knowledge.ts";
import { DAY_MS } from "../../src/model/durations.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import { put, type Store } from "../../src/ports/store.ts";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { newCode } from "../../src/system/new-code.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";
import { reducedContent } from "../support/reduced-content.ts";
import {
  answer,
  asker,
  directory,
  heldOut,
  question,
  request,
  room,
  said,
} from "../support/resolved-request.ts";

// The library is the real one cut to 133 pages and 4,921 wordings: learnt in about 10 s a time, three times here.

// Long enough for a machine that others use too.
describe("a page made from an answer", { timeout: 240_000 }, () => {
  let root: string;
  let config: ReturnType<typeof loadConfig>;
  let clock: FixedClock;
  let store: Store;
  let bot: Bot;
  let platform: SimulatedPlatform;
  let knowledge: Knowledge;
  const sent: Reply[] = [];
  let events = 0;

  const directed = (known: Knowledge): Knowledge =>
    createKnowledge({ ...known, library: { ...known.library, directory } });

  async function open(evaluation: readonly string[], text = answer): Promise<void> {
    root = reducedContent(evaluation);
    config = loadConfig(join(root, "bot.config.json"));
    clock = new FixedClock("2026-11-20T15:00:00Z");
    knowledge = directed(await loadKnowledge(root, config));
    store = createMemoryStore(Object.values(knowledge.documents));
    const { requests, requestMessages } = knowledge.documents;
    await store.write([
      put(requests, "r1", request),
      put(
        requestMessages,
        "r1.00000",
        said(0, "in", `Bonjour, je m'appelle Amina Diallo. ${question}`),
      ),
      put(requestMessages, "r1.00001", said(1, "out", text)),
    ]);
    start();
    await bot.start();
    await bot.idle();
  }

  function start(): void {
    platform = new SimulatedPlatform("here", (reply) => void sent.push(reply), {});
    bot = new Bot({
      newCode,
      knowledge,
      store,
      platforms: [platform],
      limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
      clock,
      log: keptLog(),
      content: {
        files: createContentFiles(root),
        // The real one: in a process of its own.
        trials: createContentTrials({
          root,
          args: [],
          log: keptLog(),
          adopt: () => {
            const learnt = upToDateKnowledge(root, config);
            if (learnt) knowledge = directed(learnt);
            bot.adopt(knowledge);
            return Promise.resolve(learnt !== undefined);
          },
        }),
      },
    });
  }

  async function says(from: string, changes: Partial<IncomingMessage>): Promise<string> {
    const before = sent.length;
    events += 1;
    await platform.deliver({
      id: `event-${events}`,
      from,
      isFromBot: false,
      roles: [],
      address: { ...room, isDirect: false },
      thread: "thread-12",
      text: "",
      pressed: undefined,
      isForUs: true,
      sentAt: clock.now(),
      ...changes,
    });
    await bot.idle();
    return sent
      .slice(before)
      .map(({ text }) => text)
      .join("\n");
  }

  const presses = (from: string, pressed: string) => says(from, { pressed });
  const asks = (text: string) => says("amina", { text, address: asker, thread: undefined });

  beforeEach(() => {
    sent.length = 0;
  });

  async function fill(): Promise<void> {
    expect(sent.map(({ text }) => text).join("\n")).toContain("En faire une fiche ?");
    const card = await presses("camille", "Oui, en faire une fiche");
    expect(card).not.toContain("Amina");
    expect(card).toContain("autorisation à la mairie");
    await presses("camille", "Question");
    await says("camille", { text: "Vendre des gâteaux au marché : faut-il une autorisation ?" });
    await presses("camille", "Sources");
    await says("camille", {
      text: "Service public https://www.service-public.gouv.fr/associations 2026-11-20",
    });
    expect(await presses("camille", "Donner à relire, avec mon nom")).toContain("Fiche à relire");
  }

  async function agree(): Promise<void> {
    const { requests } = knowledge.documents;
    const now = await store.get(requests, "r1");
    if (!now) throw new Error("no request");
    expect(now.asks?.kind).toBe("reuse");
    await store.write([put(requests, "r1", withReuseAnswer(now, true, clock.now()))]);
  }

  it("12. answers the original question at the next try once somebody else approved it, and nothing else gets worse", async () => {
    await open(heldOut);
    await fill();
    await agree();
    expect(await presses("camille", "Approuver la fiche")).toContain("Une autre personne");
    const told = await presses("dominique", "Approuver la fiche");
    expect(told).toContain("est publiée");
    const page = readFileSync(
      join(root, "content/resources/crowdfunding/vendre-des-gateaux-marche-faut.md"),
      "utf8",
    );
    expect(page).toContain("status: published");
    expect(page).toContain("Camille Roux");
    expect(page).not.toContain("Amina");
    expect(await asks(question)).toContain("autorisation à la mairie");
    // Both rooms at once, and who asked a day after they were asked whether it may be used.
    clock.moveByMs(DAY_MS);
    await bot.tick();
    await bot.idle();
    const about = sent.filter(
      ({ text }) => text.includes("est publiée") || text.includes("nouvelle fiche"),
    );
    expect(new Set(about.map(({ to }) => to.room))).toEqual(
      new Set(["#team", "#curators", "@amina"]),
    );
  });

  it("is refused with the questions that would be understood less well, and nothing of it stays", async () => {
    const backup = [
      "sauvegarder nos dossiers",
      "faire une copie de secours",
      "où mettre nos sauvegardes",
      "perdre nos fichiers en cas de panne",
      "copier les données de l'ordinateur du club",
    ];
    await open(backup.map((text) => `fr\town\tdata.backup\t${text}`));
    await fill();
    await agree();
    await presses("camille", "Autres formulations");
    const stolen = [
      "sauvegarde des dossiers de l'asso",
      "copie de secours à faire",
      "mettre les sauvegardes quelque part",
      "panne : les fichiers perdus",
      "copier l'ordinateur du club, ses données",
      "une sauvegarde",
      "sauvegarder",
      "copies de secours",
    ];
    // It waits to be read: its author changes nothing any more.
    expect(await presses("camille", "Demander une correction")).toContain("Une autre personne");
    await presses("dominique", "Demander une correction");
    await says("dominique", { text: "Ajoutez des formulations." });
    await presses("camille", "Autres formulations");
    await says("camille", { text: stolen.join("\n") });
    await presses("camille", "Donner à relire, sans mon nom");
    const told = await presses("dominique", "Approuver la fiche");
    expect(told).toContain("Ce n'est pas publié");
    expect(told).toContain("moins bien comprises");
    expect(
      existsSync(join(root, "content/resources/crowdfunding/vendre-des-gateaux-marche-faut.md")),
    ).toBe(false);
    expect(await asks(question)).not.toContain("autorisation à la mairie");
  });
});
