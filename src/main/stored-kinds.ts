import { discordKinds } from "../adapters/discord/discord-documents.ts";
import { matrixKinds } from "../adapters/matrix/matrix-documents.ts";
import type { Config } from "../loading/load-config.ts";
import type { AnyDocumentType } from "../model/document-type.ts";
import { declareDocuments, type StoredDocuments } from "../model/stored-documents.ts";

/** What the assistant stores, kept as long as the configuration says. */
export function documentsOf(config: Config): StoredDocuments {
  return declareDocuments({
    conversations: config.conversationDays,
    keptQuestions: config.keptQuestionDays,
    // Longer than a message may wait to be read, so that its replay is always recognised.
    handledEvents: Math.ceil(config.oldestMessageHours / 24) + 1,
  });
}

/** What the configured platforms store beside. */
export function platformKinds(config: Config): readonly AnyDocumentType[] {
  return [...(config.matrix ? matrixKinds : []), ...(config.discord ? discordKinds : [])];
}
