import { say } from "../../../model/reply.ts";
import type { RelayedFile } from "../../../model/request-message.ts";
import type { Change } from "../../../ports/store.ts";
import { eventHash } from "../../handled-events.ts";
import { shelfId } from "../relay/message-replies.ts";
import { receiveFiles } from "../relay/receive-files.ts";
import { quoted } from "./describe-request.ts";
import { answer, type RequestDesk } from "./desk.ts";
import { waitFor } from "./desk-talks.ts";

/** What an adviser is shown before it goes. */
export interface Shown {
  readonly text: string;
  readonly files?: readonly RelayedFile[] | undefined;
  /** A page or a model: they did not type it. */
  readonly isProposed?: boolean | undefined;
}

/** Shows words to an adviser as they will go, before they do; their files wait on the shelf. */
export function showFirst(desk: RequestDesk, shown: Shown): readonly Change[] {
  const { message, tell } = desk;
  const choices = [
    { label: tell("hd-send"), value: "send" },
    { label: tell("hd-correct"), value: "correct" },
  ];
  const repliesTo = message.repliesTo?.id;
  return [
    waitFor({ kind: "preview", ...shown, sourceId: message.id, repliesTo }, desk),
    ...answer(desk, say(preview(shown, desk), choices), "preview"),
  ];
}

/** The files of a message, looked into once and put on the shelf; what is said of those that do not cross. */
export async function filesShown(
  desk: RequestDesk,
): Promise<{ readonly files: readonly RelayedFile[]; readonly told: readonly Change[] }> {
  const { message, request, parts, tell } = desk;
  const fresh = { request: request.id, source: eventHash(message), files: [] };
  const idOf = (at: number) => shelfId(fresh, at);
  const { files, drafts } = await receiveFiles(message.files ?? [], idOf, { parts, tell });
  return {
    files: files.map((file, at) => ({ ...file, shelved: idOf(at) })),
    told: drafts.flatMap((draft, at) => answer(desk, draft, `file.${at}`)),
  };
}

function preview({ text, files = [] }: Shown, { tell }: RequestDesk): string {
  const names = files.map(({ name }) => name).join(", ");
  if (names === "") return tell("hd-preview", { text: quoted(text) });
  return text === ""
    ? tell("hd-preview-file-alone", { files: names })
    : tell("hd-preview-files", { files: names, text: quoted(text) });
}
