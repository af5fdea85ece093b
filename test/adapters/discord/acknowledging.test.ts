import { expect, it } from "vitest";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { slowStore } from "../../support/slow-store.ts";

/** The message still says that we are thinking. */
const loading = 128;

it(
  "acknowledges 200 commands in time, however slow the store is, and answers each",
  { timeout: 180_000 },
  async () => {
    const rig = await DiscordRig.start({ around: (store) => slowStore(store, 2000) });
    const { server } = rig;
    const people = Array.from({ length: 200 }, (_, index) => server.person(`person-${index}`));
    const names = Array.from({ length: 20 }, (_, index) => `salon-${index}`);
    const guild = server.guild("Les Amis", {
      owner: server.person("olga"),
      members: people,
      channels: names,
    });
    const given = people.map((person, index) =>
      person.slash(guild.channel(names[index % names.length] ?? ""), "demander", { question }),
    );
    const acknowledged = await Promise.all(given.map((one) => one.acknowledged()));
    const took = acknowledged.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
    const [median, p99, worst] = [took[100], took[197], took[199]].map((ms) =>
      Math.round(ms ?? NaN),
    );
    process.stdout.write(`acknowledged in ms: median ${median}, p99 ${p99}, worst ${worst}\n`);
    expect(worst).toBeLessThan(3000);
    expect(p99).toBeLessThan(1000);
    const isAnswered = ({ original }: { original: Message | undefined }) =>
      original !== undefined && (original.flags & loading) === 0;
    const patience = { timeout: 120_000, interval: 200 };
    await expect.poll(() => given.filter(isAnswered).length, patience).toBe(200);
    const answers = await Promise.all(given.map((one) => one.response()));
    for (const { content } of answers) expect(content).toContain("HelloAsso");
    // What follows an answer is slow too: more than the hook that ends a test is given.
    await rig.stopBot();
  },
);
