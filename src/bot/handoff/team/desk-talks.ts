import { personKey } from "../../../model/address.ts";
import { deskTalkId, type DeskTalk, type DeskWait } from "../../../model/desk-talk.ts";
import { put, remove, type Change } from "../../../ports/store.ts";
import type { RequestDesk } from "./desk.ts";

/** After « Répondre », what comes later than this is a note: they may have forgotten. Milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/** What is under way with an adviser about a request, unless it is too old to be still meant. */
export async function talkOf({
  message,
  request,
  parts,
  now,
}: Omit<RequestDesk, "talk">): Promise<DeskTalk | undefined> {
  const { store, knowledge } = parts;
  const talk = await store.get(
    knowledge().documents.deskTalks,
    deskTalkId(ownerOf({ message }), request.id),
  );
  // A preview waits for a press: nothing can be sent by mistake.
  const isOld =
    talk?.waits.kind !== "preview" && now.getTime() - Date.parse(talk?.at ?? "") > PATIENCE_MS;
  return isOld ? undefined : talk;
}

/** The change after which their next message is what is waited for. */
export function waitFor(waits: DeskWait, { message, request, parts, now }: RequestDesk): Change {
  const owner = ownerOf({ message });
  const { deskTalks } = parts.knowledge().documents;
  const at = now.toISOString();
  return put(deskTalks, deskTalkId(owner, request.id), { owner, request: request.id, waits, at });
}

/** The change after which nothing is waited for. */
export function waitNoMore({ message, request, parts, talk }: RequestDesk): readonly Change[] {
  if (!talk) return [];
  const { deskTalks } = parts.knowledge().documents;
  return [remove(deskTalks, deskTalkId(ownerOf({ message }), request.id))];
}

function ownerOf({ message }: Pick<RequestDesk, "message">): string {
  return personKey(message.address.platform, message.from);
}
