import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import type { Interaction } from "../../support/discord-server/interaction.ts";
import type { GuildHouse } from "../../support/discord-server/people/guild-house.ts";
import type { Person } from "../../support/discord-server/people/person.ts";
import type { Channel, Message } from "../../support/discord-server/world/world-data.ts";
import { library } from "../../support/small-library.ts";

/** What is asked, and a word that only its answer holds. */
const questions = [
  { text: "comment faire une page de collecte ?", about: "HelloAsso" },
  { text: "comment sauvegarder nos fichiers ?", about: "3-2-1" },
  { text: "comment faire une visioconférence ?", about: "Jitsi" },
  { text: "comment choisir un bon mot de passe ?", about: "coffre" },
  { text: "comment faire une newsletter ?", about: "indésirables" },
] as const;

const { phrases } = library;

/** Something people asked of the assistant. */
export interface Asked {
  readonly what: "direct" | "mention" | "thread" | "command" | "menu" | "press" | "private press";
  /** None for a message. */
  readonly interactions: readonly Interaction[];
  /** How many answers to it people see. */
  readonly answers: () => number;
  /** Of those, how many came directly rather than where it was asked; only of what is for one person alone. */
  readonly directly?: () => number;
  /** It was killed before what it had acknowledged was on the disk. */
  isLost: boolean;
  /** The assistant was away for longer than a token lives before it was answered. */
  wasLate: boolean;
}

type PrivateAnswers = Required<Pick<Asked, "answers" | "directly">>;

interface Answered {
  readonly channel: Channel;
  readonly person: Person;
  readonly asked: Asked;
  readonly isPrivate: boolean;
}

/** People who ask in every way there is: each answer can be told from all others. */
export class Traffic {
  readonly asked: Asked[] = [];
  readonly #server: DiscordServer;
  readonly #guild: GuildHouse;
  readonly #general: Channel;
  readonly #amina: Person;
  readonly #driss: Person;
  readonly #mentions: Message[] = [];
  /** Those whose answers are not pressed on yet. */
  readonly #unpressed: Answered[] = [];
  #rounds = 0;
  #channels = 0;

  constructor(server: DiscordServer) {
    this.#server = server;
    this.#amina = server.person("amina");
    this.#driss = server.person("driss");
    const owner = server.person("olga");
    this.#guild = server.guild("Les Amis", { owner, members: [this.#amina, this.#driss] });
    this.#general = this.#guild.channel("general");
  }

  /** Writes to the assistant: directly, by a mention, in a thread of its own. */
  write(): void {
    const { text, about } = this.#nextQuestion();
    this.#tell(text);
    const mention = this.#driss.send(this.#general, `${this.#server.botMention} ${text}`);
    this.#note("mention", () => this.#repliesTo(mention, about));
    const thread = this.#mentions.findLast(({ threadId }) => threadId !== undefined);
    this.#mentions.push(mention);
    if (thread) this.#writeIn(this.#server.world.channel(thread.threadId ?? ""));
  }

