import { proofOf, readEntries, type DeliveryProof } from "../../delivery/campaigns.ts";
import type { Language } from "../../model/language.ts";
import type { Tell } from "../../model/phrases.ts";
import { say, type Attachment, type ReplyDraft } from "../../model/reply.ts";
import { spreadsheetText } from "../../model/spreadsheet-text.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import type { Knowledge } from "../knowledge.ts";
import type { RoomDescriptions } from "./room-descriptions.ts";
import type { DescribeRoom } from "./reach.ts";
import { tellProof } from "./tell-proof.ts";

/** Rooms named in the message: all of them are in its file. */
const MOST_NAMED = 12;

/**
 * What became of an announcement: in numbers, then each room with the platform's id of its message. People
 * told in private are counted, never listed.
 * @param number as its coordinator was told it
 */
export async function giveProof(
  number: number,
  language: Language,
  parts: {
    readonly store: Store;
    readonly knowledge: () => Knowledge;
    readonly clock: Clock;
    readonly rooms: RoomDescriptions;
  },
): Promise<ReplyDraft> {
  const { store, clock, rooms } = parts;
  const knowledge = parts.knowledge();
  const { documents } = knowledge;
  const tell = knowledge.tell(language);
  const campaign = await store.get(documents.campaigns, String(number));
  if (!campaign) return say(tell("proof-unknown", { number }));
  const entries = await readEntries([number], store, documents);
  const proof = proofOf(campaign, entries.get(number) ?? []);
  const shown = proof.messages.filter(({ to }) => !to.isDirect);
  const line = tellProof(proof, knowledge, { language, now: clock.now() });
  if (shown.length === 0) return say(line);
  const describe = await rooms.of(shown);
  const named = shown
    .slice(0, MOST_NAMED)
    .map(({ to, ids }) =>
      tell("proof-message", { room: describe(to)?.name ?? to.room, ids: idsOf(ids) }),
    );
  const count = shown.length - named.length;
  const more = count > 0 ? [tell("proof-more", { count })] : [];
  return {
    ...say([line, ...named, ...more].join("\n")),
    attachments: [tableOf(number, shown, describe, tell)],
  };
}

function tableOf(
  number: number,
  shown: DeliveryProof["messages"],
  describe: DescribeRoom,
  tell: Tell,
): Attachment {
  const header = ["platform", "room", "message"] as const;
  const lines = shown.flatMap(({ to, ids }) =>
    ids.map((id) => [to.platform, describe(to)?.name ?? to.room, id]),
  );
  return {
    name: tell("proof-file", { number }),
    type: "text/csv",
    text: spreadsheetText([header.map((column) => tell(`proof-column-${column}`)), ...lines]),
    alt: tell("proof-file-what", { number }),
  };
}

/** As they are: in Markdown, what a platform gave could be read as markup. */
function idsOf(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}
