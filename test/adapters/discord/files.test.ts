import { expect, it } from "vitest";
import { DiscordRig } from "../../support/discord-rig.ts";

const table = "titre;date;heure;theme;lieu\nAtelier A;9/03/2037;18h;libre;Mairie";
const calendar = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a@example.org
SUMMARY:Le libre
CATEGORIES:libre
DTSTART;TZID=Europe/Paris:20370309T180000
END:VEVENT
END:VCALENDAR`;

/** Amina coordinates. */
async function coordinating() {
  const rig = await DiscordRig.prepare();
  const amina = rig.server.person("amina", { locale: "fr" });
  const roles = { coordinators: [amina.id], mediators: [], advisers: [] };
  await rig.startBot({ settings: { roles } });
  return { rig, amina };
}

it.each([
  ["programme.csv", "text/csv; charset=utf-8", table],
  ["programme.ics", "text/calendar", calendar],
])("rehearses the import of %s that comes with the word", async (name, contentType, content) => {
  const { amina } = await coordinating();
  const sent = amina.tell("importer", { files: [{ name, content, contentType }] });
  expect((await amina.waitForAnswer(sent)).content).toContain("1 nouvelle");
});

it("takes a file handed in after the word, and an agenda for what it is", async () => {
  const { amina } = await coordinating();
  await amina.waitForAnswer(amina.tell("importer"));
  const agenda = JSON.stringify({ events: [] });
  const files = [{ name: "a.json", content: agenda, contentType: "application/json" }];
  const { content } = await amina.waitForAnswer(amina.tell("", { files }));
  expect(content).not.toContain("Collez le texte");
});

it("reads words rather than the table under them, and no file that is too large", async () => {
  const { amina } = await coordinating();
  const csv = { name: "a.csv", content: table, contentType: "text/csv" };
  const asked = amina.tell("je voudrais parler à un humain svp merci", { files: [csv] });
  expect((await amina.waitForAnswer(asked)).content).not.toContain("nouvelle");
  const large = { ...csv, content: `${table}\n${"x".repeat(70_000)}` };
  const sent = amina.tell("importer", { files: [large] });
  expect((await amina.waitForAnswer(sent)).content).toContain("Collez le texte");
});
