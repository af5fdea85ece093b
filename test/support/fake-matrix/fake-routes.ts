import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { objectAt } from "./fake-keys.ts";
import { FakeRefusal } from "./fake-refusal.ts";
import type { FakeCall, FakeState } from "./fake-state.ts";
import { clientEvent } from "./fake-sync.ts";
import type { Json } from "./fake-world.ts";

type Handle = (state: FakeState, parts: readonly string[], call: FakeCall) => unknown;

/** Answers a request that is neither a sync nor about a file. @throws FakeRefusal */
export function answerRoute(
  state: FakeState,
  method: string,
  path: string,
  call: FakeCall,
): unknown {
  for (const [pattern, handle] of routes) {
    const found = pattern.exec(`${method} ${path}`);
    if (found) return handle(state, found.slice(1).map(decodeURIComponent), call);
  }
  throw new FakeRefusal(404, "M_UNRECOGNIZED");
}

/** Logs in by password. @throws FakeRefusal */
export function answerLogin(state: FakeState, json: Json): Json {
  const name = String(fieldOf(json, "identifier", "user"));
  const user = name.startsWith("@") ? name : `@${name}:${state.world.domain}`;
  if (json["type"] !== "m.login.password") throw new FakeRefusal(400, "M_UNKNOWN");
  if (state.passwords.get(user) !== json["password"]) throw new FakeRefusal(403, "M_FORBIDDEN");
  const { device, token } = state.logIn(user);
  return { user_id: user, device_id: device, access_token: token };
}

const client = String.raw`/_matrix/client/v3`;
const part = "([^/]+)";

function on(method: string, path: string, handle: Handle): readonly [RegExp, Handle] {
  return [new RegExp(`^${method} ${client}${path.replaceAll("*", part)}$`), handle];
}

const routes: readonly (readonly [RegExp, Handle])[] = [
  on("GET", "/account/whoami", (_state, _parts, { by }) => ({
    user_id: by.user,
    device_id: by.device,
  })),
  on("GET", "/joined_rooms", ({ world }, _parts, { by }) => ({
    joined_rooms: world.roomsOf(by.user, "join"),
  })),
  on("POST", "/createRoom", createRoom),
  on("PUT", "/rooms/*/send/*/*", send),
  on("PUT", "/rooms/*/redact/*/*", redact),
  on("GET", "/rooms/*/messages", messages),
  on("GET", "/rooms/*/state", (state, [room = ""], { by }) => {
    state.mustBeIn(room, by.user);
    return state.world.stateOf(room).map(clientEvent);
  }),
  on("GET", "/rooms/*/state/*", stateContent),
  on("GET", "/rooms/*/state/*/([^/]*)", stateContent),
  on("PUT", "/rooms/*/state/*", putState),
  on("PUT", "/rooms/*/state/*/([^/]*)", putState),
  on("GET", "/rooms/*/event/*", (state, [room = "", id], { by }) => {
    state.mustBeIn(room, by.user);
    const event = state.world.eventsIn(room).find(({ event_id: known }) => known === id);
    if (!event) throw new FakeRefusal(404, "M_NOT_FOUND");
    return clientEvent(event);
  }),
  on("GET", "/rooms/*/members", (state, [room = ""], { by }) => {
    state.mustBeIn(room, by.user);
    const members = state.world.stateOf(room).filter(({ type }) => type === "m.room.member");
    return { chunk: members.map(clientEvent) };
  }),
  on("GET", "/rooms/*/joined_members", (state, [room = ""], { by }) => {
    state.mustBeIn(room, by.user);
    return { joined: Object.fromEntries(state.world.members(room).map((user) => [user, {}])) };
  }),
  on("POST", "/rooms/*/join", join),
  on("POST", "/join/*", join),
  on("POST", "/rooms/*/leave", ({ world }, [room = ""], { by }) => {
    world.setMember(room, by.user, by.user, "leave");
    return {};
  }),
  on("POST", "/rooms/*/invite", ({ world }, [room = ""], { by, json }) => {
    world.invite(room, by.user, String(json["user_id"]));
    return {};
  }),
  on("PUT", "/rooms/*/typing/*", ({ typing }, [room = "", user = ""], { json }) => {
    typing.push({ room, user, typing: json["typing"] === true });
    return {};
  }),
  on("POST", "/rooms/*/receipt/*/*", ({ receipts }, [room = "", , event = ""], { by }) => {
    receipts.push({ room, user: by.user, event });
    return {};
  }),
  on("POST", "/rooms/*/read_markers", ({ receipts }, [room = ""], { by, json }) => {
    receipts.push({ room, user: by.user, event: String(json["m.read"] ?? json["m.fully_read"]) });
    return {};
  }),
  on("GET", "/user/*/account_data/*", ({ world }, [user, type]) => {
    const data = world.accountData.findLast((known) => known.user === user && known.type === type);
    if (!data) throw new FakeRefusal(404, "M_NOT_FOUND");
    return data.content;
  }),
  on("PUT", "/user/*/account_data/*", ({ world }, [user = "", type = ""], { json }) => {
    world.setAccountData(user, type, json);
    return {};
  }),
  on("POST", "/keys/upload", ({ keys }, _parts, { by, json }) =>
    keys.upload(by.user, by.device, json),
  ),
  on("POST", "/keys/query", ({ keys }, _parts, { json }) => keys.query(json)),
  on("POST", "/keys/claim", ({ keys }, _parts, { json }) => keys.claim(json)),
  on("POST", "/keys/device_signing/upload", ({ keys }, _parts, { by, json }) =>
    keys.setIdentity(by.user, json),
  ),
  on("POST", "/keys/signatures/upload", ({ keys }, _parts, { json }) => keys.addSignatures(json)),
  on("PUT", "/sendToDevice/*/*", sendToDevice),
  on("GET", "/devices/*", ({ devices }, [id], { by }) => {
    const known = [...devices.values()].some(
      ({ user, device }) => user === by.user && device === id,
    );
    if (!known) throw new FakeRefusal(404, "M_NOT_FOUND");
    return { device_id: id, display_name: "device" };
  }),
  on("GET", "/profile/*", (_state, [user]) => ({ displayname: user })),
  on("GET", "/capabilities", () => ({ capabilities: {} })),
];

