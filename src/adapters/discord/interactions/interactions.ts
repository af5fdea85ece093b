import { personKey } from "../../../model/address.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { Receive } from "../../../ports/chat-platform.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import {
  type OpenInteraction,
  platformName,
  type SaidByInteraction,
} from "../discord-documents.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";
import { instantOf } from "../snowflake.ts";
import type { Acknowledgement } from "./acknowledgements.ts";
import type { OpenInteractions } from "./open-interactions.ts";
import { type InteractionPlan, planInteraction, type Planning } from "./plan-interaction.ts";
import { type Interaction, readInteraction } from "./read-interaction.ts";

/** What interactions are taken with. */
export interface InteractionParts extends Planning {
  readonly rest: DiscordRest;
  readonly open: OpenInteractions;
  readonly reading: Parameters<typeof readInteraction>[1];
  readonly clock: Clock;
  readonly log: Log;
  readonly receive: Receive;
  /** Whether an interaction's own message shows a whole reply. */
  readonly isAnswered: (interaction: string) => boolean;
}

/** Takes commands, presses and windows: acknowledged before anything is waited for, then said to the core. */
export class Interactions {
  readonly #parts: InteractionParts;
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: InteractionParts) {
    this.#parts = parts;
  }

  /** Says to the core what was acknowledged before a crash, and had no turn. */
  async resume(): Promise<void> {
    for (const [id, record] of await this.#parts.open.load()) {
      const { unanswered } = record;
      if (unanswered) this.#run(() => this.#say(unanswered, record, id));
    }
  }

  /** Takes an interaction in: its acknowledgement has left when this returns. */
  hear(payload: unknown): void {
    const { reading, log, open } = this.#parts;
    const done = readInteraction(payload, reading);
    if (!done || open.has(done.id)) {
      // Told again after a resume, it was answered already.
      log.info(done ? "interaction-again" : "interaction-odd");
      return;
    }
    const plan = planInteraction(done, this.#parts);
    const acked = this.#acknowledge(done, plan.acknowledgement);
    this.#run(() => this.#follow(done, plan, acked));
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #follow(done: Interaction, plan: InteractionPlan, acked: Promise<boolean>): Promise<void> {
    const { open, clock, log } = this.#parts;
    const { said, isEphemeral, hasOwnMessage } = plan;
    if (!said) {
      await acked;
      return;
    }
    const { application, token, person, channel } = done;
    const record = {
      owner: personKey(platformName, person),
      application,
      token,
      person,
      channel,
      isEphemeral,
      hasOwnMessage,
      unanswered: said,
      at: clock.now().toISOString(),
    };
    // Both at once: what Discord was told must not be lost, and it is told first.
    const kept = open.keep(done.id, record, acked).catch((cause: unknown) => {
      // The turn cannot be written either: the core says so, which asks for no disk.
      log.error("interaction-not-kept", cause);
    });
    await Promise.all([acked, kept]);
    await this.#say(said, record, done.id);
  }

  /** No answer comes, as to somebody much too fast: "thinking" must not stay for ever. */
  async #stopThinking({ application, token }: OpenInteraction): Promise<void> {
    const { rest, log } = this.#parts;
    const path = `/webhooks/${application}/${token}/messages/@original` as const;
    try {
      await rest.request({ method: "DELETE", path, isBotCall: false });
    } catch (cause) {
      // Never acknowledged, or gone with its channel.
      log.info("thinking-not-stopped", { why: cause instanceof Error ? cause.message : "unknown" });
    }
  }

  async #say(said: SaidByInteraction, record: OpenInteraction, interaction: string): Promise<void> {
    const { receive, open, isAnswered } = this.#parts;
    const waits = await receive(messageOf(said, record.person, instantOf(interaction)));
    // First what is seen: the disk may be full.
    if (record.hasOwnMessage && !waits && !isAnswered(interaction))
      await this.#stopThinking(record);
    await open.answered(interaction);
  }

  async #acknowledge({ id, token }: Interaction, body: Acknowledgement): Promise<boolean> {
    const { rest, log } = this.#parts;
    try {
      const path = `/interactions/${id}/${token}/callback` as const;
      await rest.request({ method: "POST", path, body, isBotCall: false });
      return true;
    } catch (cause) {
      // Taken by an earlier try whose answer was lost.
      if (cause instanceof DiscordRefusal && cause.code === 40_060) return true;
      log.error("interaction-not-acknowledged", cause, { type: body.type });
      return false;
    }
  }

  #run(task: () => Promise<void>): void {
    const running = task()
      .catch((cause: unknown) => {
        this.#parts.log.error("interaction-failed", cause);
      })
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
  }
}

function messageOf(said: SaidByInteraction, from: string, sentAt: Date): IncomingMessage {
  const { id, room, isDirect, roles, text, pressed, pressedOn, pressedKey } = said;
  const { thread, language, repliesTo } = said;
  return {
    id,
    from,
    isFromBot: false,
    roles,
    address: { platform: platformName, room, isDirect },
    text,
    pressed,
    isForUs: true,
    sentAt,
    pressedOn,
    pressedKey,
    thread,
    language,
    repliesTo,
  };
}
