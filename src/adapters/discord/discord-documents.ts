import { personKey } from "../../model/address.ts";
import {
  sendingShape,
  sentShape,
  interactionShape,
  placeShape,
  threadShape,
  guildShape,
  quarantineShape,
  identifiesShape,
  commandsShape,
} from "./document-shapes.ts";
import { amongOthers, type AnyDocumentType, type DocumentType } from "../../model/document-type.ts";
import type { MessageMeant, Role } from "../../model/incoming-message.ts";
import type { Language } from "../../model/language.ts";
import { LASTING_MS, sentUsedAt } from "../../model/sent-used-at.ts";

/** As in `Address.platform`. */
export const platformName = "discord";

/** A reply that Discord has not accepted whole yet: how far it is. Its words stay in the outbox. */
export interface Sending {
  readonly owner?: string | undefined;
  /** The ids of the parts that were accepted, in order. */
  readonly done: readonly string[];
  /** The channel or thread its messages go to; fixed before the first try. */
  readonly channel: string;
  /** UTC instant (ISO 8601) the next part was first tried: older than the nonce is known, it is looked for. */
  readonly triedAt?: string | undefined;
  readonly at: string;
}

/** Under which messages a reply was shown: for edits, presses and answers to it. */
export interface SentReply {
  /** The channel or thread the messages are in. */
  readonly channel: string;
  readonly messages: readonly string[];
  /** The interaction whose own message the first one is: changed through its token while that lives. */
  readonly interaction?: string | undefined;
  readonly isEphemeral?: boolean | undefined;
  /** The labels of the choices at its end, and who was asked to choose. */
  readonly choices: readonly string[];
  /** The emojis that make them, in the same order: see `signsOf`; undefined where their place tells. */
  readonly signs?: readonly string[] | undefined;
  /** User id; kept only where there is a choice to make. */
  readonly asker?: string | undefined;
  /** The room its choices are of, where that is not the one it is shown in: private, and late. */
  readonly room?: string | undefined;
  /** The id of the message or interaction it answered. */
  readonly answers?: string | undefined;
  /** Known longer than others: it is corrected, or reacted to, weeks later. */
  readonly isAnnouncement?: boolean | undefined;
  /** It opens a thread, or is relayed: known for months. */
  readonly isLasting?: boolean | undefined;
  /** UTC instant when it will be taken away: it is known until then. */
  readonly goneAt?: string | undefined;
  readonly at: string;
}

/** An interaction that was acknowledged: its token lives 15 minutes. */
export interface OpenInteraction {
  readonly owner: string;
  /** The id of the application it was for. */
  readonly application: string;
  readonly token: string;
  readonly person: string;
  readonly channel: string;
  readonly isEphemeral: boolean;
  /** Ours to fill: a "thinking" message. Not so for a press, whose message stays. */
  readonly hasOwnMessage: boolean;
  /** What was said by it, until it had its turn: a crash must not lose what was acknowledged. */
  readonly unanswered?: SaidByInteraction | undefined;
  readonly at: string;
}

/** What a command, a press or a window says, as the core takes it. */
export interface SaidByInteraction {
  readonly id: string;
  readonly room: string;
  readonly isDirect: boolean;
  readonly roles: readonly Role[];
  readonly text: string;
  readonly pressed?: string | undefined;
  readonly pressedOn?: string | undefined;
  readonly pressedKey?: string | undefined;
  readonly thread?: string | undefined;
  readonly language?: Language | undefined;
  readonly repliesTo?: MessageMeant | undefined;
}

/** How far a channel was read: the last message we took in there. */
export interface ReadPlace {
  readonly last: string;
  readonly isDirect: boolean;
  /** Whose direct messages these are. */
  readonly owner?: string | undefined;
  /** The guild it is in. */
  readonly guild?: string | undefined;
  /** Of a thread, the channel it is under. */
  readonly parent?: string | undefined;
  readonly at: string;
}

/** A thread that we opened. */
export interface OurThread {
  /** The channel it is under. */
  readonly parent: string;
  /** It was asked for with its message: all that is written in it is for us for months. */
  readonly isLasting?: boolean | undefined;
  readonly at: string;
}

/** A guild we are in, or were. */
export interface KnownGuild {
  readonly greetedAt?: string | undefined;
  /** UTC instant we were thrown out, or left: what is stored of it goes 30 days later. */
  readonly leftAt?: string | undefined;
  /** The channels it has, to know later what was said in it. */
  readonly channels?: readonly string[] | undefined;
  readonly at: string;
}

