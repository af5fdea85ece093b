import { chmod, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { examine } from "../../../src/adapters/matrix/doctor/examine.ts";
import { logInDevice } from "../../../src/adapters/matrix/log-in-device.ts";
import { cryptoFolder } from "../../../src/adapters/matrix/login-file.ts";
import { matrixKinds } from "../../../src/adapters/matrix/matrix-documents.ts";
import {
  type AccountOptions,
  openAccount,
  openMachine,
  reachServer,
} from "../../../src/adapters/matrix/open-account.ts";
import { syncTokens } from "../../../src/adapters/matrix/sync-tokens.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { FakeHomeserver } from "../../support/fake-homeserver.ts";
import { serverError } from "../../support/fake-matrix/fake-faults.ts";
import { keptLog } from "../../support/kept-log.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function prepare() {
  const homeserver = await FakeHomeserver.start();
  onTestFinished(() => homeserver.stop());
  const bot = homeserver.register("bot");
  const log = keptLog();
  const options: AccountOptions = {
    settings: {
      homeserver: homeserver.url,
      userId: bot.user,
      encryption: "on",
      invitations: "anyone",
      prefix: "!assistant",
      coordinators: [],
      mediators: [],
      advisers: [],
      coordinatorPowerLevel: 50,
      bots: [],
    },
    dataFolder: temporaryFolder(),
    token: undefined,
    clock: { now: () => new Date() },
    log,
    onFatal: (cause) => {
      throw cause;
    },
  };
  return { homeserver, bot, options, log };
}

describe("the Matrix account", () => {
  it("is logged in once: its token in a file for its owner, its device signed", async () => {
    const { options, log } = await prepare();
    const login = await logInDevice(options, "bot-password");
    const path = join(options.dataFolder, "matrix", "login.json");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual(login);
    expect(log.lines.join("\n")).toContain("new-identity");
    expect(log.lines.join("\n")).not.toContain("bot-password");
    const { device, machine } = await openAccount(options);
    await machine?.close();
    expect(device).toBe(login.deviceId);
  });

  it("signs its next device with the identity of the one before", async () => {
    const { options, log } = await prepare();
    const first = await logInDevice(options, "bot-password");
    const second = await logInDevice(options, "bot-password");
    expect(second.deviceId).not.toBe(first.deviceId);
    const identities = await Promise.all(
      [first, second].map((device) =>
        readFile(join(cryptoFolder(options.dataFolder, device), "identity.json"), "utf8"),
      ),
    );
    expect(identities[1]).toBe(identities[0]);
    expect(log.lines.join("\n")).toContain('"by":"saved-keys"');
  });

  it("is not given the identity, nor the place, of another in the same folder", async () => {
    const { options, homeserver, log } = await prepare();
    await logInDevice(options, "bot-password");
    log.lines.length = 0;
    const { user } = homeserver.register("other");
    const settings = { ...options.settings, userId: user };
    await logInDevice({ ...options, settings }, "other-password");
    expect(log.lines.join("\n")).toContain('"by":"new-identity"');
    const store = createMemoryStore(matrixKinds);
    await syncTokens(store, options.clock, options.settings.userId).write("s1");
    expect(await syncTokens(store, options.clock, user).read()).toBeUndefined();
  });

  it("is opened where the server does not sign its device, and says so", async () => {
    const { options, homeserver, log } = await prepare();
    homeserver.fail({ path: /device_signing/, times: Infinity, fault: serverError(403) });
    await logInDevice(options, "bot-password");
    const { machine } = await openAccount(options);
    await machine?.close();
    expect(log.lines.filter((line) => line.includes("device-not-signed"))).toHaveLength(2);
    homeserver.fail({ path: /keys\/query/, times: Infinity, fault: serverError(403) });
    await expect(openAccount(options)).rejects.toThrow(/keys of our device \(HTTP 403\)/);
  });

  it("says what to do about a wrong password, token, account or file", async () => {
    const { options, bot, homeserver } = await prepare();
    await expect(logInDevice(options, "wrong")).rejects.toThrow(/check both/);
    await expect(openAccount(options)).rejects.toThrow(/run `passerelle login matrix`/);
    await expect(openAccount({ ...options, token: "gone" })).rejects.toThrow(/login matrix/);
    const other = { ...options, token: homeserver.register("other").token };
    await expect(openAccount(other)).rejects.toThrow(/token is that of @other/);
    await logInDevice(options, "bot-password");
    await chmod(join(options.dataFolder, "matrix", "login.json"), 0o644);
    await expect(openAccount(options)).rejects.toThrow(/chmod 600/);
    const { machine } = await openAccount({ ...options, token: bot.token });
    await machine?.close();
  });
});

