import { describe, expect, it } from "vitest";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { kindsOf, declareDocuments } from "../../src/model/stored-documents.ts";
import type { Store } from "../../src/ports/store.ts";
import { storedAbout } from "../../src/privacy/stored-about.ts";
import { Town } from "./town.ts";

const from = "2027-03-01T09:00:00Z";
const by = '["matrix","olga"]';
const workshop = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

async function published(text = workshop): Promise<Town> {
  const town = await Town.open({ from });
  await town.subscribes("#nantes@matrix", "messages: tout");
  await town.coordinates(text);
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:30:00Z");
  return town;
}

const idOf = (town: Town) => town.programme.workshops[0]?.id ?? "";

describe("between planning and sending", () => {
  it("who gave up their seat at night is not sent the new private link in the morning", async () => {
    const town = await published(
      workshop.replace("Mairie", "en ligne\nLien : https://visio.example.org/first-secret"),
    );
    for (const who of ["amina", "bob"]) await town.says(`${who}@discord`, "je m'inscris au 1");
    await town.runUntil("2027-03-02T21:00:00Z", 60);
    const link = { joinSecret: "https://visio.example.org/new-secret" };
    await town.programme.change(idOf(town), { kind: "edit", fields: link }, { by });
    await town.runUntil("2027-03-02T21:30:00Z");
    await town.says("amina@discord", "je ne peux plus venir");
    const start = town.shown.length;
    await town.runUntil("2027-03-03T08:00:00Z");
    expect(town.of("@amina", start)).toEqual([]);
    expect(town.of("@bob", start).join("\n")).toContain("new-secret");
  });

  it("who gave up their seat at night but subscribes is told of the change as anybody is", async () => {
    const town = await published();
    await town.says("amina@discord", "abonner messages: tout");
    await town.says("amina@discord", "je m'inscris au 1");
    await town.runUntil("2027-03-02T21:00:00Z", 60);
    const fields = { place: { name: "Agora" }, joinSecret: "https://visio.example.org/secret" };
    await town.programme.change(idOf(town), { kind: "edit", fields }, { by });
    await town.runUntil("2027-03-02T21:30:00Z");
    await town.says("amina@discord", "je ne peux plus venir");
    const start = town.shown.length;
    await town.runUntil("2027-03-03T08:00:00Z");
    const told = town.of("@amina", start).join("\n");
    expect(told).toContain("Agora");
    expect(told).not.toContain("secret");
  });

  it("a room that unsubscribes at night is not sent the announcement in the morning", async () => {
    const town = await Town.open({ from: "2027-03-01T20:00:00Z" });
    for (const room of ["#nantes", "#rennes"]) {
      await town.subscribes(`${room}@matrix`, "messages: tout");
    }
    await town.coordinates(workshop);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-01T20:40:00Z");
    await town.says("host@matrix", "désabonner", { room: "#nantes", roles: ["room-coordinator"] });
    const start = town.shown.length;
    await town.runUntil("2027-03-02T07:10:00Z");
    expect(town.of("#nantes", start)).toEqual([]);
    expect(town.of("#rennes", start).join("\n")).toContain("Découverte");
  });

  it("a room that asks for silence at night is not sent the announcement in the morning", async () => {
    const town = await Town.open({ from: "2027-03-01T20:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: tout");
    await town.coordinates(workshop);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-01T20:40:00Z");
    const host = { room: "#nantes", roles: ["room-coordinator"] as const };
    await town.says("host@matrix", "silence jusqu'au 1er juin", host);
    const start = town.shown.length;
    await town.runUntil("2027-03-02T07:10:00Z");
    expect(town.of("#nantes", start)).toEqual([]);
  });

  it("a room that unsubscribes at night is told all the same of a cancellation, having been told of the workshop", async () => {
    const town = await published();
    await town.runUntil("2027-03-02T21:00:00Z", 60);
    await town.programme.change(idOf(town), { kind: "cancel", reason: "salle" }, { by });
    await town.runUntil("2027-03-02T21:30:00Z");
    await town.says("host@matrix", "désabonner", { room: "#nantes", roles: ["room-coordinator"] });
    const start = town.shown.length;
    await town.runUntil("2027-03-03T08:00:00Z");
    expect(town.of("#nantes", start).join("\n")).toContain("**Annulé");
  });
});

describe("somebody who has everything erased while a tick plans", () => {
  it("is written down nowhere again, and reminded of nothing", async () => {
    const town = await published();
    await town.says("amina@discord", "je m'inscris au 1");
    await town.runUntil("2027-03-08T16:50:00Z", 60);
    await town.bot.stop();
    const documents = declareDocuments({ conversations: 7, keptQuestions: 7, handledEvents: 7 });
    // Who is to be reminded is read, and the plan about to be made.
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let arrived: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (arrived = resolve));
    const { store } = town;
    const known = store.list.bind(store);
    const held: Store = {
      get: store.get.bind(store),
      scrub: store.scrub.bind(store),
      close: store.close.bind(store),
      write: store.write.bind(store),
      list: async (type, names) => {
        const found = await known(type, names);
        if (type.collection === "reminder-wishes" && isHeld) {
          arrived();
          await gate;
        }
        return found;
      },
    };
    let isHeld = false;
    const discord = new SimulatedPlatform("discord", (reply) => town.show(reply));
    await town.start({ store: held, platforms: [discord] });
    const say = async (who: string, text: string) => {
      await discord.deliver({
        id: `${who} ${text}`,
        from: who,
        isFromBot: false,
        roles: [],
        address: { platform: "discord", room: `@${who}`, isDirect: true },
        text,
        pressed: undefined,
        isForUs: true,
        sentAt: town.clock.now(),
      });
    };
    // Who signed up is read again at the next tick.
    await say("bob", "je m'inscris au 1");
    isHeld = true;
    town.clock.moveTo("2027-03-08T17:00:30Z");
    const tick = town.bot.tick();
    await reached;
    isHeld = false;
    const start = town.shown.length;
    await say("amina", "oublie-moi");
    await say("amina", "oui");
    expect(town.of("@amina", start).at(-1)).toMatch(/effacé/u);
    const before = town.shown.length;
    open();
    await tick;
    await town.bot.idle();
    town.clock.moveTo("2027-03-08T17:10:00Z");
    await town.bot.tick();
    await town.bot.idle();
    expect(town.of("@amina", before)).toEqual([]);
    expect(town.of("@bob", before).join("\n")).toContain("Demain");
    const left = await storedAbout('["discord","amina"]', store, kindsOf(documents));
    expect(left).toEqual([]);
  });
});
