import { messageKey } from "../../../delivery/message-key.ts";
import { sheetsToConfirm } from "../../../handoff/places/sheets-to-confirm.ts";
import { samplePlatform } from "../../../model/directory.ts";
import { say } from "../../../model/reply.ts";
import { put } from "../../../ports/store.ts";
import { dayOf, timeOf, wallTimeAt } from "../../../workshops/wall-time.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { tellAdviser } from "../tell-people.ts";

/** Hours on the wall in which keepers are asked. */
const OPENS = "09:00";
const CLOSES = "18:00";

/** Reminds whoever keeps sheets of the directory to confirm them, once a year. Source: HANDOFF.md, 5.4. */
export class YearlySheets {
  readonly #parts: HandoffParts;
  /** The day they were looked at last, and found told. */
  #looked: string | undefined;

  constructor(parts: HandoffParts) {
    this.#parts = parts;
  }

  /** Called at each tick: the places are read once a day. */
  async pass(now: Date): Promise<void> {
    const { store, knowledge, platforms, log } = this.#parts;
    const { library, settings, documents, tell: tellIn } = knowledge();
    const { directory } = library;
    const { timeZone, language } = settings;
    const wall = wallTimeAt(now, timeZone);
    const day = dayOf(wall);
    if (day === this.#looked || timeOf(wall) < OPENS || timeOf(wall) >= CLOSES) return;
    const serves = (platform: string) =>
      platforms().includes(platform) && (!directory.isSample || platform === samplePlatform);
    const due = sheetsToConfirm(directory.places, now, timeZone).filter(({ keeper }) =>
      serves(keeper.platform),
    );
    const tell = tellIn(language);
    for (const { keeper, places, key } of due) {
      const id = messageKey(key);
      // A few a year, one after the other.
      // oxlint-disable-next-line no-await-in-loop
      if ((await store.get(documents.requestEvents, id)) !== undefined) continue;
      const words = places.map(({ name, town }) => tell("ht-sheet-yearly", { name, town }));
      const told = { draft: say(words.join("\n\n")), name: "yearly" };
      const asked = { number: 0, kind: "sheet-asked", by: "bot", at: now.toISOString() };
      // oxlint-disable-next-line no-await-in-loop
      await store.write([
        put(documents.requestEvents, id, asked),
        ...tellAdviser({ accounts: [keeper] }, language, id, told, this.#parts),
      ]);
      log.info("sheets-to-confirm", { sheets: places.length });
    }
    this.#looked = day;
  }
}
