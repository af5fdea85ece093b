import { expect } from "vitest";
import { eventually } from "../../support/eventually.ts";
import {
  type BroadcastPlace,
  type NamedRoom,
  neverQuiet,
  withoutClockChange,
} from "./broadcast-place.ts";
import { drawKill } from "./kill-amid.ts";

const MINUTE_MS = 60_000;

/** Rooms that are reminded and told of changes. */
const roomNames = Array.from({ length: 6 }, (_, index) => `salon-${index + 1}`);
const people = ["amina", "driss"] as const;

/** What people were told of one workshop that takes place and one that is cancelled. */
interface Round {
  readonly kept: string;
  readonly cancelled: string;
}

/** What became of the messages. */
export interface KilledReminders {
  readonly kills: number;
  /** Kills after the first of a round's messages was seen and before the last was. */
  readonly amid: number;
  /** Rounds of reminders and a cancellation, due together. */
  readonly rounds: number;
  /** Messages that had to be shown: a reminder and a cancellation for each room and person and round. */
  readonly due: number;
  /** What was not shown, or more than once, each in words. */
  readonly faults: readonly string[];
}

/**
 * Has a reminder of one workshop and the cancellation of another go to rooms and people at the same time,
 * the process killed at one message after another until all are out, again and again on one data folder.
 * @param most how many kills; the last round is finished in calm
 */
export async function killReminders(
  place: BroadcastPlace,
  most: number,
  random: () => number,
): Promise<KilledReminders> {
  const rooms: NamedRoom[] = [];
  for (const name of roomNames) rooms.push(await place.makeRoom(name));
  const told = [...rooms, ...people];
  const kinds = ["change", "hour-before"];
  const { platform } = place;
  const subscribed = rooms.map(({ id: room }) => ({
    platform,
    room,
    kinds,
    quiet: neverQuiet,
  }));
  await place.open({ timeZone: withoutClockChange, announcements: { rooms: subscribed } });
  const rounds: Round[] = [];
  let [kills, amid] = [0, 0];
  while (kills < most) {
    const round = await prepare(place, rounds.length + 1);
    rounds.push(round);
    await place.kill();
    // The reminder is due two minutes before, the notice one.
    place.moveByMs(12 * MINUTE_MS);
    const whole = 2 * told.length;
    for (let left = whole; left > 0 && kills < most;) {
      await place.startAndKill(drawKill(left, random));
      kills += 1;
      const seen = await countSeen(place, told, round);
      if (seen > 0 && seen < whole) amid += 1;
      left = whole - seen;
      // Longer than the lease of a crashed sender; now and then longer than a nonce is trusted.
      place.moveByMs(Math.round((1.1 + random() * 2) * MINUTE_MS));
    }
    await place.start();
    // What does not come is told in the end.
    await eventually(async () => {
      expect(await countSeen(place, told, round)).toBe(whole);
    }).catch(() => undefined);
  }
  // Whatever was still to be said again would have been by then.
  await place.says("olga", "programmation", "");
  await place.kill();
  place.moveByMs(2 * MINUTE_MS);
  await place.start();
  await place.says("olga", "programmation", "");
  return {
    kills,
    amid,
    rounds: rounds.length,
    due: rounds.length * 2 * told.length,
    faults: await faultsIn(place, told, rounds),
  };
}

/** Two workshops that everybody comes to; the second is cancelled, to be told ten minutes later. */
async function prepare(place: BroadcastPlace, number: number): Promise<Round> {
  const start = new Date(place.now().getTime() + 82 * MINUTE_MS).toISOString();
  const [year, month, date] = start.slice(0, 10).split("-");
  const when = `${date}/${month}/${year} à ${start.slice(11, 13)}h${start.slice(14, 16)}`;
  const publish = async (title: string): Promise<string> => {
    const words = [title, when, "en ligne", "thème : libre"];
    await place.says("olga", `nouvel atelier\n${words.join("\n")}`, "Aperçu");
    const done = await place.says("olga", "Publier", "C'est publié");
    return /n° (\d+)/u.exec(done)?.[1] ?? "";
  };
  const round = { kept: `Maintenu ${number}.`, cancelled: `Annulable ${number}.` };
  const numbers = [await publish(round.kept), await publish(round.cancelled)] as const;
  for (const who of people) {
    for (const workshop of numbers)
      await place.says(who, `je m'inscris au ${workshop}`, "place est réservée");
  }
  // From here on people know them: what is cancelled sooner was never announced.
  await place.kill();
  place.moveByMs(11 * MINUTE_MS);
  await place.start();
  await place.says("olga", `annuler ${numbers[1]} : salle inondée`, "Raison");
  await place.says("olga", "Annuler l'atelier", "est annulé");
  return round;
}

function isReminder(text: string, { kept }: Round): boolean {
  return text.includes(` : ${kept}`) && !text.includes("Annulé :");
}

function isCancellation(text: string, { cancelled }: Round): boolean {
  return text.includes(`Annulé : ${cancelled}`);
}

async function countSeen(
  place: BroadcastPlace,
  told: readonly (NamedRoom | string)[],
  round: Round,
): Promise<number> {
  const seen = await Promise.all(told.map((where) => place.seen(where)));
  const has = (is: typeof isReminder) =>
    seen.filter((texts) => texts.some((text) => is(text, round))).length;
  return has(isReminder) + has(isCancellation);
}

async function faultsIn(
  place: BroadcastPlace,
  told: readonly (NamedRoom | string)[],
  rounds: readonly Round[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const where of told) {
    const texts = await place.seen(where);
    const name = typeof where === "string" ? where : where.name;
    for (const [index, round] of rounds.entries()) {
      const counted = {
        reminders: texts.filter((text) => isReminder(text, round)).length,
        cancellations: texts.filter((text) => isCancellation(text, round)).length,
        remindedInVain: texts.filter((text) => text.includes(`Bientôt : ${round.cancelled}`))
          .length,
      };
      const { reminders, cancellations, remindedInVain } = counted;
      if (reminders === 1 && cancellations === 1 && remindedInVain === 0) continue;
      faults.push(`round ${index + 1}, ${name}: ${JSON.stringify(counted)}`);
    }
  }
  return faults;
}
