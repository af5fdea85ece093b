import type { AnnouncementOutbox } from "../announcements/announcer-ports.ts";
import type { Announcer } from "../announcements/announcer.ts";
import type { Recheck } from "../delivery/recheck.ts";
import { broadcastsOfDay, waitingNews } from "../delivery/broadcasts.ts";
import { toldOf } from "../delivery/campaigns.ts";
import { standingAnnouncements } from "../delivery/standing-announcements.ts";
import { waitingOf } from "../delivery/waiting-announcements.ts";
import type { Delivery } from "../delivery/deliver.ts";
import type { Campaign } from "../model/ledger-entry.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";

/** Delivery and its ledger, as the announcer needs them. */
export function announcementOutbox(parts: {
  readonly delivery: Delivery;
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "ledger" | "outbox">;
  /** Told of the announcements that got a number. */
  readonly onNumbered?: (campaigns: readonly Campaign[]) => void;
}): AnnouncementOutbox {
  const { delivery, store, documents, onNumbered } = parts;
  return {
    plan: (task) =>
      delivery.plan((announce) =>
        task(async (rows, alongside) => {
          const campaigns = await announce(rows, alongside);
          onNumbered?.(campaigns);
        }),
      ),
    known: (keys) => delivery.known(keys),
    toldOf: (workshop) => toldOf(workshop, store, documents),
    async broadcasts(now) {
      const [sent, waiting] = await Promise.all([
        broadcastsOfDay(now, store, documents),
        waitingNews(store, documents),
      ]);
      return { sent, waiting };
    },
    waitingOf: (workshop) => waitingOf(workshop, store, documents),
    standingOf: (workshop) => standingAnnouncements(workshop, store, documents),
  };
}

/** Looks at an announcement again just before it is sent, in its words of that moment. */
export function recheckBy(announcer: () => Announcer): Recheck {
  return async ({ announced }, _now, { others, late }) => {
    if (!announced?.planned) return { kind: "send" };
    const plannedBeside = async () =>
      (await others()).flatMap((row) => row.announced?.planned ?? []);
    return announcer().renew(announced.planned, { others: plannedBeside, late });
  };
}
