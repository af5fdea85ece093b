import type { IDBDatabase, IDBFactory, IDBTransaction } from "fake-indexeddb";
import { settled } from "../../../../src/adapters/matrix/crypto/settled.ts";

/** Numbers kept, by their ten last: a number's transaction adds it and removes the one ten before. */
const kept = 10;

export async function openCounting(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open("counting", 1);
  opening.addEventListener("upgradeneeded", () => {
    opening.result.createObjectStore("numbers");
  });
  return settled(opening);
}

export function writeNumber(transaction: IDBTransaction, number: number): void {
  const numbers = transaction.objectStore("numbers");
  numbers.put({ number, filling: "x".repeat(number % 300) }, number);
  numbers.delete(number - kept);
}

/** The last number of a database, and what is wrong with it, if anything: a hole, or one too many. */
export async function readCount(
  database: IDBDatabase,
): Promise<{ readonly last: number; readonly numbers: readonly unknown[] }> {
  const transaction = database.transaction(["numbers"], "readonly");
  const numbers = await settled(transaction.objectStore("numbers").getAllKeys());
  return { last: Number(numbers.at(-1) ?? 0), numbers };
}

/** What a database whose last number is this holds. */
export function numbersUpTo(last: number): readonly number[] {
  const first = Math.max(1, last - kept + 1);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
