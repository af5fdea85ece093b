import { describe, expect, it } from "vitest";
import { personKey } from "../../src/model/address.ts";
import { HandoffTown } from "../support/handoff-town.ts";

/** A name and an account that stand in no other word. */
const NAME = "xaviere-quimper";
/** A room they write in. */
const ownRoom = "salon-quimper";
/** What they say elsewhere: never agreed to, so it is nobody's. */
const elsewhere = ["notre-tresoriere-zelda", "chorale-wuxian"];

/** A whole story of somebody whose account is like no other word: asked, passed on, answered, closed, judged. */
async function story() {
  const town = await HandoffTown.open();
  const person = town.personCalled(NAME);
  const general = { platform: town.askerPlatform, room: ownRoom, isDirect: false };
  await town.hears({ from: NAME, address: general, text: `bonjour, ${elsewhere[0]} cherche` });
  await person.says(`je parle de ${elsewhere[1]}`);
  await town.hasRequest({
    asker: {
      person: personKey(town.askerPlatform, NAME),
      answerIn: person.address,
      language: "fr",
    },
  });
  await town.ticks();
  const [camille, david] = [town.adviser("camille"), town.adviser("david")];
  await camille.presses("Je prends");
  await camille.writes("> Bonjour, combien d'enfants ?");
  await camille.presses("Envoyer");
  await person.says("Une douzaine", { id: "their-own-event" });
  const on = town.team().findLast(({ text }) => text.includes("douzaine"))?.key ?? "";
  await camille.writes("Il faut un accord écrit.", { repliesTo: on });
  await person.reacts("👍", person.read.findLast(({ text }) => text.includes("accord"))?.key ?? "");
  await town.delivers({ from: NAME, address: person.address, deletes: "their-own-event" });
  await camille.writes("transférer à David : je pars");
  await david.presses("Je prends");
  await david.writes("transférer à Élise : plus près");
  await town.passes(24 * 60);
  await person.presses("D'accord");
  const elise = town.adviser("elise");
  await elise.presses("Je prends");
  await elise.writes("> Bonjour, je suis Élise.");
  await elise.presses("Envoyer");
  await town.passes(2 * 24 * 60);
  await elise.writes("résolu");
  await town.passes(24 * 60);
  await person.says("oui");
  await person.presses("👎 Non").catch(() => person.says("non"));
  await town.passes(9 * 24 * 60);
  return { town, person };
}

/** One nobody takes, up to who coordinates; another that is reported. */
async function unansweredAndReported() {
  const town = await HandoffTown.open();
  const person = town.personCalled(NAME);
  const asker = {
    person: personKey(town.askerPlatform, NAME),
    answerIn: person.address,
    language: "fr" as const,
  };
  await town.hasRequest({ asker });
  await town.hasRequest({ asker, theme: "security" });
  await town.ticks();
  await town.adviser("camille").writes("je prends A-2");
  await town.adviser("camille").writes("signaler : insultes");
  for (let day = 0; day < 12; day += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(24 * 60);
  }
  const room = { platform: town.teamPlatform, room: "!coordination", isDirect: false };
  await town.hears({ from: "gwen", address: room, text: "signalements" });
  await town.hears({ from: "hugo", address: room, text: "voir les signalements" });
  return { town, person };
}

/** Each byte that left for anybody but who asked, and each that was logged. */
function toldToOthers({ town, person }: Awaited<ReturnType<typeof story>>) {
  return {
    sent: town.sent
      .filter(({ to }) => ![person.address.room, ownRoom].includes(to.room))
      .map((one) => JSON.stringify(one)),
    logged: town.log.lines,
  };
}

const theirs = [NAME, "quimper", "their-own-event", ...elsewhere];

describe("acceptance 13: no identifier of the asker in the team room, in logs or in exports for coordinators", () => {
  it.each([
    ["a story passed on twice and judged", story],
    ["one nobody answers, and one that is reported", unansweredAndReported],
  ])("holds for %s", async (_, play) => {
    const { sent, logged } = toldToOthers(await play());
    expect(sent.length).toBeGreaterThan(5);
    expect(logged.length).toBeGreaterThan(3);
    for (const word of theirs) {
      expect(
        sent.filter((one) => one.includes(word)),
        word,
      ).toEqual([]);
      expect(
        logged.filter((one) => one.includes(word)),
        word,
      ).toEqual([]);
    }
  });

  it("holds for figures and audit events, and a name is told once its person gives it", async () => {
    const { town, person } = await story();
    const events = JSON.stringify(await town.events());
    const address = { platform: town.teamPlatform, room: "@gwen", isDirect: true };
    const figures = await town.hears({
      from: "gwen",
      address,
      text: "chiffres des demandes",
      roles: ["coordinator"],
    });
    for (const word of theirs) {
      expect(events).not.toContain(word);
      expect(JSON.stringify(figures.filter(({ to }) => to.room === "@gwen"))).not.toContain(word);
    }
    expect(figures.length).toBeGreaterThan(0);
    await person.says("rouvrir A-1");
    await town.passes(60);
    expect(JSON.stringify(town.team("loire-aide"))).not.toContain(NAME);
  });
});
