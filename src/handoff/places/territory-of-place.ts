import type { Place } from "../../model/directory.ts";
import { isTerritory, territoryOfPostcode } from "../../model/territories.ts";

/** The territory a place stands in: by its INSEE code, which is surer at the borders, else by its postcode. */
export function territoryOfPlace({ inseeCode, postcode }: Place): string | undefined {
  const [, code = ""] = /^(9[78]\d|2[AB]|\d{2})[\dAB]{2,3}$/.exec(inseeCode ?? "") ?? [];
  return isTerritory(code) ? code : territoryOfPostcode(postcode);
}
