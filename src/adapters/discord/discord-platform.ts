import type { Address } from "../../model/address.ts";
import { type Reply, say } from "../../model/reply.ts";
import type { ChatPlatform, Receive, RoomDescription } from "../../ports/chat-platform.ts";
import { EventCalendar } from "./calendar/event-calendar.ts";
import { discordDocuments, platformName } from "./discord-documents.ts";
import type { DiscordParts } from "./discord-parts.ts";
import type { Dispatch } from "./gateway.ts";
import { RoomNames } from "./guilds/room-names.ts";
import { Interactions } from "./interactions/interactions.ts";
import { OpenInteractions } from "./interactions/open-interactions.ts";
import { GuildRoles } from "./receiving/guild-roles.ts";
import { CatchingUp } from "./receiving/catching-up.ts";
import { shardIn } from "./connection/catch-up.ts";
import { Intake } from "./receiving/intake.ts";
import { LongExchanges } from "./receiving/long-exchanges.ts";
import { ReadPlaces } from "./receiving/read-places.ts";
import { isSeenByOne, ThreadPlaces } from "./receiving/thread-places.ts";
import { UnreadReplies } from "./receiving/unread-replies.ts";
import { openAskedThread } from "./sending/open-asked-thread.ts";
import { ownerOf } from "./sending/reply-place.ts";
import { RefusingPeople } from "./sending/refusing-people.ts";
import { Sender } from "./sending/sender.ts";
import { Sendings } from "./sending/sendings.ts";
import { SentReplies } from "./sending/sent-replies.ts";
import { threadFor, type Threading } from "./sending/thread-for.ts";
import { Typing } from "./sending/typing.ts";
import { untilReached } from "./until-reached.ts";
import { learnUs, type Us } from "./us.ts";
import { DAY_MS } from "../../model/durations.ts";

/** The guilds and direct messages of one application. */
export class DiscordPlatform implements ChatPlatform {
  readonly name = platformName;
  readonly #parts: DiscordParts;
  readonly #sent: SentReplies;
  readonly #open: OpenInteractions;
  readonly #threads: ThreadPlaces;
  readonly #roles: GuildRoles;
  readonly #names = new RoomNames();
  /** Undefined where no guild chose to show the programme in its own. */
  readonly calendar: EventCalendar | undefined;
  readonly #places: ReadPlaces;
  readonly #exchanges = new LongExchanges();
  readonly #sendings: Sendings;
  readonly #threading: Threading;
  readonly #sender: Sender;
  readonly #catchingUp: CatchingUp;
  #us: Us | undefined;
  #intake: Intake | undefined;
  #interactions: Interactions | undefined;
  readonly #stopping = new AbortController();
  readonly #typing: Typing;
  readonly #refusing: RefusingPeople;
  /** Resolves when the platform was stopped; rejects when going on is of no use. */
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;
  #fail: (cause: unknown) => void = () => undefined;

