import type { Json } from "./json.ts";

/**
 * What the API answers to a request it does not do.
 * Source: discord-api-docs developers/topics/opcodes-and-status-codes (JSON error codes)
 */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | undefined;

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The body of the answer. */
  get body(): Json {
    const { message, code, errors } = this;
    return errors ? { message, code, errors } : { message, code };
  }
}

const known = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  methodNotAllowed: [405, 0, "405: Method Not Allowed"],
  unknownChannel: [404, 10_003, "Unknown Channel"],
  unknownGuild: [404, 10_004, "Unknown Guild"],
  unknownMember: [404, 10_007, "Unknown Member"],
  unknownMessage: [404, 10_008, "Unknown Message"],
  unknownUser: [404, 10_013, "Unknown User"],
  unknownEmoji: [400, 10_014, "Unknown Emoji"],
  unknownWebhook: [404, 10_015, "Unknown Webhook"],
  unknownInteraction: [404, 10_062, "Unknown interaction"],
  unknownCommand: [404, 10_063, "Unknown application command"],
  unknownEvent: [404, 10_070, "Unknown Guild Scheduled Event"],
  tooLarge: [413, 40_005, "Request entity too large"],
  alreadyAcknowledged: [400, 40_060, "Interaction has already been acknowledged."],
  missingAccess: [403, 50_001, "Missing Access"],
  notInDirectMessages: [403, 50_003, "Cannot execute action on a DM channel"],
  notTheAuthor: [403, 50_005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50_006, "Cannot send an empty message"],
  cannotSendToUser: [403, 50_007, "Cannot send messages to this user"],
  notATextChannel: [400, 50_008, "Cannot send messages in a non-text channel"],
  missingPermissions: [403, 50_013, "Missing Permissions"],
  wrongChannelType: [400, 50_024, "Cannot execute action on this channel type"],
  invalidWebhookToken: [401, 50_027, "Invalid Webhook Token"],
  archivedThread: [400, 50_083, "Thread is archived"],
  badJson: [400, 50_109, "The request body contains invalid JSON."],
  noHistoryToReply: [400, 160_002, "Cannot reply without permission to read message history"],
  threadExists: [400, 160_004, "A thread has already been created for this message"],
  lockedThread: [400, 160_005, "Thread is locked"],
  finishedEvent: [400, 180_000, "Cannot update a finished event"],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>;

/** A refusal that has a name. */
export function refusal(name: keyof typeof known): ApiRefusal {
  const [status, code, message] = known[name];
  return new ApiRefusal(status, code, message);
}
