import { isAway, takesPart, type Staff } from "../../../handoff/absence.ts";
import { isOpenAt } from "../../../handoff/opening.ts";
import {
  samplePlatform,
  type Adviser,
  type OpeningHours,
  type Team,
} from "../../../model/directory.ts";
import type { Language } from "../../../model/language.ts";
import { say } from "../../../model/reply.ts";
import { holderOf, isHeld, type Request } from "../../../model/request.ts";
import { freshStanding, type Standing } from "../../../model/standing.ts";
import { put, type Change } from "../../../ports/store.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { holdStandings, standingId } from "../hold-standings.ts";
import { tellAdviser, tellRoom } from "../tell-people.ts";
import { namesOf, sayWaited } from "./say-request.ts";

/** More is not read on a phone. */
const MOST_LINES = 10;

/** What is listed from. */
interface Listing {
  readonly requests: readonly Request[];
  readonly staff: Staff;
  readonly now: Date;
}

/** Somebody, or a team, that gets a list at opening time. */
interface Reader {
  /** Id of their standing. */
  readonly id: string;
  readonly of: Standing["of"];
  readonly hours: OpeningHours;
  readonly language: Language;
  readonly theirs: readonly Request[];
  readonly rows: (list: string, day: string) => Change[];
}

/**
 * Tells each team, when it opens, what waits for somebody, and each adviser in private what they hold: once a
 * day, the oldest first, nothing when there is nothing. Source: HANDOFF.md, 5.3 and 8.
 */
export class DailyLists {
  readonly #parts: HandoffParts;

  constructor(parts: HandoffParts) {
    this.#parts = parts;
  }

  async pass({ requests, staff, now }: Listing): Promise<void> {
    const { directory } = staff;
    // A sample serves its own platform alone.
    if (directory.isSample && !this.#parts.platforms().includes(samplePlatform)) return;
    const listing = { requests, staff, now };
    const readers = [
      ...directory.teams.map((team) => this.#team(team, listing)),
      ...directory.advisers.flatMap((adviser) => this.#adviser(adviser, listing)),
    ];
    for (const reader of readers) {
      // One after the other: each write is small, and there is one a day.
      // oxlint-disable-next-line no-await-in-loop
      await this.#tell(reader, listing);
    }
  }

  async #tell(reader: Reader, { staff, now }: Listing): Promise<void> {
    const { id, hours, of, theirs } = reader;
    const day = localDay(now, hours.timeZone);
    if (staff.standings.get(id)?.listedOn === day || !isOpenAt(hours, now)) return;
    const { store, knowledge, queue } = this.#parts;
    const { standings } = knowledge().documents;
    // What they say of themselves at this moment must not be lost.
    await holdStandings([id], { queue }, async () => {
      const standing = (await store.get(standings, id)) ?? freshStanding(of, now);
      if (standing.listedOn === day) return;
      const listed = { ...standing, listedOn: day, updatedAt: now.toISOString() };
      const list = theirs.length === 0 ? [] : reader.rows(this.#words(reader, now), day);
      await store.write([put(standings, id, listed), ...list]);
      if (theirs.length > 0) {
        this.#parts.log.info("handoff-listed", { of, requests: theirs.length });
      }
    });
  }

  #team(team: Team, { requests }: Listing): Reader {
    const about = standingId("team", team.id);
    const waiting = requests.filter(
      ({ state, offers }) =>
        state.kind === "offered" &&
        offers.some((offer) => offer.team === team.id && offer.at >= state.since),
    );
    return {
      id: about,
      of: "team",
      hours: team.hours,
      language: team.language,
      theirs: oldestFirst(waiting),
      rows: (list, day) =>
        tellRoom(
          team.room,
          team.language,
          about,
          { draft: say(list), name: `list.${day}` },
          this.#parts,
        ),
    };
  }

  #adviser(adviser: Adviser, { requests, staff, now }: Listing): readonly Reader[] {
    const team = staff.directory.teams.find(({ advisers }) => advisers.includes(adviser.id));
    const hours = adviser.hours ?? team?.hours;
    if (!hours || !takesPart(adviser.id, staff)) return [];
    if (isAway(adviser.id, localDay(now, hours.timeZone), staff)) return [];
    const held = requests.filter((request) => isHeld(request) && holderOf(request) === adviser.id);
    const about = standingId("adviser", adviser.id);
    const language = adviser.languages[0] ?? this.#parts.knowledge().settings.language;
    return [
      {
        id: about,
        of: "adviser",
        hours,
        language,
        theirs: oldestFirst(held),
        rows: (list, day) =>
          tellAdviser(
            adviser,
            language,
            about,
            { draft: say(list), name: `list.${day}` },
            this.#parts,
          ),
      },
    ];
  }

  #words({ of, theirs, hours, language }: Reader, now: Date): string {
    const knowledge = this.#parts.knowledge();
    const tell = knowledge.tell(language);
    const isOne = theirs.length === 1;
    const heading =
      of === "team"
        ? tell(isOne ? "ht-list-team-one" : "ht-list-team", { count: theirs.length })
        : tell(isOne ? "ht-list-mine-one" : "ht-list-mine", { count: theirs.length });
    const lines = theirs.slice(0, MOST_LINES).map((request) => {
      const since = new Date(request.waitingSince ?? request.openedAt ?? request.at);
      const values = {
        ...namesOf(request, language, knowledge),
        waited: sayWaited(since, now, hours, tell),
      };
      if (of === "team") return tell("ht-list-line-bare", values);
      const turn = tell(request.turn === "adviser" ? "ht-list-waits" : "ht-list-their-turn");
      return tell("ht-list-line", { ...values, turn });
    });
    const more = theirs.length - lines.length;
    return [
      heading,
      "",
      ...lines,
      ...(more > 0 ? [tell("ht-list-more", { count: more })] : []),
    ].join("\n");
  }
}

function oldestFirst(requests: readonly Request[]): readonly Request[] {
  return requests.toSorted((one, other) =>
    (one.openedAt ?? one.at).localeCompare(other.openedAt ?? other.at),
  );
}
