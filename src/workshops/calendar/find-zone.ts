import { isZone } from "../wall-time.ts";
import { windowsZones } from "./windows-zones.ts";

/**
 * The IANA zone a calendar means by a TZID: its own name, that of Windows, the end of a longer path
 * (`/mozilla.org/20050126_1/Europe/Paris`), or what its VTIMEZONE calls it; undefined when none fits.
 * @param aliases IANA names the file gives for its own ones
 */
export function findZone(name: string, aliases: ReadonlyMap<string, string>): string | undefined {
  const plain = name.trim();
  const ends = plain.split("/").map((_, at, parts) => parts.slice(at).join("/"));
  const candidates = [plain, windowsZones.get(plain), ...ends.slice(1, -1), aliases.get(name)];
  return candidates.find((candidate) => candidate !== undefined && isZone(candidate));
}
