import { mostQuestions, visibleQuestions } from "../../src/diagnostic/visible-questions.ts";
import { personKey } from "../../src/model/address.ts";
import type { Answers, DiagnosticRun, RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import type { Question } from "../../src/model/questionnaire.ts";
import { put, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "./chat.ts";
import { FixedClock } from "./fixed-clock.ts";
import { library, scriptedKnowledge } from "./small-library.ts";

/** The knowledge of these chats: the project's own content, nothing learnt. */
export const followedKnowledge = scriptedKnowledge({});

/** The key of the person who speaks in a `Chat`. */
const amina = personKey("here", "amina");

const { questionnaire } = library;

/** The lowest answers to the short path. */
export const lowest: Answers = Object.fromEntries(
  visibleQuestions(questionnaire, "short", {}).map((question) => [
    question.id,
    lowestAnswer(question),
  ]),
);

function lowestAnswer({ kind, options }: Question): RecordedAnswer {
  if (kind === "number") return { kind: "number", number: 0 };
  const [lowestOption] = options.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  return { kind: "options", codes: lowestOption ? [lowestOption.code] : [] };
}

/** A run finished on Tuesday 1 September 2026 at noon in Paris, whose person wants to be asked. */
export function finishedRun(changes: Partial<DiagnosticRun> = {}): DiagnosticRun {
  return {
    id: "run1",
    owner: amina,
    version: questionnaire.version,
    path: "short",
    language: "fr",
    state: "completed",
    answers: lowest,
    interruptions: 0,
    startedAt: "2026-09-01T09:50:00.000Z",
    updatedAt: "2026-09-01T10:00:00.000Z",
    completedAt: "2026-09-01T10:00:00.000Z",
    setAside: {},
    followUp: { nextAt: "2026-10-01T10:00:00.000Z", next: "one-month" },
    ...changes,
  };
}

/** A run paused on Saturday 5 September 2026 at noon in Paris, to be reminded of two days later. */
export function pausedRun(changes: Partial<DiagnosticRun> = {}): DiagnosticRun {
  const answered = Object.entries(lowest).slice(0, 7);
  return finishedRun({
    state: "paused",
    answers: Object.fromEntries(answered),
    updatedAt: "2026-09-05T10:00:00.000Z",
    completedAt: undefined,
    followUp: undefined,
    remindAt: "2026-09-07T10:00:00.000Z",
    told: { total: mostQuestions(questionnaire, "short") },
    ...changes,
  });
}

/** A chat whose store holds these runs, from an instant on. */
export async function followedChat(
  runs: readonly DiagnosticRun[],
  from: string,
  store: Store = createMemoryStore(Object.values(followedKnowledge.documents)),
): Promise<Chat> {
  const { diagnosticRuns } = followedKnowledge.documents;
  await store.write(runs.map((run) => put(diagnosticRuns, run.id, run)));
  return Chat.open(followedKnowledge, store, { clock: new FixedClock(from) });
}

/** Time passes tick by tick, and everything due is done. */
export async function passTime(chat: Chat, until: string, stepMinutes = 20): Promise<void> {
  const end = Date.parse(until);
  while (chat.clock.now().getTime() < end) {
    chat.clock.moveByMs(Math.min(stepMinutes * 60_000, end - chat.clock.now().getTime()));
    // Time goes one way.
    // oxlint-disable-next-line no-await-in-loop
    await chat.bot.tick();
    // oxlint-disable-next-line no-await-in-loop
    await chat.bot.idle();
  }
}

/** The run as it is kept. */
export async function keptRun(chat: Chat, id = "run1"): Promise<DiagnosticRun | undefined> {
  return chat.store.get(followedKnowledge.documents.diagnosticRuns, id);
}
