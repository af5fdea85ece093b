import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import type { DiscordServer } from "../support/discord-server/discord-server.ts";
import type { GuildHouse } from "../support/discord-server/people/guild-house.ts";
import type { Person } from "../support/discord-server/people/person.ts";
import { loggedIn, startedServer } from "./real-client.ts";

const commands = [
  {
    name: "demander",
    nameLocalizations: { "en-GB": "ask" },
    description: "Poser une question",
    options: [
      {
        name: "question",
        description: "La question",
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
      },
    ],
  },
  { name: "Demander à l'assistant", type: ApplicationCommandType.Message },
] as const;

interface Scene {
  readonly server: DiscordServer;
  readonly amina: Person;
  readonly bruno: Person;
  readonly guild: GuildHouse;
  readonly client: Client<true>;
  readonly clock: { offsetMs: number };
}

/** A guild with two people, the commands registered, and an assistant that answers so. */
async function scene(
  answer: (interaction: Interaction) => Promise<unknown>,
  waitMs = 30_000,
): Promise<Scene> {
  const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
  const server = await startedServer({ clock, waitMs });
  const amina = server.person("amina", { locale: "fr" });
  const bruno = server.person("bruno", { locale: "en-GB" });
  const guild = server.guild("Les Amis", { owner: amina, members: [bruno] });
  const client = await loggedIn(server);
  await client.application.commands.set(commands);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  return { server, amina, bruno, guild, client, clock };
}

