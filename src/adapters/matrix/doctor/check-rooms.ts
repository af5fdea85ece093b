import { fieldOf } from "../field-of.ts";
import type { EventContent, Homeserver } from "../room-event.ts";
import { loadRoom } from "../rooms/load-room.ts";
import type { RoomState } from "../rooms/room-state.ts";
import { reasonOf } from "../transport/server-faults.ts";
import { bad, type Finding, good } from "../../../model/finding.ts";

/** Who looks, and how encryption is set. */
export interface RoomsChecked {
  readonly server: Homeserver;
  readonly user: string;
  readonly encryption: "required" | "on" | "off";
  /** Rooms of those who answer, coordinate or curate. */
  readonly teamRooms: readonly string[];
}

/** Whether we may speak in each room we are in, and read it. */
export async function checkRooms(checked: RoomsChecked): Promise<readonly Finding[]> {
  const path = "/client/v3/joined_rooms";
  const answer = await checked.server.request({ method: "GET", path, tries: 2 });
  const rooms = fieldOf(answer, "joined_rooms");
  const list: readonly unknown[] = Array.isArray(rooms) ? rooms : [];
  const findings: Finding[] = [];
  for (const room of list) {
    if (typeof room !== "string") continue;
    // One at a time: a check must not be what overloads the server.
    // oxlint-disable-next-line no-await-in-loop
    findings.push(await checkRoom(room, checked));
  }
  const lost = checked.teamRooms.filter((room) => !list.includes(room));
  return [
    good(`in ${list.length} rooms`),
    ...findings,
    ...lost.map((room) =>
      bad(
        `content/directory names the room ${room}, which we are not in`,
        `invite ${checked.user} to it, or correct it there: an id begins with "!", an address with "#" is none`,
      ),
    ),
  ];
}

async function checkRoom(room: string, checked: RoomsChecked): Promise<Finding> {
  const { server, user, encryption } = checked;
  try {
    const state = await loadRoom(server, room);
    if (state.encryption && encryption === "off") {
      return bad(`${room} is encrypted, which the configuration cannot read`, encryptionRemedy);
    }
    if (!state.encryption && encryption === "required") {
      return bad(`${room} is not encrypted: nothing is answered there`, encryptionRemedy);
    }
    if (!maySpeak(user, state)) {
      return bad(
        `${room}: we may not write there`,
        "have a moderator of the room raise our power level, or lower what messages need",
      );
    }
    if (checked.teamRooms.includes(room) && !maySend(user, state, "m.reaction")) {
      return bad(
        `${room}: advisers cannot see there what reached who asked, we may not react`,
        "have a moderator of the room lower the level that m.reaction needs",
      );
    }
    return good(`${room}: ${state.encryption ? "encrypted" : "in clear"}, we may write`);
  } catch (cause) {
    return bad(`${room}: not known (${reasonOf(cause)})`, "leave the room, or try again");
  }
}

const encryptionRemedy = 'set matrix.encryption to "on", or leave the room';

/** Source: https://spec.matrix.org/v1.16/client-server-api/#mroompower_levels */
function maySpeak(user: string, state: RoomState): boolean {
  return maySend(user, state, state.encryption ? "m.room.encrypted" : "m.room.message");
}

function maySend(user: string, { powerLevels, creators }: RoomState, type: string): boolean {
  if (creators.includes(user) || !powerLevels) return true;
  const needed =
    levelAt(powerLevels, "events", type) ?? levelAt(powerLevels, "events_default") ?? 0;
  const ours = levelAt(powerLevels, "users", user) ?? levelAt(powerLevels, "users_default") ?? 0;
  return ours >= needed;
}

function levelAt(content: EventContent, ...path: readonly string[]): number | undefined {
  const level = fieldOf(content, ...path);
  if (typeof level === "number") return level;
  return typeof level === "string" && /^\s*-?\d+\s*$/.test(level) ? Number(level) : undefined;
}
