import type { Address } from "../../model/address.ts";
import type { Language } from "../../model/language.ts";
import type { Tell } from "../../model/phrases.ts";
import type { Reply } from "../../model/reply.ts";
import type { ChatPlatform, Receive, RoomDescription } from "../../ports/chat-platform.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import { Manners } from "./manners.ts";
import { matrixDocuments, platformName } from "./matrix-documents.ts";
import type { MatrixSettings } from "./matrix-settings.ts";
import { learnUs } from "./learn-us.ts";
import { EncryptionTalk } from "./receiving/encryption-talk.ts";
import { Receiving } from "./receiving/receiving.ts";
import type { Homeserver, SyncBatch } from "./room-event.ts";
import type { RoomMachine } from "./room-machine.ts";
import { Arrivals } from "./rooms/arrivals.ts";
import { readDirectRooms } from "./rooms/direct-rooms.ts";
import { checkPersonThere } from "./rooms/person-away.ts";
import { roomWith } from "./rooms/room-with.ts";
import { Rooms } from "./rooms/rooms.ts";
import { isFinal } from "./sending/is-final.ts";
import { isWaitedFor } from "./sending/is-waited-for.ts";
import { Sender } from "./sending/sender.ts";
import { SentReplies } from "./sending/sent-replies.ts";
import { createShowReply } from "./sending/show-reply.ts";
import { syncTokens } from "./sync-tokens.ts";
import { within } from "./receiving/within.ts";
import { reasonOf } from "./transport/server-faults.ts";
import { SyncLoop } from "./transport/sync-loop.ts";
import { DAY_MS } from "../../model/durations.ts";

/** What the platform is made of. */
export interface MatrixParts {
  readonly settings: MatrixSettings;
  readonly server: Homeserver;
  /** Opened and announced; undefined without encryption. Closed by whoever opened it. */
  readonly machine: RoomMachine | undefined;
  /** Opened with `matrixDocuments` among its types. */
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of the assistant. */
  readonly tell: Tell;
  readonly tellIn: (language: Language) => Tell;
  /** Ends the requests under way. */
  readonly cutOff: () => void;
}

/** How long messages under way are waited for at the end. */
const mostStopMs = 5000;
/** How often what could not be read or done is tried again, where it is due. */
const tickMs = 2000;
/** How long a preview waits for the name of a room: the server may be slow. */
const mostDescribeMs = 1000;

/** The rooms of one account. */
export class MatrixPlatform implements ChatPlatform {
  readonly name = platformName;
  readonly #parts: MatrixParts;
  readonly #sent: SentReplies;
  readonly #rooms: Rooms;
  readonly #manners: Manners;
  readonly #sender: Sender;
  readonly #arrivals: Arrivals;
  readonly #talk: EncryptionTalk;
  #receiving: Receiving | undefined;
  #loop: SyncLoop | undefined;
  #ticking: NodeJS.Timeout | undefined;
  #isReady = false;
  /** Resolves when the platform was stopped; rejects when going on is of no use. */
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;
  #fail: (cause: unknown) => void = () => undefined;

