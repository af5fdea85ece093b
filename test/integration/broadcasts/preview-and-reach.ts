import { expect } from "vitest";
import { eventually } from "../../support/eventually.ts";
import {
  type BroadcastPlace,
  type NamedRoom,
  neverQuiet,
  withoutClockChange,
} from "./broadcast-place.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const title = "Découverte des logiciels libres";

/** A room, what it subscribed to and how, and whether the workshop is for it. */
interface Wish {
  readonly name: string;
  /** By the configuration. */
  readonly configured?: object;
  /** In words, said in the room. */
  readonly words?: string;
  readonly isFor?: boolean;
}

const [free, security] = [["free-software"], ["security"]];
const kinds = ["new"];

/** Two are for it by the configuration, one by words; all others differ from them in one thing. */
const wishes: readonly Wish[] = [
  { name: "libres-44", configured: { themes: free, territories: ["44"], kinds }, isFor: true },
  { name: "tout-partout", configured: { kinds }, isFor: true },
  { name: "securite-44", configured: { themes: security, territories: ["44"], kinds } },
  { name: "libres-13", configured: { themes: free, territories: ["13"], kinds } },
  { name: "resume-seul", configured: { kinds: ["digest"] } },
  { name: "44-en-mots", words: "themes: libres territoire: 44 messages: nouveaux", isFor: true },
  { name: "securite-en-mots", words: "themes: sécurité territoire: 44 messages: nouveaux" },
  { name: "13-en-mots", words: "themes: libres territoire: 13 messages: nouveaux" },
  { name: "sans-abonnement" },
];

/** Rooms by their names, in the order of the alphabet. */
export interface ObservedReach {
  /** Those the workshop is for. */
  readonly meant: readonly string[];
  /** Those the preview names. */
  readonly previewed: readonly string[];
  /** Those that were told of it; one that was told twice stands here twice. */
  readonly received: readonly string[];
}

/** A coordinator drafts a workshop, reads which rooms the preview names, and confirms it: it is announced. */
export async function observeReach(place: BroadcastPlace): Promise<ObservedReach> {
  const made: { readonly room: NamedRoom; readonly wish: Wish }[] = [];
  for (const wish of wishes) made.push({ room: await place.makeRoom(wish.name), wish });
  const { platform } = place;
  // In the middle of the week to come: a digest tells of the workshop too, and none is due meanwhile.
  const weekday = ((place.now().getUTCDay() + 3) % 7) + 1;
  const digest = { weekday, time: "09:00" };
  const rooms = made.flatMap(({ room, wish: { configured } }) =>
    configured ? [{ platform, room: room.id, quiet: neverQuiet, digest, ...configured }] : [],
  );
  await place.open({ timeZone: withoutClockChange, announcements: { rooms } });
  for (const { room, wish } of made) {
    if (wish.words) await place.says("olga", `abonner ${wish.words}`, "Ce salon reçoit", room);
  }
  const all = made.map(({ room }) => room);
  const meant = made.flatMap(({ room, wish }) => (wish.isFor ? [room.name] : [])).toSorted();
  const preview = await draft(place);
  await place.says("olga", "Publier", "C'est publié");
  // Announced once it can no longer be taken back, and out of the quiet hours rooms have by themselves.
  await restartLater(place, untilMorningMs(place.now()));
  await eventually(async () => {
    expect(new Set(await receiversAmong(all, place))).toEqual(new Set(meant));
  });
  // Whatever else was to be said is said by then.
  await restartLater(place, 5 * MINUTE_MS);
  await place.says("olga", "programmation", "");
  return { meant, previewed: namedIn(preview, all), received: await receiversAmong(all, place) };
}

async function draft(place: BroadcastPlace): Promise<string> {
  const day = new Date(place.now().getTime() + 6 * DAY_MS).toISOString().slice(0, 10);
  const [year, month, date] = day.split("-");
  const lines = [title, `${date}/${month}/${year} de 18h à 20h`, "en ligne", "thème : libre"];
  const text = ["nouvel atelier", ...lines, "territoire : 44"].join("\n");
  return place.says("olga", text, "Aperçu");
}

async function restartLater(place: BroadcastPlace, ms: number): Promise<void> {
  await place.kill();
  place.moveByMs(ms);
  await place.start();
}

/** To the next 9:20 or later of the day, at least as long as an announcement waits. */
function untilMorningMs(now: Date): number {
  const soonest = new Date(now.getTime() + 11 * MINUTE_MS);
  const hour = soonest.getUTCHours();
  if (hour >= 9 && hour < 20) return 11 * MINUTE_MS;
  const morning = new Date(soonest);
  morning.setUTCHours(9, 20, 0, 0);
  if (hour >= 20) morning.setUTCDate(morning.getUTCDate() + 1);
  return morning.getTime() - now.getTime();
}

/** The rooms a preview names, by their ids where the platform tells no name; and a number that differs. */
function namedIn(preview: string, rooms: readonly NamedRoom[]): readonly string[] {
  const [audience = ""] = preview.split("\n");
  const named = rooms.filter(({ id, name }) => audience.includes(id) || audience.includes(name));
  const count = /dans (?<rooms>\d+) salon/u.exec(audience)?.groups?.["rooms"] ?? "no";
  const odd = Number(count) === named.length ? [] : [`${count} rooms`];
  return [...named.map(({ name }) => name), ...odd].toSorted();
}

async function receiversAmong(
  rooms: readonly NamedRoom[],
  place: BroadcastPlace,
): Promise<readonly string[]> {
  const received = rooms.map(async (room) => {
    const texts = await place.seen(room);
    return texts.filter((text) => text.includes(title)).map(() => room.name);
  });
  return (await Promise.all(received)).flat().toSorted();
}
