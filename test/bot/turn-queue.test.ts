import { expect, it } from "vitest";
import { TurnQueue } from "../../src/bot/turn-queue.ts";

/** A task that ends when told. */
function held<T>(value: T) {
  let release: () => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    release = () => resolve(value);
  });
  return { task: () => promise, release };
}

it("runs one person's turns in order, even when the first is slower", async () => {
  const queue = new TurnQueue();
  const order: string[] = [];
  const first = held("first");
  const one = queue.run("amina", first.task).then((name) => order.push(name));
  const two = queue.run("amina", () => Promise.resolve("second")).then((name) => order.push(name));
  await Promise.resolve();
  expect(order).toEqual([]);
  first.release();
  await Promise.all([one, two]);
  expect(order).toEqual(["first", "second"]);
});

it("does not let one person wait for another", async () => {
  const queue = new TurnQueue();
  const first = held("amina");
  const slow = queue.run("amina", first.task);
  await expect(queue.run("bruno", () => Promise.resolve("bruno"))).resolves.toBe("bruno");
  first.release();
  await slow;
});

it("goes on after a turn that failed", async () => {
  const queue = new TurnQueue();
  const failed = queue.run("amina", () => Promise.reject(new Error("broken")));
  const next = queue.run("amina", () => Promise.resolve("next"));
  await expect(failed).rejects.toThrow("broken");
  await expect(next).resolves.toBe("next");
});
