import { describe, expect, it } from "vitest";
import { startedServer } from "./real-client.ts";
import { refusalOf } from "./refusal-of.ts";

const button = (fields: object = {}): object => ({
  type: 2,
  style: 1,
  label: "a",
  custom_id: "a",
  ...fields,
});
const row = (...components: object[]): object => ({ type: 1, components });
const select = (fields: object = {}): object => ({
  type: 3,
  custom_id: "s",
  options: [{ label: "a", value: "a" }],
  ...fields,
});
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => button({ custom_id: `b${n}` }));
const x = (count: number): string => "x".repeat(count);

describe("a message", () => {
  it.each([
    ["of 2,000 characters is taken", { content: x(2000) }, "taken"],
    ["of 2,001 characters is refused", { content: x(2001) }, "50035 content"],
    ["of nothing is refused", { content: "" }, "50006"],
    ["of blanks is refused", { content: "  \n" }, "50006"],
    [
      "of null in the place of nothing is refused as empty",
      { content: null, embeds: null },
      "50006",
    ],
    ["whose text is a number is refused", { content: 12 }, "50035 content"],
    ["with fields nobody knows is taken", { content: "a", unheard_of: true }, "taken"],
    ["with a nonce of 25 is taken", { content: "a", nonce: x(25) }, "taken"],
    ["with a nonce of 26 is refused", { content: "a", nonce: x(26) }, "50035 nonce"],
    ["with an embed's text of 4,096 is taken", { embeds: [{ description: x(4096) }] }, "taken"],
    [
      "with an embed's text of 4,097 is refused",
      { embeds: [{ description: x(4097) }] },
      "50035 embeds.0.description",
    ],
    [
      "with embeds of 6,001 together is refused",
      { embeds: [{ description: x(4000) }, { description: x(2001) }] },
      "50035 embeds",
    ],
    [
      "with 26 fields is refused",
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: "a", value: "b" })) }] },
      "50035 embeds.0.fields",
    ],
    [
      "with a field that has no value is refused",
      { embeds: [{ fields: [{ name: "a" }] }] },
      "50035 embeds.0.fields.0.value",
    ],
    [
      "with 5 rows of 5 buttons is taken",
      {
        content: "a",
        components: [0, 1, 2, 3, 4].map((n) => row(...many(25).slice(n * 5, n * 5 + 5))),
      },
      "taken",
    ],
    [
      "with 6 rows is refused",
      { content: "a", components: many(6).map((one) => row(one)) },
      "50035 components",
    ],
    [
      "with 6 buttons in a row is refused",
      { content: "a", components: [row(...many(6))] },
      "50035 components.0.components",
    ],
    [
      "with a label of 81 is refused",
      { content: "a", components: [row(button({ label: x(81) }))] },
      "50035 components.0.components.0.label",
    ],
    [
      "with an id of 101 is refused",
      { content: "a", components: [row(button({ custom_id: x(101) }))] },
      "50035 components.0.components.0.custom_id",
    ],
    [
      "with an id twice is refused",
      { content: "a", components: [row(button()), row(button())] },
      "50035 components.1.components.0.custom_id",
    ],
    [
      "with a link that has an id is refused",
      { content: "a", components: [row(button({ style: 5, url: "https://example.org" }))] },
      "50035 components.0.components.0",
    ],
    [
      "with a button that says nothing is refused",
      { content: "a", components: [row({ type: 2, style: 1, custom_id: "a" })] },
      "50035 components.0.components.0",
    ],
    [
      "with a select beside a button is refused",
      { content: "a", components: [row(select(), button())] },
      "50035 components.0.components",
    ],
    [
      "with 26 options is refused",
      {
        content: "a",
        components: [
          row(
            select({
              options: Array.from({ length: 26 }, (_, n) => ({ label: "a", value: `${n}` })),
            }),
          ),
        ],
      },
      "50035 components.0.components.0.options",
    ],
    [
      "with an option twice is refused",
      {
        content: "a",
        components: [
          row(
            select({
              options: [
                { label: "a", value: "a" },
                { label: "b", value: "a" },
              ],
            }),
          ),
        ],
      },
      "50035 components.0.components.0.options.1.value",
    ],
    [
      "with a row in no row is refused",
      { content: "a", components: [button()] },
      "50035 components.0.type",
    ],
    [
      "with alternative text of 1,025 is refused",
      { content: "a", attachments: [{ id: 0, description: x(1025) }] },
      "50035 attachments.0.description",
    ],
    [
      "that allows mentions twice over is refused",
      { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "50035 allowed_mentions",
    ],
    [
      "that allows mentions of an unknown kind is refused",
      { content: "a", allowed_mentions: { parse: ["nobody"] } },
      "50035 allowed_mentions",
    ],
    [
      "that replies to one that is gone is refused",
      { content: "a", message_reference: { message_id: "1" } },
      "50035 message_reference",
    ],
    [
      "that replies to one that is gone, not insisting, is taken",
      { content: "a", message_reference: { message_id: "1", fail_if_not_exists: false } },
      "taken",
    ],
    ["wrong in two places names both", { content: x(2001), nonce: x(26) }, "50035 content nonce"],
  ])("%s", async (_what, body, expected) => {
    const server = await startedServer();
    const channel = server.person("amina").direct();
    expect(await refusalOf(server, `/channels/${channel.id}/messages`, body)).toBe(expected);
    const isTaken = expected === "taken";
    expect(channel.messages).toHaveLength(isTaken ? 1 : 0);
  });

  it("in bad JSON is refused, and so is an unknown way or a missing token", async () => {
    const server = await startedServer();
    const channel = server.person("amina").direct();
    const authorization = `Bot ${server.token}`;
    const ask = async (path: string, init: RequestInit): Promise<unknown> => {
      const answer = await fetch(`${server.apiUrl}/v10${path}`, init);
      return [answer.status, ((body: unknown) => body)(await answer.json())];
    };
    const post = {
      method: "POST",
      body: "{",
      headers: { authorization, "content-type": "application/json" },
    };
    expect(await ask(`/channels/${channel.id}/messages`, post)).toEqual([
      400,
      { code: 50_109, message: "The request body contains invalid JSON." },
    ]);
    expect(await ask("/nowhere", { headers: { authorization } })).toEqual([
      404,
      { code: 0, message: "404: Not Found" },
    ]);
    expect(await ask("/users/@me", {})).toEqual([401, { code: 0, message: "401: Unauthorized" }]);
  });
});
