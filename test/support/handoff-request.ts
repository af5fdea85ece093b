import type { RequestMessage } from "../../src/model/request-message.ts";
import type { Asker, Request } from "../../src/model/request.ts";

/** A request as it stands right after consent, and the words agreed to. */
export function openRequest(parts: {
  readonly number: number;
  readonly asker: Asker;
  readonly at: Date;
  readonly text: string;
  readonly changes: Partial<Request>;
}): { request: Request; message: RequestMessage } {
  const { number, asker, text, changes } = parts;
  const at = parts.at.toISOString();
  const request: Request = {
    id: `request-${number}`,
    number,
    revision: 1,
    asker,
    theme: "data",
    territory: "44",
    language: "fr",
    priority: "normal",
    state: { kind: "queued", since: at },
    turn: "adviser",
    because: "asked",
    consent: { version: 1, at, scope: { diagnostic: false, territory: true, earlier: false } },
    at,
    openedAt: at,
    waitingSince: at,
    offers: [],
    givenBackBy: [],
    notTo: [],
    marks: [],
    showsAdviser: true,
    reopened: 0,
    messages: 1,
    updatedAt: at,
    ...changes,
  };
  const message: RequestMessage = {
    request: request.id,
    owner: asker.person,
    position: 0,
    direction: "in",
    author: "asker",
    text,
    files: [],
    keys: [],
    state: "sent",
    isEdited: false,
    at,
  };
  return { request, message };
}
