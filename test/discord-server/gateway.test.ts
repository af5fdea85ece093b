import { Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { heardBy, loggedIn, startedServer } from "./real-client.ts";

describe("the gateway", () => {
  it.each([4000, 4009, 1006])(
    "closed with %i is resumed, and what was missed is told once",
    async (code) => {
      const server = await startedServer();
      const amina = server.person("amina");
      const client = await loggedIn(server);
      const heard = heardBy(client);
      amina.tell("avant");
      if (code === 1006) for (const { socket } of server.gateway.connected) socket?.terminate();
      else server.gateway.close(code);
      await server.waitUntil(() => server.gateway.connected.length === 0, "the shard to be gone");
      amina.tell("pendant");
      await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
      amina.tell("après");
      await eventually(() => {
        expect(heard).toEqual(["avant", "pendant", "après"]);
      });
      expect(server.gateway.resumes).toMatchObject([{ missed: 1 }]);
      expect(server.gateway.identifies).toHaveLength(1);
    },
  );

  it("asking to reconnect (op 7) is resumed from", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    server.gateway.askToReconnect();
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    amina.tell("après");
    await eventually(() => {
      expect(heard).toEqual(["après"]);
    });
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("calling the session invalid but resumable (op 9) is resumed from, on the same connection", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    server.gateway.invalidateSessions({ resumable: true });
    amina.tell("pendant");
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    await eventually(() => {
      expect(heard).toEqual(["pendant"]);
    });
  });

  it("calling the session invalid for good (op 9) is identified to anew, what came between being lost", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    server.gateway.invalidateSessions({ resumable: false });
    amina.tell("pendant");
    await server.waitUntil(() => server.gateway.identifies.length === 2, "a second identify");
    amina.tell("après");
    await eventually(() => {
      expect(heard).toEqual(["après"]);
    });
    expect(server.gateway.resumes).toEqual([]);
    const [first, second] = server.gateway.identifies;
    // discord.js leaves 5 s between two identifies of a shard.
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(4500);
  });

  it("that forgot the session sends away who wants to resume it, who then identifies anew", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    server.gateway.close(4000, { forget: true });
    await server.waitUntil(() => server.gateway.identifies.length === 2, "a second identify");
    expect(server.gateway.resumes).toEqual([]);
    await eventually(() => {
      expect(client.ws.shards.first()?.status).toBe(0);
    });
  });

  it("that falls silent is left by the client, which resumes", async () => {
    const server = await startedServer({ heartbeatMs: 100 });
    await loggedIn(server);
    await server.waitUntil(() => server.gateway.heartbeats >= 2, "heartbeats");
    server.gateway.acknowledgesHeartbeats = false;
    await server.waitUntil(() => server.gateway.resumes.length >= 1, "a resume");
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("that loses an event never tells it, not even after a resume", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    server.gateway.loseNext("MESSAGE_CREATE");
    amina.tell("perdu");
    server.gateway.close(4000);
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    amina.tell("trouvé");
    await eventually(() => {
      expect(heard).toEqual(["trouvé"]);
    });
  });

  it("that goes away altogether and comes back finds the client again", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    await server.goAway();
    amina.tell("pendant");
    await server.comeBack();
    await server.waitUntil(() => server.gateway.resumes.length === 1, "a resume");
    await eventually(() => {
      expect(heard).toEqual(["pendant"]);
    });
  });

  it("says anything a test wants it to", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    const raw: unknown[] = [];
    client.on(Events.Raw, (packet: unknown) => raw.push(packet));
    server.emitRaw("NOTHING_KNOWN", { odd: [null, { deep: "🦊" }] });
    await eventually(() => {
      expect(raw).toEqual([
        expect.objectContaining({ t: "NOTHING_KNOWN", d: { odd: [null, { deep: "🦊" }] } }),
      ]);
    });
  });
});
