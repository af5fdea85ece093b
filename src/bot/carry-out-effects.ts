import { maskPersonalData } from "../privacy/mask-personal-data.ts";
import { erasureOf, storedAbout } from "../privacy/stored-about.ts";
import { personKey } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import type { ReplyDraft } from "../model/reply.ts";
import { say } from "../model/reply.ts";
import type { Effect } from "../model/turn.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { Knowledge } from "./knowledge.ts";
import { noteMentionWish } from "./mention-wishes.ts";

/** What doing the effects comes to: what is to be written, and what may then be said. */
export interface CarriedOut {
  readonly changes: readonly Change[];
  readonly replies: readonly ReplyDraft[];
  /** True when everything about the person goes: nothing of the turn itself may be kept. */
  readonly forgetsPerson: boolean;
}

/** Prepares the effects of a turn. Nothing is written here: the turn writes all or nothing. */
export async function carryOutEffects(
  effects: readonly Effect[],
  turn: {
    readonly conversation: Conversation;
    readonly now: Date;
    /** Names the turn, so that a replayed one does not count twice. */
    readonly key: string;
    /** False where others read too: nobody's data is shown there. */
    readonly isPrivate: boolean;
    /** Names the message a question was asked in. */
    readonly sourceOf: (question: string) => string | undefined;
  },
  parts: { readonly store: Store; readonly knowledge: Knowledge },
): Promise<CarriedOut> {
  const changes: Change[] = [];
  const replies: ReplyDraft[] = [];
  for (const [index, effect] of effects.entries()) {
    // In order: what one effect stores, the next may count.
    // oxlint-disable-next-line no-await-in-loop
    const done = await carryOut(effect, { ...turn, key: `${turn.key}.${index}` }, parts);
    changes.push(...done.changes);
    replies.push(...done.replies);
  }
  return { changes, replies, forgetsPerson: effects.some(({ kind }) => kind === "forget-me") };
}

type Done = Pick<CarriedOut, "changes" | "replies">;

async function carryOut(
  effect: Effect,
  turn: Parameters<typeof carryOutEffects>[1],
  { store, knowledge }: { store: Store; knowledge: Knowledge },
): Promise<Done> {
  const { conversation, now, key, isPrivate } = turn;
  const { documents } = knowledge;
  const tell = knowledge.tell(conversation.language);
  const person = personKey(conversation.platform, conversation.person);
  const at = now.toISOString();
  switch (effect.kind) {
    case "keep-question": {
      if (effect.question.trim() === "") return { changes: [], replies: [] };
      const kept = {
        owner: person,
        question: maskPersonalData(effect.question),
        language: conversation.language,
        because: effect.because,
        intent: effect.intent,
        why: effect.why,
        askedIn: turn.sourceOf(effect.question),
        at,
      };
      return { changes: [put(documents.keptQuestions, key, kept)], replies: [] };
    }
    case "change-workshop":
    case "import-workshops":
    case "subscribe":
    case "tell-coordinator":
    case "retry-failures":
    case "tell-statistics":
    case "tell-proof":
      // Done around the whole turn: see `Coordination`.
      return { changes: [], replies: [] };
    case "handoff":
      // Done around the whole turn: see `Handoffs`.
      return { changes: [], replies: [] };
    case "diagnostic":
      // Done around the whole turn: see `Diagnostics`.
      return { changes: [], replies: [] };
    case "sign-up":
      // Decided one after the other, around the whole turn: see `SignUps`.
      return { changes: [], replies: [] };
    case "judge-answer": {
      const { intent, isUseful } = effect;
      return { changes: [put(documents.judgements, key, { intent, isUseful, at })], replies: [] };
    }
    case "mention-me":
      return noteMentionWish(effect, turn, { store, knowledge });
    case "want-theme":
      return {
        changes: [put(documents.themeWishes, key, { theme: effect.theme, at })],
        replies: [],
      };
    case "export-my-data": {
      if (!isPrivate) return { changes: [], replies: [say(tell("export-in-private"))] };
      const items = await storedAbout(person, store, knowledge.kinds);
      if (items.length === 0) return { changes: [], replies: [say(tell("export-none"))] };
      const file = {
        name: "passerelle.json",
        type: "application/json",
        alt: tell("export-what"),
      };
      const text = JSON.stringify(items, undefined, 2);
      const words = tell("export-done", { count: items.length });
      return {
        changes: [],
        replies: [{ text: words, choices: [], attachments: [{ ...file, text }] }],
      };
    }
    case "forget-me": {
      const changes = await erasureOf(person, store, knowledge.kinds);
      const count = changes.length;
      const phrase = count === 0 ? "forget-none" : count === 1 ? "forget-one" : "forget-many";
      const told = await store.list(documents.outbox);
      // What others were to be told of them, who are no part of what is counted.
      const ofThem = told.filter(({ document }) => document.about === person);
      const dropped = ofThem.map(({ id }) => remove(documents.outbox, id));
      return { changes: [...changes, ...dropped], replies: [say(tell(phrase, { count }))] };
    }
  }
}
