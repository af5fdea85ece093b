/** What a Synapse for tests is told: loopback alone, one SQLite file, no other server, no limits of pace. */
export function synapseConfig(folder: string, port: number, secret: string): string {
  const unlimited = { per_second: 100_000, burst_count: 100_000 };
  // JSON is YAML.
  return JSON.stringify({
    server_name: "localhost",
    pid_file: `${folder}/synapse.pid`,
    log_config: `${folder}/log.yaml`,
    signing_key_path: `${folder}/signing.key`,
    media_store_path: `${folder}/media`,
    listeners: [
      { port, bind_addresses: ["127.0.0.1"], type: "http", resources: [{ names: ["client"] }] },
    ],
    // Off durability: the server under test is ours, not this one.
    database: { name: "sqlite3", args: { database: `${folder}/homeserver.db` } },
    registration_shared_secret: secret,
    macaroon_secret_key: secret,
    form_secret: secret,
    report_stats: false,
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    presence: { enabled: false },
    url_preview_enabled: false,
    // The cheapest bcrypt: nothing here is secret.
    bcrypt_rounds: 4,
    rc_message: unlimited,
    rc_registration: unlimited,
    rc_login: { address: unlimited, account: unlimited, failed_attempts: unlimited },
    rc_joins: { local: unlimited, remote: unlimited },
    rc_invites: { per_room: unlimited, per_user: unlimited, per_issuer: unlimited },
    rc_key_requests: unlimited,
    rc_room_creation: unlimited,
    rc_3pid_validation: unlimited,
    rc_media_create: unlimited,
  });
}

/** Warnings and worse, on the error output. */
export const synapseLogConfig = JSON.stringify({
  version: 1,
  formatters: { short: { format: "%(levelname)s %(name)s %(message)s" } },
  handlers: { console: { class: "logging.StreamHandler", formatter: "short" } },
  root: { level: "WARNING", handlers: ["console"] },
  disable_existing_loggers: false,
});
