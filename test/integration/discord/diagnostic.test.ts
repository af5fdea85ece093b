import { afterEach, expect, it, onTestFailed, onTestFinished } from "vitest";
import { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { listOf, objectOf, textOf } from "../../support/discord-server/json.ts";
import type { Person } from "../../support/discord-server/people/person.ts";
import type { Channel, Message } from "../../support/discord-server/world/world-data.ts";
import { expectResult } from "../../support/received-result.ts";
import { library } from "../../support/small-library.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { RunningBot } from "./running-bot.ts";

const bots: RunningBot[] = [];

// Before its folder goes.
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.kill()));
});

/** How each question of the full path is answered, from the second on. */
type Answer =
  { readonly press: string } | { readonly pick: readonly number[] } | { readonly words: string };

const answers: readonly Answer[] = [
  { press: "4" },
  { press: "2" },
  { pick: [1, 3] },
  { press: "2" },
  { press: "3" },
  { press: "Skip" },
  { press: "2" },
  { press: "4" },
  { press: "3" },
  { words: "a copy is made regularly" },
  { press: "2" },
  { pick: [2, 5] },
  { press: "I don't know" },
  { press: "1" },
  { press: "2" },
  { press: "3" },
  { press: "4" },
  { press: "2" },
  { words: "7" },
  { words: "just me" },
  { press: "4" },
  { press: "1" },
  { pick: [4, 1, 2] },
  { press: "3" },
  { press: "2" },
  { press: "4" },
  { pick: [10, 3] },
  { words: "finding the right file among all our versions" },
];

const { en } = library.phrases;

/** What somebody reads of the assistant in a channel, message after message. */
class Reader {
  readonly #person: Person;
  readonly #channel: Channel;
  #last = 0n;

  constructor(person: Person, channel: Channel) {
    this.#person = person;
    this.#channel = channel;
  }

