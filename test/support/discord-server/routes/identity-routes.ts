import { refusal } from "../api-refusal.ts";
import { FormCheck } from "../checks/form-check.ts";
import { on, ok, noContent, type Handle, type Route } from "../http/route.ts";
import { idOf, type Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { accountView } from "../views/account-view.ts";
import { channelView } from "../views/channel-view.ts";
import { permissionsOf } from "../world/permissions-in.ts";
import { dismissBot } from "../acts/dismiss-bot.ts";

/** Who the assistant is, its gateway, its direct messages, its guilds. */
export const identityRoutes: readonly Route[] = [
  on("GET", "/gateway", (core) => ok({ url: gatewayUrl(core) })),
  on("GET", "/gateway/bot", (core) => ok(gatewayForBots(core))),
  on("GET", "/users/@me", (core) =>
    ok({ ...accountView(core.bot), verified: true, mfa_enabled: false, email: null }),
  ),
  on("GET", "/users/:user", (core, { params: [id = ""] }) =>
    ok(accountView(core.world.account(id))),
  ),
  on("GET", "/applications/@me", (core) => ok(application(core))),
  on("GET", "/oauth2/applications/@me", (core) => ok(application(core))),
  on("POST", "/users/@me/channels", openDirectChannel()),
  on("GET", "/users/@me/guilds", (core) => ok(myGuilds(core))),
  on("DELETE", "/users/@me/guilds/:guild", (core, { params: [id = ""] }) => {
    const guild = core.world.guild(id);
    core.world.member(guild, core.bot.id);
    dismissBot(core, guild);
    return noContent;
  }),
];

function gatewayUrl({ url }: ServerCore): string {
  return url.replace(/^http/, "ws");
}

function gatewayForBots(core: ServerCore): Json {
  const { shards, identifiesTotal, identifiesLeft, maxConcurrency } = core.settings;
  const used = core.gateway.identifies.length;
  return {
    url: gatewayUrl(core),
    shards,
    session_start_limit: {
      total: identifiesTotal,
      remaining: Math.max(identifiesLeft - used, 0),
      reset_after: 86_400_000,
      max_concurrency: maxConcurrency,
    },
  };
}

function application(core: ServerCore): Json {
  const { guilds } = core.world;
  return {
    id: core.applicationId,
    name: core.bot.username,
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    bot: accountView(core.bot),
    owner: accountView(core.appOwner),
    team: null,
    summary: "",
    verify_key: "0".repeat(64),
    flags: 0,
    tags: [],
    approximate_guild_count: [...guilds.values()].filter(({ members }) => members.has(core.bot.id))
      .length,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
  };
}

function openDirectChannel(): Handle {
  return (core, { body }) => {
    const form = new FormCheck();
    const recipient = idOf(body["recipient_id"]);
    if (recipient === undefined) form.required(["recipient_id"]);
    form.done();
    const { world, bot } = core;
    const person = world.account(recipient ?? "");
    if (person.isBot) throw refusal("cannotSendToUser");
    return ok(channelView(world, world.directChannel(bot.id, person.id), bot.id));
  };
}

function myGuilds({ world, bot }: ServerCore): readonly Json[] {
  return [...world.guilds.values()]
    .filter(({ members }) => members.has(bot.id))
    .map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      owner: guild.ownerId === bot.id,
      permissions: String(permissionsOf(guild, bot.id)),
      features: [],
    }));
}
