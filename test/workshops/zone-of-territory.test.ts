import { expect, it } from "vitest";
import { isZone } from "../../src/workshops/wall-time.ts";
import { zoneOfTerritory } from "../../src/workshops/zone-of-territory.ts";

it.each([
  ["44", "Europe/Paris"],
  ["2A", "Europe/Paris"],
  ["974", "Indian/Reunion"],
  ["987", "Pacific/Tahiti"],
  ["national", undefined],
  ["999", undefined],
])("of %s the zone is %s", (territory, zone) => {
  expect(zoneOfTerritory(territory)).toBe(zone);
});

it("is a zone that the time-zone data knows", () => {
  for (let code = 971; code <= 988; code += 1) {
    const zone = zoneOfTerritory(String(code));
    expect(zone === undefined || isZone(zone)).toBe(true);
  }
});
