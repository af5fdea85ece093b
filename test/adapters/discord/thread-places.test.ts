import { expect, it } from "vitest";
import { ThreadPlaces } from "../../../src/adapters/discord/receiving/thread-places.ts";

function known(): ThreadPlaces {
  const threads = new ThreadPlaces({ request: async () => ({}) });
  const all = [
    { id: "31", parent_id: "21", owner_id: "1" },
    { id: "32", parent_id: "22", owner_id: "2" },
  ];
  threads.hear({ type: "GUILD_CREATE", data: { id: "11", threads: all }, shard: 0 }, "1");
  const other = { id: "33", parent_id: "23", guild_id: "12", owner_id: "1" };
  threads.hear({ type: "THREAD_CREATE", data: other, shard: 0 }, "1");
  return threads;
}

function threadsIn(threads: ThreadPlaces): string[] {
  return ["31", "32", "33"].filter((id) => threads.placeOf(id, "1").thread !== undefined);
}

it.each([
  ["a thread is deleted", "THREAD_DELETE", { id: "31" }, ["32", "33"]],
  ["its channel is", "CHANNEL_DELETE", { id: "21" }, ["32", "33"]],
  ["its guild is left", "GUILD_DELETE", { id: "11" }, ["33"]],
  ["its guild is in trouble", "GUILD_DELETE", { id: "11", unavailable: true }, ["31", "32", "33"]],
])("knows the threads that are left when %s", (_, type, data, left) => {
  const threads = known();
  expect(threads.isOwn("31")).toBe(true);
  threads.hear({ type, data, shard: 0 }, "1");
  expect(threadsIn(threads)).toEqual(left);
  expect(threads.isOwn("31")).toBe(left.includes("31"));
});
