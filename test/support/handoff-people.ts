import type { Address } from "../../src/model/address.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { HandoffTown } from "./handoff-town.ts";

/** Somebody who asks, in private. */
export class TownAsker {
  readonly #town: HandoffTown;
  readonly name: string;
  readonly address: Address;

  constructor(town: HandoffTown, name: string) {
    this.#town = town;
    this.name = name;
    this.address = addressOfPerson(town.askerPlatform, name);
  }

  /** What they read of what they say: their own room's messages alone. */
  async says(text: string, changes: Partial<IncomingMessage> = {}): Promise<string> {
    const sent = await this.#town.hears({
      from: this.name,
      address: this.address,
      text,
      ...changes,
    });
    return sent
      .filter(({ to }) => to.room === this.address.room)
      .map(wordsRead)
      .join("\n---\n");
  }

  async presses(label: string): Promise<string> {
    const on = this.read.findLast(({ choices }) =>
      choices.some((choice) => choice.label === label),
    );
    return this.says("", { pressed: label, pressedKey: on?.key, pressedOn: on?.key });
  }

  async reacts(sign: string, on: string): Promise<readonly Reply[]> {
    const { name: from, address } = this;
    return this.#town.hears({ from, address, reacts: { sign, on }, sign: `${on} ${sign}` });
  }

  async deletes(id: string): Promise<readonly Reply[]> {
    const { name: from, address } = this;
    return this.#town.delivers({ from, address, deletes: id });
  }

  /** All they were ever sent, oldest first. */
  get read(): readonly Reply[] {
    const { platform, room } = this.address;
    return this.#town.sent.filter(({ to }) => to.platform === platform && to.room === room);
  }
}

/** Where somebody who answers writes. */
export interface TeamPlace {
  /** The platform's own id of the thread; that of the latest offer in their room unless given, none for `null`. */
  readonly thread?: string | null;
  /** The id of the message answered: the key of one of ours. */
  readonly repliesTo?: string;
}

/** Somebody in the room of a team. */
export class TownAdviser {
  readonly #town: HandoffTown;
  readonly id: string;
  readonly #team: string;

  constructor(town: HandoffTown, id: string, team: string) {
    this.#town = town;
    this.id = id;
    this.#team = team;
  }

  /** Writes in the thread of the latest offer, or where it is said. @returns what was sent because of it */
  async writes(
    text: string,
    { thread = this.thread, repliesTo }: TeamPlace = {},
    changes: Partial<IncomingMessage> = {},
  ): Promise<readonly Reply[]> {
    return this.#town.hears({
      from: this.id,
      address: this.room,
      text,
      ...(thread === null || thread === undefined ? {} : { thread }),
      ...(repliesTo !== undefined && { repliesTo: { id: repliesTo } }),
      ...changes,
    });
  }

  /** Writes in the room itself. */
  async saysInRoom(text: string): Promise<readonly Reply[]> {
    return this.writes(text, { thread: null });
  }

  /** Writes to the assistant alone. @returns what they read */
  async saysInPrivate(text: string): Promise<string> {
    const address = addressOfPerson(this.room.platform, this.id);
    const sent = await this.#town.hears({ from: this.id, address, text });
    return sent
      .filter(({ to }) => to.room === address.room)
      .map(wordsRead)
      .join("\n---\n");
  }

  /** Presses a choice of the latest message of their room that offers it, or of the message named. */
  async presses(label: string, on?: string): Promise<readonly Reply[]> {
    const message = this.#town
      .team(this.#team)
      .findLast(
        ({ key, choices }) =>
          (on === undefined || key === on) && choices.some((choice) => choice.label === label),
      );
    if (!message) throw new Error(`nobody offers ${label} in ${this.#team}`);
    const { key, opensThread, thread } = message;
    const under = thread ?? (opensThread === true ? key : undefined);
    return this.#town.hears({
      from: this.id,
      address: this.room,
      pressed: label,
      pressedKey: key,
      pressedOn: key,
      ...(under !== undefined && { thread: under }),
    });
  }

  /** Puts a sign on one of our messages, the latest offer unless another is named. */
  async reacts(sign: string, on = this.thread ?? ""): Promise<readonly Reply[]> {
    const message = this.#town.sent.find(({ key }) => key === on);
    return this.#town.hears({
      from: this.id,
      address: this.room,
      reacts: { sign, on },
      sign: `${on} ${sign} ${this.id}`,
      ...(message?.thread !== undefined && { thread: message.thread }),
    });
  }

  async deletes(id: string): Promise<readonly Reply[]> {
    return this.#town.delivers({ from: this.id, address: this.room, deletes: id });
  }

  /** The thread below the latest offer of their room. */
  get thread(): string | undefined {
    return this.#town.team(this.#team).findLast(({ opensThread }) => opensThread === true)?.key;
  }

  get room(): Address {
    const team = this.#town.directory.teams.find(({ id }) => id === this.#team);
    if (!team) throw new Error(`no team ${this.#team}`);
    return { ...team.room, isDirect: false };
  }
}

/** A message as it is read, its choices below. */
export function wordsRead({ text, choices, reaction }: Reply): string {
  const said = reaction ? `(${reaction.sign})` : text;
  return [said, ...choices.map(({ label }) => `[${label}]`)].join("\n");
}

/** Where somebody reads the assistant alone. */
export function addressOfPerson(platform: string, name: string): Address {
  return { platform, room: `@${name}`, isDirect: true };
}
