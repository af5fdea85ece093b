import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cryptoFolder, type Device, matrixFolder } from "../adapters/matrix/login-file.ts";
import { logInDevice } from "../adapters/matrix/log-in-device.ts";
import { readSecret } from "../cli/read-secret.ts";
import { ConfigurationError } from "../model/errors.ts";
import { createDataFolder } from "../stores/data-folder.ts";
import { realDisk } from "../stores/disk.ts";
import { lockFolder } from "../stores/folder-lock.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { accountOptions } from "./open-matrix.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle login matrix`: logs in once with the password, which is kept nowhere. */
export async function login(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...configOption, user: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length !== 1 || positionals[0] !== "matrix") {
    throw new ConfigurationError("usage: passerelle login matrix [--user @name:example.org]");
  }
  const config = configOf(values, root);
  const settings = config.matrix;
  if (!settings) {
    throw new ConfigurationError(
      "bot.config.json has no matrix section: write its homeserver and userId first.",
    );
  }
  const { userId } = settings;
  if (values.user !== undefined && values.user !== userId) {
    throw new ConfigurationError(
      `--user says ${values.user}, the configuration ${userId}: they must be one account.`,
    );
  }
  const log = createJsonLog(
    "info",
    (line) => process.stderr.write(line),
    () => systemClock.now(),
  );
  const dataFolder = resolve(root, config.dataFolder);
  await createDataFolder({ path: dataFolder, disk: realDisk });
  // A running assistant would go on as the old device.
  const lock = await lockFolder(dataFolder);
  try {
    const password =
      process.env["PASSERELLE_MATRIX_PASSWORD"] ?? (await readSecret(`Password of ${userId}: `));
    if (password === "") throw new ConfigurationError("no password was given: nothing was done.");
    const options = accountOptions({ root, config, settings, clock: systemClock, log });
    const device = await logInDevice({ ...options, token: undefined }, password);
    process.stdout.write(doneText(device, dataFolder));
    return 0;
  } finally {
    await lock.release();
  }
}

function doneText(device: Device, dataFolder: string): string {
  const identity = join(cryptoFolder(dataFolder, device), "identity.json");
  return [
    `Logged in as ${device.userId}, device ${device.deviceId}; its token is in ${join(matrixFolder(dataFolder), "login.json")}.`,
    `Keep a copy of ${identity} in a safe place, if it is there: whoever has it can sign as this account.`,
    "Next: npm run -s passerelle -- doctor, then npm start.",
    "",
  ].join("\n");
}
