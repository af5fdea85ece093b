import { expect, it } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { expectResult } from "../../support/received-result.ts";
import { openFile } from "./encrypted-attachment.ts";
import { answerAfter, bodyOf, messagesOf, react, say } from "./human.ts";
import type { SeenEvent } from "./room-sight.ts";
import { describeOnMatrix } from "./stage.ts";

/** The short path: what is said to each question, from the second on, or the number tapped below it. */
const answers = [
  { words: "juste facebook", next: "3/12" },
  { words: "2", next: "4/12" },
  { tap: 2, next: "5/12" },
  { words: "on perdrait tout", next: "6/12" },
  { words: "excel", next: "7/12" },
  { words: "jamais", next: "8/12" },
  { tap: 2, next: "9/12" },
  { words: "3", next: "10/12" },
  { words: "juste moi", next: "11/12" },
  { words: "1 et 4", next: "12/12" },
  { words: "la sécurité", next: "Vos réponses, avant le résultat" },
] as const;

describeOnMatrix("the diagnostic on Matrix", (stage) => {
  it("goes from the first question to the picture and the report, in an encrypted room", async () => {
    const [bot, amina] = await Promise.all([stage.bot(), stage.human("amina", "encrypted")]);
    const room = await stage.directRoom(amina, bot, "encrypted");
    /** The first message after one of Amina's that says something. */
    const answered = (after: string, saying: string): Promise<SeenEvent> =>
      answerAfter(amina, room, { from: bot.user, after, saying });
    const tells = async (words: string, saying: string): Promise<SeenEvent> =>
      answered(await say(amina, room, words), saying);
    const taps = async (asked: SeenEvent, number: number, saying: string): Promise<SeenEvent> => {
      const by = { to: asked.id, key: `${number}\uFE0F\u20E3` };
      return answered(await react(amina, room, bot.user, by), saying);
    };

    await tells("commencer le diagnostic", "Commencer (court)");
    let asked = await tells("1", "1/12");
    asked = await taps(asked, 1, "2/12");
    const firstOfTheme =
      bodyOf(asked)
        .split("\n")
        .find((line) => line.startsWith("2. ")) ?? "";

    // A question of her own is answered, and hers asked again, once.
    const question = await say(amina, room, "c'est quoi un mot de passe solide ?");
    expect(bodyOf(await answered(question, ""))).toContain("gestionnaire de mots de passe");
    asked = await answered(question, "2/12");
    expect(bodyOf(asked)).toContain(firstOfTheme);

    for (const answer of answers) {
      asked =
        "tap" in answer
          ? await taps(asked, answer.tap, answer.next)
          : await tells(answer.words, answer.next);
    }
    // All is as it was said, by words or by a tap, and nothing was asked more often than that.
    for (const line of [
      "Uniquement des bénévoles",
      "Seulement une page sur un réseau social",
      "Il y a trop de messages partout",
      "Nous nous envoyons des versions par mail",
      "Une seule personne, et sans elle nous sommes perdus",
    ]) {
      expect(bodyOf(asked)).toContain(line);
    }
    const times = (number: number) =>
      messagesOf(amina, room, bot.user).filter((event) =>
        new RegExp(`\\b${number}/12`, "u").test(bodyOf(event)),
      ).length;
    expect(times(2)).toBe(2);
    for (let number = 3; number <= 12; number += 1) expect(times(number), `${number}`).toBe(1);

    const demand = await say(amina, room, "voir mon résultat");
    const result = await answered(demand, "Votre point numérique");
    const fileOf = (type: string): Promise<SeenEvent> =>
      amina.sight.first(room, type, (event) => {
        const isOfType = fieldOf(event.content, "msgtype") === type;
        return isOfType && event.sender === bot.user && amina.sight.isAfter(event, result.id);
      });
    const [picture, report] = [await fileOf("m.image"), await fileOf("m.file")];
    expect(picture).toMatchObject({
      isDecrypted: true,
      content: { info: { mimetype: "image/png", w: 1000, h: 1000 } },
    });
    expect(report).toMatchObject({
      isDecrypted: true,
      content: { filename: "point-numerique.pdf", info: { mimetype: "application/pdf" } },
    });
    expect(fieldOf(picture.content, "file", "url")).toMatch(/^mxc:/);
    await expectResult({
      language: "fr",
      text: bodyOf(result),
      picture: await openFile(amina, picture.content),
      alternative: bodyOf(picture),
      report: await openFile(amina, report.content),
    });

    // It is hers from then on: said again where she asks, and no file was sent twice before.
    const files = messagesOf(amina, room, bot.user).filter(
      ({ content }) => fieldOf(content, "file") !== undefined,
    );
    expect(files).toHaveLength(2);
    expect(bot.loggedAt("error")).toEqual([]);
  });
});
