import type { Address } from "../../model/address.ts";
import type { SubscriptionChange } from "../../model/coordination.ts";
import type { Language } from "../../model/language.ts";
import { say, type ReplyDraft } from "../../model/reply.ts";
import { targetOf } from "../../model/subscription.ts";
import type { Clock } from "../../ports/clock.ts";
import { put, remove, type Change, type Store } from "../../ports/store.ts";
import type { Knowledge } from "../knowledge.ts";
import { changedSubscription } from "./change-subscription.ts";
import { tellSubscription } from "./tell-subscription.ts";

/** Who coordinates, where, in which language. */
export interface Coordinator {
  /** The platform's own id. */
  readonly person: string;
  readonly address: Address;
  readonly language: Language;
}

/** What a turn has to write and to say of the programme and of subscriptions. */
export interface AboutCoordination {
  readonly changes: readonly Change[];
  readonly drafts: readonly ReplyDraft[];
}

/** Changes, ends or tells the subscription of the room somebody speaks in, or of themselves in private. */
export async function subscribeInTurn(
  change: SubscriptionChange,
  { address, person, language }: Coordinator,
  parts: { readonly store: Store; readonly clock: Clock; readonly knowledge: () => Knowledge },
): Promise<AboutCoordination> {
  const knowledge = parts.knowledge();
  const { documents, settings } = knowledge;
  const now = parts.clock.now();
  const tell = knowledge.tell(language);
  const whom = {
    to: address,
    ...(address.isDirect && { person }),
    zone: settings.timeZone,
    language,
  };
  const id = targetOf(whom);
  const known = await parts.store.get(documents.subscriptions, id);
  if (change.kind === "end") {
    const words = tell(known ? "subscription-ended" : "subscription-none");
    return { changes: known ? [remove(documents.subscriptions, id)] : [], drafts: [say(words)] };
  }
  const saying = { knowledge, language, now };
  const after = changedSubscription(known, change, { whom, now });
  if (!after) {
    const words = known ? tellSubscription(known, saying) : tell("subscription-none");
    return { changes: [], drafts: [say(words)] };
  }
  const changes = [put(documents.subscriptions, id, after)];
  if (change.kind === "also") {
    const theme = knowledge.library.themes.find((one) => one.id === change.theme);
    const words = tell("theme-alert-stop", { theme: theme?.name[language] ?? change.theme });
    return { changes, drafts: [say(words)] };
  }
  const unread = change.kind === "wish" ? change.wish.unread : [];
  const words = [
    tell(change.kind === "fewer" ? "subscription-fewer" : "subscription-done"),
    tellSubscription(after, saying),
    unread.length === 0 ? "" : tell("subscription-unread", { words: unread.join(", ") }),
  ];
  return { changes, drafts: [say(words.filter((line) => line !== "").join("\n"))] };
}
