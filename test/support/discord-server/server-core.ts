import { Changes } from "./changes.ts";
import { Gateway } from "./gateway/gateway.ts";
import { intents } from "./gateway/intents.ts";
import type { Session } from "./gateway/session.ts";
import type { Interaction } from "./interaction.ts";
import { idOf, type Json } from "./json.ts";
import { completeSettings, type ServerSettings } from "./settings.ts";
import { accountView } from "./views/account-view.ts";
import { arrivingGuildView } from "./views/guild-view.ts";
import type { Viewing } from "./views/message-view.ts";
import { shardOf } from "./world/snowflakes.ts";
import { World } from "./world/world.ts";
import type { Account } from "./world/world-data.ts";

/** A command as it was registered, with the id it got. */
export interface RegisteredCommand {
  readonly id: string;
  /** None for one that is everywhere. */
  readonly guildId: string | undefined;
  readonly version: string;
  readonly fields: Json;
}

/** What all parts of the server share. */
export class ServerCore {
  readonly settings: Required<ServerSettings>;
  readonly world: World;
  readonly bot: Account;
  readonly applicationId: string;
  readonly appOwner: Account;
  readonly changes = new Changes();
  readonly gateway: Gateway;
  /** By their tokens. */
  readonly interactions = new Map<string, Interaction>();
  readonly commands = new Map<string, RegisteredCommand>();
  /** Who was told the assistant is typing, oldest first. */
  readonly typings: { readonly channelId: string; readonly atMs: number }[] = [];
  /** Where the server listens, as `http://127.0.0.1:80`. */
  url = "";

  constructor(settings: ServerSettings) {
    this.settings = completeSettings(settings);
    this.world = new World(this.settings.clock);
    this.appOwner = this.world.addAccount("app-owner", false, "fr");
    this.bot = this.world.addAccount(this.settings.botName, true, "en-US");
    // Young applications have the id of their account.
    this.applicationId = this.bot.id;
    const { token, grantedIntents, heartbeatMs } = this.settings;
    const { world } = this;
    this.gateway = new Gateway({
      token,
      grantedIntents,
      heartbeatMs,
      get nowMs() {
        return world.nowMs;
      },
      welcome: (session) => this.#welcome(session),
    });
    this.gateway.onChange = () => {
      this.changes.happened();
    };
  }

  /** How the assistant sees messages: over HTTP by its grants, in a session by its intents. */
  viewing(session?: Session): Viewing {
    const asked = session ? session.identified.intents : this.settings.grantedIntents;
    return {
      viewer: this.bot.id,
      seesContent: (asked & intents.MessageContent) !== 0,
      filesUrl: this.url,
    };
  }

  /** The command by an id, whatever its place. */
  command(id: unknown): RegisteredCommand | undefined {
    return this.commands.get(idOf(id) ?? "");
  }

  #welcome({ identified }: Session): {
    ready: Json;
    arrivals: readonly (readonly [string, Json])[];
  } {
    const { world, bot } = this;
    const mine = [...world.guilds.values()].filter(
      ({ id, members }) =>
        members.has(bot.id) && shardOf(id, identified.shards) === identified.shard,
    );
    const arriving =
      identified.intents & intents.Guilds ? mine.filter(({ isUnavailable }) => !isUnavailable) : [];
    return {
      ready: {
        v: 10,
        user: { ...accountView(bot), verified: true, mfa_enabled: false, email: null },
        guilds: mine.map(({ id }) => ({ id, unavailable: true })),
        private_channels: [],
        relationships: [],
        application: { id: this.applicationId, flags: 0 },
        session_type: "normal",
        user_settings: {},
        _trace: [],
      },
      arrivals: arriving.map((guild) => ["GUILD_CREATE", arrivingGuildView(world, guild, bot.id)]),
    };
  }
}
