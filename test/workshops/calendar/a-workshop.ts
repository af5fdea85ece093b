import type { Workshop } from "../../../src/model/workshop.ts";
import type { CalendarOptions } from "../../../src/workshops/calendar/write-calendar.ts";
import { workshopLike } from "../../support/workshop-like.ts";

/** A workshop as the sample programme has one. */
export function aWorkshop(other: Partial<Workshop> = {}): Workshop {
  return workshopLike({
    id: "01hzx7k3",
    number: 12,
    title: { fr: "Découverte des logiciels libres", en: "Discovering free software" },
    themes: ["logiciels-libres"],
    localEnd: "2027-03-09T20:00",
    territories: ["44"],
    createdAt: "2027-01-04T10:15:00.000Z",
    updatedAt: "2027-01-15T09:00:00.000Z",
    ...other,
  });
}

/** French calendars on 15 January 2027. */
export const inFrench: CalendarOptions = {
  name: "Ateliers numériques – Saint-Nazaire",
  now: new Date("2027-01-15T10:00:00Z"),
  language: "fr",
  uidDomain: "exemple.org",
  tell: (key, values) =>
    `${key === "calendar-cancelled" ? "ANNULÉ" : "REPORTÉ"} – ${values["title"] ?? ""}`,
};