  constructor(parts: DiscordParts) {
    this.#parts = parts;
    const { store, clock, rest, settings, log, care, tell, language } = parts;
    this.#sent = new SentReplies(store);
    this.#sendings = new Sendings(store, clock);
    this.#open = new OpenInteractions(store, clock);
    this.#threads = new ThreadPlaces(rest);
    this.#roles = new GuildRoles(settings);
    const guilds = settings.scheduledEvents ?? [];
    this.calendar =
      guilds.length > 0
        ? new EventCalendar({ rest, guilds, us: () => this.#us, signal: this.#stopping.signal })
        : undefined;
    this.#places = new ReadPlaces(store, clock);
    this.#typing = new Typing(rest, care);
    this.#refusing = new RefusingPeople(clock);
    this.#catchingUp = new CatchingUp({
      rest,
      places: this.#places,
      clock,
      log,
      signal: this.#stopping.signal,
      take: async (message) => this.#intake?.take(message),
    });
    this.#threading = {
      ...parts,
      threads: this.#threads,
      exchanges: this.#exchanges,
      places: this.#places,
      nameIn: (spoken = language) => tell(spoken)("answered-in-thread"),
    };
    this.#sender = new Sender({
      rest,
      sent: this.#sent,
      sendings: this.#sendings,
      interactions: this.#open,
      care,
      clock,
      log,
      ourUser: () => this.#us?.userId ?? "",
      tell,
      language,
      canRead: ({ to: { room, isDirect } }) =>
        !isSeenByOne(room) && (isDirect || (settings.rooms.includes(room) && this.#readsAll())),
      threadFor: async (reply) => threadFor(reply, this.#threading),
      openBelow: async (reply, shown) => openAskedThread(reply, shown, this.#threading),
      refusing: this.#refusing,
    });
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    // Whoever waits for it hears of it; before that, it is not an unhandled rejection.
    this.ended.catch(() => undefined);
  }

  async start(receive: Receive): Promise<void> {
    const { rest, settings, gateway, log, clock, store, care } = this.#parts;
    const { signal } = this.#stopping;
    this.#us = await untilReached(() => learnUs(rest, settings.applicationId), log, signal);
    await Promise.all([this.#sent.load(), this.#places.load(), this.#sendings.load()]);
    for (const { id, document } of await store.list(discordDocuments.threads)) {
      this.#threads.add(id, document.parent);
    }
    for (const [id, { parent }] of this.#places.all()) {
      if (parent !== undefined) this.#threads.know(id, parent);
    }
    const [us, threads, roles, places] = [this.#us, this.#threads, this.#roles, this.#places];
    const unread = new UnreadReplies((message) => this.#tellUnread(message), clock);
    this.#intake = new Intake({
      reading: {
        us,
        rooms: settings.rooms,
        sent: this.#sent,
        threads,
        roles,
        readsAll: () => this.#readsAll(),
        apiBaseUrl: settings.apiBaseUrl,
      },
      places,
      receive,
      clock,
      log,
      signal,
      onHeard: (message) => {
        this.#exchanges.hear(message);
        this.#typing.hear(message);
        this.#refusing.heard(message.from, message.address.room);
      },
      onUnread: (message) => unread.tell(message),
    });
    this.#interactions = new Interactions({
      ...this.#parts,
      open: this.#open,
      reading: { roles, threads },
      receive,
      ourUser: us.userId,
      findReply: (key) => this.#sent.find(key),
      isAnswered: (id) => this.#sent.isAnswered(id),
    });
    await care?.start(us);
    await this.#interactions.resume();
    await gateway.start({
      hear: (dispatch) => {
        this.#hear(dispatch, us);
      },
      fail: (cause) => {
        this.#fail(cause);
      },
    });
    log.info("ready", { platform: platformName });
  }

  async send(reply: Reply): Promise<string | undefined> {
    const { sent, sendings, places } = discordDocuments;
    const now = this.#parts.clock.now().getTime();
    const before = (days: number) => new Date(now - days * DAY_MS);
    this.#sent.forgetBefore(before(sent.keptDays));
    this.#sendings.forgetBefore(before(sendings.keptDays));
    this.#places.forgetBefore(before(places.keptDays));
    this.#open.forgetOld();
    await this.#sender.send(reply);
    const owner = ownerOf(reply) ?? "";
    const message = this.#sent.find(reply.key)?.messages[0];
    // It may have been the goodbye of somebody who was forgotten.
    await Promise.all([this.#places.forgetErased(owner), this.#sendings.forgetErased(owner)]);
    return message;
  }

  async showTyping({ room }: Address): Promise<void> {
    await this.#typing.show(room);
  }

  describeRoom({ room }: Address): Promise<RoomDescription | undefined> {
    return Promise.resolve(this.#names.describe(room));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#parts.gateway.stop();
    await this.#catchingUp.idle();
    await this.#interactions?.idle();
    await this.#intake?.idle();
    await this.#places.settle();
    await this.#sender.idle();
    await this.#parts.care?.stop();
    this.#end();
  }

  /** Asks to be stopped: whoever waits for `ended` does it. */
  leave(): void {
    this.#end();
  }

  /** Going on is of no use: whoever waits for `ended` hears why. */
  fail(cause: unknown): void {
    this.#fail(cause);
  }

  #hear(dispatch: Dispatch, us: Us): void {
    if (this.#stopping.signal.aborted) return;
    const { log, care } = this.#parts;
    try {
      if (dispatch.type === "INTERACTION_CREATE") this.#interactions?.hear(dispatch.data);
      this.#threads.hear(dispatch, us.userId);
      this.#roles.hear(dispatch);
      this.#names.hear(dispatch);
      this.calendar?.hear(dispatch);
      this.#intake?.hear(dispatch);
      // A session begun anew: what came before it was told to nobody.
      if (dispatch.type === "READY") this.#catchingUp.begin(shardIn(dispatch));
      care?.hear(dispatch);
    } catch (cause) {
      log.error("event-odd", cause, { type: dispatch.type });
    }
  }

  async #tellUnread(notice: Pick<Reply, "key" | "to" | "inReplyTo" | "thread">): Promise<void> {
    const { tell, language } = this.#parts;
    const words = say(tell(language)("reply-unread"));
    await this.#sender.send({ ...words, ...notice, kind: "notice", awaitsWords: true });
  }

  #readsAll(): boolean {
    const { settings, gateway } = this.#parts;
    return settings.messageContent && gateway.hasMessageContent !== false;
  }
}
