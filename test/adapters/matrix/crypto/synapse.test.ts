import { copyFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  type DurableOlmMachine,
  openOlmMachine,
} from "../../../../src/adapters/matrix/crypto/olm-machine.ts";
import { saveCrossSigningKeys } from "../../../../src/adapters/matrix/crypto/cross-signing-keys.ts";
import { decryptFile, encryptFile } from "../../../../src/adapters/matrix/crypto/encrypted-file.ts";
import { fieldOf } from "../../../../src/adapters/matrix/field-of.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { MatrixAccount } from "../../../support/matrix-account.ts";
import { hasSynapse, startSynapse, type Synapse } from "../../../support/synapse.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

const roomEncryption = {
  historyVisibility: "shared",
  rotationPeriodMs: undefined,
  rotationPeriodMessages: undefined,
};

/** Somebody with a device: a plain client and the encryption beside it. */
interface Device {
  readonly client: MatrixAccount;
  readonly folder: string;
  machine: DurableOlmMachine;
}

describe.skipIf(!hasSynapse)("encryption, against a real Synapse", () => {
  let synapse: Synapse;
  beforeAll(async () => {
    synapse = await startSynapse();
  }, 120_000);
  afterAll(async () => {
    await synapse.stop();
  });

  async function openMachine(client: MatrixAccount, folder: string): Promise<DurableOlmMachine> {
    const { user, device } = client.account;
    return openOlmMachine({
      user,
      device,
      folder,
      server: client,
      log: keptLog(),
      // Both sides are strict: devices that are not signed are given no key and not read.
      sharing: "signed-devices",
      trust: "signed-or-older",
      onFatal: (cause) => {
        throw cause;
      },
    });
  }

  async function newDevice(name: string): Promise<Device> {
    const client = new MatrixAccount(synapse.url, await synapse.register(name));
    const folder = temporaryFolder();
    const device = { client, folder, machine: await openMachine(client, folder) };
    onTestFinished(() => device.machine.close());
    await device.machine.announce();
    return device;
  }

  async function restart(device: Device): Promise<void> {
    await device.machine.close();
    device.machine = await openMachine(device.client, device.folder);
    await device.machine.announce();
  }

  async function say(from: Device, room: string, body: string, to: Device): Promise<void> {
    const members = [from.client.account.user, to.client.account.user];
    const content = { msgtype: "m.text", body };
    const message = { room, type: "m.room.message", content, members, encryption: roomEncryption };
    const encrypted = await from.machine.encrypt(message);
    expect(JSON.stringify(encrypted)).not.toContain(body);
    await from.client.say(room, "m.room.encrypted", encrypted);
  }

  async function hear(device: Device, room: string): Promise<readonly unknown[]> {
    const sync = await device.client.sync();
    await device.machine.receive(sync.crypto);
    const events = sync
      .eventsOf(room)
      .filter((event) => fieldOf(event, "type") === "m.room.encrypted")
      .filter((event) => fieldOf(event, "sender") !== device.client.account.user);
    return Promise.all(
      events.map(async (event) => {
        const heard = await device.machine.decrypt(event, room);
        return heard.kind === "decrypted" ? fieldOf(heard.event, "content", "body") : heard;
      }),
    );
  }

  async function meet(first: Device, second: Device): Promise<string> {
    const room = await first.client.createEncryptedRoom([second.client.account.user]);
    await second.client.join(room);
    await hear(first, room);
    await hear(second, room);
    return room;
  }

  it("lets two cross-signed devices talk both ways, also after both restarted from disk", async () => {
    const amina = await newDevice("amina");
    const bot = await newDevice("bot");
    expect(await amina.machine.crossSign()).toEqual({ kind: "signed", by: "new-identity" });
    expect(await bot.machine.crossSign()).toEqual({ kind: "signed", by: "new-identity" });
    const room = await meet(amina, bot);

    await say(amina, room, "une page de collecte ?", bot);
    await bot.machine.track([amina.client.account.user]);
    expect(await hear(bot, room)).toEqual(["une page de collecte ?"]);
    await say(bot, room, "Ouvrez un compte", amina);
    expect(await hear(amina, room)).toEqual(["Ouvrez un compte"]);

    await say(amina, room, "et ça coûte combien ?", bot);
    await restart(bot);
    await restart(amina);
    expect(await bot.machine.crossSign()).toEqual({ kind: "signed", by: "before" });
    expect(await hear(bot, room)).toEqual(["et ça coûte combien ?"]);
    await say(bot, room, "Rien", amina);
    await say(bot, room, "du tout", amina);
    expect(await hear(amina, room)).toEqual(["Rien", "du tout"]);
  });

  it("reads a stranger's message once it knows their devices", async () => {
    const amina = await newDevice("amina3");
    const bot = await newDevice("bot3");
    await amina.machine.crossSign();
    await bot.machine.crossSign();
    const room = await meet(amina, bot);
    await say(amina, room, "bonjour", bot);
    const { crypto, eventsOf } = await bot.client.sync();
    await bot.machine.receive(crypto);
    const event = eventsOf(room).find((found) => fieldOf(found, "type") === "m.room.encrypted");
    expect(await bot.machine.decrypt(event, room)).toMatchObject({ why: "sender-not-trusted" });
    await bot.machine.track([amina.client.account.user]);
    expect(await bot.machine.decrypt(event, room)).toMatchObject({ kind: "decrypted" });
  });

  it("gives no key to a device its owner did not sign, which is told so", async () => {
    const amina = await newDevice("amina2");
    const stranger = await newDevice("stranger");
    await amina.machine.crossSign();
    const room = await meet(amina, stranger);
    await say(amina, room, "secret", stranger);
    expect(await hear(stranger, room)).toEqual([
      { kind: "undecryptable", why: "missing-key", withheld: "m.unverified" },
    ]);
  });

  it("signs a second device with the identity saved by the first, and never makes another", async () => {
    const first = await newDevice("claire");
    await first.machine.crossSign();
    const saved = join(first.folder, "identity.json");
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
    const account = await logInAgain(synapse.url, first.client);
    const folder = temporaryFolder();
    const second = await openMachine(account, folder);
    onTestFinished(() => second.close());
    await second.announce();
    expect(await second.crossSign()).toEqual({ kind: "unsigned", why: "keys-elsewhere" });
    const own = join(folder, "identity.json");
    await saveCrossSigningKeys(own, {
      master: "A".repeat(43),
      selfSigning: "A".repeat(43),
      userSigning: "A".repeat(43),
    });
    expect(await second.crossSign()).toEqual({ kind: "unsigned", why: "other-keys-saved" });
    await copyFile(saved, own);
    expect(await second.crossSign()).toEqual({ kind: "signed", by: "saved-keys" });
    expect(await second.crossSign()).toEqual({ kind: "signed", by: "before" });
  });

  it("refuses to go on under its device's name with another store", async () => {
    const device = await newDevice("driss");
    const lost = await openMachine(device.client, temporaryFolder());
    onTestFinished(() => lost.close());
    await expect(lost.announce()).rejects.toThrow(/knows device .* by other keys/);
  });
});

async function logInAgain(url: string, { account }: MatrixAccount): Promise<MatrixAccount> {
  const identifier = { type: "m.id.user", user: account.user };
  const body = { type: "m.login.password", identifier, password: account.password };
  const answer: unknown = JSON.parse(
    await new MatrixAccount(url, account).send({
      method: "POST",
      path: "/login",
      body: JSON.stringify(body),
    }),
  );
  const [device, token] = [fieldOf(answer, "device_id"), fieldOf(answer, "access_token")];
  return new MatrixAccount(url, { ...account, device: String(device), token: String(token) });
}

describe("an encrypted file", () => {
  it("is read back with what its message says, and only unchanged", () => {
    const plain = Uint8Array.from({ length: 300_000 }, (_, place) => place % 251);
    const { bytes, file } = encryptFile(plain);
    expect(Buffer.from(bytes).equals(plain)).toBe(false);
    expect(Buffer.from(decryptFile(bytes, file)).equals(plain)).toBe(true);
    const changed = Uint8Array.from(bytes);
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    expect(() => decryptFile(changed, file)).toThrow("Hash mismatch");
  });
});
