import { formatDay, formatMonth } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { foldText } from "../../src/understanding/fold-text.ts";
import { library } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";

/** Online, in English too. */
export const site = workshopLike({
  id: "site",
  title: { fr: "Créer son site", en: "Build your website" },
  localStart: "2026-11-26T18:30",
  localEnd: "2026-11-26T20:00",
  mode: "online",
  partners: ["What the Web"],
  price: { amount: 0, currency: "EUR" },
  contact: "la maison des associations",
});
/** Two sessions of one day. */
export const libre = workshopLike({
  ...site,
  id: "libre-1000",
  title: { fr: "Découvrir les logiciels libres" },
  themes: ["free-software"],
  localStart: "2026-12-03T10:00",
  localEnd: undefined,
  place: { name: "La Chesnaie" },
  mode: "on-site",
  seriesId: "libre",
});
export const libreLater = { ...libre, id: "libre-1100", localStart: "2026-12-03T11:00" };

/** What tells a question about workshops in French, on 23 November 2026. */
export function telling(
  question: string,
  workshops: readonly Workshop[] = [site, libre, libreLater],
) {
  return {
    question: foldText(question),
    workshops,
    themes: library.themes,
    now: new Date("2026-11-23T09:00:00Z"),
    timeZone: "Europe/Paris",
    language: "fr" as const,
    tell: tellIn(library.phrases.fr),
    sayDay: (day: string) => formatDay(day, "fr", true),
    sayMonth: (day: string) => formatMonth(day, "fr"),
  };
}
