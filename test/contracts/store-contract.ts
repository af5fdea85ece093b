import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { put, remove, type Store } from "../../src/ports/store.ts";
import { noteType, people, rooms, sent } from "./note-types.ts";

/** A store to try, and how to close and reopen it on the same data when it can. */
export interface OpenedStore {
  readonly store: Store;
  readonly reopen?: () => Promise<Store>;
}

/** Ids that have broken stores: each must work, and keep its place. */
export const difficultIds: readonly string[] = [
  "plain",
  "10",
  "9",
  "",
  "__proto__",
  "constructor",
  "toString",
  "-1",
  "0",
  "\ud800",
  "\udfff lone",
  "\u0000",
  "é",
  "e\u0301",
  "../../etc/passwd",
  'quote " and \\ and \n',
  "x".repeat(10_240),
];

/** What every store promises, tried on one. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the promises of a store`, () => {
    it("gives back what was put, also after it was reopened", async () => {
      const opened = await open();
      const note = { text: "bonjour 👋", more: [1, null, { __proto__: null, a: 0.1 }] };
      await opened.store.write([put(rooms, "general", note)]);
      expect(await opened.store.get(rooms, "general")).toEqual(note);
      expect(await (await reopened(opened)).get(rooms, "general")).toEqual(note);
    });

    it("has nothing under an id never put, or removed", async () => {
      const opened = await open();
      await opened.store.write([put(rooms, "a", { text: "1" })]);
      await opened.store.write([remove(rooms, "a"), remove(rooms, "never there")]);
      expect(await opened.store.get(rooms, "a")).toBeUndefined();
      expect(await opened.store.list(rooms)).toEqual([]);
      expect(await (await reopened(opened)).list(rooms)).toEqual([]);
    });

    it("keeps collections apart", async () => {
      const { store } = await open();
      await store.write([put(rooms, "a", { text: "room" }), put(people, "a", { text: "person" })]);
      expect(await store.get(rooms, "a")).toEqual({ text: "room" });
      expect(await store.get(people, "a")).toEqual({ text: "person" });
      expect(await store.list(sent)).toEqual([]);
    });

    it("lists by first insertion: a new value keeps its place, a new life does not", async () => {
      const opened = await open();
      await opened.store.write(["b", "10", "a", "9"].map((id) => put(rooms, id, { text: id })));
      await opened.store.write([put(rooms, "10", { text: "changed" })]);
      await opened.store.write([remove(rooms, "b"), put(rooms, "b", { text: "again" })]);
      const expected = ["10", "a", "9", "b"];
      expect((await opened.store.list(rooms)).map(({ id }) => id)).toEqual(expected);
      const store = await reopened(opened);
      expect((await store.list(rooms)).map(({ id }) => id)).toEqual(expected);
    });

    it("lists by name only what holds one of the names, in its id or its text", async () => {
      const { store } = await open();
      await store.write(["ab", "b", "c"].map((id) => put(rooms, id, { text: `-${id}` })));
      await store.write([put(rooms, "d", { text: "x-a" })]);
      const ids = async (names: readonly string[]) =>
        (await store.list(rooms, names)).map(({ id }) => id);
      expect(await ids(["x-a"])).toEqual(["d"]);
      expect(await ids(["b", "x-a"])).toEqual(["ab", "b", "d"]);
      expect(await ids(["nowhere"])).toEqual([]);
      expect(await ids([])).toEqual([]);
    });

    it("takes any string as an id", async () => {
      const opened = await open();
      await opened.store.write(
        difficultIds.map((id, index) => put(rooms, id, { text: `${index}` })),
      );
      const store = await reopened(opened);
      expect((await store.list(rooms)).map(({ id }) => id)).toEqual(difficultIds);
      const texts = await Promise.all(difficultIds.map((id) => store.get(rooms, id)));
      expect(texts).toEqual(difficultIds.map((_, index) => ({ text: `${index}` })));
    });

    it("takes any key and any character inside a document", async () => {
      const opened = await open();
      const more: unknown = JSON.parse(
        '{"__proto__":{"x":1},"10":1,"9":2,"\\ud800":"\\udc00\\u0000"}',
      );
      await opened.store.write([put(rooms, "a", { text: "\ud83d", more })]);
      const found = await (await reopened(opened)).get(rooms, "a");
      expect(JSON.stringify(found)).toBe(JSON.stringify({ text: "\ud83d", more }));
    });

    it("lets the later change of a document win inside one write", async () => {
      const { store } = await open();
      await store.write([
        put(rooms, "a", { text: "first" }),
        put(rooms, "a", { text: "second" }),
        put(rooms, "b", { text: "gone" }),
        remove(rooms, "b"),
      ]);
      expect(await store.list(rooms)).toEqual([{ id: "a", document: { text: "second" } }]);
    });

    it("applies writes in the order asked, without waiting in between", async () => {
      const opened = await open();
      const asked = Array.from({ length: 30 }, (_, index) => [
        put(rooms, `${index % 3}`, { text: `${index}` }),
        put(people, "last", { text: `${index}` }),
      ]);
      await Promise.all(asked.map((changes) => opened.store.write(changes)));
      const store = await reopened(opened);
      expect((await store.list(rooms)).map(({ document }) => document.text)).toEqual([
        "27",
        "28",
        "29",
      ]);
      expect(await store.get(people, "last")).toEqual({ text: "29" });
    });

    it("gives copies: changing what it gave or was given changes nothing in it", async () => {
      const { store } = await open();
      const more = ["kept"];
      await store.write([put(rooms, "a", { text: "1", more })]);
      more.push("pushed after the write");
      const first = await store.get(rooms, "a");
      if (Array.isArray(first?.more)) first.more.push("pushed after the read");
      expect(await store.get(rooms, "a")).toEqual({ text: "1", more: ["kept"] });
    });

    it("loses what JSON cannot say, like any store", async () => {
      const { store } = await open();
      const more = { day: new Date(0), nothing: undefined, big: Number.POSITIVE_INFINITY };
      await store.write([put(rooms, "a", { text: "1", more })]);
      const kept = { text: "1", more: { day: "1970-01-01T00:00:00.000Z", big: null } };
      expect(await store.get(rooms, "a")).toStrictEqual(kept);
    });

    it("names the collection and the id of a document that does not fit, never its content", async () => {
      const { store } = await open();
      const secret = "06 12 34 56 78";
      const wrong = { collection: "rooms", id: "lobby", json: JSON.stringify({ text: [secret] }) };
      await store.write([wrong, put(rooms, "fine", { text: "1" })]);
      const faults = await Promise.all([
        faultOf(store.get(rooms, "lobby")),
        faultOf(store.list(rooms)),
      ]);
      for (const fault of faults) {
        expect(fault).toBeInstanceOf(StoreError);
        expect(String(fault)).toMatch(/rooms.*lobby/);
        expect(everythingIn(fault)).not.toContain(secret);
      }
      expect(await store.get(rooms, "fine")).toEqual({ text: "1" });
    });

    it("writes nothing when one of the changes is no JSON or of an unknown collection", async () => {
      const { store } = await open();
      const good = put(rooms, "a", { text: "1" });
      const noJson = { collection: "people", id: "b", json: '{"text":"06 12 34' };
      const unknown = put(noteType("unknown"), "c", { text: "1" });
      const fault = await faultOf(store.write([good, noJson]));
      expect(fault).toBeInstanceOf(StoreError);
      expect(everythingIn(fault)).not.toContain("06 12 34");
      await expect(store.write([good, unknown])).rejects.toThrow(StoreError);
      await expect(store.get(noteType("unknown"), "c")).rejects.toThrow(/unknown/);
      expect(await store.list(rooms)).toEqual([]);
    });

    it("takes an empty write", async () => {
      const { store } = await open();
      await store.write([]);
      expect(await store.list(rooms)).toEqual([]);
    });

    it("keeps what is not deleted when it is scrubbed", async () => {
      const opened = await open();
      await opened.store.write([put(rooms, "a", { text: "1" }), put(rooms, "b", { text: "2" })]);
      await opened.store.write([remove(rooms, "a")]);
      await opened.store.scrub();
      expect(await opened.store.list(rooms)).toEqual([{ id: "b", document: { text: "2" } }]);
      expect(await (await reopened(opened)).get(rooms, "b")).toEqual({ text: "2" });
    });

    it("ends what was asked before it closes, and refuses what is asked after", async () => {
      const opened = await open();
      const { store } = opened;
      const writing = store.write([put(rooms, "a", { text: "1" })]);
      await Promise.all([store.close(), store.close()]);
      await expect(writing).resolves.toBeUndefined();
      await expect(store.get(rooms, "a")).rejects.toThrow(StoreError);
      await expect(store.list(rooms)).rejects.toThrow(StoreError);
      await expect(store.write([put(rooms, "b", { text: "2" })])).rejects.toThrow(StoreError);
      await expect(store.scrub()).rejects.toThrow(StoreError);
      if (opened.reopen === undefined) return;
      expect(await (await opened.reopen()).list(rooms)).toEqual([
        { id: "a", document: { text: "1" } },
      ]);
    });
  });
}

/** The store after it was closed and opened again, when it can be. */
async function reopened({ store, reopen }: OpenedStore): Promise<Store> {
  return reopen === undefined ? store : reopen();
}

/** What a promise is rejected with. */
async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (cause) {
    return cause;
  }
  throw new Error("it should have been rejected");
}

/** Everything a log could show of a fault, its causes included. */
function everythingIn(fault: unknown): string {
  return fault instanceof Error
    ? `${fault.stack ?? ""} ${everythingIn(fault.cause)}`
    : String(fault);
}