  /** The next message that says something; what came before it is read too. */
  async next(saying: string): Promise<Message> {
    const find = (): Message | undefined =>
      this.#person
        .seesFromBot(this.#channel)
        .find(({ id, content }) => BigInt(id) > this.#last && content.includes(saying));
    await this.#person.waitUntil(this.#channel, () => find() !== undefined, `"${saying}"`);
    const found = find();
    if (!found) throw new Error(`"${saying}" was taken away`);
    this.#last = BigInt(found.id);
    return found;
  }

  /** Answers what is asked by a message, as a person does in Discord. */
  answer(asked: Message, answer: Answer): void {
    if ("words" in answer) this.#person.send(this.#channel, answer.words);
    else if ("press" in answer) this.#person.press(asked, answer.press);
    else {
      const { id, values } = selectOf(asked);
      const picked = answer.pick.map((number) => values[number - 1] ?? "");
      this.#person.choose(asked, id, ...picked);
    }
  }
}

/** The select of a message, and its options' values in their order. */
function selectOf({ components, content }: Message) {
  const parts = components.flatMap((row) => listOf(row["components"]).map(objectOf));
  const select = parts.find(({ options }) => options !== undefined);
  if (!select) throw new Error(`no select under: ${content}`);
  const values = listOf(select["options"]).map((one) => textOf(objectOf(one)["value"]) ?? "");
  return { id: textOf(select["custom_id"]) ?? "", values };
}

it(
  "goes from a command among others to the picture and the report in private, in English, over a line that breaks",
  { timeout: 180_000 },
  async () => {
    const server = await DiscordServer.start();
    onTestFinished(() => server.stop());
    const bot = new RunningBot(server, temporaryFolder());
    bots.push(bot);
    onTestFailed(() => {
      process.stderr.write(`What the assistant logged:\n${bot.log.join("\n")}\n`);
    });
    const [amina, driss] = ["amina", "driss"].map((name) =>
      server.person(name, { locale: "en-GB" }),
    );
    if (!amina || !driss) throw new Error("nobody is there");
    const owner = server.person("olga");
    const guild = server.guild("Les Amis", { owner, members: [amina, driss] });
    const general = guild.channel("general");
    await bot.start();
    // The assistant said hello to all when it came in; nothing more is for them.
    const overheard = () =>
      driss
        .seesFromBot(general)
        .filter(({ content }) => /check-up|\/\d\d|volunteers/iu.test(content));

    // Among others she alone sees it, and may write where the assistant does not read: in a window.
    const aside = new Reader(amina, general);
    amina.slash(general, en["command-diagnostic"]);
    const offer = await aside.next("A check-up of your digital practice");
    amina.press(offer, "Start (full)");
    const first = await aside.next("Who keeps your association going?");
    const window = amina.press(first, en["words-button"]);
    await server.waitUntil(() => window.modal !== undefined, "the window");
    const field = listOf(window.modal?.["components"])
      .map(objectOf)
      .map((part) => objectOf(part["component"] ?? listOf(part["components"])[0]))
      .map((one) => textOf(one["custom_id"]))
      .find((id) => id !== undefined);
    amina.submit(window, { [field ?? ""]: "volunteers only" });
    await aside.next("2/29");
    expect(overheard()).toEqual([]);

    // She goes on directly, where she was.
    const direct = amina.direct();
    const here = new Reader(amina, direct);
    amina.tell("resume");
    let asked = await here.next("Somebody looks your association up");
    expect(asked.content).toContain("2/29");
    for (const [index, answer] of answers.entries()) {
      const [place, following] = [index + 2, index + 3];
      if (place === 6) {
        amina.tell("what is a strong password?");
        await here.next("password manager");
        asked = await here.next("6/29");
      }
      here.answer(asked, answer);
      asked = await here.next(
        following > 29 ? "Your answers, before the result" : `${following}/29`,
      );
    }
    const recap = asked.content;
    for (const line of [
      /Volunteers only/iu,
      /4\. .*The legal notice.*; There are backup copies/iu,
      /7\. .*skipped/iu,
      /11\. .*a copy is made regularly/iu,
      /13\. .*Declarations.*; Signing documents/iu,
      /14\. .*I don't know/iu,
      /20\. .*7/iu,
      /21\. .*One person, and without them we are lost/iu,
      /24\. .*A different password.*; Shared passwords.*; Computers and phones/iu,
      /28\. .*Working together ?; Protecting/iu,
    ]) {
      expect(recap).toMatch(line);
    }
    expect(recap).toContain("29. ");
    expect(recap).not.toContain("finding the right file");

    // The first try with files never arrives, of the second nobody hears that it did.
    const withFiles = ({
      route,
      files,
    }: {
      readonly route: string;
      readonly files: readonly string[];
    }) => route === "POST /channels/:channel/messages" && files.length > 0;
    server.fail({ where: withFiles, fate: { kind: "dropped" } });
    server.fail({ where: withFiles, nth: 2, fate: { kind: "done-then-dropped", by: "reset" } });
    here.answer(asked, { press: "See my result" });
    const result = await here.next("Your digital check-up");
    await server.waitUntil(
      () => server.requests.filter(withFiles).some(({ status }) => status === 200),
      "a try that ends well",
    );
    expect(server.requests.filter(withFiles)).toHaveLength(3);

    const given = amina.seesFromBot(direct).filter(({ attachments }) => attachments.length > 0);
    expect(given).toHaveLength(1);
    const files = given.flatMap(({ attachments }) => attachments);
    expect(files.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [en["dr-radar-name"], "image/png"],
      [en["dr-file-report"], "application/pdf"],
    ]);
    const [picture, report] = files;
    if (!picture || !report) throw new Error("no files");
    expect(report.description).toBe(en["dr-what-report"]);
    await expectResult({
      language: "en",
      text: result.content,
      picture: picture.bytes,
      alternative: picture.description ?? "",
      report: report.bytes,
    });

    // Once each, though one was asked again after her own question, and the second in two places.
    const times = (place: number) =>
      amina.seesFromBot(direct).filter(({ content }) => content.includes(`**${place}/29**`)).length;
    const asking = Array.from({ length: 28 }, (_, index) => index + 2);
    expect(asking.filter((place) => times(place) !== 1)).toEqual([6]);
    expect(overheard()).toEqual([]);
    expect(bot.loggedAt("error")).toEqual([]);
  },
);
