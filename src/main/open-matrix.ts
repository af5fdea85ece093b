import { setMaxListeners } from "node:events";
import { resolve } from "node:path";
import { MatrixPlatform } from "../adapters/matrix/matrix-platform.ts";
import type { MatrixSettings } from "../adapters/matrix/matrix-settings.ts";
import { type AccountOptions, openAccount } from "../adapters/matrix/open-account.ts";
import { waitForServer } from "../adapters/matrix/transport/wait-for-server.ts";
import type { Config } from "../loading/load-config.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { TalkingPlace } from "./talking-place.ts";

/** What the rooms are opened with. */
export interface MatrixOpening {
  readonly root: string;
  readonly config: Config;
  readonly settings: MatrixSettings;
  readonly store: Store;
  readonly tell: Tell;
  readonly tellIn: (language: Language) => Tell;
  readonly clock: Clock;
  readonly log: Log;
}

/** The rooms of the configured account. @throws KnownError with the remedy */
export async function openMatrix(opening: MatrixOpening): Promise<TalkingPlace> {
  const { settings, store, tell, tellIn, clock, log } = opening;
  const ending = new AbortController();
  const { signal } = ending;
  // Each request under way listens to it, and leaves it when it ends.
  setMaxListeners(0, signal);
  const options = { ...accountOptions(opening), signal };
  const { server, machine } = await waitForServer(() => openAccount(options), { log, signal });
  const cutOff = () => ending.abort();
  const parts = { settings, server, machine, store, clock, log, tell, tellIn, cutOff };
  const platform = new MatrixPlatform(parts);
  return {
    platform,
    ended: platform.ended,
    leave: () => platform.leave(),
    close: async () => machine?.close(),
  };
}

/** Where the account's secrets are, and what happens when its keys cannot be kept. */
export function accountOptions({
  root,
  config,
  settings,
  clock,
  log,
}: Pick<MatrixOpening, "root" | "config" | "settings" | "clock" | "log">): AccountOptions {
  return {
    settings,
    dataFolder: resolve(root, config.dataFolder),
    token: process.env["PASSERELLE_MATRIX_TOKEN"],
    clock,
    log,
    onFatal: (cause) => {
      log.error("encryption-store-failed", cause);
      // Going on would send what is not on disk: keys would be used twice.
      process.exit(1);
    },
  };
}
