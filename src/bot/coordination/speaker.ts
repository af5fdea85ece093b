import type { Role } from "../../model/incoming-message.ts";
import type { Registration } from "../../model/registration.ts";

/** Who speaks, as far as it decides what they may do. */
export interface Speaker {
  readonly roles: readonly Role[];
  readonly isDirect: boolean;
  /** Their registrations that are not over. */
  readonly seats?: readonly Registration[] | undefined;
}

/** What somebody may change: the programme, the subscription of the room they speak in, or nothing. */
export type Standing = "programme" | "room" | "none";

/** Somebody nobody said anything about. */
export const anybody: Speaker = { roles: [], isDirect: true };

/**
 * Until territories say whose rooms are whose, who has power in one room alone changes nothing that other
 * rooms are told of. Source: WORKSHOPS.md 11.
 */
export function standingOf({ roles }: Speaker): Standing {
  if (roles.includes("coordinator")) return "programme";
  return roles.includes("room-coordinator") ? "room" : "none";
}

/** Whether they may subscribe: a room for its coordinators, oneself in a direct room. */
export function maySubscribe(speaker: Speaker): boolean {
  return speaker.isDirect || standingOf(speaker) !== "none";
}
