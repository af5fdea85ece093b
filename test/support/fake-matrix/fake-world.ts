import { randomUUID } from "node:crypto";

export type Json = Readonly<Record<string, unknown>>;

/** An event as the server keeps it. */
export interface FakeEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly state_key?: string;
  readonly redacts?: string;
  content: Json;
  /** Its place among all events of the server. */
  readonly place: number;
}

/** What somebody puts in a room. */
export interface NewEvent {
  readonly type: string;
  readonly content: Json;
  readonly stateKey?: string;
  readonly redacts?: string;
  readonly at?: Date;
}

/** How a room begins. */
export interface NewRoom {
  /** A new one unless told. */
  readonly id?: string;
  readonly members?: readonly string[];
  readonly encrypted?: boolean;
  readonly powerLevels?: Json;
  readonly name?: string;
  readonly creationContent?: Json;
}

/** A message for one device. */
interface ToDevice {
  readonly place: number;
  readonly user: string;
  readonly device: string;
  readonly event: Json;
}

/** Rooms, accounts and what happened in them, oldest first; it knows nothing of HTTP. */
export class FakeWorld {
  readonly domain = "fake.test";
  place = 0;
  readonly events: FakeEvent[] = [];
  readonly toDevice: ToDevice[] = [];
  readonly accountData: { place: number; user: string; type: string; content: Json }[] = [];
  readonly deviceListChanges: { place: number; user: string }[] = [];
  /** Called whenever something happened. */
  onChange: () => void = () => undefined;

  createRoom(creator: string, room: NewRoom = {}): string {
    const { id = `!${randomUUID()}:${this.domain}` } = room;
    const state = (type: string, content: Json, stateKey = "") =>
      this.add(id, creator, { type, content, stateKey });
    state("m.room.create", { room_version: "11", creator, ...room.creationContent });
    state("m.room.member", { membership: "join" }, creator);
    state("m.room.power_levels", { users: { [creator]: 100 }, ...room.powerLevels });
    state("m.room.join_rules", { join_rule: "invite" });
    state("m.room.history_visibility", { history_visibility: "shared" });
    if (room.encrypted) state("m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" });
    if (room.name !== undefined) state("m.room.name", { name: room.name });
    for (const member of room.members ?? []) {
      this.add(id, member, {
        type: "m.room.member",
        content: { membership: "join" },
        stateKey: member,
      });
    }
    return id;
  }

  /** Puts an event in a room, whatever the sender's rights. */
  add(room: string, sender: string, { type, content, stateKey, redacts, at }: NewEvent): string {
    this.place += 1;
    const event: FakeEvent = {
      event_id: `$${this.place}-${randomUUID().slice(0, 8)}`,
      room_id: room,
      type,
      sender,
      origin_server_ts: (at ?? new Date()).getTime(),
      content,
      place: this.place,
      ...(stateKey === undefined ? {} : { state_key: stateKey }),
      ...(redacts === undefined ? {} : { redacts }),
    };
    this.events.push(event);
    if (redacts !== undefined) {
      const gone = this.events.find(({ event_id: id }) => id === redacts);
      if (gone) gone.content = {};
    }
    this.onChange();
    return event.event_id;
  }

  /** Puts a text in a room. */
  say(room: string, sender: string, body: string, content: Json = {}): string {
    return this.add(room, sender, {
      type: "m.room.message",
      content: { msgtype: "m.text", body, ...content },
    });
  }

  redact(room: string, sender: string, event: string): string {
    const content = { redacts: event };
    return this.add(room, sender, { type: "m.room.redaction", content, redacts: event });
  }

  setMember(room: string, sender: string, user: string, membership: string, more: Json = {}): void {
    const content = { membership, ...more };
    this.add(room, sender, { type: "m.room.member", content, stateKey: user });
  }

  invite(room: string, inviter: string, user: string, isDirect = false): void {
    this.setMember(room, inviter, user, "invite", isDirect ? { is_direct: true } : {});
  }

  /** Makes a successor of a room, as somebody with the right to; nobody else is in it yet. */
  upgradeRoom(room: string, by: string): string {
    const creationContent = { predecessor: { room_id: room } };
    const next = this.createRoom(by, { creationContent });
    const content = { body: "moved", replacement_room: next };
    this.add(room, by, { type: "m.room.tombstone", content, stateKey: "" });
    return next;
  }

  sendToDevice(user: string, device: string, event: Json): void {
    this.place += 1;
    this.toDevice.push({ place: this.place, user, device, event });
    this.onChange();
  }

  setAccountData(user: string, type: string, content: Json): void {
    this.place += 1;
    this.accountData.push({ place: this.place, user, type, content });
    this.onChange();
  }

  changeDevices(user: string): void {
    this.place += 1;
    this.deviceListChanges.push({ place: this.place, user });
    this.onChange();
  }

  eventsIn(room: string): readonly FakeEvent[] {
    return this.events.filter(({ room_id: id }) => id === room);
  }

  /** The bodies of a room's messages, in order. */
  said(room: string): readonly string[] {
    return this.eventsIn(room)
      .filter(({ type }) => type === "m.room.message")
      .map(({ content }) => String(content["body"]));
  }

  /** A room's state as of a place. */
  stateOf(room: string, upTo = Infinity): readonly FakeEvent[] {
    const state = new Map<string, FakeEvent>();
    for (const event of this.eventsIn(room)) {
      if (event.place > upTo || event.state_key === undefined) continue;
      state.set(JSON.stringify([event.type, event.state_key]), event);
    }
    return [...state.values()];
  }

  stateEvent(room: string, type: string, stateKey: string): FakeEvent | undefined {
    return this.stateOf(room).find((event) => event.type === type && event.state_key === stateKey);
  }

  membership(room: string, user: string): string | undefined {
    const membership = this.stateEvent(room, "m.room.member", user)?.content["membership"];
    return typeof membership === "string" ? membership : undefined;
  }

  /** Who is in a room. */
  members(room: string): readonly string[] {
    return this.stateOf(room)
      .filter(({ type, content }) => type === "m.room.member" && content["membership"] === "join")
      .flatMap(({ state_key: user }) => user ?? []);
  }

  roomsOf(user: string, membership: string): readonly string[] {
    const rooms = new Set(this.events.map(({ room_id: room }) => room));
    return [...rooms].filter((room) => this.membership(room, user) === membership);
  }
}
