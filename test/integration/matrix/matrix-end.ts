import { decryptFile, encryptFile } from "../../../src/adapters/matrix/crypto/encrypted-file.ts";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { BridgeEnd } from "../../support/bridge-end.ts";
import { bodyOf, edited, type Human, messagesOf, repliedTo, say } from "./human.ts";
import type { SeenEvent } from "./room-sight.ts";

/** Where somebody is on a real homeserver. */
export interface MatrixPlace {
  readonly room: string;
  /** Our user there. */
  readonly bot: string;
  /** The root of the thread they write in. */
  readonly thread?: string | undefined;
}

/** Somebody in an encrypted room, or a thread of one. */
export function matrixEnd(human: Human, { room, bot, thread }: MatrixPlace): BridgeEnd {
  const events = (): readonly SeenEvent[] => human.sight.events(room);
  const gone = (): ReadonlySet<unknown> =>
    new Set(events().flatMap(({ type, content }) => redactedBy(type, content)));
  const related = (replyTo: string | undefined): object => {
    const answers = replyTo !== undefined && { "m.in_reply_to": { event_id: replyTo } };
    const inThread = thread !== undefined && {
      rel_type: "m.thread",
      event_id: thread,
      is_falling_back: !answers,
    };
    return answers || inThread ? { "m.relates_to": { ...inThread, ...answers } } : {};
  };
  const ours = (): readonly SeenEvent[] =>
    messagesOf(human, room, bot).filter(({ id }) => !gone().has(id));
  return {
    says: async (text, replyTo) => say(human, room, text, related(replyTo)),
    async sendsPicture(words, bytes, replyTo) {
      const { bytes: sealed, file } = encryptFile(bytes);
      const url = await human.client.upload(sealed);
      return say(human, room, words === "" ? "affiche.jpg" : words, {
        msgtype: "m.image",
        filename: "affiche.jpg",
        file: { ...file, url },
        info: { size: sealed.length, mimetype: "image/jpeg" },
        ...related(replyTo),
      });
    },
    async corrects(message, text) {
      await say(human, room, `* ${text}`, {
        "m.new_content": { msgtype: "m.text", body: text },
        "m.relates_to": { rel_type: "m.replace", event_id: message },
      });
    },
    deletes: async (message) => human.client.redact(room, message),
    async signs(message, sign) {
      const relation = { rel_type: "m.annotation", event_id: message, key: sign };
      const event = await human.send(room, "m.reaction", { "m.relates_to": relation });
      return async () => human.client.redact(room, event);
    },
    sees: () =>
      ours().map((event) => ({
        id: event.id,
        text: wordsNow(event, events()),
        repliesTo: textOrNone(repliedTo(event)),
      })),
    async pictures() {
      const found = ours().filter(({ content }) => fieldOf(content, "msgtype") === "m.image");
      return Promise.all(
        found.map(async ({ content }) => {
          const file = fieldOf(content, "file");
          const sealed = await human.client.download(String(fieldOf(file, "url")));
          return Buffer.from(decryptFile(sealed, file));
        }),
      );
    },
    signsOn: (message) =>
      events()
        .filter(
          ({ id, type, sender }) => type === "m.reaction" && sender === bot && !gone().has(id),
        )
        .filter(({ content }) => fieldOf(content, "m.relates_to", "event_id") === message)
        .map(({ content }) => String(fieldOf(content, "m.relates_to", "key"))),
  };
}

function redactedBy(type: string, content: unknown): readonly unknown[] {
  return type === "m.room.redaction" ? [fieldOf(content, "redacts")] : [];
}

/** The words of a message with its last correction. */
function wordsNow(event: SeenEvent, all: readonly SeenEvent[]): string {
  const last = all.findLast((one) => one.sender === event.sender && edited(one) === event.id);
  return last ? String(fieldOf(last.content, "m.new_content", "body")) : bodyOf(event);
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
