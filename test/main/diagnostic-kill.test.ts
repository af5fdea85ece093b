import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import type { RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { drawKillPoint, environmentOf, type KillPoint } from "../chaos/kill-point.ts";
import { keptLog } from "../support/kept-log.ts";
import type { SentMessage } from "../support/json-lines.ts";
import { KilledBot } from "../support/killed-bot.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** PASSERELLE_FULL_PROOFS=1 answers every question of the full path; else those of the short one. */
const isFull = process.env["PASSERELLE_FULL_PROOFS"] === "1";

/** Another one tries other points. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_261_122);

/** Milliseconds a start and a turn may take together, on a busy machine. */
const PATIENCE_MS = 60_000;

/** What is said to a question, and what must be kept of it. */
interface Given {
  readonly question: string;
  readonly said: string;
  readonly kept: RecordedAnswer;
  readonly isShort?: true;
}

const codes = (...all: readonly string[]) => ({ kind: "options", codes: all }) as const;

/** No two questions in a row have the same answer: one that is counted for another shows. */
const all: readonly Given[] = [
  { question: "P1", said: "que des bénévoles", kept: codes("a"), isShort: true },
  { question: "S1", said: "un vieux site", kept: codes("c"), isShort: true },
  { question: "S2", said: "2", kept: codes("b") },
  { question: "S4", said: "1 et 3", kept: codes("a", "c") },
  { question: "S3", said: "2", kept: codes("a") },
  { question: "I1", said: "3", kept: codes("c"), isShort: true },
  { question: "I2", said: "passer", kept: { kind: "skipped" } },
  { question: "C1", said: "2", kept: codes("b"), isShort: true },
  { question: "C2", said: "4", kept: codes("d") },
  { question: "M1", said: "3", kept: codes("c") },
  { question: "M2", said: "1", kept: codes("a"), isShort: true },
  { question: "A1", said: "4", kept: codes("d"), isShort: true },
  { question: "A2", said: "2 et 5", kept: codes("b", "e") },
  { question: "T1", said: "je ne sais pas", kept: { kind: "unknown" }, isShort: true },
  { question: "T2", said: "1", kept: codes("a") },
  { question: "K1", said: "2", kept: codes("b"), isShort: true },
  { question: "K2", said: "3", kept: codes("c") },
  { question: "H1", said: "passer", kept: { kind: "skipped" }, isShort: true },
  { question: "H2", said: "4", kept: codes("d") },
  { question: "H3", said: "7", kept: { kind: "number", number: 7 } },
  { question: "G1", said: "juste moi", kept: codes("b"), isShort: true },
  { question: "G2", said: "4", kept: codes("d") },
  { question: "G3", said: "1", kept: codes("a") },
  { question: "X1", said: "1 et 4", kept: codes("a", "d"), isShort: true },
  { question: "X2", said: "3", kept: codes("c") },
  { question: "X3", said: "2", kept: codes("b") },
  { question: "X4", said: "4", kept: codes("b") },
  { question: "W1", said: "la sécurité", kept: codes("protection"), isShort: true },
  { question: "W2", said: "passer", kept: { kind: "skipped" } },
];

const given = all.filter(({ isShort }) => isFull || isShort === true);

/** All that is said, in order. */
const said = [
  "commencer le diagnostic",
  isFull ? "2" : "1",
  ...given.map((one) => one.said),
  "voir mon résultat",
];

/** When the assistant is killed: once its answer was read, or somewhere between the message and that. */
type Kills = "never" | "once read" | "amid";

/** What somebody read, and what is kept of what they said. */
interface Played {
  readonly read: readonly object[];
  readonly runs: readonly object[];
  readonly messages: number;
  readonly kills: number;
}

/** Each process begins at the same minute: only the kills differ. */
const at = { at: "2027-01-20T10:00:00+01:00" };

/** Longer than a turn; the result takes its time, to draw and to print. */
const longestMs = (index: number): number => (index === said.length - 1 ? 400 : 12);

/**
 * Plays the whole talk. After each kill the last message comes again, as platforms give it that do not know
 * that it was read; and after each question the person asks where they are.
 * @param usual what is read without a kill, to know what to be killed at
 */
async function play(
  kills: Kills,
  random: () => number = () => 0,
  usual: readonly SentMessage[] = [],
): Promise<Played & { readonly answers: readonly SentMessage[] }> {
  const folder = temporaryFolder();
  const config = join(temporaryFolder(), "bot.config.json");
  // All is said in one minute.
  writeFileSync(config, JSON.stringify({ messagesPerMinute: 600 }));
  const points = usual.map((answer) => (kills === "amid" ? drawPoint(answer, random) : undefined));
  let next = 0;
  const bot = new KilledBot(folder, ["--config", config], () => {
    const point = points[next];
    return point ? environmentOf(point) : {};
  });
  const [answers, places]: [SentMessage[], SentMessage[]] = [[], []];
  bot.say(at);
  for (const [index, text] of said.entries()) {
    const event = { from: "amina", room: "dm", direct: true, text, id: `said-${index}` };
    bot.say(event);
    const point = points[index];
    next = index + 1;
    if (kills === "amid") {
      if (point) await inTime(bot.dies(), `no message says "${point.saying}"`);
      else {
        await pause(Math.floor(random() * longestMs(index)));
        await bot.kill();
      }
      bot.say(at);
      bot.say(event);
    }
    answers.push(await heard(bot));
    if (kills === "once read") {
      await bot.kill();
      bot.say(at);
      bot.say(event);
    }
    // A question waits from the choice of the path on, until all are answered.
    if (index === 0 || index > given.length) continue;
    bot.say({ ...event, text: "où j'en suis ?", id: `where-${index}` });
    places.push(await heard(bot));
  }
  await bot.leave();
  const read = [...answers, ...places].map(({ key: _key, ...shown }) => shown);
  return {
    read,
    answers,
    runs: await runsIn(folder),
    messages: bot.distinctMessages,
    kills: bot.kills,
  };
}

/** One in three ends some ms after the message came, wherever it is by then: undefined. */
function drawPoint({ text }: SentMessage, random: () => number): KillPoint | undefined {
  if (random() < 1 / 3) return undefined;
  const { when } = drawKillPoint(2, random);
  // Its number makes a question out; anything else, its first line.
  const saying = /\*\*\d+\/\d+\*\*/.exec(text)?.[0] ?? text.split("\n")[0] ?? "";
  return { room: "dm", saying, place: 1, when };
}

async function heard(bot: KilledBot): Promise<SentMessage> {
  const message = await inTime(bot.hears(), "nothing is answered");
  if (!message) throw new Error(`the process ended by itself; seed ${SEED}`);
  return message;
}

/** What is lost is never said: it is not waited for until the test ends. */
async function inTime<T>(what: Promise<T>, fault: string): Promise<T> {
  const patience = pause(PATIENCE_MS, undefined, { ref: false });
  const tooLate = patience.then((): never => {
    throw new Error(`${fault}; seed ${SEED}`);
  });
  return Promise.race([what, tooLate]);
}

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 7 });

