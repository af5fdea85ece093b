import { describe, expect, it } from "vitest";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import { put, remove, type Change } from "../../src/ports/store.ts";
import { HandoffTown } from "../support/handoff-town.ts";
import { seededRandom } from "../support/seeded-random.ts";

const SEQUENCES = 10_000;
const LONGEST = 5;
/** Said by colleagues among themselves, in many ways; `#` is a word nobody else says. */
const chatter = [
  "# elle est pénible, celle-là",
  "qui connaît # ?",
  "je prends # demain",
  "c'est réglé avec #, non ?",
  "note : # a déjà écrit",
  "note interne # et voilà",
  "transférer à David : # m'épuise",
  "transférer à Élise : # m'épuise",
  "signaler : # est insultant",
  "je rends : # me dépasse",
  "merci #",
  "répondre à # ? jamais",
  "envoyer # ? non",
  "-> #",
  "! r #",
  "» #",
];
/** Commands that change what is going on, and say nothing. */
const commands = [
  "je prends",
  "je rends",
  "résolu",
  "rouvrir",
  "transférer",
  "transférer à David",
  "attendre",
  "priorité",
  "note",
  "signaler",
  "envoyer",
  "corriger",
  "fiche",
  "fiche 1",
  "modèle merci",
  "atelier lié",
  "mes demandes",
  "je refuse",
];
const people = ["camille", "david", "zoe"];

describe("acceptance 3: a message in the team thread without reply or prefix never reaches the asker", () => {
  it(`holds over ${SEQUENCES} random sequences of messages`, { timeout: 240_000 }, async () => {
    const run = await Run.begin();
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const { crossed, story } = await run.sequence(seed);
      const leaked = crossed.filter((word) => !run.addressed.has(word));
      expect(leaked, `seed ${seed}: ${story.join(" | ")}`).toEqual([]);
    }
    // What is addressed does cross: the property does not hold for want of a relay.
    expect(run.carried).toBeGreaterThan(SEQUENCES / 20);
  });
});

/** One town in which many sequences are played, each from the same beginning. */
class Run {
  carried = 0;
  /** Every word that was for the asker so far: each is said once. */
  readonly addressed = new Set<string>();
  readonly #town: HandoffTown;
  readonly #thread: string;
  readonly #relayed: string;
  readonly #beginning: readonly Change[];
  #words = 0;

  private constructor(
    town: HandoffTown,
    places: { thread: string; relayed: string },
    beginning: readonly Change[],
  ) {
    this.#town = town;
    this.#thread = places.thread;
    this.#relayed = places.relayed;
    this.#beginning = beginning;
  }

  /** Camille holds a request whose asker just wrote. */
  static async begin(): Promise<Run> {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    await camille.writes("> bonjour, je regarde");
    await camille.presses("Envoyer");
    await town.asker.says("merci, voici la suite : nous avons un tournoi samedi");
    const relayed = town.team().findLast(({ text }) => text.includes("tournoi samedi"));
    if (!relayed || camille.thread === undefined) throw new Error("nothing was carried over");
    const documents = town.knowledge.documents;
    const kinds = [documents.requests, documents.requestMessages, documents.standings] as const;
    const beginning = [
      ...(await town.store.list(kinds[0])).map(({ id, document }) => put(kinds[0], id, document)),
      ...(await town.store.list(kinds[1])).map(({ id, document }) => put(kinds[1], id, document)),
      ...(await town.store.list(kinds[2])).map(({ id, document }) => put(kinds[2], id, document)),
    ];
    return new Run(town, { thread: camille.thread, relayed: relayed.key }, beginning);
  }

