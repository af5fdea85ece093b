import type { BridgeEnd } from "./bridge-end.ts";
import type { DiscordServer } from "./discord-server/discord-server.ts";
import type { Person } from "./discord-server/people/person.ts";
import type { Channel, Message } from "./discord-server/world/world-data.ts";

/** Somebody in a channel, a thread or their direct messages on the Discord of tests. */
export function discordEnd(server: DiscordServer, person: Person, channel: Channel): BridgeEnd {
  const find = (id: string): Message => server.world.message(channel, id);
  const answering = (replyTo: string | undefined) =>
    replyTo === undefined ? {} : { replyTo: find(replyTo) };
  return {
    async says(text, replyTo) {
      return person.send(channel, text, answering(replyTo)).id;
    },
    async sendsPicture(words, content, replyTo) {
      const files = [{ name: "affiche.jpg", content, contentType: "image/jpeg" }];
      return person.send(channel, words, { files, ...answering(replyTo) }).id;
    },
    async corrects(message, text) {
      person.edit(find(message), text);
    },
    async deletes(message) {
      person.delete(find(message));
    },
    async signs(message, sign) {
      person.react(find(message), sign);
      return async () => {
        person.unreact(find(message), sign);
      };
    },
    sees: () =>
      person
        .seesFromBot(channel)
        .map(({ id, content, replyTo }) => ({ id, text: content, repliesTo: replyTo })),
    pictures: async () =>
      person
        .seesFromBot(channel)
        .flatMap(({ attachments }) => attachments)
        .filter(({ contentType }) => contentType.startsWith("image/"))
        .map(({ bytes }) => Buffer.from(bytes)),
    signsOn: (message) =>
      [...find(message).reactions].flatMap(([sign, by]) => (by.has(server.botId) ? sign : [])),
  };
}
