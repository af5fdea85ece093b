import { describe, expect, it } from "vitest";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const twelve = workshopLike({ number: 12, localEnd: "2027-03-09T20:00", mode: "online" });
const room = { platform: "here", room: "#ateliers", isDirect: false };

describe("a coordinator who writes in English", () => {
  it("is answered so from the first command on", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    expect(await talk.says("new workshop")).toContain("What is the title?");
    const host = await CoordinationTalk.open([], { roles: ["room-coordinator"], address: room });
    expect(await host.says("subscribe topics: free software")).toContain("This room receives:");
    expect(await host.says("quels abonnements ici")).toContain("Ce salon reçoit :");
  });

  it("gives a reason that is told without what leads to it", async () => {
    const talk = await CoordinationTalk.open([twelve]);
    const asked = await talk.says("cancel 12 because the speaker is ill");
    expect(asked).toContain("Reason: the speaker is ill");
    await talk.presses("Change nothing");
    await talk.says("cancel 12");
    expect(await talk.says("because of the snow")).toContain("Reason: the snow");
    await talk.presses("Ne rien changer");
    await talk.says("annuler 12");
    expect(await talk.says("carburant introuvable")).toContain("Raison : carburant introuvable");
  });

  it("is told in English what became of what they published", async () => {
    const talk = await CoordinationTalk.open();
    await talk.says("abonner messages: tout", { from: "bob", address: room });
    await talk.says("new workshop\nLe libre\n26 November 2026 6pm\nonline\ntopic: free software");
    await talk.presses("Publish");
    talk.chat.clock.moveByMs(11 * 60_000);
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    expect(talk.chat.sent.at(-1)).toMatchObject({
      to: { room: "@amina" },
      text: "Announcement no. 1, **Le libre** (workshop 1): 1 room, 1 confirmed, 0 sent twice.",
    });
  });
});