function createRoom({ world }: FakeState, _parts: readonly string[], { by, json }: FakeCall): Json {
  const initial = Array.isArray(json["initial_state"]) ? json["initial_state"] : [];
  const encrypted = initial.some((event) => fieldOf(event, "type") === "m.room.encryption");
  const room = world.createRoom(by.user, { encrypted });
  const invited: readonly unknown[] = Array.isArray(json["invite"]) ? json["invite"] : [];
  for (const user of invited) world.invite(room, by.user, String(user), json["is_direct"] === true);
  return { room_id: room };
}

function send(state: FakeState, parts: readonly string[], { by, json }: FakeCall): Json {
  const [room = "", type = "", transaction = ""] = parts;
  state.mustBeIn(room, by.user);
  state.mustHavePower(room, by.user, type, false);
  return state.once(by, `send ${room} ${type} ${transaction}`, () => ({
    event_id: state.world.add(room, by.user, { type, content: json }),
  }));
}

function redact(state: FakeState, parts: readonly string[], { by }: FakeCall): Json {
  const [room = "", event = "", transaction = ""] = parts;
  state.mustBeIn(room, by.user);
  return state.once(by, `redact ${room} ${event} ${transaction}`, () => ({
    event_id: state.world.redact(room, by.user, event),
  }));
}

/** Backwards only, from a place down to another. */
function messages(state: FakeState, [room = ""]: readonly string[], { by, query }: FakeCall): Json {
  state.mustBeIn(room, by.user);
  const [from, to] = [placeOf(query.get("from")) ?? Infinity, placeOf(query.get("to")) ?? 0];
  const limit = Number(query.get("limit") ?? 10);
  const found = state.world.eventsIn(room).filter(({ place }) => place <= from && place > to);
  const chunk = found.slice(-limit).toReversed();
  const last = chunk.at(-1);
  const more = found.length > chunk.length && last ? { end: `s${last.place - 1}` } : {};
  return { start: query.get("from"), chunk: chunk.map(clientEvent), ...more };
}

function stateContent(state: FakeState, parts: readonly string[], { by }: FakeCall): Json {
  const [room = "", type = "", stateKey = ""] = parts;
  state.mustBeIn(room, by.user);
  const event = state.world.stateEvent(room, type, stateKey);
  if (!event) throw new FakeRefusal(404, "M_NOT_FOUND");
  return event.content;
}

function putState(state: FakeState, parts: readonly string[], { by, json }: FakeCall): Json {
  const [room = "", type = "", stateKey = ""] = parts;
  state.mustBeIn(room, by.user);
  state.mustHavePower(room, by.user, type, true);
  return { event_id: state.world.add(room, by.user, { type, content: json, stateKey }) };
}

function join({ world }: FakeState, [room = ""]: readonly string[], { by }: FakeCall): Json {
  const rule = world.stateEvent(room, "m.room.join_rules", "")?.content["join_rule"];
  const membership = world.membership(room, by.user);
  if (membership !== "invite" && membership !== "join" && rule !== "public") {
    throw new FakeRefusal(403, "M_FORBIDDEN");
  }
  if (membership !== "join") world.setMember(room, by.user, by.user, "join");
  return { room_id: room };
}

function sendToDevice(state: FakeState, parts: readonly string[], { by, json }: FakeCall): Json {
  const [type = "", transaction = ""] = parts;
  return state.once(by, `to-device ${type} ${transaction}`, () => {
    for (const user of Object.keys(objectAt(json, "messages"))) {
      for (const [device, content] of Object.entries(objectAt(json, "messages", user))) {
        state.world.sendToDevice(user, device, { type, sender: by.user, content });
      }
    }
    return {};
  });
}

/** The place in a token. */
export function placeOf(token: string | null): number | undefined {
  return token === null ? undefined : Number(token.slice(1));
}
