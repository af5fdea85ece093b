import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openData, KEY_FILE } from "../../src/main/open-data.ts";
import type { DocumentType } from "../../src/model/document-type.ts";
import { put, remove } from "../../src/ports/store.ts";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { createSealer } from "../../src/stores/sealer.ts";
import { sealStore } from "../../src/stores/sealed-store.ts";
import { keptLog } from "../support/kept-log.ts";
import { contractTypes } from "../contracts/note-types.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Note {
  readonly text: string;
}

function noteType(collection: string, more: Partial<DocumentType<Note>> = {}): DocumentType<Note> {
  return {
    collection,
    version: 1,
    migrations: [],
    read: (json) => z.strictObject({ text: z.string() }).parse(json),
    description: "stored-conversations",
    keptDays: 1,
    lastUsed: () => "2026-11-22T00:00:00.000Z",
    owner: () => undefined,
    ...more,
  };
}

const secret = noteType("secrets", { isSealed: true });
const plain = noteType("notes");
const types = [secret, plain];
const given = { types, log: keptLog(), key: undefined };

/** Every byte of a folder's files. */
function bytesOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

storeContract("a sealed store", async () => {
  const folder = temporaryFolder();
  const sealing = { ...given, types: contractTypes.map((type) => ({ ...type, isSealed: true })) };
  const { store } = await openData(folder, sealing);
  const reopen = async () => {
    await store.close();
    return (await openData(folder, sealing)).store;
  };
  return { store, reopen };
});

describe("a sealed store", () => {
  it("gives back what was written, after a restart too, and shows nothing of it on disk", async () => {
    const folder = temporaryFolder();
    const { store } = await openData(folder, given);
    await store.write([put(secret, "one", { text: "la subvention" })]);
    await store.write([
      put(secret, "two", { text: "les photos du tournoi" }),
      put(plain, "one", { text: "public" }),
    ]);
    await store.close();
    expect(bytesOf(folder)).not.toMatch(/subvention|tournoi/);
    expect(bytesOf(folder)).toContain("public");
    const again = await openData(folder, given);
    expect(await again.store.get(secret, "two")).toEqual({ text: "les photos du tournoi" });
    expect(await again.store.list(secret)).toHaveLength(2);
    await again.store.write([remove(secret, "two")]);
    expect(await again.store.get(secret, "two")).toBeUndefined();
    await again.store.close();
  });

  it("finds documents by what they hold, though the disk does not show it", async () => {
    const store = sealStore(createMemoryStore(types), types, createSealer(randomBytes(32)));
    await store.write([
      put(secret, "a", { text: "demande A-127" }),
      put(secret, "b", { text: "demande A-128" }),
      put(plain, "c", { text: "demande A-127" }),
    ]);
    expect((await store.list(secret, ["A-127"])).map(({ id }) => id)).toEqual(["a"]);
    expect((await store.list(secret, ["b"])).map(({ id }) => id)).toEqual(["b"]);
    expect((await store.list(plain, ["A-127"])).map(({ id }) => id)).toEqual(["c"]);
  });

  it("seals the same words differently each time", async () => {
    const below = createMemoryStore(types);
    const store = sealStore(below, types, createSealer(randomBytes(32)));
    await store.write([put(secret, "a", { text: "oui" }), put(secret, "b", { text: "oui" })]);
    const asIs: DocumentType<Note> = {
      ...secret,
      read: (json) => ({ text: JSON.stringify(json) }),
    };
    const [one, other] = await below.list(asIs);
    expect(one?.document.text).toMatch(/sealed/);
    expect(one?.document.text).not.toBe(other?.document.text);
  });

  it("reads what was written before there was a key, and seals it when it is written again", async () => {
    const folder = temporaryFolder();
    const before = await openLowdbStore({ folder, types, log: keptLog() });
    await before.write([put(secret, "old", { text: "ancienne" })]);
    await before.close();
    const { store } = await openData(folder, given);
    const found = await store.get(secret, "old");
    expect(found).toEqual({ text: "ancienne" });
    await store.write([put(secret, "old", found ?? { text: "" })]);
    await store.scrub();
    await store.close();
    expect(bytesOf(folder)).not.toContain("ancienne");
  });

  it("migrates sealed documents, which stay sealed", async () => {
    const folder = temporaryFolder();
    const { store } = await openData(folder, given);
    await store.write([put(secret, "one", { text: "avant" })]);
    await store.close();
    const newer = noteType("secrets", {
      isSealed: true,
      version: 2,
      migrations: [() => ({ text: "migrated" })],
    });
    const again = await openData(folder, { ...given, types: [newer, plain] });
    expect(await again.store.get(newer, "one")).toEqual({ text: "migrated" });
    await again.store.write([put(newer, "two", { text: "x" })]);
    await again.store.close();
    expect(bytesOf(folder)).not.toContain("migrated");
  });

  it("seals only some documents of a type that says which, and reads them all", async () => {
    const folder = temporaryFolder();
    const some = noteType("some", { isSealed: (json) => JSON.stringify(json).includes("secret") });
    const { store } = await openData(folder, { ...given, types: [some] });
    await store.write([
      put(some, "one", { text: "un secret" }),
      put(some, "two", { text: "connu" }),
    ]);
    expect((await store.list(some)).map(({ document }) => document.text)).toEqual([
      "un secret",
      "connu",
    ]);
    expect((await store.list(some, ["un secret", "connu"])).length).toBe(2);
    await store.close();
    expect(bytesOf(folder)).not.toContain("un secret");
    expect(bytesOf(folder)).toContain("connu");
  });

  it("refuses another key, with the remedy, and words moved to another collection", async () => {
    const folder = temporaryFolder();
    const { store } = await openData(folder, given);
    await store.write([put(secret, "one", { text: "mot" })]);
    await store.close();
    const key = randomBytes(32).toString("hex");
    await expect(openData(folder, { ...given, key })).rejects.toThrow("PASSERELLE_KEY");
    const again = await openData(folder, given);
    expect(await again.store.get(secret, "one")).toEqual({ text: "mot" });
    await again.store.close();

    const below = createMemoryStore([secret, noteType("others", { isSealed: true })]);
    const others = noteType("others", { isSealed: true });
    const sealing = sealStore(below, [secret, others], createSealer(randomBytes(32)));
    await sealing.write([put(secret, "one", { text: "mot" })]);
    const asIs: DocumentType<Note> = {
      ...secret,
      read: (json) => ({ text: JSON.stringify(json) }),
    };
    const moved = await below.get(asIs, "one");
    await below.write([{ collection: "others", id: "one", json: moved?.text }]);
    await expect(sealing.get(others, "one")).rejects.toThrow("others cannot be opened");
  });
});

