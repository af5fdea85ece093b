import type { Clock } from "../../../ports/clock.ts";
import { bad, type Finding, good, unknown } from "../../../model/finding.ts";

/** Beyond this, answers look late to people and old questions new to us. */
const mostSkewMs = 30_000;

/** Whether the homeserver answers, over a safe connection, and has our time. */
export async function checkServer(homeserver: string, clock: Clock): Promise<readonly Finding[]> {
  const url = `${homeserver}/_matrix/client/versions`;
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(15_000) });
    await response.arrayBuffer();
  } catch {
    return [
      bad(
        `the homeserver ${homeserver} does not answer`,
        "check matrix.homeserver, and that it runs",
      ),
    ];
  }
  if (!response.ok) {
    const remedy = "check matrix.homeserver: it is the address of the server itself";
    return [bad(`${url} answers HTTP ${response.status}`, remedy)];
  }
  return [
    good(`the homeserver ${homeserver} answers`),
    ...connectionFindings(homeserver),
    skewFinding(response.headers.get("date"), clock.now()),
  ];
}

function connectionFindings(homeserver: string): readonly Finding[] {
  const { protocol, hostname } = new URL(homeserver);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol === "https:" || isLocal) return [];
  const remedy = "use its https:// address";
  return [bad("the token travels in clear: the address starts with http://", remedy)];
}

function skewFinding(date: string | null, now: Date): Finding {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) {
    return unknown("the homeserver does not say its time", "compare the clocks by hand");
  }
  const skewMs = Math.abs(theirs - now.getTime());
  if (skewMs <= mostSkewMs) return good("its clock and ours agree");
  const seconds = Math.round(skewMs / 1000);
  return bad(`its clock and ours differ by ${seconds} s`, "have both machines keep time (NTP)");
}
