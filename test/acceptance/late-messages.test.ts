import { describe, expect, it } from "vitest";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { Town } from "./town.ts";

const by = '["matrix","olga"]';
const workshop = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

/** What a platform that cannot be reached comes to: nothing has left. */
const unreached = () => Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
/** What may or may not have been shown. */
const unanswered = () => new Error("timed out");

/** A town one of whose rooms, or platforms, may be out of reach. */
class FarTown {
  /** What is said of a room or platform when something is to be shown there. */
  fault: ((place: string) => Error | undefined) | undefined;
  readonly town: Town;

  private constructor(town: Town) {
    this.town = town;
    const show = town.show.bind(town);
    town.show = (reply) => {
      const cause = this.fault?.(reply.to.room);
      if (cause) throw cause;
      show(reply);
    };
  }

  static async open(from = "2027-03-01T09:00:00Z"): Promise<FarTown> {
    const far = new FarTown(await Town.open({ from }));
    await far.town.subscribes("#nantes@matrix", "messages: tout");
    return far;
  }

  async publish(text: string): Promise<void> {
    await this.town.coordinates(text);
    await this.town.presses("olga", "Publier");
  }

  /** A room is away from now on. */
  lose(room: string, cause: () => Error = unreached): void {
    this.fault = (place) => (place === room ? cause() : undefined);
  }

  find(): void {
    this.fault = undefined;
  }
}

describe("a message that missed its moment", () => {
  it("minds the night when a process that died before sending it is back at 23:30", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await far.publish(workshop);
    await town.runUntil("2027-03-08T16:59:00Z", 59);
    await town.bot.stop();
    // Planned, and nothing more is written.
    const { store } = town;
    const dying: Store = {
      get: store.get.bind(store),
      list: store.list.bind(store),
      scrub: store.scrub.bind(store),
      close: store.close.bind(store),
      write: async (changes) => {
        const isSending = changes.some(({ json }) => json?.includes('"kind":"sending"'));
        if (isSending) throw new Error("dead");
        await store.write(changes);
      },
    };
    await town.start({
      store: dying,
      platforms: [new SimulatedPlatform("matrix", () => undefined)],
    });
    town.clock.moveTo("2027-03-08T17:00:00Z");
    await town.bot.tick();
    await town.bot.idle();
    const start = town.shown.length;
    await town.isDownUntil("2027-03-08T22:30:00Z");
    await town.runUntil("2027-03-09T06:50:00Z");
    expect(town.of("#nantes", start)).toEqual([]);
    await town.runUntil("2027-03-09T07:10:00Z");
    expect(town.of("#nantes", start)).toHaveLength(1);
    expect(town.of("#nantes", start)[0]).toMatch(/retard.*\n\n\*\*Ce soir : /u);
  });

  it("says what is so when it goes, where it is known that nobody saw it before", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await far.publish(workshop.replace("9 mars", "10 mars"));
    await town.runUntil("2027-03-09T16:50:00Z", 60);
    far.lose("#nantes");
    await town.runUntil("2027-03-10T01:30:00Z");
    far.find();
    const start = town.shown.length;
    await town.runUntil("2027-03-10T06:50:00Z");
    expect(town.of("#nantes", start)).toEqual([]);
    await town.runUntil("2027-03-10T07:10:00Z");
    const [reminder = ""] = town.of("#nantes", start);
    expect(reminder).toMatch(/^\*Ce message arrive en retard/u);
    expect(reminder).not.toContain("Demain");
  });

  it("keeps its words, which people may have read, when nobody knows whether it was shown", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await far.publish(workshop.replace("9 mars", "10 mars"));
    await town.runUntil("2027-03-09T16:50:00Z", 60);
    far.lose("#nantes", unanswered);
    await town.runUntil("2027-03-09T17:30:00Z");
    far.find();
    const start = town.shown.length;
    await town.runUntil("2027-03-09T18:30:00Z");
    expect(town.of("#nantes", start)).toHaveLength(1);
    expect(town.of("#nantes", start)[0]).toMatch(/^\*\*Demain/u);
  });

  it("is one with the other announcements that waited for the room, and says it is late", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await town.runUntil("2027-03-01T09:30:00Z");
    far.lose("#nantes");
    for (let day = 10; day < 22; day += 1) {
      await far.publish(
        workshop.replace("Découverte", `Sujet${day}`).replace("9 mars", `${day} mars`),
      );
      await town.runUntil(new Date(town.clock.now().getTime() + 900_000).toISOString(), 5);
    }
    await town.runUntil("2027-03-02T12:00:00Z");
    far.find();
    const start = town.shown.length;
    await town.runUntil("2027-03-02T13:10:00Z", 1);
    const got = town.of("#nantes", start);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatch(/retard/u);
    for (let day = 10; day < 22; day += 1) expect(got[0]).toContain(`Sujet${day}`);
    expect(await town.coordinates("échecs")).not.toContain("#nantes");
  });
});

describe("long after it was announced", () => {
  it("a workshop that is cancelled is cancelled for the rooms that were told of it", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await far.publish(workshop.replace("9 mars", "9 septembre"));
    await town.runUntil("2027-03-01T09:30:00Z");
    await town.runUntil("2027-06-10T09:00:00Z", 24 * 60);
    const start = town.shown.length;
    const [one] = town.programme.workshops;
    await town.programme.change(one?.id ?? "", { kind: "cancel", reason: "salle" }, { by });
    await town.runUntil("2027-06-10T12:00:00Z");
    expect(town.of("#nantes", start).join("\n")).toContain("**Annulé");
  });

  it("a notice waits for its room as long as it is useful, and is then told as given up", async () => {
    const far = await FarTown.open();
    const { town } = far;
    await far.publish(workshop.replace("9 mars", "30 mars"));
    await far.publish(workshop.replace("9 mars", "12 mars").replace("Découverte", "Autre"));
    await town.runUntil("2027-03-01T09:30:00Z");
    far.lose("#nantes");
    for (const { id } of town.programme.workshops) {
      await town.programme.change(id, { kind: "cancel", reason: "salle" }, { by });
    }
    await town.runUntil("2027-03-14T11:00:00Z", 60);
    far.find();
    const start = town.shown.length;
    expect(await town.coordinates("échecs")).toMatch(/Autre|#nantes/u);
    await town.runUntil("2027-03-15T12:00:00Z", 30);
    const got = town.of("#nantes", start).join("\n");
    expect(got).toContain("**Annulé : Découverte");
    expect(got).not.toContain("**Annulé : Autre");
  });
});
