import { PermissionFlagsBits } from "discord.js";
import type { PhraseKey } from "../../../model/phrases.ts";

/** A permission we may need: its name at Discord, how people read it, and what goes without it. */
export interface Right {
  readonly name: RightName;
  readonly phrase: PhraseKey;
  /** Without it nothing is answered in a channel; the others only make answers better. */
  readonly isNeeded: boolean;
  /** What it is for, for the doctor. */
  readonly purpose: string;
}

/** The permissions we ask for, and no others. */
export type RightName =
  | "ViewChannel"
  | "SendMessages"
  | "SendMessagesInThreads"
  | "EmbedLinks"
  | "AttachFiles"
  | "ReadMessageHistory"
  | "CreatePublicThreads"
  | "AddReactions";

/** Every permission we use, the needed ones first. */
export const rights: readonly Right[] = [
  right("ViewChannel", "right-view-channel", true, "to be mentioned and to answer"),
  right("SendMessages", "right-send-messages", true, "to answer"),
  right(
    "ReadMessageHistory",
    "right-read-history",
    false,
    "to show which message is answered, and to catch up after a stop",
  ),
  right("SendMessagesInThreads", "right-send-in-threads", false, "to answer in threads"),
  right(
    "CreatePublicThreads",
    "right-create-threads",
    false,
    "to give each question to advisers its thread, and to move long exchanges to one",
  ),
  right(
    "AddReactions",
    "right-add-reactions",
    false,
    "to show advisers what reached who asked, and the signs these put",
  ),
  right("EmbedLinks", "right-embed-links", false, "to show long private answers"),
  right("AttachFiles", "right-attach-files", false, "to send files"),
];

/** The permissions of the invitation link, together: a bit field. */
export const invitedRights: bigint = rights.reduce((bits, { name }) => bits | bitOf(name), 0n);

/** What writing scheduled events needs, where a guild shows the programme in them: a bit field. */
export const eventRight: bigint = PermissionFlagsBits.CreateEvents;

/** Whether a bit field holds a permission, or that of administrators, who have all. */
export function hasRight(permissions: bigint, name: string): boolean {
  const { Administrator } = PermissionFlagsBits;
  if ((permissions & Administrator) !== 0n) return true;
  return (permissions & bitOf(name)) !== 0n;
}

/** The rights that are missing of some. @param wanted all of them unless told */
export function missingRights(
  permissions: bigint,
  wanted: readonly Right[] = rights,
): readonly Right[] {
  return wanted.filter(({ name }) => !hasRight(permissions, name));
}

/** A bit field as Discord writes it, a whole number in a text; undefined when it is none. */
export function bitsIn(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,40}$/.test(text) ? BigInt(text) : undefined;
}

/** @returns no bit at all for a permission Discord does not have */
function bitOf(name: string): bigint {
  const found = Object.entries(PermissionFlagsBits).find(([known]) => known === name);
  return found?.[1] ?? 0n;
}

function right(name: RightName, phrase: PhraseKey, isNeeded: boolean, purpose: string): Right {
  return { name, phrase, isNeeded, purpose };
}
