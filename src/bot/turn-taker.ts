import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import { conversationKey, directTo, personKey } from "../model/address.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";
import type { Turn } from "../model/turn.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, type Store } from "../ports/store.ts";
import { addressReplies, withdrawalsInTime } from "./address-replies.ts";
import { carryOutEffects } from "./carry-out-effects.ts";
import { closeTurn } from "./close-turn.ts";
import type { Coordination } from "./coordination/coordination.ts";
import type { AboutCoordination } from "./coordination/subscribe-in-turn.ts";
import { decideTurn } from "./decide-turn.ts";
import type { Diagnostics } from "./diagnostic/diagnostics.ts";
import { eventHash, recordEvent } from "./handled-events.ts";
import type { Handoffs } from "./handoff/handoffs.ts";
import type { Knowledge } from "./knowledge.ts";
import { markReplies } from "./mark-replies.ts";
import type { Opening } from "./open-turn.ts";
import { sourceOf } from "./question-source.ts";
import { replyTo } from "./seat-notices.ts";
import type { AboutSeats, Person, SignUps } from "./sign-ups.ts";
import { turnKeyOf, undoEffects } from "./turn-key.ts";
import type { Upkeep } from "./upkeep.ts";
import { waitingForSeats } from "./waiting-for-seats.ts";
import { withPrivacyLine } from "./with-privacy-line.ts";

/** What taking turns needs. */
export interface TurnTakerParts {
  readonly store: Store;
  readonly knowledge: () => Knowledge;
  readonly delivery: Delivery;
  readonly upkeep: Upkeep;
  readonly signUps: SignUps;
  readonly coordination: Coordination;
  readonly diagnostics: Diagnostics;
  readonly handoffs: Handoffs;
  readonly clock: Clock;
  readonly log: Log;
}

/** A message that gets its turn. */
interface Taking {
  readonly message: IncomingMessage;
  readonly opening: Opening;
  readonly knowledge: Knowledge;
  readonly person: Person;
  readonly turn: Turn;
  /** Names the turn of the message, or of the one it corrects. */
  readonly key: string;
  readonly now: Date;
}

/** Messages on their way: in the room itself, and to the person alone. */
interface Written {
  readonly replies: readonly Reply[];
  readonly apart: readonly Reply[];
  readonly forgetsPerson: boolean;
}

/** Takes one turn: decides, writes all of it at once, then sends. */
export class TurnTaker {
  readonly #parts: TurnTakerParts;

  constructor(parts: TurnTakerParts) {
    this.#parts = parts;
  }

  /** @param answered of a message that was corrected late, the question of the diagnostic it answered */
  async take(message: IncomingMessage, opening: Opening, answered?: string): Promise<void> {
    const { clock, log, delivery, upkeep, handoffs } = this.#parts;
    const now = clock.now();
    const { address } = message;
    const owner = personKey(address.platform, message.from);
    const { taking, written } = await handoffs.holding(owner, async () => {
      const decided = await this.#decide(message, opening, { now, answered });
      return { taking: decided, written: await this.#writeInOrder(decided) };
    });
    const { turn, person, key } = taking;
    const { replies, apart, forgetsPerson } = written;
    try {
      await delivery.sendAfterPending(replies);
      await delivery.sendAfterPending(apart);
    } finally {
      delivery.release([...replies, ...apart]);
    }
    if (forgetsPerson) {
      // Their wish to be called was read until just now.
      await delivery.erase(person.person);
      await upkeep.scrub();
    }
    log.info("turn", {
      platform: address.platform,
      turn: key,
      mode: turn.conversation.mode.kind,
      decision: turn.outcome?.decision,
      ms: clock.now().getTime() - now.getTime(),
    });
  }

  /** Seats and the programme are changed by one at a time. */
  async #writeInOrder(taking: Taking): Promise<Written> {
    const { signUps, coordination } = this.#parts;
    const { message, turn, person } = taking;
    const { address } = message;
    // Of the message itself: what a correction does comes on top of what was done.
    const cause = turnKeyOf(address, message.id);
    const coordinator = { person: message.from, address, language: person.language };
    return signUps.during(turn.effects, person, cause, async (seats) =>
      coordination.during(turn.effects, coordinator, cause, async (about) =>
        this.#write(taking, seats, about),
      ),
    );
  }

