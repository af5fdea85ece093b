import type { Adviser, Directory } from "../../model/directory.ts";
import type { RequestMessage } from "../../model/request-message.ts";
import type { Request } from "../../model/request.ts";
import type { Standing } from "../../model/standing.ts";

/** What is known of one person's requests when they speak. */
export interface HandoffView {
  /** Theirs, the latest first; drafts too. */
  readonly requests: readonly Request[];
  /** What was said of those that are drafts or open, by id. */
  readonly said: ReadonlyMap<string, readonly RequestMessage[]>;
  /** Every request there is, theirs or not: for delays and queues, never to be told. */
  readonly others: readonly Request[];
  readonly directory: Directory;
  /** By id as stored: `adviser:camille`, `team:saint-exemple`. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Who they are in the directory, when they answer questions themselves. */
  readonly adviser?: Adviser | undefined;
  /** Names of the platforms that teams can be reached on. */
  readonly platforms: readonly string[];
  /** IANA zone of those who did not say where they are. */
  readonly timeZone: string;
}
