import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { SeatChat, workshopOfSeats } from "../support/seat-chat.ts";
import { library } from "../support/small-library.ts";

const theme = library.themes[0];
if (!theme) throw new Error("no theme");
const workshop = workshopOfSeats({ themes: [theme.id] });
const press = "✋ Je m'inscris au 12";
const next = `écrivez-moi en privé : « abonner thème : ${theme.name.fr} »`;

async function chatWhere(changes: Partial<Workshop>, at = "2027-03-01T09:00:00Z") {
  const chat = await SeatChat.open({ ...workshop, ...changes });
  chat.clock.moveTo(at);
  return chat;
}

describe("pressing to sign up once nobody can any more", () => {
  it.each([
    ["over", {}, "2027-03-09T20:30:00Z", "a déjà eu lieu"],
    ["cancelled", { status: "cancelled" as const }, undefined, "est annulé"],
    [
      "closed",
      { registration: { by: "bot" as const, closesAt: "2027-02-28T12:00" } },
      undefined,
      "sont closes",
    ],
  ])("says kindly that it is %s, and how to hear of the next", async (_, changes, at, said) => {
    const chat = await chatWhere(changes, at);
    const [told] = await chat.presses("amina", press);
    expect(told).toContain(said);
    expect(told).toContain(next);
    expect(await chat.registrations()).toEqual([]);
  });

  it("tells of the next in words that do what they say", async () => {
    const chat = await chatWhere({ status: "cancelled" });
    await chat.presses("amina", press);
    const [told] = await chat.says("amina", `abonner thème : ${theme.name.fr}`);
    expect(told).toContain(theme.name.fr);
    const subscriptions = await chat.store.list(chat.knowledge.documents.subscriptions);
    expect(subscriptions.map(({ document }) => document.themes)).toEqual([[theme.id]]);
  });
});

describe("taking one's hand down", () => {
  const raised = { sign: "reaction-1" };
  const takenDown = {
    deletes: "reaction-1",
    from: "amina",
    address: { platform: "here", room: "@amina", isDirect: true },
  };

  it("after the workshop changes nothing, and is answered kindly", async () => {
    const chat = await chatWhere({});
    await chat.says("amina", press, raised);
    chat.clock.moveTo("2027-03-09T17:30:00Z");
    const before = chat.sent.length;
    await chat.bot.receive(takenDown);
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.read("amina", before).join("\n")).toContain("a déjà eu lieu");
    expect((await chat.registrations()).map(({ state }) => state.kind)).toEqual(["registered"]);
  });

  it("of a cancelled workshop asks nothing more of anybody", async () => {
    const chat = await chatWhere({});
    await chat.says("amina", press, raised);
    await chat.change({ status: "cancelled" });
    await chat.at("2027-03-01T09:15:00Z", "amina");
    const before = chat.sent.length;
    await chat.bot.receive(takenDown);
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.read("amina", before)).toEqual([]);
    expect((await chat.registrations()).map(({ state }) => state.kind)).toEqual(["cancelled"]);
  });
});
