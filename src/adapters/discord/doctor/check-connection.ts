import { bad, type Finding, good } from "../../../model/finding.ts";
import { fetchGatewayLimits } from "../connection/gateway-limits.ts";
import type { DiscordExamined } from "./examine-discord.ts";

/** Whether we may still connect today, with as many shards as it takes. */
export async function checkConnection({
  rest,
  settings,
}: Pick<DiscordExamined, "rest" | "settings">): Promise<readonly Finding[]> {
  const { total, remaining, shards } = await fetchGatewayLimits(rest);
  const left = `${remaining} of today's ${total} connections are left`;
  const budget =
    remaining < total / 10
      ? bad(left, "look in the log why it starts again so often before starting it once more")
      : good(left);
  const asked = settings.shards;
  if (asked === "auto" || asked >= shards) return [budget];
  const remedy = 'set discord.shards to "auto"';
  return [
    budget,
    bad(`Discord recommends ${shards} shards, and discord.shards is ${asked}`, remedy),
  ];
}
