import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import { relayedFileSchema, type RelayedFile } from "./request-message.ts";

/** What an adviser's next message in a thread is to be. */
export type DeskWait =
  /** They pressed « Répondre »: it goes to who asked; shown to them first where it still has to be agreed to. */
  | {
      readonly kind: "answer";
      readonly isShownFirst: boolean;
      /** Those of what was shown: they go with it. */
      readonly files?: readonly RelayedFile[] | undefined;
    }
  /**
   * Words shown to them before they go, until they agree; `sourceId`: the platform's own id of where they wrote
   * them, or asked for them. `isProposed`: a page or a model, which they did not type.
   */
  | {
      readonly kind: "preview";
      readonly text: string;
      readonly sourceId: string;
      readonly isProposed?: boolean | undefined;
      readonly repliesTo?: string | undefined;
      /** Looked into, and on the shelf. */
      readonly files?: readonly RelayedFile[] | undefined;
    }
  /** The rest of a command begun: to whom, until when, why. */
  | { readonly kind: "rest"; readonly command: string };

/** What is under way between the assistant and one adviser in the thread of a request. */
export interface DeskTalk {
  /** See `personKey`. */
  readonly owner: string;
  /** Id of the request. */
  readonly request: string;
  readonly waits: DeskWait;
  readonly at: string;
}

const talkSchema: z.ZodType<DeskTalk> = z.strictObject({
  owner: z.string(),
  request: z.string(),
  waits: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("answer"),
      isShownFirst: z.boolean(),
      files: z.array(relayedFileSchema).optional(),
    }),
    z.strictObject({
      kind: z.literal("preview"),
      text: z.string(),
      sourceId: z.string(),
      isProposed: z.boolean().optional(),
      repliesTo: z.string().optional(),
      files: z.array(relayedFileSchema).optional(),
    }),
    z.strictObject({ kind: z.literal("rest"), command: z.string() }),
  ]),
  at: z.iso.datetime(),
});

/** The id of a talk in the store. @param owner see `personKey` */
export function deskTalkId(owner: string, request: string): string {
  return `${request} ${owner}`;
}

/** How it is stored: sealed, until the next day. */
export const deskTalkType: DocumentType<DeskTalk> = {
  collection: "desk-talks",
  version: 1,
  migrations: [],
  read: (json) => talkSchema.parse(json),
  description: "stored-desk-talks",
  keptDays: 1,
  isSealed: true,
  lastUsed: ({ at }) => at,
  owner: ({ owner }) => owner,
};
