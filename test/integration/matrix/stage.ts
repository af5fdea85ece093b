import { afterAll, afterEach, beforeAll, describe, onTestFailed } from "vitest";
import { isInstalled } from "../../support/python-environment.ts";
import { startSynapse, type Synapse, type TestAccount } from "../../support/synapse.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { FaultProxy } from "./fault-proxy.ts";
import { type Human, seesMember } from "./human.ts";
import { EncryptingHuman, type HumanProgram } from "./encrypting-human.ts";
import { PlainClient } from "./plain-client.ts";
import { PlainHuman } from "./plain-human.ts";
import { type BotOptions, RunningBot } from "./running-bot.ts";

/** Whether people's programs encrypt. */
export type Way = "plain" | "encrypted";

/** Both, for `describe.each`. */
export const ways: readonly Way[] = ["plain", "encrypted"];

const isReady = isInstalled("matrix-synapse") && isInstalled("matrix-nio");

/** Tests with a homeserver of their own; skipped where it is not installed. */
export function describeOnMatrix(name: string, tests: (stage: Stage) => void): void {
  describe.skipIf(!isReady)(`${name}, with a real Synapse`, { timeout: 120_000 }, () => {
    const stage = new Stage();
    beforeAll(() => stage.open(), 120_000);
    afterEach(() => stage.clear());
    afterAll(() => stage.close());
    tests(stage);
  });
}

/** What is particular about an assistant. */
export interface BotNeeds extends Pick<
  BotOptions,
  "matrix" | "config" | "hasLoggedIn" | "aheadMs"
> {
  /** A proxy, when something is to go wrong. */
  readonly through?: FaultProxy;
}

/** A homeserver and who is on it. Whoever came for a test leaves with it. */
export class Stage {
  #synapse: Synapse | undefined;
  readonly #leaving: (() => Promise<unknown>)[] = [];
  #accounts = 0;

  async open(): Promise<void> {
    this.#synapse = await startSynapse();
  }

  async clear(): Promise<void> {
    const leaving = this.#leaving.splice(0).toReversed();
    for (const leave of leaving) await leave();
  }

  async close(): Promise<void> {
    await this.#synapse?.stop();
  }

  get synapse(): Synapse {
    if (!this.#synapse) throw new Error("the stage is not open");
    return this.#synapse;
  }

  /** A new account; names get a number, so that each test has its own. */
  async account(name: string): Promise<TestAccount> {
    this.#accounts += 1;
    return this.synapse.register(`${name}${this.#accounts}`);
  }

  async human(name: string, way: Way): Promise<Human> {
    return way === "plain" ? this.plainHuman(name) : this.nioHuman(name);
  }

  async plainHuman(name: string): Promise<PlainHuman> {
    const client = new PlainClient(this.synapse.url, await this.account(name));
    const human = new PlainHuman(client).start();
    this.#leaving.push(() => human.stop());
    return human;
  }

  async nioHuman(name: string): Promise<EncryptingHuman> {
    return this.device(await this.account(name), "nio");
  }

  /** A program on a device of an account there is already. */
  async device(account: TestAccount, program: HumanProgram): Promise<EncryptingHuman> {
    const { url } = this.synapse;
    const store = temporaryFolder();
    const client = new PlainClient(url, account);
    const human = await EncryptingHuman.start(client, { program, url, store });
    this.#leaving.push(() => human.stop());
    return human;
  }

  /** An assistant with a data folder of its own. */
  async bot(more: BotNeeds = {}): Promise<RunningBot> {
    const bot = await this.botToStart(more);
    await bot.start();
    return bot;
  }

  /** The same, configured and not started. */
  async botToStart({ through, ...more }: BotNeeds): Promise<RunningBot> {
    const homeserver = through?.url ?? this.synapse.url;
    const [account, folder] = [await this.account("bot"), temporaryFolder()];
    const bot = new RunningBot({ homeserver, account, folder, ...more });
    this.#leaving.push(() => bot.kill());
    onTestFailed(() => {
      process.stderr.write(`What the assistant logged:\n${bot.log.join("\n")}\n`);
    });
    return bot;
  }

  async proxy(): Promise<FaultProxy> {
    const proxy = await FaultProxy.start(this.synapse.url);
    this.#leaving.push(() => proxy.stop());
    return proxy;
  }

  /** A direct room of somebody with the assistant, who has come in. */
  async directRoom(human: Human, bot: RunningBot, way: Way): Promise<string> {
    return this.#meet(human, bot, { isDirect: true, isEncrypted: way === "encrypted" });
  }

  /** A room of several, with the assistant in it. */
  async sharedRoom(
    human: Human,
    bot: RunningBot,
    more: { way: Way; others?: readonly Human[]; powerLevels?: Readonly<Record<string, number>> },
  ): Promise<string> {
    const { way, others = [], powerLevels } = more;
    const made = { isEncrypted: way === "encrypted", ...(powerLevels && { powerLevels }) };
    return this.#meet(human, bot, made, others);
  }

  async #meet(
    human: Human,
    bot: RunningBot,
    made: Omit<Parameters<PlainClient["createRoom"]>[0], "invite">,
    others: readonly Human[] = [],
  ): Promise<string> {
    const invite = [bot.user, ...others.map(({ user }) => user)];
    // Keys change every third message: the more keys, the more there is to lose.
    const room = await human.client.createRoom({ ...made, invite, rotationMessages: 3 });
    for (const other of others) await other.client.join(room);
    for (const { user } of [bot, ...others]) {
      for (const onlooker of [human, ...others]) {
        await seesMember(onlooker, room, { user, membership: "join" });
      }
    }
    return room;
  }
}
