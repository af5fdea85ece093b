import type { DocumentType } from "../../src/model/document-type.ts";
import { phraseKeys } from "../../src/model/phrases.ts";

/** A document of the contract: a text, and whatever JSON can say. */
export interface Note {
  readonly text: string;
  readonly more?: unknown;
}

/** The type of a collection of notes. */
export function noteType(collection: string): DocumentType<Note> {
  return {
    collection,
    version: 1,
    migrations: [],
    read: readNote,
    description: phraseKeys[0],
    keptDays: 30,
    lastUsed: () => "2026-11-22T00:00:00.000Z",
    owner: () => undefined,
  };
}

export const rooms = noteType("rooms");
export const people = noteType("people");
export const sent = noteType("sent-messages");

/** The types that a store must be opened with to pass the contract. */
export const contractTypes = [rooms, people, sent] as const;

function readNote(json: unknown): Note {
  if (typeof json !== "object" || json === null || !("text" in json)) throw new Error("no text");
  const { text } = json;
  if (typeof text !== "string") throw new Error(`not a text: ${JSON.stringify(text)}`);
  return "more" in json ? { text, more: json.more } : { text };
}
