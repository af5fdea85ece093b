import { type Client, HTTPError } from "discord.js";
import { describe, expect, it } from "vitest";
import type { DiscordServer } from "../support/discord-server/discord-server.ts";
import type { Person } from "../support/discord-server/people/person.ts";
import { loggedIn, startedServer, textChannel } from "./real-client.ts";

const sending = { method: "POST", path: /\/messages$/ } as const;
const route = "POST /channels/:channel/messages";

async function scene(
  timeout = 15_000,
): Promise<{ server: DiscordServer; amina: Person; client: Client<true> }> {
  const server = await startedServer();
  const amina = server.person("amina");
  const client = await loggedIn(server, { rest: { timeout } });
  return { server, amina, client };
}

function texts(person: Person): readonly string[] {
  return person.seesFromBot(person.direct()).map(({ content }) => content);
}

describe("faults", () => {
  it("limit one channel, that the client waits for, while another is served", async () => {
    const { server, amina, client } = await scene();
    const bruno = server.person("bruno");
    const [first, second] = [
      await client.users.createDM(amina.id),
      await client.users.createDM(bruno.id),
    ];
    server.fail({ ...sending, fate: { kind: "rate-limited", retryAfterMs: 800 } });
    const order: string[] = [];
    await Promise.all([
      first.send("un").then(() => order.push("un")),
      first.send("deux").then(() => order.push("deux")),
      second.send("autre").then(() => order.push("autre")),
    ]);
    expect(order).toEqual(["autre", "un", "deux"]);
    const [refused, , taken] = server.requestsTo(route);
    expect(refused?.status).toBe(429);
    expect((taken?.realMs ?? 0) - (refused?.realMs ?? 0)).toBeGreaterThanOrEqual(800);
    expect(server.rateLimits.violations).toBe(0);
  });

  it("limit everything at once", async () => {
    const { server, amina, client } = await scene();
    const bruno = server.person("bruno");
    const [first, second] = [
      await client.users.createDM(amina.id),
      await client.users.createDM(bruno.id),
    ];
    server.fail({ ...sending, fate: { kind: "rate-limited", retryAfterMs: 800, scope: "global" } });
    await first.send("un");
    await second.send("autre");
    const [refused, ...taken] = server.requestsTo(route);
    expect(refused?.status).toBe(429);
    expect(taken.map(({ realMs }) => realMs - (refused?.realMs ?? 0) >= 800)).toEqual([true, true]);
    expect(server.rateLimits.violations).toBe(0);
  });

  it("need not strike for the client to keep to an allowance it is told of", async () => {
    const { server, amina, client } = await scene();
    const direct = await client.users.createDM(amina.id);
    server.rateLimits.allow(/^POST .*messages$/, { requests: 2, perMs: 300 });
    await Promise.all(["1", "2", "3", "4", "5"].map((text) => direct.send(text)));
    expect(texts(amina)).toEqual(["1", "2", "3", "4", "5"]);
    expect(server.rateLimits.violations).toBe(0);
  });

  it("refuse, at a real limit, who does not keep to it", async () => {
    const { server, amina } = await scene();
    server.rateLimits.allow(/^POST .*messages$/, { requests: 1, perMs: 60_000 });
    const url = `${server.apiUrl}/v10/channels/${amina.direct().id}/messages`;
    const headers = { authorization: `Bot ${server.token}`, "content-type": "application/json" };
    const statuses: number[] = [];
    for (const content of ["1", "2"]) {
      const { status } = await fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ content }),
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 429]);
    expect(server.rateLimits.violations).toBe(1);
  });

  it.each([500, 502, 503])("of %i are tried again, three times and no more", async (status) => {
    const { server, amina, client } = await scene();
    const direct = await client.users.createDM(amina.id);
    const mend = server.fail({ ...sending, times: 3, fate: { kind: "answer", status } });
    await direct.send("à la quatrième");
    mend();
    expect(texts(amina)).toEqual(["à la quatrième"]);
    server.fail({ ...sending, times: Infinity, fate: { kind: "answer", status } });
    await expect(direct.send("jamais")).rejects.toThrow(HTTPError);
    expect(server.requestsTo(route)).toHaveLength(8);
  });

  it("that reset the connection after the deed are tried again, which doubles the message without a nonce", async () => {
    const { server, amina, client } = await scene();
    const direct = await client.users.createDM(amina.id);
    const fate = { kind: "done-then-dropped", by: "reset" } as const;
    server.fail({ ...sending, fate });
    await direct.send("double");
    expect(texts(amina)).toEqual(["double", "double"]);
    server.fail({ ...sending, fate });
    await direct.send({ content: "simple", nonce: "n", enforceNonce: true });
    expect(texts(amina)).toEqual(["double", "double", "simple"]);
  });

  it("that end the connection after the deed are not tried again: the client throws, the message is there", async () => {
    const { server, amina, client } = await scene();
    const direct = await client.users.createDM(amina.id);
    server.fail({ ...sending, fate: { kind: "done-then-dropped", by: "end" } });
    await expect(
      direct.send({ content: "partie", nonce: "n", enforceNonce: true }),
    ).rejects.toThrow("other side closed");
    expect(texts(amina)).toEqual(["partie"]);
    await direct.send({ content: "partie", nonce: "n", enforceNonce: true });
    expect(texts(amina)).toEqual(["partie"]);
  });

  it("that outlast the client's patience are tried again", async () => {
    const { server, amina, client } = await scene(1000);
    const direct = await client.users.createDM(amina.id);
    let answer = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.fail({ ...sending, fate: { kind: "slow", until } });
    await direct.send({ content: "lente", nonce: "n", enforceNonce: true });
    answer();
    expect(server.requestsTo(route)).toHaveLength(2);
    expect(texts(amina)).toEqual(["lente"]);
  });

  it("strike only where they should: the nth request, of one channel", async () => {
    const { server, amina, client } = await scene();
    const direct = await textChannel(client, amina.direct().id);
    server.fail({
      ...sending,
      nth: 2,
      where: ({ body }) => body["content"] !== "épargné",
      fate: { kind: "answer", status: 403, body: { code: 50_013, message: "Missing Permissions" } },
    });
    await direct.send("premier");
    await direct.send("épargné");
    await expect(direct.send("second")).rejects.toThrow("Missing Permissions");
    await direct.send("troisième");
    expect(texts(amina)).toEqual(["premier", "épargné", "troisième"]);
  });
});
