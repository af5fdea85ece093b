import { refusal } from "../api-refusal.ts";
import { tellGuild } from "../acts/tell.ts";
import { checkEvent } from "../checks/check-event.ts";
import { FormCheck } from "../checks/form-check.ts";
import { noContent, ok, on, type Call, type Route } from "../http/route.ts";
import { type Json, numberOf } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { eventView } from "../views/guild-view.ts";
import { permissionBits, type PermissionName } from "../world/permission-bits.ts";
import { permissionsOf } from "../world/permissions-in.ts";
import type { Guild, ScheduledEvent } from "../world/world-data.ts";

const path = "/guilds/:guild/scheduled-events";

/** Which status may follow which. Source: developers/resources/guild-scheduled-event */
const mayFollow: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 4],
  2: [2, 3],
  3: [],
  4: [],
};

/** What a guild has in its calendar. */
export const eventRoutes: readonly Route[] = [
  on("GET", path, (core, call) => {
    const guild = guildOf(core, call);
    return ok([...guild.events.values()].map((event) => eventView(core.world, event)));
  }),
  on("POST", path, (core, call) => {
    const guild = guildOf(core, call);
    mustHaveOne(core, guild, "CreateEvents");
    const fields: Json = { ...call.body, status: 1 };
    checkEvent(fields, core.world.nowMs);
    const event = { id: core.world.ids.next(), guildId: guild.id, creatorId: core.bot.id, fields };
    guild.events.set(event.id, event);
    return ok(tell(core, "GUILD_SCHEDULED_EVENT_CREATE", event));
  }),
  on("GET", `${path}/:event`, (core, call) =>
    ok(eventView(core.world, eventOf(guildOf(core, call), call))),
  ),
  on("PATCH", `${path}/:event`, (core, call) => {
    const guild = guildOf(core, call);
    const event = eventOf(guild, call);
    mustChange(core, guild, event);
    const next = changed(event.fields, call.body);
    checkEvent(next, core.world.nowMs);
    event.fields = next;
    return ok(tell(core, "GUILD_SCHEDULED_EVENT_UPDATE", event));
  }),
  on("DELETE", `${path}/:event`, (core, call) => {
    const guild = guildOf(core, call);
    const event = eventOf(guild, call);
    mustChange(core, guild, event);
    guild.events.delete(event.id);
    tell(core, "GUILD_SCHEDULED_EVENT_DELETE", event);
    return noContent;
  }),
];

function changed(before: Json, body: Json): Json {
  const status = numberOf(before["status"]) ?? 1;
  const following = mayFollow[status] ?? [];
  if (following.length === 0) throw refusal("finishedEvent");
  const wanted = numberOf(body["status"]) ?? status;
  if (!following.includes(wanted)) {
    const form = new FormCheck();
    form.wrong(
      ["status"],
      "GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION",
      "Invalid Guild Scheduled Event Status Update",
    );
    form.done();
  }
  return { ...before, ...body, status: wanted };
}

function guildOf(core: ServerCore, { params: [id = ""] }: Call): Guild {
  const guild = core.world.guild(id);
  if (!guild.members.has(core.bot.id)) throw refusal("missingAccess");
  return guild;
}

function eventOf(guild: Guild, { params: [, id = ""] }: Call): ScheduledEvent {
  const event = guild.events.get(id);
  if (!event) throw refusal("unknownEvent");
  return event;
}

/** One's own with Create Events, anybody's with Manage Events. */
function mustChange(core: ServerCore, guild: Guild, { creatorId }: ScheduledEvent): void {
  if (creatorId === core.bot.id) mustHaveOne(core, guild, "CreateEvents", "ManageEvents");
  else mustHaveOne(core, guild, "ManageEvents");
}

function mustHaveOne({ bot }: ServerCore, guild: Guild, ...names: PermissionName[]): void {
  const bits = permissionsOf(guild, bot.id);
  if (!names.some((name) => bits & permissionBits[name])) throw refusal("missingPermissions");
}

function tell(core: ServerCore, type: string, event: ScheduledEvent): Json {
  const view = eventView(core.world, event);
  tellGuild(core, type, event.guildId, view);
  return view;
}