  /** Gives a command, opens a menu, and presses twice on what was answered to those before. */
  interact(): readonly Interaction[] {
    const from = this.asked.length;
    for (const answered of this.#unpressed.splice(0)) {
      if (answered.asked.answers() === 0) this.#unpressed.push(answered);
      else this.#pressTwice(answered);
    }
    const { text } = this.#nextQuestion();
    const channel = this.#newChannel();
    const given = this.#driss.slash(channel, "demander", { question: text });
    const command = this.#note("command", () => lastParts(this.#driss, channel).length, [given]);
    this.#unpressed.push({ channel, person: this.#driss, asked: command, isPrivate: false });
    const [elsewhere, zoe] = [this.#newChannel(), this.#newPerson()];
    const opened = zoe.useMessageMenu(this.#driss.send(elsewhere, text), phrases.fr["menu-ask"]);
    const menu = this.#note("menu", privately(zoe, elsewhere, isLastPart), [opened]);
    this.#unpressed.push({ channel: elsewhere, person: zoe, asked: menu, isPrivate: true });
    return this.asked.slice(from).flatMap(({ interactions }) => interactions);
  }

  #tell(text: string): void {
    const amina = this.#amina;
    const message = amina.tell(text);
    // Answers come in the order of their questions: the nth answer is that of the nth question.
    const sent = amina.sees(amina.direct()).filter(({ authorId }) => authorId === amina.id);
    const index = sent.indexOf(message);
    const answers = () => lastParts(amina, amina.direct());
    this.#note("direct", () => (answers().length > index ? 1 : 0));
  }

  /** How many direct questions there are, and answers to them. */
  directs(): readonly [asked: number, answers: number] {
    const asked = this.asked.filter(({ what }) => what === "direct").length;
    return [asked, lastParts(this.#amina, this.#amina.direct()).length];
  }

  #writeIn(thread: Channel): void {
    const { text, about } = this.#nextQuestion();
    // Without Message Content, what does not name the assistant cannot be read there.
    const message = this.#driss.send(thread, `${this.#server.botMention} ${text}`);
    this.#note("thread", () => this.#repliesTo(message, about));
  }

  /** What replies to a message, and what begins the thread that was made from it. */
  #repliesTo({ id, channelId, threadId }: Message, about: string): number {
    const { world } = this.#server;
    const there = this.#driss.seesFromBot(world.channel(channelId));
    const replies = there.filter(
      ({ replyTo, content }) => replyTo === id && content.includes(about),
    );
    const thread = threadId === undefined ? [] : lastParts(this.#driss, world.channel(threadId));
    // Every answer but the first replies to somebody's message in the thread, in its first part.
    const others = this.#server.world.channels.get(threadId ?? "")?.messages ?? [];
    const answered = others.filter(({ replyTo }) => replyTo !== undefined).length;
    return replies.length + Math.max(0, thread.length - answered);
  }

  #pressTwice({ channel, person, isPrivate }: Answered): void {
    const answer = person.seesFromBot(channel).findLast(isLastPart);
    // What came in private instead is left alone.
    if (!answer) return;
    const presses = [0, 1].map(() => person.press(answer, phrases.fr["useful-yes"]));
    if (isPrivate) this.#note("private press", privately(person, channel, isThanks), presses);
    else this.#note("press", () => person.seesFromBot(channel).filter(isThanks).length, presses);
  }

  #note(
    what: Asked["what"],
    seen: (() => number) | PrivateAnswers,
    interactions: readonly Interaction[] = [],
  ): Asked {
    const answers = typeof seen === "function" ? { answers: seen } : seen;
    const asked = { what, ...answers, interactions, isLost: false, wasLate: false };
    this.asked.push(asked);
    return asked;
  }

  #nextQuestion() {
    this.#rounds += 1;
    return questions[this.#rounds % questions.length] ?? questions[0];
  }

  #newChannel(): Channel {
    this.#channels += 1;
    return this.#guild.addChannel(`salon-${this.#channels}`);
  }

  #newPerson(): Person {
    const person = this.#server.person(`zoe-${this.#channels}`);
    person.join(this.#guild.data);
    return person;
  }
}

/** What one person alone is shown: in the channel, or directly once the token is dead. */
function privately(
  person: Person,
  channel: Channel,
  is: (message: Message) => boolean,
): PrivateAnswers {
  const directly = () => person.seesFromBot(person.direct()).filter(is).length;
  return { answers: () => person.seesFromBot(channel).filter(is).length + directly(), directly };
}

function lastParts(person: Person, channel: Channel): readonly Message[] {
  return person.seesFromBot(channel).filter(isLastPart);
}

/** Choices are under the last message of an answer. */
function isLastPart({ components }: Message): boolean {
  return components.length > 0;
}

function isThanks({ content }: Message): boolean {
  return content.includes(phrases.fr["useful-thanks"]);
}
