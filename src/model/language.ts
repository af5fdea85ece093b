/** The languages people are answered in; French is the default. */
export const languages = ["fr", "en"] as const;

export type Language = (typeof languages)[number];

/** One value per language, French and English. */
export type PerLanguage<T> = Readonly<Record<Language, T>>;
