import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import type { Language } from "./language.ts";

/** A page and wordings proposed from an answer, until somebody else agrees. Source: HANDOFF.md, 9. */
export interface ContentDraft {
  /** Number of the request it came from; undefined from the curators' room. */
  readonly request?: number | undefined;
  /** Id of the adviser, or key of the curator, who wrote it: somebody else approves. */
  readonly by: string;
  readonly language: Language;
  /** An intent that exists, or a new one. */
  readonly intent: string;
  readonly isNew: boolean;
  readonly theme: string;
  /** The question in general terms. */
  readonly title: string;
  /** Markdown; empty where only wordings are added. */
  readonly text: string;
  readonly utterances: readonly string[];
  readonly sources: readonly {
    readonly title: string;
    readonly url: string;
    readonly read: string;
  }[];
  readonly isAdvice: boolean;
  /** `YYYY-MM-DD`. */
  readonly validUntil: string;
  /** The name shown as author, when they wish it. */
  readonly signedBy?: string | undefined;
  /**
   * `offered`: « En faire une fiche ? »; `being-written`: its form is filled in; `written`: it waits for
   * somebody else; `approved`: its files are written and tried.
   */
  readonly state:
    "offered" | "being-written" | "written" | "approved" | "checking" | "published" | "refused";
  /** Who approved or refused. */
  readonly judgedBy?: string | undefined;
  readonly why?: string | undefined;
  readonly at: string;
  /** The answer in the other language, where somebody wrote it; `otherTitle` goes with it. */
  readonly otherTitle?: string | undefined;
  readonly otherText?: string | undefined;
  /** Where it is written and judged. */
  readonly desk: DraftDesk;
  /** What its author was asked to type. */
  readonly asks?: DraftField | undefined;
  /** The cards shown so far: each has a key of its own. */
  readonly cards: number;
  /** Which of them, from 0, shows what is to be approved: an older one shows another text. */
  readonly toReadAt?: number | undefined;
  /** What was taken out of it, for those who read it again. */
  readonly removed: readonly string[];
  /** Agreed that it is published under the licence of the content. */
  readonly isLicensed: boolean;
  /** Ids of the kept questions it settles. */
  readonly settles: readonly string[];
  /** Its files as we wrote them: what somebody else changed since is left alone. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** A room, and the thread in it if any. */
export interface DraftDesk {
  readonly platform: string;
  readonly room: string;
  readonly thread?: string | undefined;
}

/** A line of the form. */
export type DraftField =
  | "title"
  | "text"
  | "theme"
  | "intent"
  | "wordings"
  | "sources"
  | "valid-until"
  | "other-language"
  | "correction";

const draftSchema: z.ZodType<ContentDraft> = z.strictObject({
  request: z.int().min(1).optional(),
  by: z.string(),
  language: z.enum(["fr", "en"]),
  intent: z.string(),
  isNew: z.boolean(),
  theme: z.string(),
  title: z.string(),
  text: z.string(),
  utterances: z.array(z.string()),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string(), read: z.iso.date() })),
  isAdvice: z.boolean(),
  validUntil: z.iso.date(),
  signedBy: z.string().optional(),
  state: z.enum([
    "offered",
    "being-written",
    "written",
    "approved",
    "checking",
    "published",
    "refused",
  ]),
  judgedBy: z.string().optional(),
  why: z.string().optional(),
  at: z.iso.datetime(),
  otherTitle: z.string().optional(),
  otherText: z.string().optional(),
  desk: z.strictObject({
    platform: z.string(),
    room: z.string(),
    thread: z.string().optional(),
  }),
  asks: z
    .enum([
      "title",
      "text",
      "theme",
      "intent",
      "wordings",
      "sources",
      "valid-until",
      "other-language",
      "correction",
    ])
    .optional(),
  cards: z.int().min(0),
  toReadAt: z.int().min(0).optional(),
  removed: z.array(z.string()),
  isLicensed: z.boolean(),
  settles: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});

/** How drafts are stored: half a year, sealed. */
export const contentDraftType: DocumentType<ContentDraft> = {
  collection: "content-drafts",
  version: 1,
  migrations: [],
  read: (json) => draftSchema.parse(json),
  description: "stored-content-drafts",
  keptDays: 183,
  isSealed: true,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};
