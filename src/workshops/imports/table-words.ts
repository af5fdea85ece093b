import type { Workshop, WorkshopMode, WorkshopStatus } from "../../model/workshop.ts";

/** Words of tables for where people meet, as `bareWords` leaves them. */
export const modeWords = words<WorkshopMode>({
  "on-site": "presentiel|en presentiel|presence|sur place|on site|onsite|in person",
  online: "en ligne|distanciel|a distance|visio|visioconference|online|remote",
  both: "mixte|hybride|presentiel et en ligne|sur place et a distance|mixed|hybrid|both",
});

/** For whom. */
export const levelWords = words<NonNullable<Workshop["level"]>>({
  beginner: "debut|debutant|debutants|pour debuter|initiation|beginner|beginners",
  regular: "habitue|habitues|intermediaire|avance|confirme|regular|intermediate|advanced",
  all: "tous|tous niveaux|tout public|all|all levels|any",
});

/** What became of it; full and over are counted and read from the clock, and say nothing here. */
export const statusWords = words<WorkshopStatus>({
  scheduled: "prevu|confirme|maintenu|complet|termine|scheduled|confirmed|full|done",
  moved: "deplace|reprogramme|moved|rescheduled",
  "moved-online": "passe en ligne|moved online",
  postponed: "reporte|postponed",
  cancelled: "annule|annulee|cancelled|canceled",
});

function words<Meaning extends string>(
  said: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const isMeaning = (name: string): name is Meaning => name in said;
  const meanings = Object.keys(said).filter(isMeaning);
  return new Map(
    meanings.flatMap((meaning) => said[meaning].split("|").map((word) => [word, meaning] as const)),
  );
}