/** A channel that refuses us: nothing is sent there until it is tried again. */
export interface QuarantinedChannel {
  readonly guild?: string | undefined;
  /** The permissions that are missing, as far as they are known. */
  readonly missing: readonly string[];
  readonly toldAt?: string | undefined;
  readonly until: string;
  readonly at: string;
}

/** The commands as they were last registered, by a hash of their definition. */
export interface RegisteredCommands {
  readonly hash: string;
  readonly at: string;
}

/** When we introduced ourselves to Discord in the last 24 hours, which counts them. */
export interface Identifies {
  /** In ms, oldest first. */
  readonly instants: readonly number[];
  readonly at: string;
}

/** What the adapter stores; a type, so that `Object.values` knows them all. */
export type DiscordDocuments = {
  readonly sendings: DocumentType<Sending>;
  readonly sent: DocumentType<SentReply>;
  readonly interactions: DocumentType<OpenInteraction>;
  readonly places: DocumentType<ReadPlace>;
  readonly threads: DocumentType<OurThread>;
  readonly guilds: DocumentType<KnownGuild>;
  readonly quarantine: DocumentType<QuarantinedChannel>;
  readonly commands: DocumentType<RegisteredCommands>;
  readonly identifies: DocumentType<Identifies>;
};

/** Declares what is stored and how long; `main` opens the store with these and the core's own. */
export const discordDocuments: DiscordDocuments = {
  sendings: {
    ...firstVersion("discord-sendings", "stored-sending-progress"),
    read: (json) => sendingShape.parse(json),
    keptDays: 7,
    owner: ({ owner }) => owner,
  },
  sent: {
    ...firstVersion("discord-sent", "stored-sent"),
    read: (json) => sentShape.parse(json),
    // Longer than a message waits in the outbox, so that none is sent twice.
    keptDays: 8,
    lastUsed: sentUsedAt,
    owner: ({ asker }) => asker && personKey(platformName, asker),
  },
  interactions: {
    ...firstVersion("discord-interactions", "stored-interactions"),
    read: (json) => interactionShape.parse(json),
    keptDays: 1,
    owner: ({ owner }) => owner,
  },
  places: {
    ...firstVersion("discord-places", "stored-place"),
    read: (json) => placeShape.parse(json),
    keptDays: 30,
    owner: ({ owner }) => owner,
  },
  threads: {
    ...firstVersion("discord-threads", "stored-threads"),
    read: (json) => threadShape.parse(json),
    keptDays: 30,
    lastUsed: threadUsedAt,
    owner: () => undefined,
  },
  guilds: {
    ...firstVersion("discord-guilds", "stored-guilds"),
    read: (json) => guildShape.parse(json),
    keptDays: 400,
    owner: () => undefined,
  },
  quarantine: {
    ...firstVersion("discord-quarantine", "stored-guilds"),
    read: (json) => quarantineShape.parse(json),
    keptDays: 30,
    owner: () => undefined,
  },
  commands: {
    ...firstVersion("discord-commands", "stored-guilds"),
    read: (json) => commandsShape.parse(json),
    keptDays: 400,
    owner: () => undefined,
  },
  identifies: {
    ...firstVersion("discord-identifies", "stored-identifies"),
    read: (json) => identifiesShape.parse(json),
    keptDays: 1,
    owner: () => undefined,
  },
};

/** The same in a list, for the store, the purge, "forget me" and the printed policy. */
export const discordKinds: readonly AnyDocumentType[] = [
  amongOthers(discordDocuments.sendings),
  amongOthers(discordDocuments.sent),
  amongOthers(discordDocuments.interactions),
  amongOthers(discordDocuments.places),
  amongOthers(discordDocuments.threads),
  amongOthers(discordDocuments.guilds),
  amongOthers(discordDocuments.quarantine),
  amongOthers(discordDocuments.commands),
  amongOthers(discordDocuments.identifies),
];

function lastUsed({ at }: { readonly at: string }): string {
  return at;
}

function threadUsedAt({ at, isLasting }: OurThread): string {
  return isLasting === true ? new Date(Date.parse(at) + LASTING_MS).toISOString() : at;
}

function firstVersion<const D extends string>(collection: string, description: D) {
  return { collection, description, version: 1, migrations: [], lastUsed } as const;
}
