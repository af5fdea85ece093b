import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { contractTypes, noteType, rooms } from "../contracts/note-types.ts";
import { storeContract } from "../contracts/store-contract.ts";

storeContract("the memory store", async () => ({ store: createMemoryStore(contractTypes) }));

describe("the memory store", () => {
  it.each([
    ["two types of one collection", [rooms, rooms]],
    ["a name that is not kebab-case", [noteType("../rooms")]],
    ["the store's own name", [noteType("journal")]],
    ["a version without its migration", [{ ...rooms, version: 2 }]],
  ])("refuses %s, like the store on disk", (_, types) => {
    expect(() => createMemoryStore(types)).toThrow(StoreError);
  });
});
