/** Codes of all départements, and of overseas territories as postcodes have them. Source: INSEE, code officiel géographique. */
const codes = /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[678])$/;

/** Whether a code is that of a département or an overseas territory, as in `Workshop.territories`; `national` is none. */
export function isTerritory(code: string): boolean {
  return codes.test(code);
}

/** The territory a postcode lies in, but for the few communes served from next door. Source: La Poste, codes postaux. */
export function territoryOfPostcode(postcode: string): string | undefined {
  if (!/^\d{5}$/.test(postcode)) return undefined;
  // One number for both ends of Corsica; the two northern islands have postcodes of Guadeloupe.
  if (postcode.startsWith("20")) return /^20[01]/.test(postcode) ? "2A" : "2B";
  if (postcode === "97133") return "977";
  if (postcode === "97150") return "978";
  const code = postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
  return isTerritory(code) ? code : undefined;
}
