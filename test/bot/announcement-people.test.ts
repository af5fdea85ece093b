import { expect, it } from "vitest";
import { announcementPeople } from "../../src/bot/announcement-people.ts";
import { countWrites } from "../../src/bot/counted-store.ts";
import { registrationId, type Registration } from "../../src/model/registration.ts";
import { reminderWishId } from "../../src/model/reminder-wish.ts";
import { put } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { documents } from "../delivery/delivery-rig.ts";

const at = "2027-03-01T09:00:00.000Z";
const usual = { zone: "Europe/Paris", language: "fr" } as const;

function registered(person: string): Registration {
  return {
    workshop: "w",
    person: JSON.stringify(["here", person]),
    answerIn: { platform: "here", room: `@${person}`, isDirect: true },
    state: { kind: "registered" },
    seats: 1,
    order: 1,
    signedUpAt: at,
    stateSince: at,
    endsAt: "2027-03-09T20:00:00.000Z",
  };
}

it("who signed up is read once until somebody signs up or says what they want", async () => {
  const memory = createMemoryStore(Object.values(documents));
  const list = memory.list.bind(memory);
  let readings = 0;
  memory.list = async (type, names) => {
    readings += 1;
    return list(type, names);
  };
  const store = countWrites(memory);
  const people = announcementPeople({ store, documents, usual });
  const add = async (one: Registration) =>
    store.write([put(documents.registrations, registrationId(one), one)]);
  const names = async () =>
    ((await people.attendees([])).get("w") ?? []).map(({ recipient, wants }) =>
      [recipient.person, ...wants].join(" "),
    );
  await add(registered("amina"));
  expect(await names()).toEqual(["amina day-before hour-before satisfaction"]);
  const first = readings;
  await names();
  expect(readings).toBe(first);
  await add(registered("bob"));
  expect(await names()).toHaveLength(2);
  const { person, answerIn } = registered("bob");
  const wish = { person, answerIn, times: [], at };
  await store.write([put(documents.reminderWishes, reminderWishId(wish), wish)]);
  expect(await names()).toEqual(["amina day-before hour-before satisfaction", "bob satisfaction"]);
});
