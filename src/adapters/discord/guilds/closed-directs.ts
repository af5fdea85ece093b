import { setTimeout as timeout } from "node:timers/promises";
import { InteractionType, MessageFlags } from "discord.js";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Log } from "../../../ports/log.ts";
import { idOf, numberOf, textOf } from "../field-of.ts";
import { languageOfPerson } from "../language-of-person.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";
import { callNobody } from "../sending/call-nobody.ts";

/** What telling it needs. */
export interface ClosedDirectsParts {
  readonly rest: DiscordRest;
  readonly log: Log;
  readonly tell: (language: Language) => Tell;
  readonly language: Language;
}

/** How often, and how long after one another, it is looked whether the command was answered. */
const tries = 60;
const betweenMs = 1000;
const mostPeople = 1000;
const answered: ReadonlySet<number | undefined> = new Set([
  InteractionType.ApplicationCommand,
  InteractionType.MessageComponent,
]);

/** The people whose direct messages are closed to us: each is told, without the words, at their next command or press. */
export class ClosedDirects {
  readonly #parts: ClosedDirectsParts;
  readonly #people = new Set<string>();

  constructor(parts: ClosedDirectsParts) {
    this.#parts = parts;
  }

  add(person: string): void {
    this.#people.delete(person);
    this.#people.add(person);
    const [oldest] = this.#people;
    if (this.#people.size > mostPeople && oldest !== undefined) this.#people.delete(oldest);
  }

  /** Tells whoever has to be told, once, where they alone read it. @param interaction as it came */
  async tellIn(interaction: unknown): Promise<void> {
    const { rest, log, tell, language } = this.#parts;
    const person = idOf(interaction, "member", "user", "id");
    const token = textOf(interaction, "token");
    const application = idOf(interaction, "application_id");
    if (person === undefined || token === undefined || application === undefined) return;
    if (!answered.has(numberOf(interaction, "type")) || !this.#people.delete(person)) return;
    const spoken = languageOfPerson(textOf(interaction, "locale")) ?? language;
    const content = tell(spoken)("direct-closed");
    const body = {
      content,
      flags: MessageFlags.Ephemeral,
      allowed_mentions: callNobody,
    };
    const path = `/webhooks/${application}/${token}` as const;
    let isTold = false;
    try {
      if (!(await this.#isAnswered(path))) return;
      await rest.request({ method: "POST", path, body, isBotCall: false });
      isTold = true;
      log.info("direct-closed-told");
    } finally {
      // Else at the next one.
      if (!isTold) this.add(person);
    }
  }

  /** Before the answer, our words would take its place, and be read by all where it is. */
  async #isAnswered(path: `/${string}`): Promise<boolean> {
    const { rest } = this.#parts;
    for (let left = tries; left > 0; left -= 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        const answer = await rest.request({
          method: "GET",
          path: `${path}/messages/@original`,
          isBotCall: false,
        });
        if (((numberOf(answer, "flags") ?? 0) & MessageFlags.Loading) === 0) return true;
      } catch (cause) {
        // Our acknowledgement has not arrived yet, or opened a window instead.
        if (!(cause instanceof DiscordRefusal)) throw cause;
      }
      // oxlint-disable-next-line no-await-in-loop
      await timeout(betweenMs, undefined, { ref: false });
    }
    return false;
  }
}
