import type { Clock } from "../../../ports/clock.ts";
import type { KeptRoom } from "../matrix-documents.ts";
import type { MatrixSettings } from "../matrix-settings.ts";
import type { Invitation, RoomEvent } from "../room-event.ts";
import { isName } from "../transport/read-event-json.ts";
import { arrivalIn } from "../receiving/since-arrival.ts";
import { type Coming, comeToRoom } from "./come-to-room.ts";
import { Errands } from "./errands.ts";
import { isIn } from "./rooms.ts";

/** What coming to rooms, and moving with them, needs. */
export interface ArrivalsParts extends Coming {
  readonly settings: Pick<MatrixSettings, "invitations">;
  readonly clock: Clock;
}

/**
 * Answers invitations and moves with rooms that are replaced. What is decided is kept before it is done;
 * one bad room holds nothing up.
 */
export class Arrivals {
  readonly #parts: ArrivalsParts;
  readonly #errands: Errands;

  constructor(parts: ArrivalsParts) {
    this.#parts = parts;
    const { clock, log, rooms } = parts;
    const onGivenUp = async (room: string): Promise<void> => {
      const kept = await rooms.kept(room);
      if (kept && !isIn(kept)) await rooms.leave(room);
    };
    this.#errands = new Errands({ clock, log, onGivenUp });
  }

  /** Goes on with what an earlier run left. */
  async start(): Promise<void> {
    const all = await this.#parts.rooms.listKept();
    const there = new Set(all.flatMap(({ room, kept }) => (isIn(kept) ? room : [])));
    for (const { room, kept } of all) {
      const { joining, isUnwanted, successor, isSuccessorSure } = kept;
      if (joining || isUnwanted === true) this.#come(room, kept);
      if (successor !== undefined && !isSuccessorSure && there.has(successor)) {
        this.#come(successor, {});
      }
    }
  }

  /** Accepts or refuses an invitation; what was decided is durable once this resolves. */
  async answer({ room, inviter, isDirect }: Invitation): Promise<void> {
    const { rooms, log } = this.#parts;
    const replaced = (await rooms.listKept()).find(({ kept }) => kept.successor === room);
    const isWelcome = this.#isWelcome(inviter);
    const isAccepted = isWelcome || replaced !== undefined;
    log.info(isAccepted ? "invitation-accepted" : "invitation-refused", { room });
    const joining = { inviter, isDirect: isDirect || replaced?.kept.isDirect === true };
    const decided: Partial<KeptRoom> = isAccepted
      ? { ...toJoin, joining, isOnTrial: isWelcome ? undefined : true }
      : { isUnwanted: true };
    await rooms.keep(room, decided);
    this.#come(room, decided);
  }

  /** Notes that we are in a room. @returns the event we came to it by, as far as that is known */
  async welcome(room: string, timeline: readonly RoomEvent[]): Promise<string | undefined> {
    const { rooms, ourUser } = this.#parts;
    const kept = await rooms.kept(room);
    const isNew = !kept || kept.joining !== undefined || kept.isLeft === true;
    if (!isNew) {
      await rooms.renew(room, kept);
      return kept.arrivedWith;
    }
    const isDirect = kept?.joining?.isDirect === true || kept?.isDirect === true;
    const arrivedWith = arrivalIn(timeline, ourUser);
    await rooms.keep(room, {
      joining: undefined,
      isLeft: undefined,
      isDirect: isDirect ? true : undefined,
      arrivedWith,
    });
    return arrivedWith;
  }

  /** Goes where a room says it was moved to; that it did is durable once this resolves. */
  async followUpgrade(room: string, events: readonly RoomEvent[]): Promise<void> {
    const { rooms, log } = this.#parts;
    const tombstone = events.findLast(
      ({ type, stateKey }) => type === "m.room.tombstone" && stateKey === "",
    );
    const successor = tombstone?.content["replacement_room"];
    if (!tombstone || !isName(successor, "!")) return;
    const kept = await rooms.kept(room);
    if (kept?.successor === successor || successor === room) return;
    log.info("room-replaced", { room, successor });
    const replaced = { [room]: { successor, isSuccessorSure: undefined } };
    const next = await rooms.kept(successor);
    if (next && (isIn(next) || next.joining)) {
      await rooms.keepAll(replaced);
      this.#come(successor, next);
      return;
    }
    const joining = { inviter: tombstone.sender, isDirect: kept?.isDirect === true };
    const decided = { ...toJoin, joining, isOnTrial: true };
    await rooms.keepAll({ ...replaced, [successor]: decided });
    this.#come(successor, decided);
  }

  /** Tries again what the server did not do. */
  retryDue(): void {
    this.#errands.retryDue();
  }

  /** Resolves once nothing is under way; what is left is for the next run. */
  async stop(): Promise<void> {
    await this.#errands.stop();
  }

  #come(room: string, { joining }: Pick<KeptRoom, "joining">): void {
    this.#errands.begin(room, () => comeToRoom(room, joining, this.#parts));
  }

  #isWelcome(inviter: string): boolean {
    const { invitations } = this.#parts.settings;
    if (invitations === "anyone") return true;
    const server = inviter.slice(inviter.indexOf(":") + 1);
    return invitations.from.some((name) => name === inviter || name === server);
  }
}

/** What was decided before about a room is over. */
const toJoin = { isLeft: undefined, isUnwanted: undefined } as const;