  /** Plays a sequence. @returns words that reached the asker, words addressed to them, and what was said */
  async sequence(seed: number) {
    const random = seededRandom(seed);
    const pick = <T>(from: readonly T[]): T => {
      const found = from[Math.floor(random() * from.length)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    };
    const story: string[] = [];
    const typed: { id: string; from: string; isAddressed: boolean }[] = [];
    const answering = new Set<string>();
    const length = 1 + Math.floor(random() * LONGEST);
    for (let at = 0; at < length; at += 1) {
      this.#words += 1;
      const word = `zyx${this.#words}q`;
      const from = pick(people);
      const id = `${seed}-${at}`;
      const kind = pick([
        "chatter",
        "chatter",
        "command",
        "prefix",
        "reply",
        "to-colleague",
        "press",
        "edit",
        "sign",
        "late",
      ] as const);
      story.push(`${from} ${kind}`);
      const say = async (message: Partial<IncomingMessage>) =>
        this.#town.heard({
          id,
          from,
          address: this.#town.adviser("camille").room,
          thread: this.#thread,
          ...message,
        });
      if (kind === "chatter") {
        const text = pick(chatter).replace("#", word);
        // After « Répondre », one's next words are for the asker; a command is not.
        if (answering.has(from)) this.addressed.add(word);
        answering.delete(from);
        typed.push({ id, from, isAddressed: this.addressed.has(word) });
        await say({ text });
      } else if (kind === "command") {
        answering.delete(from);
        await say({ text: pick(commands) });
      } else if (kind === "prefix") {
        const text = `${pick(["> ", ">", "!r ", "  > ", "!R "])}${word} voilà`;
        answering.delete(from);
        if (from !== "zoe") this.addressed.add(word);
        typed.push({ id, from, isAddressed: true });
        await say({ text });
      } else if (kind === "reply") {
        answering.delete(from);
        if (from !== "zoe") this.addressed.add(word);
        typed.push({ id, from, isAddressed: true });
        await say({ text: `${word} pour vous`, repliesTo: { id: this.#relayed } });
      } else if (kind === "to-colleague") {
        typed.push({ id, from, isAddressed: false });
        await say({
          text: `${word} tu crois ?`,
          repliesTo: {
            id: pick(
              [this.#thread, "unknown", ...typed.map((one) => one.id)].filter(
                (one) =>
                  one !== id && !typed.some((other) => other.id === one && other.isAddressed),
              ),
            ),
          },
        });
      } else if (kind === "press") {
        const pressed = pick([
          "Répondre",
          "Répondre",
          "Envoyer",
          "Corriger",
          "Note interne",
          "Je prends",
        ]);
        answering.delete(from);
        if ((pressed === "Répondre" || pressed === "Corriger") && from !== "zoe")
          answering.add(from);
        await say({ pressed, pressedOn: this.#thread });
      } else if (kind === "edit") {
        const before = typed.findLast((one) => one.from === from);
        if (!before) continue;
        if (before.isAddressed && from !== "zoe") this.addressed.add(word);
        await say({ text: `${pick(["", "> "])}${word} corrigé`, edits: before.id });
      } else if (kind === "sign") {
        await say({
          reacts: {
            sign: pick(["👍", "✋", "❓"]),
            on: pick([this.#thread, this.#relayed, "unknown"]),
          },
          sign: id,
        });
      } else {
        this.#town.clock.moveByMs(11 * 60_000);
        // What is begun is forgotten by then.
        answering.clear();
      }
    }
    const crossed = await this.#crossed(seed);
    this.carried += crossed.length;
    return { crossed, story };
  }

  /** Words that are on their way to the asker, or were shown to them; then all is as at the beginning. */
  async #crossed(seed: number): Promise<readonly string[]> {
    const { outbox, requestMessages, deskTalks, handledEvents } = this.#town.knowledge.documents;
    await this.#town.bot.idle();
    // Really sent now and then; in between the outbox is read instead.
    if (seed % 100 === 0) await this.#town.ticks();
    const rows = await this.#town.store.list(outbox);
    const sent = [...this.#town.asker.read, ...rows.map(({ document }) => document.reply)];
    const theirs = sent.filter(({ to }) => to.room === this.#town.asker.address.room);
    const words = theirs.flatMap(({ text }) => text.match(/zyx\d+q/gu) ?? []);
    const { store } = this.#town;
    await store.write([
      ...rows.map(({ id }) => remove(outbox, id)),
      ...(await store.list(requestMessages)).map(({ id }) => remove(requestMessages, id)),
      ...(await store.list(deskTalks)).map(({ id }) => remove(deskTalks, id)),
      ...(await store.list(handledEvents)).map(({ id }) => remove(handledEvents, id)),
      ...this.#beginning,
    ]);
    this.#town.sent.length = 0;
    return [...new Set(words)];
  }
}
