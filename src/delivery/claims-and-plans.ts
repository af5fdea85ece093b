/**
 * Keeps apart the two who decide about rows of the outbox from what they read there: who claims one to send it,
 * and who plans others in its place. Claims go side by side, for each is about a room of its own; a plan goes
 * alone, in the order asked. The turn of a person is taken before this one, never within it.
 */
export class ClaimsAndPlans {
  #planned: Promise<unknown> = Promise.resolve();
  readonly #claims = new Set<Promise<unknown>>();

  /** Runs a task once the plans asked for so far are over. */
  async claim<T>(task: () => Promise<T>): Promise<T> {
    const claim = this.#planned.then(task);
    const over = claim.catch(() => undefined);
    this.#claims.add(over);
    try {
      return await claim;
    } finally {
      this.#claims.delete(over);
    }
  }

  /** Runs a task once everything asked for so far is over; what is claimed meanwhile waits for its end. */
  async plan<T>(task: () => Promise<T>): Promise<T> {
    const plan = Promise.all([this.#planned, ...this.#claims]).then(task);
    this.#planned = plan.catch(() => undefined);
    return plan;
  }
}
