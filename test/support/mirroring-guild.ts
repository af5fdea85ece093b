import { personKey } from "../../src/model/address.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { put, type Store } from "../../src/ports/store.ts";
import type { PermissionName } from "./discord-server/world/permission-bits.ts";
import { DiscordRig, type RigOptions, usualScript } from "./discord-rig.ts";
import { FixedClock } from "./fixed-clock.ts";
import { scriptedKnowledge } from "./small-library.ts";
import { workshopLike } from "./workshop-like.ts";

const usual: readonly PermissionName[] = ["ViewChannel", "SendMessages", "CreateEvents"];

/** The workshop of the tests. */
export const collecting = workshopLike({
  id: "ateliers/12",
  number: 12,
  title: { fr: "Collecter en ligne" },
  summary: { fr: "Pour bien commencer." },
  localStart: "2027-03-09T18:00",
  place: { name: "La Chesnaie", town: "Saint-Nazaire" },
  joinUrl: "https://visio.example.org/ouverte",
  joinSecret: "https://visio.example.org/secret",
  registration: { by: "bot" },
});

/** A guild that chose to show the programme in its events, and its coordinator Olga. */
export async function mirroringGuild(botMay: readonly PermissionName[] = usual) {
  const clock = new FixedClock("2027-03-01T09:00:00Z");
  const programme: { workshops: readonly Workshop[] } = { workshops: [collecting] };
  const knowledge = {
    ...scriptedKnowledge(usualScript),
    programme: () => programme.workshops,
  };
  const rig = await DiscordRig.prepare({ clock, knowledge });
  const olga = rig.server.person("olga", { locale: "fr" });
  const guild = rig.server.guild("Les Amis", { owner: olga, botMay });
  const settings = { scheduledEvents: [guild.id] };
  const { workshopChanges } = rig.knowledge.documents;
  const change = {
    owner: personKey("discord", olga.id),
    workshop: collecting.id,
    kind: "edit" as const,
    before: collecting,
    at: "2027-02-20T09:00:00.000Z",
  };
  await rig.store.write([put(workshopChanges, "one", change)]);
  const start = async (options: RigOptions = {}) =>
    rig.startBot({ clock, knowledge, settings, ...options });
  const open = () =>
    [...guild.data.events.values()].filter(({ fields }) => Number(fields["status"] ?? 1) < 3);
  return {
    rig,
    olga,
    guild,
    clock,
    programme,
    settings,
    start,
    open,
    names: () => open().map(({ fields }) => fields["name"]),
    told: () => olga.seesFromBot(olga.direct()).map(({ content }) => content),
    /** How many requests changed something. */
    writes: () =>
      rig.server.requests.filter(
        ({ method, path }) => method !== "GET" && path.includes("scheduled-events"),
      ).length,
    /** A tick, and all that follows from it. */
    tick: async (ms = 0) => {
      clock.moveByMs(ms);
      await rig.bot.tick();
      await rig.bot.idle();
    },
    change: (more: Partial<Workshop>) => {
      const [first, ...others] = programme.workshops;
      if (!first) throw new Error("no workshop");
      programme.workshops = [
        { ...first, ...more, updatedAt: clock.now().toISOString() },
        ...others,
      ];
    },
  };
}

/** A store on which writing about events fails once `isWell` says so. */
export function failingAfter(store: Store, isWell: () => boolean): Store {
  return {
    get: (type, id) => store.get(type, id),
    list: (type, names) => store.list(type, names),
    write: async (changes) => {
      const isOurs = changes.some(({ collection }) => collection === "mirrored-events");
      if (isOurs && !isWell()) throw new Error("the power is cut");
      await store.write(changes);
    },
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
