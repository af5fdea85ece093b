import { KnownError } from "../../../model/errors.ts";
import { type AccountOptions, reachServer } from "../open-account.ts";
import { isServerFault, reasonOf } from "../transport/server-faults.ts";
import { checkDevice } from "./check-device.ts";
import { checkRooms } from "./check-rooms.ts";
import { checkServer } from "./check-server.ts";
import { bad, type Finding, good } from "../../../model/finding.ts";

/**
 * Everything that is wrong with the account, each with its remedy.
 * @param isInUse whether another process holds the data folder
 * @param teamRooms rooms of those who answer, coordinate or curate
 */
export async function examine(
  options: AccountOptions,
  isInUse: boolean,
  teamRooms: readonly string[] = [],
): Promise<readonly Finding[]> {
  const { settings, clock } = options;
  const findings = [...(await checkServer(settings.homeserver, clock))];
  // The first is whether it answers at all.
  if (findings[0]?.state === "bad") return findings;
  try {
    const { server, device } = await reachServer(options);
    findings.push(good(`the token is that of ${settings.userId}, device ${device}`));
    findings.push(...(await checkDevice({ server, device, options, isInUse })));
    const { encryption, userId: user } = settings;
    findings.push(...(await checkRooms({ server, user, encryption, teamRooms })));
  } catch (cause) {
    findings.push(brokenOff(cause));
  }
  return findings;
}

/** What kept the rest from being looked at. @throws what is no fault of the account or its server */
function brokenOff(cause: unknown): Finding {
  if (cause instanceof KnownError) return bad("the account cannot be opened", cause.message);
  if (!isServerFault(cause)) throw cause;
  return bad(
    `the homeserver does not answer as it should (${reasonOf(cause)})`,
    "try again; if it goes on, ask its administrator",
  );
}
