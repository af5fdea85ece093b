import { describe, expect, it } from "vitest";
import { RefusedByServer } from "../../../../src/adapters/matrix/crypto/key-server.ts";
import { sendPath, type Talk, talkToFake } from "./talk-to-fake.ts";

async function say({ server, room }: Talk): Promise<unknown> {
  const body = { msgtype: "m.notice", body: "bonjour" };
  return server.request({ method: "PUT", path: sendPath(room, "t"), body });
}

describe("a refusal", () => {
  it.each([
    [404, "404 page not found\n"],
    [403, "<html>Just a moment…</html>"],
    [401, '{"message":"Unauthorized"}'],
  ])("takes no page of a proxy for the homeserver's refusal (%i)", async (status, body) => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /\/send\//, fault: { kind: "refuse", status, body } });
    await say(talk);
    expect(talk.fake.world.said(talk.room)).toEqual(["bonjour"]);
  });

  it.each([
    [413, "<html>too large</html>"],
    [404, '{"errcode":"M_NOT_FOUND"}'],
    [401, '{"flows":[]}'],
  ])("says what is refused by whoever has the last word on it (%i)", async (status, body) => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /\/send\//, fault: { kind: "refuse", status, body } });
    await expect(say(talk)).rejects.toThrow(RefusedByServer);
    expect(talk.fake.requestsTo(/\/send\//)).toHaveLength(1);
  });
});
