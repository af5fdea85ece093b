import { join } from "node:path";
import {
  DeviceId,
  DeviceLists,
  OlmMachine,
  RoomId,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { StoreError } from "../../../model/errors.ts";
import type { Log } from "../../../ports/log.ts";
import { checkOwnDevice } from "./check-own-device.ts";
import { crossSign, type CrossSigningOutcome } from "./cross-sign.ts";
import {
  type CrossSigningKeys,
  readCrossSigningKeys,
  saveCrossSigningKeys,
} from "./cross-signing-keys.ts";
import { type CryptoStore, type CryptoStoreOptions, openCryptoStore } from "./crypto-store.ts";
import type { CryptoSync } from "./crypto-sync.ts";
import { type Decrypted, decryptEvent, type SenderTrust } from "./decrypt-event.ts";
import { encryptionSettings, type KeySharing, type RoomEncryption } from "./encryption-settings.ts";
import { devicesOfPeople, everything, KeyExchange, nothing } from "./key-exchange.ts";
import type { KeyServer } from "./key-server.ts";
import { OneAtATime } from "./one-at-a-time.ts";
import { UnderWay } from "./under-way.ts";
import { userHandles } from "./user-handles.ts";

/** What a device's encryption is opened with. */
export interface OlmMachineOptions extends CryptoStoreOptions {
  readonly user: string;
  readonly device: string;
  readonly server: KeyServer;
  readonly log: Log;
  readonly sharing: KeySharing;
  readonly trust: SenderTrust;
}

/** A message to encrypt. */
export interface PlainMessage {
  readonly room: string;
  readonly type: string;
  readonly content: unknown;
  /** The members who are to read it, invited ones too where the room's history says so. */
  readonly members: readonly string[];
  readonly encryption: RoomEncryption;
}

/**
 * Opens the encryption of one device from its store, without a word to the server yet.
 * @throws StoreError when the store is damaged or another device's
 */
export async function openOlmMachine(options: OlmMachineOptions): Promise<DurableOlmMachine> {
  const store = await openCryptoStore(options);
  if (store.database.tornBytes > 0) {
    options.log.warn("crypto-store-recovered", { tornBytes: store.database.tornBytes });
  }
  const { user, device, folder } = options;
  try {
    const id = new DeviceId(device);
    const machine = await OlmMachine.initFromStore(new UserId(user), id, store.handle);
    return new DurableOlmMachine(machine, store, options);
  } catch (cause) {
    await store.database.close();
    throw new StoreError(
      `the encryption store ${folder} is not that of ${user}, device ${device}: give this account the folder it had, or log in again as a new device with an empty one. Nothing was changed.`,
      { cause },
    );
  }
}

/** One device's encryption: whatever its methods promise is on disk when they resolve. */
export class DurableOlmMachine {
  readonly #machine: OlmMachine;
  readonly #store: CryptoStore;
  readonly #options: OlmMachineOptions;
  readonly #identityPath: string;
  readonly #underWay: UnderWay;
  readonly #exchange: KeyExchange;
  /** One room key is shared at a time in a room. */
  readonly #rooms = new Map<string, OneAtATime>();

  constructor(machine: OlmMachine, store: CryptoStore, options: OlmMachineOptions) {
    this.#machine = machine;
    this.#store = store;
    this.#options = options;
    this.#identityPath = join(options.folder, "identity.json");
    this.#exchange = new KeyExchange(machine, options);
    this.#underWay = new UnderWay(`the encryption store ${options.folder}`);
  }

  /** Checks that the server knows our device by the keys of our store, or not at all. @throws StoreError */
  async check(): Promise<void> {
    await this.#underWay.run(() => this.#check());
  }

  /** Makes our device's keys known to the server, after checking that it has no others under its name. */
  async announce(): Promise<void> {
    await this.#underWay.run(async () => {
      await this.#check();
      await this.#exchange.flush(everything);
    });
  }

  /**
   * Takes in what a sync brought: its room keys are on disk once this resolves. What we owe the server
   * in return is tried once; the next sync tries again.
   */
  async receive(sync: CryptoSync): Promise<void> {
    await this.#underWay.run(() => this.#receive(sync));
  }

  /**
   * Has the devices of people followed, and their keys known now. To be called for the members of each
   * encrypted room when they are learnt: nobody is trusted whose devices are not known.
   */
  async track(users: readonly string[]): Promise<void> {
    await this.#underWay.run(() => this.#track(users));
  }

  /**
   * The content of an `m.room.encrypted` event, its key shared with the members' devices first. Send
   * this very content again when the answer is lost: encrypting again would be another message.
   * @throws what the server throws; nothing was encrypted then
   */
  async encrypt(message: PlainMessage): Promise<unknown> {
    const turn = this.#turnOf(message.room);
    return this.#underWay.run(() => turn.run(() => this.#encrypt(message)));
  }

  async decrypt(event: unknown, room: string): Promise<Decrypted> {
    const { trust } = this.#options;
    return this.#underWay.run(() => decryptEvent(this.#machine, event, { room, trust }));
  }

  /** Calls back with the rooms that room keys came for: what could not be read there may be readable now. */
  onRoomKeys(callback: (rooms: readonly string[]) => Promise<void>): void {
    this.#machine.registerRoomKeyUpdatedCallback(async (keys) => {
      await callback([...new Set(keys.map(({ roomId }) => roomId.toString()))]);
    });
  }

  /**
   * Has our device signed by the account's identity. See `crossSign`: none is ever replaced.
   * @param password the account's, for servers that ask for it
   */
  async crossSign(password?: string): Promise<CrossSigningOutcome> {
    return this.#underWay.run(async () => {
      const saved = await readCrossSigningKeys(this.#identityPath);
      const save = (keys: CrossSigningKeys): Promise<void> =>
        saveCrossSigningKeys(this.#identityPath, keys);
      return this.#exchange.alone(() =>
        crossSign(this.#machine, this.#options.server, { saved, password, save }),
      );
    });
  }

  /** Waits for what is under way; nothing more can be asked of it. */
  async close(): Promise<void> {
    await this.#underWay.end();
    this.#machine.close();
    await this.#store.database.close();
  }

  async #check(): Promise<void> {
    await this.#exchange.alone(() => checkOwnDevice(this.#machine, this.#options.server));
  }

  async #receive(sync: CryptoSync): Promise<void> {
    const changed = userHandles(sync.changedUsers);
    const lists = new DeviceLists(changed, userHandles(sync.leftUsers));
    const counts = new Map(Object.entries(sync.oneTimeKeyCounts));
    const unused = sync.unusedFallbackKeys && new Set(sync.unusedFallbackKeys);
    const toDevice = JSON.stringify(sync.toDevice);
    await this.#machine.receiveSyncChanges(toDevice, lists, counts, unused);
    await this.#exchange.flush(nothing);
  }

  async #track(users: readonly string[]): Promise<void> {
    await this.#machine.updateTrackedUsers(userHandles(users));
    await this.#exchange.flush(devicesOfPeople);
  }

  async #encrypt({ room, type, content, members, encryption }: PlainMessage): Promise<unknown> {
    await this.#track(members);
    await this.#exchange.claimSessions(members);
    const settings = encryptionSettings(encryption, this.#options.sharing);
    const shares = await this.#machine.shareRoomKey(
      new RoomId(room),
      userHandles(members),
      settings,
    );
    await this.#exchange.send(shares);
    const text = JSON.stringify(content);
    const encrypted = await this.#machine.encryptRoomEvent(new RoomId(room), type, text);
    const parsed: unknown = JSON.parse(encrypted);
    return parsed;
  }

  #turnOf(room: string): OneAtATime {
    const turn = this.#rooms.get(room) ?? new OneAtATime();
    this.#rooms.set(room, turn);
    return turn;
  }
}
