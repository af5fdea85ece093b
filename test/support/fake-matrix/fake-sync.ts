import type { FakeEvent, FakeWorld, Json } from "./fake-world.ts";

/** What a sync is asked with. */
export interface SyncQuestion {
  readonly user: string;
  readonly device: string;
  /** Undefined at the first sync. */
  readonly since: number | undefined;
  readonly timelineLimit: number;
  /** Events at or before `since` that are told again: a fault of the server. */
  readonly replayed: number;
  readonly oneTimeKeys: number;
}

/** What a sync answers, as the specification's `GET /sync`. */
export function syncAnswer(world: FakeWorld, question: SyncQuestion): Json {
  const { user, device, since = 0, oneTimeKeys } = question;
  const joined = world.roomsOf(user, "join").map((room) => joinedRoom(world, question, room));
  const left = world.roomsOf(user, "leave").filter((room) => changed(world, since, user, room));
  const invited = world.roomsOf(user, "invite").filter((room) => changed(world, since, user, room));
  return {
    next_batch: `s${world.place}`,
    account_data: { events: accountData(world, user, since) },
    to_device: {
      events: world.toDevice
        .filter((message) => message.user === user && message.device === device)
        .filter(({ place }) => place > since)
        .map(({ event }) => event),
    },
    device_lists: {
      changed: world.deviceListChanges
        .filter(({ place }) => place > since)
        .map((change) => change.user),
      left: [],
    },
    device_one_time_keys_count: { signed_curve25519: oneTimeKeys },
    device_unused_fallback_key_types: ["signed_curve25519"],
    rooms: {
      join: Object.fromEntries(joined.flatMap((room) => room ?? [])),
      invite: Object.fromEntries(invited.map((room) => [room, strippedState(world, room)])),
      leave: Object.fromEntries(left.map((room) => [room, {}])),
    },
  };
}

/** Whether anything is to be told to somebody. */
export function isNews(world: FakeWorld, { user, device, since }: SyncQuestion): boolean {
  if (since === undefined) return true;
  const rooms = new Set(["join", "invite", "leave"].flatMap((kind) => world.roomsOf(user, kind)));
  return (
    world.events.some((event) => event.place > since && rooms.has(event.room_id)) ||
    world.toDevice.some((to) => to.place > since && to.user === user && to.device === device) ||
    world.deviceListChanges.some(({ place }) => place > since) ||
    world.accountData.some((data) => data.place > since && data.user === user)
  );
}

/** The client's view of an event. */
export function clientEvent({ place: _place, ...event }: FakeEvent): Json {
  return event;
}

function joinedRoom(
  world: FakeWorld,
  { user, since = 0, timelineLimit, replayed }: SyncQuestion,
  room: string,
): [string, Json][] | undefined {
  // Somebody who just came in sees what was there before.
  const entered = world.stateEvent(room, "m.room.member", user)?.place ?? 0;
  const from = entered > since ? 0 : since;
  const old = replayed === 0 ? [] : world.eventsIn(room).filter(({ place }) => place <= from);
  const fresh = world.eventsIn(room).filter(({ place }) => place > from);
  if (fresh.length === 0 && replayed === 0) return undefined;
  const limited = fresh.length > timelineLimit;
  const shown = [...old.slice(-replayed), ...fresh.slice(-timelineLimit)];
  const first = shown[0]?.place ?? world.place + 1;
  const state = world.stateOf(room, first - 1).filter(({ place }) => place > from);
  const timeline = { events: shown.map(clientEvent), limited, prev_batch: `s${first - 1}` };
  return [[room, { state: { events: state.map(clientEvent) }, timeline }]];
}

function changed(world: FakeWorld, since: number, user: string, room: string): boolean {
  return (world.stateEvent(room, "m.room.member", user)?.place ?? 0) > since;
}

function strippedState(world: FakeWorld, room: string): Json {
  const events = world.stateOf(room).map(({ type, sender, content, state_key }) => {
    return { type, sender, content, state_key };
  });
  return { invite_state: { events } };
}

function accountData(world: FakeWorld, user: string, since: number): readonly Json[] {
  const latest = new Map<string, Json>();
  for (const data of world.accountData) {
    if (data.user !== user || data.place <= since) continue;
    latest.set(data.type, { type: data.type, content: data.content });
  }
  return [...latest.values()];
}
