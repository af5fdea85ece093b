import { escapedCalendarText } from "../model/calendar-text.ts";
import type { DiagnosticRun } from "../model/diagnostic-run.ts";
import { DAY_MS } from "../model/durations.ts";
import { foldLines } from "../model/fold-line.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { plainWords } from "./plain-words.ts";
import { whoInWords, wordsOf } from "./roadmap-rows.ts";

/** What a calendar of a roadmap is made from. */
export interface CalendarSource {
  readonly questionnaire: Pick<Questionnaire, "recommendations">;
  readonly run: Pick<DiagnosticRun, "id" | "roadmap" | "updatedAt">;
  readonly language: Language;
  readonly tell: Tell;
  /** Ends the ids of events; never changed once a calendar was given out. */
  readonly uidDomain: string;
}

/**
 * The roadmap as an iCalendar file: an all-day event for the day each step should be done by, since many
 * calendars show no tasks. An event keeps its id: the file read again moves it, and adds no second one. What was
 * given up is not in it.
 * Source: RFC 5545
 */
export function roadmapCalendar(source: CalendarSource): string {
  const { run, language, tell } = source;
  const name = escapedCalendarText(tell("dp-calendar-name"));
  const lines = (run.roadmap ?? []).filter(({ state }) => state !== "given-up");
  const text = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Passerelle//Passerelle//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...lines.flatMap((line) => eventOf(line, source)),
    "END:VCALENDAR",
    "",
  ];
  return foldLines(text.join("\r\n"));
}

type Line = NonNullable<DiagnosticRun["roadmap"]>[number];

function eventOf(line: Line, { questionnaire, run, language, tell, uidDomain }: CalendarSource) {
  const found = questionnaire.recommendations.find(({ id }) => id === line.recommendation);
  const { title, step, done } = found
    ? wordsOf(found, language)
    : { title: line.recommendation, step: "", done: "" };
  const about = (label: string, text: string) =>
    text === "" ? [] : [tell("dp-labelled", { label, text }).replaceAll("**", "")];
  const description = [
    ...about(tell("dp-first-step"), step),
    ...about(tell("dp-done-when"), done),
    ...about(tell("dp-who"), whoInWords(line, tell)),
    ...about(tell("dp-aim"), plainWords(line.aim ?? "")),
  ].join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${run.id}.${line.recommendation}@${uidDomain}`,
    `DTSTAMP:${run.updatedAt.replaceAll(/[-:]|\.\d+/gu, "")}`,
    `DTSTART;VALUE=DATE:${basicDay(line.by)}`,
    `DTEND;VALUE=DATE:${basicDay(dayAfter(line.by))}`,
    "TRANSP:TRANSPARENT",
    `SUMMARY:${escapedCalendarText(title)}`,
    `DESCRIPTION:${escapedCalendarText(description)}`,
    "END:VEVENT",
  ];
}

function basicDay(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
