import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import type { GuildHouse } from "../../support/discord-server/people/guild-house.ts";
import type { Channel, Message } from "../../support/discord-server/world/world-data.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import {
  asPlain,
  type BroadcastPlace,
  type NamedRoom,
  type PlaceConfig,
  type SendingKill,
} from "../broadcasts/broadcast-place.ts";
import { startUntilKilled } from "../broadcasts/kill-amid.ts";
import { RunningBot } from "./running-bot.ts";

/** A Discord of ours and the assistant, whose clocks go together. */
export class DiscordPlace implements BroadcastPlace {
  readonly platform = "discord";
  readonly #server: DiscordServer;
  readonly #clock: AheadClock;
  readonly #guild: GuildHouse;
  #bot: RunningBot | undefined;

  /** @param clock the server's */
  constructor(server: DiscordServer, clock: AheadClock) {
    this.#server = server;
    this.#clock = clock;
    const [owner, ...members] = ["olga", "amina", "driss"].map((name) => server.person(name));
    if (!owner) throw new Error("nobody owns the guild");
    this.#guild = server.guild("Les Amis", { owner, members });
  }

  async makeRoom(name: string): Promise<NamedRoom> {
    return { id: this.#guild.addChannel(name).id, name };
  }

  async open(config: PlaceConfig): Promise<void> {
    const coordinators = [this.#server.person("olga").id];
    this.#bot = new RunningBot(this.#server, temporaryFolder(), {
      config,
      discord: { roles: { coordinators } },
      aheadMs: () => this.#clock.aheadMs,
    });
    await this.#bot.start();
  }

  now(): Date {
    return this.#clock.now();
  }

  moveByMs(ms: number): void {
    this.#clock.aheadMs += ms;
  }

  async start(): Promise<void> {
    await this.#running().start();
  }

  /** Does nothing before the first start. */
  async kill(): Promise<void> {
    await this.#bot?.kill();
  }

  async startAndKill({ place, when }: SendingKill): Promise<void> {
    const bot = this.#running();
    let kill = (): void => undefined;
    const killed = new Promise<void>((resolve, reject) => {
      kill = () => {
        bot.kill().then(resolve, reject);
      };
    });
    let messages = 0;
    const mend = this.#server.fail({
      times: Infinity,
      where: ({ route }) => {
        if (route !== "POST /channels/:channel/messages") return false;
        messages += 1;
        if (messages !== place) return false;
        if (typeof when === "string") kill();
        else setTimeout(kill, when.ms);
        return typeof when === "string";
      },
      fate: when === "before" ? { kind: "dropped" } : { kind: "slow", until: killed },
    });
    try {
      await startUntilKilled(() => bot.start(), killed);
    } finally {
      mend();
    }
  }

  async says(who: string, text: string, saying: string, room?: NamedRoom): Promise<string> {
    const person = this.#server.person(who);
    const channel = room ? this.#server.world.channel(room.id) : person.direct();
    const said = room
      ? person.send(channel, `${this.#server.botMention} ${text}`)
      : person.tell(text);
    const answer = (): Message | undefined =>
      person
        .seesFromBot(channel)
        .find(
          ({ id, content }) => BigInt(id) > BigInt(said.id) && asPlain(content).includes(saying),
        );
    await person.waitUntil(channel, () => answer() !== undefined, `"${saying}" after "${text}"`);
    return asPlain(answer()?.content ?? "");
  }

  async seen(where: NamedRoom | string): Promise<readonly string[]> {
    const reader = this.#server.person(typeof where === "string" ? where : "olga");
    const channel: Channel =
      typeof where === "string" ? reader.direct() : this.#server.world.channel(where.id);
    return reader.seesFromBot(channel).map(({ content }) => asPlain(content));
  }

  #running(): RunningBot {
    if (!this.#bot) throw new Error("the assistant was never started");
    return this.#bot;
  }
}

/** A clock that is put forward. */
export class AheadClock {
  aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }
}
