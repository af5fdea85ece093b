import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInstalled, pythonOf } from "./python-environment.ts";
import { synapseConfig, synapseLogConfig } from "./synapse-config.ts";

export const hasSynapse = isInstalled("matrix-synapse");

/** A real homeserver on the loopback. */
export interface Synapse {
  readonly url: string;
  /** Makes an account and logs it in as a device. */
  register(name: string): Promise<TestAccount>;
  /** Ends the process as a power cut would; its accounts and rooms stay on disk. */
  halt(): Promise<void>;
  /** Starts it again after `halt`, under the same address. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** An account of the server, logged in. */
export interface TestAccount {
  readonly user: string;
  readonly device: string;
  readonly token: string;
  readonly password: string;
}

/** Starts a server on a free port with an empty database; it takes a few seconds. */
export async function startSynapse(): Promise<Synapse> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-synapse-"));
  const secret = randomBytes(16).toString("hex");
  const port = await freePort();
  const config = join(folder, "homeserver.yaml");
  await writeFile(config, synapseConfig(folder, port, secret));
  await writeFile(join(folder, "log.yaml"), synapseLogConfig);
  const command = ["-m", "synapse.app.homeserver", "--config-path", config];
  const python = pythonOf("matrix-synapse");
  const keys = spawn(python, [...command, "--generate-keys"], { cwd: folder, stdio: "ignore" });
  await once(keys, "close");
  const url = `http://127.0.0.1:${port}`;
  let server = await run(command, folder, url);
  const halt = async (): Promise<void> => {
    const ended = once(server, "close");
    server.kill("SIGKILL");
    await ended;
  };
  return {
    url,
    register: (name) => register(url, secret, name),
    halt,
    async resume() {
      server = await run(command, folder, url);
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(command: readonly string[], folder: string, url: string): Promise<ChildProcess> {
  const server = spawn(pythonOf("matrix-synapse"), command, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaints: string[] = [];
  server.stderr.on("data", (part) => complaints.push(String(part)));
  try {
    await answers(`${url}/_matrix/client/versions`, server);
  } catch (cause) {
    server.kill("SIGKILL");
    throw new Error(`Synapse did not start: ${complaints.join("").slice(-2000)}`, { cause });
  }
  return server;
}

/**
 * Registers by the shared secret.
 * Source: https://element-hq.github.io/synapse/latest/admin_api/register_api.html
 */
async function register(url: string, secret: string, name: string): Promise<TestAccount> {
  const endpoint = `${url}/_synapse/admin/v1/register`;
  const { nonce } = await json(await fetch(endpoint));
  const password = `${name}-password`;
  const mac = createHmac("sha1", secret)
    .update([nonce, name, password, "notadmin"].join("\0"))
    .digest("hex");
  const body = JSON.stringify({ nonce, username: name, password, admin: false, mac });
  const answer = await json(await fetch(endpoint, { method: "POST", body }));
  const { user_id: user, device_id: device, access_token: token } = answer;
  return { user: String(user), device: String(device), token: String(token), password };
}

async function json(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error("it ended");
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
