import { messageKey } from "../../../delivery/message-key.ts";
import { maskedKinds, type DraftWishes, type MaskedKind } from "../../../model/handoff-talk.ts";
import type { PhraseKey, Tell } from "../../../model/phrases.ts";
import { neutralise } from "../../../handoff/crossing/neutralise.ts";
import { isRoomLink } from "../../../understanding/handoff/is-room-link.ts";
import { maskKinds } from "../../../privacy/mask-kinds.ts";
import { maskSecrets } from "../../../privacy/mask-secrets.ts";

/** What is said of each kind: what stands in its place, and how to leave it or hide it. */
export const kindPhrases: Readonly<
  Record<MaskedKind, { mark: PhraseKey; masked: PhraseKey; leave: PhraseKey; hide: PhraseKey }>
> = {
  email: phrasesOf("email"),
  account: phrasesOf("account"),
  card: phrasesOf("card"),
  phone: phrasesOf("phone"),
  name: phrasesOf("name"),
};

function phrasesOf<Kind extends MaskedKind>(kind: Kind) {
  return {
    mark: `ha-mark-${kind}`,
    masked: `ha-masked-${kind}`,
    leave: `ha-leave-${kind}`,
    hide: `ha-hide-${kind}`,
  } as const;
}

/** A text without any password or code: it is kept nowhere, and nothing gives it back. */
export function withoutSecrets(text: string, tell: Tell): string {
  return maskSecrets(text, tell("ha-mark-secret")).text.trim();
}

/**
 * A draft as it would be given: exactly what people read, so it calls nobody and names no account either. `found`:
 * kinds it holds, hidden or left.
 */
export function shownDraft(words: string, { leaves = [] }: DraftWishes, tell: Tell) {
  const masked = maskKinds(withoutSecrets(words, tell), leaves, (kind) =>
    tell(kindPhrases[kind].mark),
  );
  return { ...masked, text: neutralise(masked.text, isRoomLink) };
}

/** Names what is shown of a draft, so that nothing else is given for it. */
export function namesShown(words: string, wishes: DraftWishes, tell: Tell): string {
  return messageKey("shown", shownDraft(words, wishes, tell).text);
}

/** A text that is kept or given as it is, everything masked. */
export function maskedWhole(words: string, tell: Tell): string {
  return shownDraft(words, {}, tell).text;
}

/** Kinds with one more that is left, or one less. */
export function toggled(kinds: readonly MaskedKind[], kind: MaskedKind): readonly MaskedKind[] {
  const isLeft = kinds.includes(kind);
  return maskedKinds.filter((one) => (one === kind ? !isLeft : kinds.includes(one)));
}
