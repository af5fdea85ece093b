import { expect, it } from "vitest";
import { announcementPeople } from "../../src/bot/announcement-people.ts";
import { countWrites } from "../../src/bot/counted-store.ts";
import { registrationId, type Registration } from "../../src/model/registration.ts";
import { put } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { documents, knowledge } from "../support/scripted-talk.ts";
import { workshopLike } from "../support/workshop-like.ts";

const workshop = workshopLike({ id: "w" });
const at = "2027-03-01T09:00:00.000Z";
const registered = (name: string, kind: "registered" | "attended" | "absent"): Registration => ({
  workshop: "w",
  person: JSON.stringify(["here", name]),
  answerIn: { platform: "here", room: `@${name}`, isDirect: true },
  state: { kind },
  seats: 1,
  order: 1,
  signedUpAt: at,
  stateSince: at,
  endsAt: "2027-03-09T19:00:00.000Z",
});

/** The people who are asked how it was. */
async function asked(...list: readonly Registration[]): Promise<readonly string[]> {
  const store = countWrites(createMemoryStore(knowledge.kinds));
  await store.write(list.map((one) => put(documents.registrations, registrationId(one), one)));
  const usual = { zone: "Europe/Paris", language: "fr" } as const;
  const all = await announcementPeople({ store, documents, usual }).attendees([workshop]);
  return (all.get("w") ?? [])
    .filter(({ wants }) => wants.includes("satisfaction"))
    .map(({ recipient }) => recipient.to.room);
}

it("asks all who were registered how it was, where nobody noted who came", async () => {
  const list = [registered("amina", "registered"), registered("bob", "registered")];
  expect(await asked(...list)).toEqual(["@amina", "@bob"]);
});

it("asks those who came, where the host noted them", async () => {
  const list = [
    registered("amina", "attended"),
    registered("bob", "registered"),
    registered("chloe", "absent"),
  ];
  expect(await asked(...list)).toEqual(["@amina"]);
});

it("asks those who were not noted away, where only that was noted", async () => {
  const list = [registered("amina", "registered"), registered("chloe", "absent")];
  expect(await asked(...list)).toEqual(["@amina"]);
});
