import type { IDBRequest, IDBTransaction } from "fake-indexeddb";

/** What a request of IndexedDB answers. */
export async function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    request.addEventListener("success", () => {
      resolve(request.result);
    });
    request.addEventListener("error", () => {
      reject(request.error ?? new Error("the request failed"));
    });
  });
}

/** The end of a transaction of IndexedDB. @throws what aborted it */
export async function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => {
      resolve();
    });
    transaction.addEventListener("abort", () => {
      reject(transaction.error ?? new Error("the transaction was aborted"));
    });
  });
}
