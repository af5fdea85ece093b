import type { Request, RequestState, RequestStateKind } from "../../src/model/request.ts";
import { openRequest } from "./handoff-request.ts";

/** A request of Amina's, in Loire-Atlantique, agreed to at an instant. */
export function requestLike(at: string, changes: Partial<Request> = {}): Request {
  return openRequest({
    number: 127,
    asker: {
      person: "exemple amina",
      answerIn: { platform: "exemple", room: "!amina", isDirect: true, person: "amina" },
      language: "fr",
    },
    at: new Date(at),
    text: "Faut-il l'accord des parents ?",
    changes,
  }).request;
}

/** A state of each kind, begun at an instant and held by Camille where somebody holds it. */
export function stateLike(kind: RequestStateKind, at: string): RequestState {
  const since = new Date(at).toISOString();
  switch (kind) {
    case "draft":
      return { kind };
    case "queued":
    case "offered":
    case "unanswered":
    case "referred":
    case "withdrawn":
      return { kind, since };
    case "transferring":
      return { kind, from: "camille", toTeam: "loire-aide", since, awaitsConsent: false };
    case "merged":
      return { kind, into: 126, since };
    case "claimed":
    case "active":
    case "waiting-asker":
    case "undeliverable":
    case "resolved":
    case "closed":
    case "spam":
      return { kind, adviser: "camille", since };
  }
}
