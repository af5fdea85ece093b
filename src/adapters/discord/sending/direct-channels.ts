import { idOf } from "../field-of.ts";
import type { DiscordRest } from "../rest.ts";

/** The channels of direct messages, opened when they are needed. */
export class DirectChannels {
  readonly #rest: DiscordRest;
  readonly #known = new Map<string, string>();

  constructor(rest: DiscordRest) {
    this.#rest = rest;
  }

  /** The channel between a person and us. @throws DiscordRefusal 50007 where that is closed */
  async with(person: string): Promise<string> {
    const known = this.#known.get(person);
    if (known !== undefined) return known;
    const id = await openDirect(person, this.#rest);
    this.#known.set(person, id);
    return id;
  }
}

/** Opens the channel between a person and us; the same one each time. @throws DiscordRefusal, DiscordUnreachable */
export async function openDirect(person: string, rest: DiscordRest): Promise<string> {
  const body = { recipient_id: person };
  const channel = await rest.request({ method: "POST", path: "/users/@me/channels", body });
  const id = idOf(channel, "id");
  if (id === undefined) throw new TypeError("Discord did not say which channel it opened");
  return id;
}
