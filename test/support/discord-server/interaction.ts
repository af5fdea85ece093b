import type { Changes } from "./changes.ts";
import type { Json } from "./json.ts";
import type { Account, Channel, Message } from "./world/world-data.ts";

/** Source: developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How an interaction was acknowledged. */
export interface Acknowledgement {
  /** The callback's type: 4 message, 5 later, 6 and 7 update, 8 choices, 9 modal. */
  readonly type: number;
  /** In ms of the server's clock. */
  readonly atMs: number;
  /** How long the person waited, in ms of the server's clock. */
  readonly afterMs: number;
  /** How long the person waited, in ms of real time. */
  readonly tookMs: number;
}

/** What an interaction begins with. */
export interface InteractionStart {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly person: Account;
  readonly channel: Channel;
  readonly atMs: number;
  /** The message of the button or select. */
  readonly message?: Message | undefined;
  /** As the assistant was told of it. */
  readonly payload: Json;
}

/** A press, a choice, a command: what a person did, and what became of it. */
export class Interaction {
  readonly start: InteractionStart;
  acknowledgement: Acknowledgement | undefined;
  /** The answer's message; for an update, the message that was updated. */
  original: Message | undefined;
  readonly followUps: Message[] = [];
  /** The modal the person was shown. */
  modal: Json | undefined;
  /** What autocompletion offered. */
  choices: readonly Json[] | undefined;
  readonly #changes: Changes;
  readonly #waitMs: number;
  readonly #startedAt = performance.now();

  constructor(start: InteractionStart, changes: Changes, waitMs: number) {
    this.start = start;
    this.#changes = changes;
    this.#waitMs = waitMs;
  }

  get id(): string {
    return this.start.id;
  }

  acknowledge(type: number, atMs: number): void {
    const tookMs = performance.now() - this.#startedAt;
    this.acknowledgement = { type, atMs, afterMs: atMs - this.start.atMs, tookMs };
  }

  /** Waits until the assistant has said anything at all. */
  async acknowledged(): Promise<Acknowledgement> {
    return this.#until(() => this.acknowledgement, "its acknowledgement");
  }

  /** Waits for the answer: the message, once it no longer says that the assistant is thinking. */
  async response(): Promise<Message> {
    return this.#until(
      () => (this.original && !(this.original.flags & 128) ? this.original : undefined),
      "its answer",
    );
  }

  /** Waits for a further message, the first being 0. */
  async followUp(index = 0): Promise<Message> {
    return this.#until(() => this.followUps[index], `its follow-up ${index}`);
  }

  /** Waits until the person is shown a modal. */
  async shownModal(): Promise<Json> {
    return this.#until(() => this.modal, "a modal");
  }

  /** Waits for what autocompletion offers. */
  async offered(): Promise<readonly Json[]> {
    return this.#until(() => this.choices, "choices");
  }

  async #until<T>(look: () => T | undefined, what: string): Promise<T> {
    const { person, payload } = this.start;
    const name = JSON.stringify(payload["data"]).slice(0, 120);
    return this.#changes.until(
      look,
      `${what}, for ${person.username}: ${name}`,
      this.#waitMs,
      () =>
        this.acknowledgement
          ? `It was acknowledged with type ${this.acknowledgement.type}.`
          : "It was never acknowledged.",
    );
  }
}
