import type { Theme } from "../model/library.ts";
import type { KeptQuestion } from "../model/kept-question.ts";
import type { ThemeWish } from "../model/theme-wish.ts";
import type { Workshop } from "../model/workshop.ts";
import { readWorkshopRequest } from "../workshops/read-workshop-request.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { isUpcoming } from "../workshops/workshop-time.ts";

/** What was asked for and could not be given. */
export interface Unmet {
  /** Asked for a workshop on a theme when none was to come. */
  readonly wishes: readonly ThemeWish[];
  /** Questions without an answer: their words are looked at here, and none of them is told. */
  readonly questions: readonly KeptQuestion[];
}

/** A theme without a workshop to come, and how often it was asked for. */
export interface ThemeDemand {
  readonly theme: Theme;
  readonly asked: number;
}

/** The themes asked for that no workshop is to come on, those asked for most first. */
export function countDemand(
  { wishes, questions }: Unmet,
  {
    themes,
    workshops,
  }: { readonly themes: readonly Theme[]; readonly workshops: readonly Workshop[] },
  now: Date,
): readonly ThemeDemand[] {
  const coming = workshops.filter(
    (one) => one.publication === "published" && takesPlace(one) && isUpcoming(one, now),
  );
  const nothing = { themes, coming: [], published: [] };
  const asked = [
    ...wishes.map(({ theme }) => theme),
    ...questions
      .filter(({ because }) => because === "unknown")
      .map(({ question }) => readWorkshopRequest(question, nothing).theme),
  ];
  return themes
    .filter(({ id }) => !coming.some((one) => one.themes.includes(id)))
    .map((theme) => ({ theme, asked: asked.filter((id) => id === theme.id).length }))
    .filter((one) => one.asked > 0)
    .toSorted((a, b) => b.asked - a.asked);
}
