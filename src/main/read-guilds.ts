import { join } from "node:path";
import { discordDocuments, type KnownGuild } from "../adapters/discord/discord-documents.ts";
import { realDisk } from "../stores/disk.ts";
import { listDocuments } from "../stores/documents.ts";
import { readGeneration } from "../stores/read-generation.ts";

/**
 * The guilds of Discord the assistant is in, or was, as its data folder says. It looks only, so that a
 * running assistant may hold the folder.
 * @returns none for a folder that has no such file, or a damaged one: the next start repairs that
 * @throws StoreError when a newer Passerelle wrote it, or it may not be read
 */
export async function readGuilds(
  folder: string,
): Promise<readonly { readonly id: string; readonly document: KnownGuild }[]> {
  const { guilds } = discordDocuments;
  const path = join(folder, `${guilds.collection}.json`);
  const found = await readGeneration(realDisk, path, guilds);
  return found.kind === "sound" ? listDocuments(guilds, found.content.documents) : [];
}
