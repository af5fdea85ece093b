import { expect, it } from "vitest";
import { breakBroadcasts } from "../chaos/break-broadcasts.ts";

/** `npm run chaos` kills 200 times. */
const KILLS = Number(process.env["PASSERELLE_KILLS"] ?? 12);
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_270_301);

it(
  `announces to 12 rooms with nothing lost nor doubled, killed ${KILLS} times meanwhile`,
  { timeout: KILLS * 20_000 },
  async () => {
    const { kills, amid, due, lost, doubled, proved } = await breakBroadcasts(KILLS, SEED);
    process.stdout.write(
      `seed ${SEED}: ${kills} kills (${amid} amid a broadcast), ${due} messages due, ${lost.length} lost, ${doubled.length} doubled, ${proved} proofs\n`,
    );
    expect({ kills, lost, doubled, proved }).toEqual({
      kills: KILLS,
      lost: [],
      doubled: [],
      proved: KILLS,
    });
    // Those that fall elsewhere prove nothing.
    expect(amid / kills).toBeGreaterThanOrEqual(0.8);
  },
);