  async #decide(
    message: IncomingMessage,
    opening: Opening,
    { now, answered }: { readonly now: Date; readonly answered: string | undefined },
  ): Promise<Taking> {
    const knowledge = this.#parts.knowledge();
    const { address, from, roles } = message;
    const owner = personKey(address.platform, from);
    const seats = await this.#parts.signUps.of(owner);
    const speaker = { from, roles, seats, isAlone: address.isDirect };
    const { coordination, diagnostics, handoffs } = this.#parts;
    const reach = knowledge.reach ?? (await coordination.reachFor(message, opening.conversation));
    const key = turnKeyOf(address, opening.subject);
    const corrects = message.edits === undefined ? undefined : key;
    const said = address.isDirect
      ? { text: message.text, mode: opening.conversation.mode }
      : undefined;
    const turn = decideTurn(
      opening.conversation,
      {
        message,
        now,
        speaker,
        answered,
        diagnostic: await diagnostics.of(owner, corrects, said),
        handoff: await handoffs.of(owner),
      },
      { ...knowledge, reach },
    );
    const person = {
      person: owner,
      accounts: [owner],
      answerIn: address.isDirect ? address : directTo(address.platform, from),
      language: turn.conversation.language,
      sign: message.sign && eventHash({ address, id: message.sign }),
      pressedKey: message.pressedKey,
    };
    return { message, opening, knowledge, person, turn, key, now };
  }

  async #write(taking: Taking, seats: AboutSeats, about: AboutCoordination): Promise<Written> {
    const { store, delivery, upkeep } = this.#parts;
    const { message, opening, knowledge, person, turn, key, now } = taking;
    const { documents } = knowledge;
    const { address } = message;
    if (turn.effects.some(({ kind }) => kind === "forget-me")) await delivery.erase(person.person);
    const done = await carryOutEffects(turn.effects, effectsOf(taking), { store, knowledge });
    const isAlone = address.isDirect;
    const { language } = person;
    const guided = await this.#parts.diagnostics.during(turn.effects, {
      person: person.person,
      language,
      isAlone,
      turn: key,
      isCorrection: message.edits !== undefined,
      mode: turn.conversation.mode,
      now,
    });
    const asking = { ...person, address, turn: key, message, before: opening.conversation, now };
    const given = await this.#parts.handoffs.during(turn.effects, asking);
    const inRoom = [
      ...turn.replies,
      ...given.drafts,
      ...guided.drafts,
      ...done.replies,
      ...about.drafts,
      ...(isAlone ? seats.drafts : []),
      ...(turn.below ?? []),
    ];
    const { wasToldOfPrivacy: wasTold } = opening.conversation;
    const first = { wasTold, language: person.language };
    const drafts = withPrivacyLine(inRoom, first, knowledge);
    const after = isAlone ? waitingForSeats(turn.conversation, seats.drafts) : turn.conversation;
    const replies = markReplies(addressReplies(drafts, message, opening.standing), after);
    const apart = isAlone
      ? []
      : withPrivacyLine(
          [...(turn.apart ?? []), ...seats.drafts],
          { ...first, wasTold: wasTold || drafts.length > 0 },
          knowledge,
        ).map((draft, at) =>
          replyTo(
            person.answerIn,
            draft,
            person.language,
            messageKey("apart", key, message.id, at),
          ),
        );
    // What was said of seats stays true, whatever the message is corrected to.
    const standing = seats.drafts.length > 0 ? [] : replies;
    const closed = closeTurn(after, { message, opening, replies: standing });
    const { forgetsPerson } = done;
    try {
      await store.write([
        ...(message.edits === undefined ? [] : await undoEffects(key, store, documents)),
        ...(forgetsPerson
          ? [upkeep.scrubDue()]
          : [put(documents.conversations, conversationKey(address, message.from), closed)]),
        ...done.changes,
        ...seats.changes,
        ...about.changes,
        ...guided.changes,
        ...given.changes,
        recordEvent(message, documents, now),
        ...delivery.rowsFor(person.person, [...replies, ...apart]),
        ...withdrawalsInTime([...replies, ...apart]).flatMap(({ at, withdrawal }) =>
          delivery.leave(person.person, [withdrawal], at),
        ),
      ]);
    } catch (cause) {
      delivery.release([...replies, ...apart]);
      throw cause;
    }
    guided.written?.();
    return { replies, apart, forgetsPerson };
  }
}

function effectsOf({ message, opening, turn, key, now }: Taking) {
  return {
    conversation: turn.conversation,
    now,
    key,
    isPrivate: message.address.isDirect,
    sourceOf: (question: string) => sourceOf(question, opening.conversation, opening.said),
  };
}