  constructor(parts: MatrixParts) {
    this.#parts = parts;
    const { server, store, clock, log, settings, machine, tell, tellIn } = parts;
    const ourUser = settings.userId;
    this.#sent = new SentReplies(store);
    this.#rooms = new Rooms({ server, store, clock, ourUser, bots: settings.bots });
    this.#manners = new Manners({ server, ourUser, clock, log });
    this.#arrivals = new Arrivals({
      server,
      rooms: this.#rooms,
      settings,
      ourUser,
      refusal: tell("invitation-refused"),
      onArrival: (room, inviter) => this.#arrived(room, inviter),
      clock,
      log,
    });
    const [rooms, sent] = [this.#rooms, this.#sent];
    this.#sender = new Sender({
      store,
      sent,
      clock,
      log,
      show: createShowReply({
        ourUser,
        server,
        rooms,
        machine,
        store,
        sent,
        clock,
        log,
        tell: (language) => (language === undefined ? tell : tellIn(language)),
        roomWith: (person) =>
          roomWith(person, { ...parts, rooms, ourUser, hasEncryption: machine !== undefined }),
        onOffer: (offer) => void this.#manners.offer(offer),
      }),
      isFinal,
      onQuiet: (room) => void this.#manners.stopTyping(room),
    });
    this.#talk = new EncryptionTalk({
      ...parts,
      rooms,
      hasEncryption: machine !== undefined,
      bots: settings.bots,
      send: (notice: Reply) => this.#sender.take(notice),
    });
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    // Whoever waits for it hears of it; before that, it is not an unhandled rejection.
    this.ended.catch(() => undefined);
  }

  async start(receive: Receive): Promise<void> {
    const { server, store, log, clock, settings } = this.#parts;
    await this.#sent.load();
    this.#receiving = new Receiving({
      ...this.#parts,
      us: await learnUs(server, settings, this.#sent),
      rooms: this.#rooms,
      arrivals: this.#arrivals,
      talk: this.#talk,
      receive: async (incoming) => {
        await receive(incoming);
      },
      onRead: (room, event) => void this.#manners.read(room, event),
    });
    const receiving = this.#receiving;
    await this.#loadDirectRooms();
    await this.#sender.start();
    await this.#arrivals.start();
    const take = async (batch: SyncBatch): Promise<void> => {
      // The first sync of all is history: people are heard from its end on.
      if (!batch.isFirst) this.#tellReady();
      await receiving.take(batch);
      this.#tellReady();
      this.#sender.wake();
    };
    const tokens = syncTokens(store, clock, settings.userId);
    this.#loop = new SyncLoop({ server, user: settings.userId, tokens, take, log, clock });
    this.#loop.run().then(this.#end, this.#fail);
    receiving.start();
    this.#ticking = setInterval(() => {
      this.#arrivals.retryDue();
      receiving.retryDue();
      const { keptDays } = matrixDocuments.sent;
      this.#sent.forgetBefore(new Date(clock.now().getTime() - keptDays * DAY_MS));
    }, tickMs);
  }

  /** What is waited for resolves once it is shown: whoever asks wants the proof, or the event. */
  async send(reply: Reply): Promise<string | undefined> {
    this.#manners.makeWay(reply.to.room);
    await checkPersonThere(reply, this.#rooms);
    if (isWaitedFor(reply)) await this.#sender.announce(reply);
    else await this.#sender.take(reply);
    return reply.reaction ? undefined : this.#sent.find(reply.key)?.events[0];
  }

  async showTyping({ room }: Address): Promise<void> {
    await this.#manners.type(room);
  }

  async describeRoom({ room }: Address): Promise<RoomDescription | undefined> {
    // Left or away, it is told by its id.
    const described = this.#rooms.describe(room).catch(() => undefined);
    return within(mostDescribeMs, described);
  }

  async stop(): Promise<void> {
    const { cutOff } = this.#parts;
    clearInterval(this.#ticking);
    const cutting = setTimeout(cutOff, mostStopMs);
    // Whoever opened the encryption closes it after this: nothing may be under way any more.
    await Promise.all([this.#loop?.stop(), this.#receiving?.stop()]);
    await this.#sender.stop(mostStopMs, cutOff);
    await this.#arrivals.stop();
    clearTimeout(cutting);
    this.#end();
  }

  /** Asks to be stopped: whoever waits for `ended` does it. */
  leave(): void {
    this.#end();
  }

  /** Once the server has answered a sync. */
  #tellReady(): void {
    if (!this.#isReady) this.#parts.log.info("ready", { platform: platformName });
    this.#isReady = true;
  }

  /** A sync tells them only when they change. */
  async #loadDirectRooms(): Promise<void> {
    const { server, settings, log } = this.#parts;
    try {
      this.#rooms.setDirect(await readDirectRooms(server, settings.userId));
    } catch (cause) {
      log.info("direct-rooms-unknown", { why: reasonOf(cause) });
    }
  }

  /** Where we can neither read nor write, whoever invited us is told so elsewhere. */
  async #arrived(room: string, inviter: string): Promise<void> {
    if (this.#parts.machine || !(await this.#rooms.get(room)).encryption) return;
    await this.#talk.offerPlainRoom(room, inviter);
  }
}
