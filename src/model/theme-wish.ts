import { z } from "zod";
import type { DocumentType } from "./document-type.ts";

/** That a workshop on a theme was asked for and none was to come: nobody knows by whom. */
export interface ThemeWish {
  /** Id of the theme. */
  readonly theme: string;
  /** UTC instant (ISO 8601). */
  readonly at: string;
}

/** How it is stored: about nobody, for a year, as the programme is made for a year. */
export const themeWishType: DocumentType<ThemeWish> = {
  collection: "theme-wishes",
  description: "stored-theme-wishes",
  version: 1,
  migrations: [],
  read: (json) => themeWishSchema.parse(json),
  keptDays: 365,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

const themeWishSchema = z.strictObject({ theme: z.string(), at: z.iso.datetime() });
