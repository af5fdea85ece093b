import type { Delivery } from "../delivery/deliver.ts";
import { personKey } from "../model/address.ts";
import { StoreError } from "../model/errors.ts";
import type { Deletion } from "../model/incoming-message.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import { forgetMessage } from "./forget-message.ts";
import type { SignUps } from "./sign-ups.ts";
import type { TurnQueue } from "./turn-queue.ts";
import type { Upkeep } from "./upkeep.ts";

/** What forgetting deleted messages needs. */
export interface DeletionParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly queue: TurnQueue;
  readonly delivery: Delivery;
  readonly upkeep: Upkeep;
  readonly signUps: Pick<SignUps, "takeBack">;
  readonly log: Log;
}

/** Forgets the messages people take away, and follows the reactions, each person's between two of their turns. */
export class Deletions {
  readonly #parts: DeletionParts;

  constructor(parts: DeletionParts) {
    this.#parts = parts;
  }

  /**
   * Resolves once what the message asked is forgotten; a message nobody asked anything in is nothing.
   * @throws StoreError when it could not be: it is to be handed in again
   */
  async forget(deletion: Deletion): Promise<void> {
    const { queue, signUps, log } = this.#parts;
    const { platform } = deletion.address;
    try {
      // A moderator takes away what others wrote; one's own message may still have its turn under way.
      const holders = (await forgetMessage(deletion, this.#parts)).map(({ owner }) => owner);
      const owners = new Set([personKey(platform, deletion.from), ...holders]);
      await Promise.all(
        [...owners].map((owner) => queue.run(owner, () => this.#forgetOf(owner, deletion))),
      );
      await queue.run(personKey(platform, deletion.from), () => signUps.takeBack(deletion));
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      log.error("deletion-failed", cause, { platform });
    }
  }

  async #forgetOf(owner: string, deletion: Deletion): Promise<void> {
    const { store, delivery, upkeep, log } = this.#parts;
    const all = await forgetMessage(deletion, this.#parts);
    const theirs = all.find((one) => one.owner === owner);
    if (!theirs) return;
    const { changes, replies } = theirs;
    try {
      await store.write([...changes, upkeep.scrubDue(), ...delivery.rowsFor(owner, replies)]);
      await delivery.sendAfterPending(replies);
    } finally {
      delivery.release(replies);
    }
    log.info("message-forgotten", { platform: deletion.address.platform, items: changes.length });
  }
}
