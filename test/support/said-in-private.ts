import type { IncomingMessage } from "../../src/model/incoming-message.ts";

/** A message somebody writes to the assistant alone; "bob@there" is bob of the platform `there`. */
export function saidInPrivate(
  who: string,
  said: Pick<IncomingMessage, "id" | "text" | "sentAt">,
  changes: Partial<IncomingMessage> = {},
): IncomingMessage {
  const [from = "", platform = "here"] = who.split("@");
  return {
    ...said,
    from,
    isFromBot: false,
    roles: [],
    address: { platform, room: `@${from}`, isDirect: true },
    pressed: undefined,
    isForUs: true,
    ...changes,
  };
}
