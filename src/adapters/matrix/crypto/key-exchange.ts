import { type OlmMachine, RequestType } from "@matrix-org/matrix-sdk-crypto-wasm";
import type { Log } from "../../../ports/log.ts";
import { allOf } from "./all-of.ts";
import type { KeyServer } from "./key-server.ts";
import { OneAtATime } from "./one-at-a-time.ts";
import { type MachineRequest, sendRequest } from "./outgoing-requests.ts";
import { userHandles } from "./user-handles.ts";

/** Whether what is being done depends on a request of this type. */
export type Need = (type: RequestType) => boolean;

/** Everything we owe the server. */
export const everything: Need = () => true;
/** The devices people have. */
export const devicesOfPeople: Need = (type) => type === RequestType.KeysQuery;
/** Nothing: it is done as far as it goes. */
export const nothing: Need = () => false;

/** An answer may ask for more; a server that never stops asking is left until the next time. */
const maxRounds = 5;

/** What a machine and the server tell each other of keys. */
export class KeyExchange {
  readonly #machine: OlmMachine;
  readonly #server: KeyServer;
  readonly #log: Log;
  /** Key uploads, queries, claims and signatures: the machine wants one such exchange at a time. */
  readonly #exchanges = new OneAtATime();

  constructor(machine: OlmMachine, { server, log }: { server: KeyServer; log: Log }) {
    this.#machine = machine;
    this.#server = server;
    this.#log = log;
  }

  /** Does a task while no other exchange is under way. @throws what it throws */
  async alone<T>(task: () => Promise<T>): Promise<T> {
    return this.#exchanges.run(task);
  }

  /**
   * Sends what the machine owes the server. What is not needed now is tried, and again the next time.
   * @throws what the server throws at what is needed
   */
  async flush(isNeeded: Need): Promise<void> {
    await this.alone(() => this.#sendOutgoing(isNeeded, 1));
  }

  /** Makes ready to tell something to the devices of people. @throws what the server throws */
  async claimSessions(people: readonly string[]): Promise<void> {
    await this.alone(async () => {
      const claim = await this.#machine.getMissingSessions(userHandles(people));
      if (claim) await this.#send(claim);
    });
  }

  /** Sends requests at once. @throws what the server throws at the first that fails, once all are done */
  async send(requests: readonly MachineRequest[]): Promise<void> {
    await allOf(requests.map((request) => this.#send(request)));
  }

  async #sendOutgoing(isNeeded: Need, round: number): Promise<void> {
    const requests = await this.#machine.outgoingRequests();
    const sent = await allOf(
      requests.map((request) =>
        isNeeded(request.type) ? this.#send(request) : this.#trySend(request),
      ),
    );
    if (sent.includes(true) && round < maxRounds) await this.#sendOutgoing(isNeeded, round + 1);
  }

  async #trySend(request: MachineRequest): Promise<boolean> {
    try {
      return await this.#send(request);
    } catch (cause) {
      this.#log.error("crypto-request-kept", cause, { type: request.type });
      return false;
    }
  }

  async #send(request: MachineRequest): Promise<boolean> {
    const sent = await sendRequest(this.#machine, this.#server, request);
    if (sent === "unknown") this.#log.warn("crypto-request-unknown", { type: request.type });
    return sent === "sent";
  }
}
