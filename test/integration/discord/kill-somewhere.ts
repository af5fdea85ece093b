import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import type { RunningBot } from "./running-bot.ts";

/** Milliseconds after which it is killed wherever it is. */
const LATEST_MS = 1500;

/** Requests among which one is its last; a round of traffic makes about so many. */
const MOST_REQUESTS = 24;

/**
 * Kills the assistant at a point left to the seed: some milliseconds from now, or at one of its next
 * requests, before the server has it, once the server did what it asks, or about when its answer comes.
 */
export async function killSomewhere(
  bot: RunningBot,
  server: DiscordServer,
  random: () => number,
): Promise<void> {
  const [wayToGo, ms, place] = [random(), random() * 400, Math.ceil(random() * MOST_REQUESTS)];
  const afterMs = Math.floor(random() * 8);
  let kill: () => void = () => undefined;
  const killed = new Promise<void>((resolve, reject) => {
    kill = () => {
      bot.kill().then(resolve, reject);
    };
  });
  let requests = 0;
  const isPlace = (): boolean => {
    requests += 1;
    return wayToGo >= 0.3 && requests === place;
  };
  const mend = server.fail({
    times: Infinity,
    where: () => {
      if (!isPlace()) return false;
      if (wayToGo >= 0.8) setTimeout(kill, afterMs);
      else kill();
      return wayToGo < 0.8;
    },
    fate: wayToGo < 0.5 ? { kind: "dropped" } : { kind: "slow", until: killed },
  });
  const latest = setTimeout(kill, wayToGo < 0.3 ? ms : LATEST_MS);
  await killed;
  clearTimeout(latest);
  mend();
}
