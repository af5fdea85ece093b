import type { Workshop } from "../../model/workshop.ts";
import { type CalendarOptions, writeCalendar } from "./write-calendar.ts";

/** Which workshops a calendar holds. */
export type CalendarScope =
  | { readonly of: "programme" }
  | { readonly of: "theme"; readonly theme: string }
  | { readonly of: "territory"; readonly territory: string }
  | { readonly of: "workshop"; readonly workshop: Workshop };

/** How several calendars are written. */
export interface CalendarFilesOptions extends Omit<CalendarOptions, "name"> {
  readonly nameOf: (scope: CalendarScope) => string;
}

/** A calendar to be written to disk or sent. */
export interface CalendarFile {
  readonly fileName: string;
  readonly text: string;
}

/** The whole programme, then one calendar per theme and one per territory, each with what it holds. */
export function calendarFiles(
  workshops: readonly Workshop[],
  options: CalendarFilesOptions,
): readonly CalendarFile[] {
  const themes = sorted(workshops.flatMap((workshop) => workshop.themes));
  const territories = sorted(workshops.flatMap((workshop) => workshop.territories));
  const scopes: readonly CalendarScope[] = [
    { of: "programme" },
    ...themes.map((theme) => ({ of: "theme", theme }) as const),
    ...territories.map((territory) => ({ of: "territory", territory }) as const),
  ];
  return scopes.map((scope) => calendarFile(workshops, scope, options));
}

/** One calendar; what is national is in that of every territory. */
export function calendarFile(
  workshops: readonly Workshop[],
  scope: CalendarScope,
  options: CalendarFilesOptions,
): CalendarFile {
  const held = workshops.filter((workshop) => isOf(workshop, scope));
  const text = writeCalendar(held, { ...options, name: options.nameOf(scope) });
  return { fileName: `${fileStem(scope)}.ics`, text };
}

function isOf(workshop: Workshop, scope: CalendarScope): boolean {
  switch (scope.of) {
    case "programme":
      return true;
    case "theme":
      return workshop.themes.includes(scope.theme);
    case "territory":
      return workshop.territories.some((its) => its === scope.territory || its === "national");
    case "workshop":
      return workshop.id === scope.workshop.id;
  }
}

function fileStem(scope: CalendarScope): string {
  switch (scope.of) {
    case "programme":
      return "programme";
    case "theme":
      return `theme-${fileWord(scope.theme)}`;
    case "territory":
      return `territoire-${fileWord(scope.territory)}`;
    case "workshop":
      return `atelier-${scope.workshop.number}`;
  }
}

/** Themes and territories may come from a file somebody else wrote: no path gets out of them. */
function fileWord(word: string): string {
  return word.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((one, other) => one.localeCompare(other, "fr"));
}
