import { OutcomeUnknown } from "../../../model/errors.ts";
import { LONGEST_ANNOUNCING_MS } from "../../../ports/chat-platform.ts";

/**
 * Shows an announcement within the time there is for one try of it: the outbox alone decides whether there
 * is another. The signal is aborted once nothing more is to be sent.
 * @throws OutcomeUnknown when that takes too long
 */
export async function inTime<T>(show: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const { signal } = ending;
  const timer = setTimeout(() => {
    ending.abort(new OutcomeUnknown("the announcement was not shown in time, as far as is known"));
  }, LONGEST_ANNOUNCING_MS);
  try {
    return await unlessAborted(show(signal), signal);
  } finally {
    clearTimeout(timer);
  }
}

/** What a task gives. @throws the signal's reason, when that comes first */
export async function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = nothing;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(asError(signal.reason));
    };
  });
  signal.addEventListener("abort", stop);
  try {
    return await Promise.race([task, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

const nothing = (): void => undefined;

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
