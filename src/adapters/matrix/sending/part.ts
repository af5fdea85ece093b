import type { Language } from "../../../model/language.ts";
import type { Attachment } from "../../../model/reply.ts";
import type { EventContent } from "../room-event.ts";

/** One event of a reply, before encryption. */
export type Part =
  | {
      readonly kind: "message";
      readonly content: EventContent;
      /** The event people see it as, when it edits one. */
      readonly shownAs: string | undefined;
    }
  /** A file, uploaded when its turn comes; `around` says what it relates to. */
  | {
      readonly kind: "file";
      readonly attachment: Attachment;
      readonly around: EventContent;
      /** That of the words in its place, where the server does not take it. */
      readonly language: Language | undefined;
    }
  /** A sign on another event, which goes in clear: servers count signs. */
  | { readonly kind: "sign"; readonly content: EventContent }
  /** An event of ours that disappears. */
  | { readonly kind: "withdrawal"; readonly event: string };
