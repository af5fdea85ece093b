import { createKnowledge, type Knowledge, type TalkSettings } from "../../../src/bot/knowledge.ts";
import type { FiledWorkshop } from "../../../src/model/incoming-workshop.ts";
import type { IncomingMessage } from "../../../src/model/incoming-message.ts";
import type { Workshop } from "../../../src/model/workshop.ts";
import type { RoomDescription } from "../../../src/ports/chat-platform.ts";
import { put, type Store } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { KeptProgramme } from "../../../src/workshops/kept-programme.ts";
import { writeOutSeries } from "../../../src/workshops/write-out-series.ts";
import { Chat } from "../../support/chat.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { scriptedKnowledge, sure } from "../../support/small-library.ts";

/** A question the library is sure of. */
export const question = "comment faire un reçu fiscal ?";

let events = 0;

/** How an association is set up. */
export interface TalkSetting {
  /** What is known of rooms. */
  readonly rooms?: ReadonlyMap<string, RoomDescription>;
  readonly settings?: Partial<TalkSettings>;
  /** What the files of `content/workshops` say. */
  readonly files?: readonly FiledWorkshop[];
  /** UTC instant (ISO 8601) it begins at. */
  readonly at?: string;
}

/** A coordinator's talk with a whole bot whose programme is kept in a store. */
export class CoordinationTalk {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly programme: KeptProgramme;
  readonly chat: Chat;
  readonly #as: Partial<IncomingMessage>;

  private constructor(parts: {
    store: Store;
    knowledge: Knowledge;
    programme: KeptProgramme;
    chat: Chat;
    as: Partial<IncomingMessage>;
  }) {
    this.store = parts.store;
    this.knowledge = parts.knowledge;
    this.programme = parts.programme;
    this.chat = parts.chat;
    this.#as = parts.as;
  }

  static async open(
    workshops: readonly Workshop[] = [],
    as: Partial<IncomingMessage> = { roles: ["coordinator"] },
    kept?: Store,
    { settings = {}, files = [], at = "2026-11-23T09:00:00Z", rooms }: TalkSetting = {},
  ): Promise<CoordinationTalk> {
    const base = scriptedKnowledge(
      { [question]: [sure("crowdfunding.tax-receipt")] },
      { workshops: files },
    );
    const store = kept ?? createMemoryStore(Object.values(base.documents));
    if (workshops.length > 0) {
      await store.write(
        workshops.map((workshop) => put(base.documents.workshops, workshop.id, { workshop })),
      );
    }
    const clock = new FixedClock(at);
    const programme = await KeptProgramme.open({ store, documents: base.documents, clock });
    if (files.length > 0) await programme.bringIn(files.flatMap(writeOutSeries));
    const knowledge: Knowledge = {
      ...createKnowledge(base),
      settings: { ...base.settings, ...settings },
      programme: () => programme.workshops,
      reach: undefined,
    };
    const chat = await Chat.open(knowledge, store, {
      clock,
      programme,
      ...(rooms && { rooms }),
    });
    return new CoordinationTalk({ store, knowledge, programme, chat, as });
  }

  /** The texts of the replies to one message, as one text. */
  async says(text: string, changes: Partial<IncomingMessage> = {}): Promise<string> {
    // Never the same event twice, a restart between them or not.
    events += 1;
    const said = await this.chat.says(text, { id: `said-${events}`, ...this.#as, ...changes });
    return said.join("\n---\n");
  }

  async presses(label: string): Promise<string> {
    return this.says("", { pressed: label });
  }

  /** The same talk, on the same store, after a restart; the files as they are by then. */
  async restarted(setting: TalkSetting = {}): Promise<CoordinationTalk> {
    const at = this.chat.clock.now().toISOString();
    return CoordinationTalk.open([], this.#as, this.store, { at, ...setting });
  }
}
