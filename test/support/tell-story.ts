import { z } from "zod";
import { sentMessages } from "./json-lines.ts";

/** Longest line of what was said, in characters: a transcript shows that it was, not all of it. */
const LONGEST = 420;

const event = z.looseObject({
  at: z.string().optional(),
  from: z.string().optional(),
  platform: z.string().optional(),
  room: z.string().optional(),
  text: z.string().optional(),
  press: z.string().optional(),
  thread: z.string().optional(),
});

interface Line {
  /** UTC instant (ISO 8601). */
  readonly at: string;
  readonly words: string;
}

/**
 * What was played to `simulate` and what it sent, as a Markdown list by day, in the order it happened: each
 * event of the input has a time of its own, so an answer follows its question.
 * @param input JSON lines, every event after a move of the clock
 * @param output what `simulate` printed
 */
export function tellStory(input: string, output: string): string {
  const isSamePlace = new Set(sentMessages(output).map(({ platform }) => platform)).size < 2;
  const lines = [...saidIn(input, isSamePlace), ...sentIn(output, isSamePlace)];
  const ordered = lines.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const days = new Map<string, string[]>();
  for (const { at, words } of ordered) {
    const day = format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
    const hour = format(at, { hour: "2-digit", minute: "2-digit" });
    days.set(day, [...(days.get(day) ?? []), `- ${hour} ${words}`]);
  }
  return [...days].map(([day, said]) => `**${day}**\n\n${said.join("\n")}`).join("\n\n");
}

/** @param isSamePlace whether all of it is on one platform, which then need not be told */
function saidIn(input: string, isSamePlace: boolean): readonly Line[] {
  let now = "";
  return input
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { at, from, room, platform, text, press, thread } = event.parse(JSON.parse(line));
      if (at !== undefined) now = new Date(at).toISOString();
      if (from === undefined) return [];
      const below = room !== undefined && thread !== undefined ? `${room}, in the thread` : room;
      const where = [below, isSamePlace ? undefined : platform].filter((one) => one !== undefined);
      const words = press === undefined ? `: ${oneLine(text ?? "")}` : ` presses \`${press}\``;
      return [{ at: now, words: `**${from}**${inBrackets(where)}${words}` }];
    });
}

/** What several rooms are sent at once is told once. */
function sentIn(output: string, isSamePlace: boolean): readonly Line[] {
  const rooms = new Map<
    string,
    { readonly at: string; readonly words: string; readonly to: string }
  >();
  for (const { at, to, platform, text, choices, inPlace, thread, reaction } of sentMessages(
    output,
  )) {
    const labels = choices.slice(0, 2).map((label) => ` \`${label}\``);
    const how = inPlace === true ? "(in the place of the announcement) " : "";
    const said = reaction ? `(${reaction.sign} on what was written)` : oneLine(text);
    const words = `${how}${said}${labels.join("")}`;
    const name = JSON.stringify([at, words]);
    const same = rooms.get(name);
    const about = [isSamePlace ? undefined : platform, thread === undefined ? undefined : "thread"];
    const where = `${to}${inBrackets(about.filter((one) => one !== undefined))}`;
    rooms.set(name, { at, words, to: same ? `${same.to}, ${where}` : where });
  }
  return [...rooms.values()].map(({ at, to, words }) => ({ at, words: `→ ${to}: ${words}` }));
}

function inBrackets(parts: readonly string[]): string {
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** Markdown of a message would be that of the page: its words alone, without the reminder of what is kept. */
function oneLine(text: string): string {
  const words = text
    .split(/\n+/u)
    .filter((line) => line !== "" && !line.startsWith("*Le fil de nos échanges"))
    .map((line) => line.replace(/^- /u, "").replaceAll("*", ""))
    .join(" · ");
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
}

function format(at: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "Europe/Paris" }).format(
    new Date(at),
  );
}