async function runsIn(folder: string): Promise<readonly object[]> {
  const store = await openLowdbStore({ folder, types: kindsOf(documents), log: keptLog() });
  const stored = await store.list(documents.diagnosticRuns);
  await store.close();
  return stored.map(({ document: { path, state, answers } }) => ({ path, state, answers }));
}

it(
  `a diagnostic killed with -9 at each of its ${given.length} questions, once answered and again amid the answer, loses none and counts none twice`,
  { timeout: 120_000 + said.length * 20_000 },
  async () => {
    const usual = await play("never");
    const answers = Object.fromEntries(given.map(({ question, kept }) => [question, kept]));
    const path = isFull ? "full" : "short";
    expect(usual.runs).toEqual([{ path, state: "completed", answers }]);
    expect(usual.messages).toBe(said.length + given.length);
    const result = usual.answers.at(-1);
    expect(result?.text).toContain("Votre point numérique");
    expect(result?.attachments.map(({ type }) => type)).toEqual(["image/png", "application/pdf"]);

    const ways = ["once read", "amid"] as const;
    // Side by side: they wait for the disk, and for processes that start.
    const both = await Promise.all(
      ways.map((kills) => play(kills, seededRandom(SEED), usual.answers)),
    );
    for (const [index, killed] of both.entries()) {
      const kills = ways[index];
      expect(killed.kills, kills).toBe(said.length);
      // Word for word, choice for choice, the files of the same size; and no message more.
      expect(killed.read, `${kills}, seed ${SEED}`).toEqual(usual.read);
      expect(killed.messages, kills).toBe(usual.messages);
      expect(killed.runs, kills).toEqual(usual.runs);
    }
  },
);
