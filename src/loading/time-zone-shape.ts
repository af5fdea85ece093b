import { z } from "zod";

/** An IANA time zone that this machine knows. */
export const timeZoneShape = z
  .string()
  .refine(isTimeZone, "an unknown time zone; write one as Europe/Paris");

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("fr", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
