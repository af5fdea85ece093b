import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import { put, remove } from "../../src/ports/store.ts";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { readCalendar } from "../../src/workshops/calendar/read-calendar.ts";
import { keptLog } from "../support/kept-log.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { workshopLike } from "../support/workshop-like.ts";

it("writes the programme as calendars, whole and per theme", async () => {
  const folder = join(temporaryFolder(), "calendars");
  const { code, out, err } = await runPasserelle(["programme", "export", "--to", folder]);
  expect([code, err]).toEqual([0, ""]);
  const written = readdirSync(folder).toSorted();
  expect(out.trim().split("\n").toSorted()).toEqual(written);
  expect(written).toContain("programme.ics");
  expect(written).toContain("theme-free-software.ics");
  for (const name of written) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(readCalendar(text).unread).toEqual([]);
  }
  expect(readFileSync(join(folder, "theme-free-software.ics"), "utf8")).toContain(
    "X-WR-CALNAME:Ateliers : ",
  );
});

it("reads a data folder that the assistant holds, and names events by the configured domain", async () => {
  const folder = temporaryFolder();
  const dataFolder = join(folder, "data");
  const config = join(folder, "config.json");
  writeFileSync(config, JSON.stringify({ dataFolder, publicName: "ateliers.example.org" }));
  const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
  const types = kindsOf(documents);
  const store = await openLowdbStore({ folder: dataFolder, types, log: keptLog() });
  const entry = { workshop: workshopLike({ title: { fr: "Dit dans une discussion" } }) };
  await store.write([put(documents.workshops, entry.workshop.id, entry)]);
  const held = readdirSync(dataFolder).toSorted();
  const to = join(folder, "calendars");
  const args = ["programme", "export", "--config", config, "--to", to];
  const { code, err } = await runPasserelle(args);
  expect([code, err]).toEqual([0, ""]);
  const text = readFileSync(join(to, "programme.ics"), "utf8");
  expect(text).toContain("Dit dans une discussion");
  expect(text).toContain("CREATED:20261101T090000Z\r\nLAST-MODIFIED:20261101T090000Z\r\n");
  expect(text).toContain("CATEGORIES:Site internet\r\n");
  expect(text).toMatch(/UID:[^\r]*@ateliers\.example\.org/);
  expect(readdirSync(dataFolder).toSorted()).toEqual(held);
  await store.write([remove(documents.workshops, entry.workshop.id)]);
  await store.close();
});

it("says how it is used", async () => {
  const { code, err } = await runPasserelle(["programme", "import"]);
  expect(code).toBe(1);
  expect(err).toContain("programme export --to FOLDER");
});