describe("the doctor", () => {
  it("finds a healthy account healthy, room by room", async () => {
    const { options, homeserver, bot } = await prepare();
    await logInDevice(options, "bot-password");
    homeserver.world.createRoom("@amina:fake.test", { members: [bot.user] });
    const findings = await examine(options, false);
    expect(findings.filter(({ state }) => state !== "good")).toEqual([]);
    const text = findings.map(({ what }) => what).join("\n");
    for (const part of ["answers", "clock", "device", "server knows", "signed", "may write"]) {
      expect(text).toContain(part);
    }
  });

  it("says what is wrong, and what to do about it", async () => {
    const { options, homeserver, bot } = await prepare();
    await logInDevice(options, "bot-password");
    const powerLevels = { events_default: 50 };
    homeserver.world.createRoom("@amina:fake.test", { members: [bot.user], powerLevels });
    homeserver.world.createRoom("@amina:fake.test", { members: [bot.user], encrypted: true });
    const settings = { ...options.settings, encryption: "off" as const };
    const late = { now: () => new Date(Date.now() + 120_000) };
    const findings = await examine({ ...options, settings, clock: late }, false);
    const wrong = findings.filter(({ state }) => state === "bad");
    expect(wrong.every(({ remedy }) => remedy !== undefined)).toBe(true);
    expect(
      wrong.map(({ what }) => what.replace(/^!\S+ /, "").replace(/1\d\d s/, "two minutes")),
    ).toEqual([
      "its clock and ours differ by two minutes",
      "we may not write there",
      "is encrypted, which the configuration cannot read",
    ]);
  });

  it("says of the rooms of the directory whether we are there, and may react", async () => {
    const { options, homeserver, bot } = await prepare();
    await logInDevice(options, "bot-password");
    const powerLevels = { events: { "m.reaction": 50 } };
    const world = homeserver.world;
    const room = world.createRoom("@amina:fake.test", { members: [bot.user], powerLevels });
    const findings = await examine(options, false, [room, "!ailleurs:fake.test"]);
    const wrong = findings.filter(({ state }) => state === "bad").map(({ what }) => what);
    expect(wrong).toEqual([
      `${room}: advisers cannot see there what reached who asked, we may not react`,
      "content/directory names the room !ailleurs:fake.test, which we are not in",
    ]);
  });

  it("says that keys are lost that the server knows", async () => {
    const { options } = await prepare();
    const device = await logInDevice(options, "bot-password");
    await rm(cryptoFolder(options.dataFolder, device), { recursive: true });
    const findings = await examine(options, false);
    const [wrong, ...others] = findings.filter(({ state }) => state === "bad");
    expect(others).toEqual([]);
    expect(wrong?.what).toContain("are lost");
    expect(wrong?.remedy).toContain("login matrix");
    await expect(openAccount(options)).rejects.toThrow(/store was lost/);
  });

  it("only looks: it makes no keys and uploads none", async () => {
    const { options, homeserver, bot } = await prepare();
    const withToken = { ...options, token: bot.token };
    await examine(withToken, false);
    const { server, device } = await reachServer(withToken);
    // Made and not told to the server yet.
    await (await openMachine(withToken, server, device)).close();
    await examine(withToken, false);
    const asked = homeserver.requests.filter(({ method }) => method !== "GET");
    expect([...new Set(asked.map(({ path }) => path))]).toEqual(["/_matrix/client/v3/keys/query"]);
  });

  it.each([
    [/keys\/query/, 403],
    [/joined_rooms/, 501],
  ])("says that the server fails at %s", async (path, status) => {
    const { options, homeserver } = await prepare();
    await logInDevice(options, "bot-password");
    homeserver.fail({ path, times: Infinity, fault: serverError(status) });
    const findings = await examine(options, false);
    expect(findings.find(({ what }) => what.startsWith("the token"))?.state).toBe("good");
    expect(findings.at(-1)).toMatchObject({
      state: "bad",
      what: `the homeserver does not answer as it should (HTTP ${status})`,
    });
  });

  it("leaves the keys alone that a running assistant uses", async () => {
    const { options } = await prepare();
    await logInDevice(options, "bot-password");
    const findings = await examine(options, true);
    expect(findings.filter(({ state }) => state === "unknown")).toMatchObject([
      { what: "the keys are in use by a running assistant" },
    ]);
  });

  it("says that a server does not answer", async () => {
    const { options, homeserver } = await prepare();
    await homeserver.stop();
    expect(await examine(options, false)).toMatchObject([{ state: "bad" }]);
  });
});
