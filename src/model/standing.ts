import { z } from "zod";
import type { DocumentType } from "./document-type.ts";

/** What an adviser or a team said in chat on top of the directory; its id in the store is theirs. */
export interface Standing {
  readonly of: "adviser" | "team";
  /** Absences said in chat; `YYYY-MM-DD`, both included. */
  readonly absences: readonly {
    readonly from: string;
    readonly to: string;
    readonly substitute?: string | undefined;
  }[];
  /** A team that cannot take more: new requests go one step further. */
  readonly isOverloaded: boolean;
  /** An adviser who takes no part until a coordinator says so. */
  readonly isSuspended: boolean;
  /** An adviser who relayed a first message already: no preview any more. */
  readonly hasRelayed: boolean;
  /** Whether askers read their name. */
  readonly showsName: boolean;
  /** Day of the last daily list, `YYYY-MM-DD`. */
  readonly listedOn?: string | undefined;
  readonly updatedAt: string;
}

const standingSchema: z.ZodType<Standing> = z.strictObject({
  of: z.enum(["adviser", "team"]),
  absences: z.array(
    z.strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      substitute: z.string().optional(),
    }),
  ),
  isOverloaded: z.boolean(),
  isSuspended: z.boolean(),
  hasRelayed: z.boolean(),
  showsName: z.boolean(),
  listedOn: z.iso.date().optional(),
  updatedAt: z.iso.datetime(),
});

/** How it is stored. Ids: `adviser:camille`, `team:saint-exemple`. */
export const standingType: DocumentType<Standing> = {
  collection: "handoff-standings",
  version: 1,
  migrations: [],
  read: (json) => standingSchema.parse(json),
  description: "stored-standings",
  keptDays: 425,
  lastUsed: ({ updatedAt }) => updatedAt,
  owner: () => undefined,
};

/** What nobody said anything about. */
export function freshStanding(of: Standing["of"], now: Date): Standing {
  return {
    of,
    absences: [],
    isOverloaded: false,
    isSuspended: false,
    hasRelayed: false,
    showsName: true,
    updatedAt: now.toISOString(),
  };
}
