import { expect, it } from "vitest";
import type { Reply } from "../../../src/model/reply.ts";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";

/** A private command that was answered, and what else its answer may be followed by. */
async function answered() {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const amina = server.person("amina", { locale: "fr" });
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  const asked = amina.useMessageMenu(amina.send(general, question), "Demander à l'assistant");
  const message = await asked.response();
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  const more = (key: string, text: string, choices: readonly string[] = []): Reply => ({
    key: key.padEnd(22, "x"),
    kind: "reply",
    to: { platform: "discord", room: `${general.id}/${amina.id}`, isDirect: true },
    inReplyTo: { id: asked.id, from: amina.id },
    text,
    choices: choices.map((label) => ({ label, value: label })),
    attachments: [],
  });
  return { rig, server, amina, message, more };
}

function labels(message: Message): string[] {
  return message.components.flatMap((row) =>
    (Array.isArray(row["components"]) ? row["components"] : []).map((part: { label?: string }) =>
      String(part.label),
    ),
  );
}

function words({ content, embeds }: Message): string {
  return [content, ...embeds.map((embed) => String(embed["description"]))].join("\n\n");
}

it("leaves the choices of every private reply to press on", async () => {
  const { rig, amina, message, more } = await answered();
  const before = labels(message);
  await rig.platform.send(more("second", "Et encore ?", ["Oui", "Non"]));
  expect(labels(message)).toEqual([...before, "Oui", "Non"]);
  const useful = before.find((label) => label.startsWith("👍")) ?? "";
  const pressed = await amina.press(message, useful).response();
  expect(pressed.content).toBe(rig.knowledge.tell("fr")("useful-thanks"));
  // Known as a choice of the second reply, though the core waits for nothing of it.
  const other = await amina.press(message, "Non").response();
  expect(other.content).toBe(rig.knowledge.tell("fr")("choice-gone"));
});

it("keeps what was shown first beside replies however long", async () => {
  const { rig, message, more } = await answered();
  const first = words(message);
  const line = "une ligne de plus, avec des mots.\n\n";
  const middle = line.repeat(60).trim();
  await rig.platform.send(more("middle", middle));
  const long = `${line.repeat(250)}fin.`;
  await rig.platform.send(more("long", long));
  const shown = words(message);
  expect(shown.startsWith(first)).toBe(true);
  expect(shown).toContain(middle);
  expect(message.attachments.map(({ bytes }) => bytes.toString())).toEqual([long]);
  await rig.platform.send(more("longer", `${long} Et voilà.`));
  expect(message.attachments.map(({ bytes }) => bytes.toString())).toEqual([
    long,
    `${long} Et voilà.`,
  ]);
  expect(words(message)).toBe(shown);
});

it.each([
  ["short", "Et encore."],
  ["in embeds", "un mot après l'autre. ".repeat(150)],
  ["in a file", "un mot après l'autre. ".repeat(500)],
])("shows a second private reply once when it is tried again: %s", async (_, text) => {
  const { rig, server, message, more } = await answered();
  const fate = { kind: "done-then-dropped" } as const;
  const heal = server.fail({ method: "PATCH", path: /@original$/, times: Infinity, fate });
  const reply = more("second", text);
  await expect(rig.platform.send(reply)).rejects.toThrow("got no answer");
  heal();
  const shown = words(message);
  const files = message.attachments.length;
  await rig.platform.send(reply);
  expect(words(message)).toBe(shown);
  expect(message.attachments).toHaveLength(files);
});

it("says the second reply in private where the first one's message is gone", async () => {
  const { rig, server, amina, more } = await answered();
  server.fail({
    method: "GET",
    path: /@original$/,
    fate: { kind: "answer", status: 404, body: { code: 10_008 } },
  });
  await rig.platform.send(more("second", "Et encore."));
  expect(amina.seesFromBot(amina.direct()).at(-1)?.content).toBe("Et encore.");
});
