import { describe, expect, it } from "vitest";
import { startedServer } from "./real-client.ts";
import { refusalOf } from "./refusal-of.ts";

const x = (count: number): string => "x".repeat(count);

describe("a thread", () => {
  it.each([
    ["with a name of 100 is taken", { name: x(100), type: 11 }, "taken"],
    ["with a name of 101 is refused", { name: x(101), type: 11 }, "50035 name"],
    ["without a name is refused", { type: 11 }, "50035 name"],
    [
      "that lasts an odd time is refused",
      { name: "a", type: 11, auto_archive_duration: 7 },
      "50035 auto_archive_duration",
    ],
    ["that is private, without the right, is refused", { name: "a", type: 12 }, "50013"],
  ])("%s", async (_what, body, expected) => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga") });
    expect(await refusalOf(server, `/channels/${guild.channel("general").id}/threads`, body)).toBe(
      expected,
    );
  });
});

describe("a command", () => {
  const option = (fields: object): object => ({ type: 3, name: "o", description: "d", ...fields });
  const slash = (fields: object): object => ({ name: "aide", description: "De l'aide", ...fields });
  it.each([
    [
      "is taken with its localisations",
      slash({ name_localizations: { fr: "aide", "en-GB": "help" } }),
      "taken",
    ],
    ["in capitals is refused", slash({ name: "Aide" }), "50035 name"],
    ["with a blank is refused", slash({ name: "mes données" }), "50035 name"],
    ["with an accent and a dash is taken", slash({ name: "mes-données" }), "taken"],
    ["of 33 letters is refused", slash({ name: x(33) }), "50035 name"],
    [
      "whose translation is in capitals is refused",
      slash({ name_localizations: { fr: "AIDE" } }),
      "50035 name_localizations.fr",
    ],
    [
      "in a language Discord does not have is refused",
      slash({ name_localizations: { br: "skoazell" } }),
      "50035 name_localizations",
    ],
    ["without a description is refused", { name: "aide" }, "50035 description"],
    ["with a description of 101 is refused", slash({ description: x(101) }), "50035 description"],
    [
      "whose required option comes second is refused",
      slash({ options: [option({}), option({ name: "p", required: true })] }),
      "50035 options.1",
    ],
    [
      "with choices that complete themselves is refused",
      slash({ options: [option({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] }),
      "50035 options.0",
    ],
    [
      "with 26 choices is refused",
      slash({
        options: [
          option({
            choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })),
          }),
        ],
      }),
      "50035 options.0.choices",
    ],
    [
      "in a message's menu may have capitals and blanks",
      { name: "Demander à l'assistant", type: 3 },
      "taken",
    ],
    [
      "in a message's menu has no description",
      { name: "Demander", type: 3, description: "non" },
      "50035 description",
    ],
  ])("%s", async (_what, body, expected) => {
    const server = await startedServer();
    expect(await refusalOf(server, `/applications/${server.botId}/commands`, body)).toBe(expected);
  });
});
