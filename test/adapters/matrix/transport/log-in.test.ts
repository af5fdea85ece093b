import { describe, expect, it } from "vitest";
import { createHomeserver } from "../../../../src/adapters/matrix/transport/homeserver.ts";
import { logIn } from "../../../../src/adapters/matrix/transport/log-in.ts";
import { KnownError } from "../../../../src/model/errors.ts";
import { type Fault, tooMany } from "../../../support/fake-matrix/fake-faults.ts";
import { talkToFake, type Talk } from "./talk-to-fake.ts";

async function logInTo(
  { fake, log, clock, wait }: Talk,
  user: string,
  password: string,
): ReturnType<typeof logIn> {
  const server = createHomeserver({ baseUrl: fake.url, accessToken: "", log, clock, wait });
  return logIn({ server, user, password, deviceName: "Passerelle" });
}

describe("logging in", () => {
  it("gives a device and a token that works", async () => {
    const talk = await talkToFake();
    const { accessToken, deviceId, userId } = await logInTo(talk, "bot", "bot-password");
    const { fake, log, clock } = talk;
    const server = createHomeserver({ baseUrl: fake.url, accessToken, log, clock });
    expect(await server.whoAmI()).toEqual({ user: talk.bot.user, device: deviceId });
    expect(userId).toBe(talk.bot.user);
    expect(deviceId).not.toBe(talk.bot.device);
    expect(fake.requests[0]).toMatchObject({ token: undefined });
    expect(fake.requests[0]?.body).toContain('"initial_device_display_name":"Passerelle"');
  });

  it("says what to do when the password is wrong, which it does not repeat", async () => {
    const talk = await talkToFake();
    const refused = logInTo(talk, "bot", "not-it");
    await expect(refused).rejects.toThrow(KnownError);
    await expect(refused).rejects.toThrow(/refuses this user and password/);
    await expect(refused).rejects.not.toThrow(/not-it/);
    expect(talk.log.lines.join("")).not.toContain("not-it");
  });

  it.each<[string, Fault, RegExp]>([
    ["cut", { kind: "cut-after" }, /cannot be reached .*check its address/],
    ["away", { kind: "refuse", status: 502, body: "x" }, /HTTP 502/],
    [
      "closed",
      { kind: "refuse", status: 403, body: { errcode: "M_USER_DEACTIVATED" } },
      /account was closed/,
    ],
    ["odd", { kind: "refuse", status: 200, body: {} }, /cannot be reached/],
  ])("is tried once only (%s)", async (_, fault, remedy) => {
    const talk = await talkToFake();
    talk.fake.fail({ method: "POST", path: /login/, fault });
    await expect(logInTo(talk, "bot", "bot-password")).rejects.toThrow(remedy);
    expect(talk.fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("waits when the server asks for it", async () => {
    const talk = await talkToFake();
    talk.fake.fail({ path: /login/, fault: tooMany(3000) });
    expect(await logInTo(talk, talk.bot.user, "bot-password")).toHaveProperty("accessToken");
    expect(talk.waits).toEqual([3000]);
  });

  it("says so when the server does not take passwords", async () => {
    const talk = await talkToFake();
    const fault = { kind: "refuse", status: 403, body: { errcode: "M_FORBIDDEN" } } as const;
    talk.fake.fail({ method: "POST", path: /login/, fault });
    const body = { flows: [{ type: "m.login.sso" }, { type: 3 }, null] };
    talk.fake.fail({ method: "GET", path: /login/, fault: { kind: "refuse", status: 200, body } });
    await expect(logInTo(talk, "bot", "x")).rejects.toThrow(/PASSERELLE_MATRIX_TOKEN/);
  });
});
