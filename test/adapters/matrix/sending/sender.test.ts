import { describe, expect, it, onTestFinished, vi } from "vitest";
import { matrixDocuments, matrixKinds } from "../../../../src/adapters/matrix/matrix-documents.ts";
import { CannotBeShown } from "../../../../src/adapters/matrix/sending/cannot-be-shown.ts";
import { isFinal } from "../../../../src/adapters/matrix/sending/is-final.ts";
import { Sender, type ShowReply } from "../../../../src/adapters/matrix/sending/sender.ts";
import { SentReplies } from "../../../../src/adapters/matrix/sending/sent-replies.ts";
import { ServerUnreachable } from "../../../../src/adapters/matrix/transport/server-faults.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { FixedClock } from "../../../support/fixed-clock.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { message } from "../../../support/matrix-sending.ts";

/** A sender whose messages fail as told until they are shown, and how often each was tried. */
function sender(
  causes: Readonly<Record<string, Error>>,
  store = createMemoryStore(matrixKinds),
  step?: ShowReply["next"],
) {
  const tries: string[] = [];
  const next: ShowReply["next"] = async ({ reply }) => {
    tries.push(reply.text);
    const cause = causes[reply.text];
    if (cause) throw cause;
    await Promise.resolve();
    return undefined;
  };
  const show: ShowReply = {
    next: step ?? next,
    end: () => Promise.resolve(),
  };
  const made = new Sender({
    store,
    sent: new SentReplies(store),
    clock: new FixedClock("2026-11-23T09:00:00.000Z"),
    log: keptLog(),
    show,
    isFinal,
    onQuiet: () => undefined,
  });
  onTestFinished(() => made.stop(0, () => undefined));
  return { sender: made, tries };
}

function announcement(room: string, text: string) {
  return message(room, text, { kind: "announcement" });
}

describe("the sender", () => {
  it("is woken where the server was away, not where it has no time for a message", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const causes = { away: new ServerUnreachable("ECONNREFUSED"), busy: new Error("HTTP 500") };
    const { sender: woken, tries } = sender(causes);
    await woken.take(message("!a:x", "away"));
    await woken.take(message("!b:x", "busy"));
    await vi.advanceTimersByTimeAsync(0);
    expect(tries).toEqual(["away", "busy"]);
    woken.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(tries).toEqual(["away", "busy", "away"]);
  });

  it("goes on with the next message when one is given up", async () => {
    const { sender: sending, tries } = sender({ un: new CannotBeShown("no") });
    await sending.take(message("!a:x", "un"));
    await sending.take(message("!a:x", "deux"));
    await sending.idle();
    expect(tries).toEqual(["un", "deux"]);
  });

  it("has taken a message for whoever asks, once it is on disk", async () => {
    const store = createMemoryStore(matrixKinds);
    let refuse: (cause: Error) => void = () => undefined;
    const full: Store = {
      ...bound(store),
      write: () => new Promise((_, reject) => (refuse = reject)),
    };
    const { sender: sending } = sender({}, full);
    const taken = Promise.allSettled([1, 2].map(() => sending.take(message("!a:x", "un"))));
    await Promise.resolve();
    refuse(new Error("the disk is full"));
    expect((await taken).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await store.list(matrixDocuments.sendings)).toEqual([]);
  });

  it("tells whoever asks for an announcement that it is shown, or refused for good", async () => {
    const { sender: sending, tries } = sender({ no: new CannotBeShown("no") });
    await sending.announce(announcement("!a:x", "un"));
    await sending.announce(announcement("!a:x", "no"));
    expect(tries).toEqual(["un", "no"]);
  });

  it("tries an announcement that failed when it is asked for again, and never by itself", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const causes: Record<string, Error> = { un: new ServerUnreachable("ECONNREFUSED") };
    const { sender: sending, tries } = sender(causes);
    const one = announcement("!a:x", "un");
    await expect(sending.announce(one)).rejects.toThrow("ECONNREFUSED");
    delete causes["un"];
    sending.wake();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tries).toEqual(["un"]);
    await Promise.all([sending.announce(one), sending.announce(one)]);
    expect(tries).toEqual(["un", "un"]);
  });

  it("lets an announcement leave a room that an answer waits for", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const causes: Record<string, Error> = { answer: new ServerUnreachable("ECONNREFUSED") };
    const { sender: sending, tries } = sender(causes);
    await sending.take(message("!a:x", "answer"));
    const behind = ["un", "deux"].map((text) => sending.announce(announcement("!a:x", text)));
    await sending.take(message("!a:x", "next"));
    for (const { status } of await Promise.allSettled(behind)) expect(status).toBe("rejected");
    await expect(sending.announce(announcement("!a:x", "trois"))).rejects.toThrow("ECONNREFUSED");
    delete causes["answer"];
    sending.wake();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tries).toEqual(["answer", "answer", "next"]);
    await sending.announce(announcement("!a:x", "un"));
    expect(tries.at(-1)).toBe("un");
  });

  it("waits two minutes for an announcement, then sends nothing more of it", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let goOn: () => void = () => undefined;
    const steps: string[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const { sender: sending } = sender({}, createMemoryStore(matrixKinds), async (one, signal) => {
      steps.push(one.reply.text);
      if (one.done.length > 0) return undefined;
      signals.push(signal);
      await new Promise<void>((resolve) => (goOn = resolve));
      return { ...one, done: ["$1"] };
    });
    const one = sending.announce(announcement("!a:x", "un"));
    const behind = sending.announce(announcement("!a:x", "deux"));
    const over = Promise.allSettled([one, behind]);
    await vi.advanceTimersByTimeAsync(119_000);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1000);
    const ends = [
      { status: "rejected", reason: { name: "OutcomeUnknown" } },
      { status: "rejected", reason: { name: "OutcomeUnknown" } },
    ];
    expect(await over).toMatchObject(ends);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    await sending.take(message("!a:x", "next"));
    goOn();
    await vi.advanceTimersByTimeAsync(0);
    goOn();
    await sending.idle();
    expect(steps).toEqual(["un", "next", "next"]);
  });

  it("keeps nobody waiting for an announcement when it stops", async () => {
    const { sender: sending } = sender(
      {},
      createMemoryStore(matrixKinds),
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            reject(new Error("cut off"));
          });
        }),
    );
    const one = announcement("!a:x", "un");
    const asked = sending.announce(one).catch(String);
    await sending.stop(0, () => undefined);
    expect(await asked).toContain("the run ends");
    await expect(sending.announce(one)).rejects.toThrow("the run ends");
  });

  it("shows thousands of messages of one room", async () => {
    const { sender: sending, tries } = sender({});
    const texts = Array.from({ length: 5000 }, (_, index) => `${index}`);
    await Promise.all(texts.map((text) => sending.take(message("!a:x", text))));
    await sending.idle();
    expect(tries).toEqual(texts);
  });
});

function bound(store: Store): Store {
  return {
    get: (type, id) => store.get(type, id),
    list: (type) => store.list(type),
    write: (changes) => store.write(changes),
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
