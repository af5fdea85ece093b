import { describe, expect, it } from "vitest";
import { talkToFake } from "./talk-to-fake.ts";

describe("files", () => {
  it("come back as they went", async () => {
    const { server } = await talkToFake();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, place) => place % 251);
    const address = await server.upload(bytes, "application/octet-stream");
    expect(address).toMatch(/^mxc:\/\/fake\.test\//);
    expect(Buffer.from(await server.download(address, 100_000)).equals(bytes)).toBe(true);
    const text = await server.upload(Buffer.from('{"errcode":"x"}'), "application/json");
    expect(Buffer.from(await server.download(text, 100)).toString()).toBe('{"errcode":"x"}');
  });

  it("are refused when they are too large, said or not said beforehand", async () => {
    const talk = await talkToFake();
    const address = await talk.server.upload(Buffer.alloc(50_000), "text/plain");
    await expect(talk.server.download(address, 49_999)).rejects.toThrow(RangeError);
    const headers = { "content-length": "50000" };
    const body = "x".repeat(50_000);
    const fault = { kind: "refuse", status: 200, body, headers } as const;
    talk.fake.fail({ path: /download/, fault });
    await expect(talk.server.download(address, 49_999)).rejects.toThrow(RangeError);
    expect(talk.waits).toEqual([]);
  });

  it("are found on servers that know the old address only", async () => {
    const { fake, server } = await talkToFake();
    const address = await server.upload(Buffer.from("vieux"), "text/plain");
    const fault = { kind: "refuse", status: 404, body: { errcode: "M_UNRECOGNIZED" } } as const;
    fake.fail({ path: /client\/v1\/media/, fault });
    expect(Buffer.from(await server.download(address, 100)).toString()).toBe("vieux");
  });

  it.each(["mxc://a/../b", "https://a/b", "mxc://a/b?c", "mxc://a", "mxc://a/b/c"])(
    "have no address such as %s",
    async (address) => {
      const { server, fake } = await talkToFake();
      await expect(server.download(address, 100)).rejects.toThrow(TypeError);
      expect(fake.requests).toEqual([]);
    },
  );
});