describe("interactions", () => {
  it("answer a slash command, to its person only when ephemeral", async () => {
    const { amina, bruno, guild } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const question = interaction.options.getString("question", true);
      await interaction.reply({
        content: `${interaction.locale} : ${question}`,
        flags: MessageFlags.Ephemeral,
      });
    });
    const general = guild.channel("general");
    const asked = bruno.slash(general, "ask", { question: "Where?" });
    expect((await asked.response()).content).toBe("en-GB : Where?");
    expect(await asked.acknowledged()).toMatchObject({ type: 4 });
    expect(bruno.seesFromBot(general)).toHaveLength(1);
    expect(amina.seesFromBot(general)).toEqual([]);
  });

  it("are promised an answer, given it, and followed up", async () => {
    const { amina, client } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply("la réponse");
      await interaction.followUp("et encore");
      const original = await interaction.fetchReply();
      await interaction.followUp({ content: original.content, flags: MessageFlags.Ephemeral });
    });
    const asked = amina.slash(amina.direct(), "demander", { question: "Où ?" });
    expect((await asked.acknowledged()).type).toBe(5);
    expect((await asked.response()).content).toBe("la réponse");
    expect((await asked.followUp(0)).content).toBe("et encore");
    expect(await asked.followUp(1)).toMatchObject({ content: "la réponse", onlyFor: amina.id });
    expect(client.user.id).toBe(asked.original?.authorId);
  });

  it("press a button, that updates its message", async () => {
    const { amina, guild, client } = await scene(async (interaction) => {
      if (interaction.isButton())
        await interaction.update({ content: `pressé : ${interaction.customId}`, components: [] });
    });
    const general = guild.channel("general");
    const button = new ButtonBuilder()
      .setCustomId("utile:1")
      .setLabel("Utile")
      .setStyle(ButtonStyle.Primary);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
    const channel = await client.channels.fetch(general.id);
    if (channel?.isSendable())
      await channel.send({ content: "Cela aide-t-il ?", components: [row] });
    const [message] = amina.seesFromBot(general);
    if (!message) throw new Error("nothing was sent");
    expect(() => amina.press(message, "Inutile")).toThrow('There is no "Inutile"');
    const press = amina.press(message, "Utile");
    expect((await press.response()).content).toBe("pressé : utile:1");
    expect(message.components).toEqual([]);
  });

  it("choose in a select", async () => {
    const { amina, client } = await scene(async (interaction) => {
      if (interaction.isStringSelectMenu())
        await interaction.reply(interaction.values.join(" et "));
    });
    const options = ["site", "dons", "compta"].map((value) => ({ label: value, value }));
    const select = new StringSelectMenuBuilder()
      .setCustomId("sujet")
      .addOptions(options)
      .setMaxValues(2);
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
    await (await client.users.createDM(amina.id)).send({ content: "Quoi ?", components: [row] });
    const [message] = amina.seesFromBot(amina.direct());
    if (!message) throw new Error("nothing was sent");
    expect(() => amina.choose(message, "sujet", "lune")).toThrow('"lune" is not offered');
    const chosen = amina.choose(message, "sujet", "site", "dons");
    expect((await chosen.response()).content).toBe("site et dons");
  });

  it.each(["row", "label"])("fill in a modal whose field stands in a %s", async (kind) => {
    const input = new TextInputBuilder()
      .setCustomId("message")
      .setStyle(TextInputStyle.Paragraph)
      .setMaxLength(20);
    const modal = new ModalBuilder().setCustomId("relais").setTitle("Votre demande");
    if (kind === "row")
      modal.addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(input.setLabel("Message")),
      );
    else
      modal.addLabelComponents(new LabelBuilder().setLabel("Message").setTextInputComponent(input));
    const { amina } = await scene(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      else if (interaction.isModalSubmit())
        await interaction.reply(interaction.fields.getTextInputValue("message"));
    });
    const asked = amina.slash(amina.direct(), "demander", { question: "?" });
    expect(() => amina.submit(asked, { message: "trop tôt" })).toThrow("was shown no modal");
    expect(await asked.shownModal()).toMatchObject({ title: "Votre demande" });
    expect(() => amina.submit(asked, { message: "x".repeat(21) })).toThrow("too long");
    expect(() => amina.submit(asked, {})).toThrow("must be filled in");
    const sent = amina.submit(asked, { message: "Un conseil ?" });
    expect((await sent.response()).content).toBe("Un conseil ?");
  });

  it("complete what is typed, in at most 25 choices", async () => {
    const refused: unknown[] = [];
    const { amina } = await scene(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      const choices = Array.from({ length: typed === "trop" ? 26 : 2 }, (_, n) => ({
        name: `${typed} ${n}`,
        value: String(n),
      }));
      await interaction.respond(choices).catch((error: unknown) => refused.push(error));
    });
    const direct = amina.direct();
    const offered = await amina.autocomplete(direct, "demander", "question", "adh").offered();
    expect(offered).toEqual([
      { name: "adh 0", value: "0" },
      { name: "adh 1", value: "1" },
    ]);
    amina.autocomplete(direct, "demander", "question", "trop");
    await eventually(() => {
      expect(refused).toEqual([expect.objectContaining({ code: 50_035 })]);
    });
  });

  it("use a message's menu, with the message's content although no content is granted", async () => {
    const { amina, bruno, guild } = await scene(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    const message = bruno.send(guild.channel("general"), "Quel compte en banque ?");
    const used = amina.useMessageMenu(message, "Demander à l'assistant");
    expect((await used.response()).content).toBe("Quel compte en banque ?");
  });

  it("are unknown after three seconds, and acknowledged only once", async () => {
    const codes: unknown[] = [];
    const { amina, clock } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      if (interaction.options.getString("question") === "tard") clock.offsetMs += 3001;
      const note = (error: unknown): void => {
        codes.push(error instanceof Error && "code" in error ? error.code : error);
      };
      await interaction.reply("première").catch(note);
      interaction.replied = false;
      await interaction.reply("seconde").catch(note);
    });
    const late = amina.slash(amina.direct(), "demander", { question: "tard" });
    await eventually(() => {
      expect(codes).toEqual([10_062, 10_062]);
    });
    expect(late.acknowledgement).toBeUndefined();
    amina.slash(amina.direct(), "demander", { question: "à temps" });
    await eventually(() => {
      expect(codes).toEqual([10_062, 10_062, 40_060]);
    });
  });

  it("take no further message once their token is fifteen minutes old", async () => {
    const codes: unknown[] = [];
    const { amina, clock } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      clock.offsetMs += 15 * 60_000;
      await interaction.editReply("trop tard").catch((error: unknown) => {
        codes.push(error instanceof Error && "code" in error ? error.code : error);
      });
    });
    amina.slash(amina.direct(), "demander", { question: "?" });
    await eventually(() => {
      expect(codes).toEqual([50_027]);
    });
  });

  it("reject a wait with what was waited for", async () => {
    const { amina } = await scene(async () => undefined, 50);
    const asked = amina.slash(amina.direct(), "demander", { question: "allô ?" });
    await expect(asked.acknowledged()).rejects.toThrow(
      /50 ms for its acknowledgement, for amina.*never acknowledged/,
    );
  });
});
