import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { type Human, answerAfter, bodyOf, mention, say, seesMember } from "./human.ts";
import {
  asPlain,
  type BroadcastPlace,
  type NamedRoom,
  type PlaceConfig,
  type SendingKill,
} from "../broadcasts/broadcast-place.ts";
import { startUntilKilled } from "../broadcasts/kill-amid.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import type { RunningBot } from "./running-bot.ts";
import type { Stage } from "./stage.ts";
import { sentBy } from "./sent-by.ts";

/** A real Synapse and the assistant behind a proxy that kills it. */
export class MatrixPlace implements BroadcastPlace {
  readonly platform = "matrix";
  readonly #stage: Stage;
  readonly #proxy: FaultProxy;
  readonly #olga: Human;
  readonly #rooms: NamedRoom[] = [];
  /** People and their direct rooms, by their names. */
  readonly #people = new Map<string, { readonly human: Human; readonly direct: string }>();
  #bot: RunningBot | undefined;
  #aheadMs = 0;

  static async open(stage: Stage): Promise<MatrixPlace> {
    return new MatrixPlace(stage, await stage.proxy(), await stage.plainHuman("olga"));
  }

  private constructor(stage: Stage, proxy: FaultProxy, olga: Human) {
    this.#stage = stage;
    this.#proxy = proxy;
    this.#olga = olga;
  }

  async makeRoom(name: string): Promise<NamedRoom> {
    const id = await this.#olga.client.createRoom({ invite: [] });
    const path = `/rooms/${encodeURIComponent(id)}/state/m.room.name`;
    await this.#olga.client.request("PUT", path, { name });
    this.#rooms.push({ id, name });
    return { id, name };
  }

  async open(config: PlaceConfig): Promise<void> {
    const bot = await this.#stage.bot({
      through: this.#proxy,
      // People live in real time, the assistant days later: none of their messages is too old.
      config: { ...config, oldestMessageHours: 72 },
      matrix: { coordinators: [this.#olga.user] },
      aheadMs: () => this.#aheadMs,
    });
    this.#bot = bot;
    for (const { id } of this.#rooms) await this.#olga.client.invite(id, bot.user);
    for (const { id } of this.#rooms) {
      await seesMember(this.#olga, id, { user: bot.user, membership: "join" });
    }
  }

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  moveByMs(ms: number): void {
    this.#aheadMs += ms;
  }

  async start(): Promise<void> {
    await this.#running().start();
  }

  async kill(): Promise<void> {
    await this.#running().kill();
  }

  async startAndKill({ place, when }: SendingKill): Promise<void> {
    const bot = this.#running();
    let mend = (): void => undefined;
    const killed = new Promise<void>((resolve, reject) => {
      let messages = 0;
      const kill = async (): Promise<"cut"> => {
        await bot.kill().then(resolve, reject);
        return "cut";
      };
      mend = this.#proxy.break({
        times: 1,
        strikes: ({ method, path }) => {
          if (method !== "PUT" || !path.includes("/send/m.room.message/")) return false;
          messages += 1;
          return messages === place;
        },
        fate: async (_, forward) => {
          if (when === "before") return kill();
          const answer = await forward();
          if (when === "after") return kill();
          setTimeout(() => void kill(), when.ms);
          return answer;
        },
      });
    });
    try {
      await startUntilKilled(() => bot.start(), killed);
    } finally {
      mend();
    }
  }

  async says(who: string, text: string, saying: string, room?: NamedRoom): Promise<string> {
    const { human, direct } = await this.#person(who);
    const from = this.#running().user;
    const where = room?.id ?? direct;
    const after = await (room ? mention(human, where, from, text) : say(human, where, text));
    return asPlain(bodyOf(await answerAfter(human, where, { from, after, saying })));
  }

  /** As the server has it, whatever the people's programs have shown yet. */
  async seen(where: NamedRoom | string): Promise<readonly string[]> {
    const { human, direct } =
      typeof where === "string"
        ? await this.#person(where)
        : { human: this.#olga, direct: where.id };
    const sent = await sentBy(human.client, direct, this.#running().user);
    return sent.flatMap(({ type, content }) =>
      type === "m.room.message" ? [asPlain(String(fieldOf(content, "body")))] : [],
    );
  }

  async #person(name: string): Promise<{ readonly human: Human; readonly direct: string }> {
    const known = this.#people.get(name);
    if (known) return known;
    const human = name === "olga" ? this.#olga : await this.#stage.plainHuman(name);
    const direct = await this.#stage.directRoom(human, this.#running(), "plain");
    const person = { human, direct };
    this.#people.set(name, person);
    return person;
  }

  #running(): RunningBot {
    if (!this.#bot) throw new Error("the assistant was never started");
    return this.#bot;
  }
}
