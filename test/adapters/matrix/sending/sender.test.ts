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
function sender(causes: Readonly<Record<string, Error>>, store = createMemoryStore(matrixKinds)) {
  const tries: string[] = [];
  const show: ShowReply = {
    next: async ({ reply }) => {
      tries.push(reply.text);
      const cause = causes[reply.text];
      if (cause) throw cause;
      await Promise.resolve();
      return undefined;
    },
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
