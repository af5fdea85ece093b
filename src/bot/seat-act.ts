import type { SignUpOrigin } from "../model/registration.ts";
import { isHostWish, type SignUpWish } from "../model/sign-up-wish.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import type { WantedAct } from "../sign-up/sign-up.ts";
import type { Person } from "./sign-ups.ts";

/** Where the announcements are known. */
export interface SeatActParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "ledger">;
}

/** What a wish asks to decide of a list; nothing for one that only reads, or that is about another's request. */
export async function seatAct(
  wish: SignUpWish,
  { sign, pressedKey, ...asker }: Person,
  parts: SeatActParts,
): Promise<readonly WantedAct[]> {
  if (isHostWish(wish)) return [];
  switch (wish.kind) {
    case "mine":
    case "details":
    case "remind":
    case "sheet":
      return [];
    case "count-came": {
      const { workshop, came } = wish;
      return [{ workshop, act: { kind: "count-came", came } }];
    }
    case "sign-up": {
      const { workshop, seats, needs } = wish;
      const origin = wish.origin ?? (await originOf(pressedKey, parts));
      return [{ workshop, act: { kind: "sign-up", asker, seats, needs, sign, origin } }];
    }
    case "needs": {
      const { workshop, needs } = wish;
      return [{ workshop, act: { kind: "state-needs", asker, needs } }];
    }
    case "judge": {
      const { workshop, opinion } = wish;
      return [{ workshop, act: { kind: "judge", asker, opinion } }];
    }
    case "give-up":
    case "accept":
    case "decline":
    case "still-coming":
      return [{ workshop: wish.workshop, act: { kind: wish.kind, asker } }];
  }
}

/** Whoever presses below what was announced comes from there; any other asked us. */
async function originOf(
  pressedKey: string | undefined,
  { store, documents }: SeatActParts,
): Promise<SignUpOrigin> {
  const told = pressedKey === undefined ? undefined : await store.get(documents.ledger, pressedKey);
  if (!told) return "question";
  return told.kind === "digest" ? "digest" : "announcement";
}