describe("the key of a data folder", () => {
  it("is made once, for its owner alone", async () => {
    const folder = temporaryFolder();
    const both = await Promise.allSettled([openData(folder, given), openData(folder, given)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const file = join(folder, KEY_FILE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, "utf8");
    for (const one of both) if (one.status === "fulfilled") await one.value.store.close();
    const { store } = await openData(folder, given);
    await store.close();
    expect(readFileSync(file, "utf8")).toBe(made);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("may come from the environment, and then no file is made", async () => {
    const folder = temporaryFolder();
    const key = randomBytes(32).toString("base64");
    const { store } = await openData(folder, { ...given, key });
    await store.close();
    expect(readdirSync(folder)).not.toContain(KEY_FILE);
  });

  it("is refused when others may read it, or when it is none", async () => {
    const folder = temporaryFolder();
    const { store } = await openData(folder, given);
    await store.close();
    chmodSync(join(folder, KEY_FILE), 0o644);
    await expect(openData(folder, given)).rejects.toThrow("chmod 600");
    chmodSync(join(folder, KEY_FILE), 0o600);
    writeFileSync(join(folder, KEY_FILE), "court\n");
    await expect(openData(folder, given)).rejects.toThrow("openssl rand -base64 32");
    await expect(openData(folder, { ...given, key: "court" })).rejects.toThrow("PASSERELLE_KEY");
  });
});

describe("the shelf of files", () => {
  it("keeps bytes unreadable on disk until they are dropped", async () => {
    const folder = temporaryFolder();
    const { store, shelf } = await openData(folder, given);
    const bytes = Buffer.from("une facture d'électricité");
    await shelf.keep("A7.1", bytes);
    expect(bytesOf(folder)).not.toContain("facture");
    expect(Buffer.from((await shelf.read("A7.1")) ?? [])).toEqual(bytes);
    expect(await shelf.list()).toEqual(["A7.1"]);
    await store.close();
    const again = await openData(folder, given);
    expect(Buffer.from((await again.shelf.read("A7.1")) ?? [])).toEqual(bytes);
    await again.shelf.drop("A7.1");
    await again.shelf.drop("A7.1");
    expect(await again.shelf.read("A7.1")).toBeUndefined();
    expect(await again.shelf.list()).toEqual([]);
    await again.store.close();
  });

  it("is no way out of its folder", async () => {
    const { store, shelf } = await openData(temporaryFolder(), given);
    await expect(shelf.keep("../loin", new Uint8Array(1))).rejects.toThrow("no file can be kept");
    await store.close();
  });
});
