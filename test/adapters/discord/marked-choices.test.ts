import { expect, it } from "vitest";
import { componentsOf } from "../../../src/adapters/discord/sending/components.ts";
import { listOf, objectOf } from "../../support/discord-server/json.ts";
import type { Person } from "../../support/discord-server/people/person.ts";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { HearingDiscord } from "../../support/hearing-discord.ts";
import { questionOf } from "../../support/questionnaire-reply.ts";

const key = "q".repeat(22);
const [primary, secondary] = [1, 2];

/** What is under a question: of each row, the words on its parts. */
function rowsOf(
  options: number,
  { most, withWords = false }: { most?: number; withWords?: boolean },
) {
  const tell = (phrase: string) => phrase;
  return componentsOf({ key, ...questionOf(options, most) }, { withWords, tell }).map((row) =>
    listOf(objectOf(row)["components"]).map((part) => {
      const { label, placeholder } = objectOf(part);
      return label ?? placeholder;
    }),
  );
}

/** A question asked in direct messages. */
async function asked(options: number, most?: number) {
  const discord = await HearingDiscord.start();
  const amina = discord.server.person("amina", { locale: "fr" });
  const question = amina.tell("le diagnostic");
  await expect.poll(() => discord.heard.length).toBe(1);
  await discord.platform.send({
    ...questionOf(options, most),
    key,
    kind: "reply",
    to: { platform: "discord", room: amina.direct().id, isDirect: true },
    inReplyTo: { id: question.id, from: amina.id },
  });
  const message = amina.seesFromBot(amina.direct()).at(-1);
  if (!message) throw new Error("nothing was shown");
  return { discord, amina, message };
}

function partsUnder({ components }: Message) {
  return components.flatMap((row) => listOf(row["components"]).map(objectOf));
}

function chooseIn(person: Person, message: Message, ...numbers: readonly number[]) {
  const [select] = partsUnder(message);
  const values = listOf(select?.["options"]).map((one) => String(objectOf(one)["value"]));
  const chosen = numbers.map((number) => values[number - 1] ?? "");
  return person.choose(message, String(select?.["custom_id"]), ...chosen);
}

it("puts numbers on the first rows and words on the next", () => {
  const words = ["Je ne sais pas", "Passer", "Pourquoi ?"];
  expect(rowsOf(4, {})).toEqual([["1", "2", "3", "4"], words]);
  expect(rowsOf(11, {})).toEqual([
    ["1", "2", "3", "4", "5"],
    ["6", "7", "8", "9", "10"],
    ["11"],
    words,
  ]);
  expect(rowsOf(6, { most: 6, withWords: true })).toEqual([
    ["choices-placeholder"],
    [...words, "words-button"],
  ]);
});

it("has one select, as for any choices, where the rows are too few", () => {
  expect(rowsOf(23, {})).toEqual([["choice-placeholder"]]);
});

it("is never more than Discord takes, however many choices there are and may be made", () => {
  const tell = (phrase: string) => phrase;
  for (let options = 1; options <= 40; options += 1) {
    for (const most of [undefined, 1, 3, 25, 60]) {
      for (const withWords of [false, true]) {
        const reply = { key: "q".repeat(25), ...questionOf(options, most) };
        const rows = componentsOf(reply, { withWords, tell }).map((row) =>
          listOf(objectOf(row)["components"]).map(objectOf),
        );
        const parts = rows.flat();
        const ids = parts.map((part) => String(part["custom_id"]));
        expect(rows.length).toBeLessThanOrEqual(5);
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(5);
        expect(new Set(ids).size).toBe(ids.length);
        expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
        for (const { options: listed, max_values: mostTaken = 1 } of parts) {
          if (listed === undefined) continue;
          expect(listOf(listed).length).toBeLessThanOrEqual(25);
          expect(mostTaken).toBeLessThanOrEqual(listOf(listed).length);
        }
        expect(ids.includes(`w.${reply.key}`)).toBe(withWords);
      }
    }
  }
});

it("shows numbers first to the eye, and lists nothing under the text that does", async () => {
  const { message } = await asked(4);
  expect(message.content).toBe(questionOf(4).text);
  const styles = partsUnder(message).map(({ label, style }) => [label, style]);
  expect(styles).toEqual([
    ...["1", "2", "3", "4"].map((label) => [label, primary]),
    ...["Je ne sais pas", "Passer", "Pourquoi ?"].map((label) => [label, secondary]),
  ]);
});

it("hands in the words of the choice whose number is pressed, or put as a reaction", async () => {
  const { discord, amina, message } = await asked(4);
  await amina.press(message, "3").acknowledged();
  await amina.press(message, "Passer").acknowledged();
  amina.react(message, "2️⃣");
  amina.react(message, "❓");
  await expect
    .poll(() => discord.heard.slice(1).map(({ pressed }) => pressed))
    .toEqual(["Réponse 3", "Passer", "Réponse 2", "Je ne sais pas"]);
});

it("hands in the numbers chosen together, in the order of the text, also after a restart", async () => {
  const { discord, amina, message } = await asked(6, 3);
  await discord.restart();
  await chooseIn(amina, message, 4, 1).acknowledged();
  await chooseIn(amina, message, 1, 4).acknowledged();
  await amina.press(message, "Je ne sais pas").acknowledged();
  await expect.poll(() => discord.heard.length).toBe(4);
  const [, first, again, unknown] = discord.heard;
  expect(first).toMatchObject({ pressed: "1 4", pressedKey: key, pressedOn: message.id });
  // The same answer, however often it is given: the core takes an event once.
  expect(again?.id).toBe(first?.id);
  expect(unknown?.pressed).toBe("Je ne sais pas");
});

it("lets no more be chosen together than are allowed, and hands in the one of a reaction", async () => {
  const { discord, amina, message } = await asked(6, 2);
  expect(() => chooseIn(amina, message, 1, 2, 3)).toThrow(/Between 1 and 2/);
  amina.react(message, "1️⃣");
  await amina.press(message, "Passer").acknowledged();
  await expect
    .poll(() => discord.heard.slice(1).map(({ pressed }) => pressed))
    .toEqual(["Réponse 1", "Passer"]);
});

it("tells who comes too late to ask again", async () => {
  const { discord, amina, message } = await asked(6, 2);
  const [select] = partsUnder(message);
  Object.assign(select ?? {}, { custom_id: `m.${"z".repeat(22)}` });
  const late = await chooseIn(amina, message, 2).response();
  expect(late.content).toBe("choice-too-old");
  expect(discord.heard).toHaveLength(1);
});

it("tells somebody else that the choices are not theirs", async () => {
  const discord = await HearingDiscord.start();
  const { server } = discord;
  const [amina, bob] = [server.person("amina"), server.person("bob", { locale: "fr" })];
  const general = server.guild("Les Amis", { owner: amina, members: [bob] }).channel("general");
  await discord.platform.send({
    ...questionOf(6, 2),
    key,
    kind: "reply",
    to: { platform: "discord", room: general.id, isDirect: false },
    inReplyTo: { id: amina.send(general, "le diagnostic").id, from: amina.id },
  });
  const [message] = bob.seesFromBot(general);
  if (!message) throw new Error("nothing was shown");
  const answer = await chooseIn(bob, message, 2).response();
  expect(answer.onlyFor).toBe(bob.id);
  expect(answer.content).toBe("choice-of-other");
  expect(discord.heard).toEqual([]);
});
