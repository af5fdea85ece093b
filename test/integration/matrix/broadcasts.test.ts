import { expect, it } from "vitest";
import { seededRandom } from "../../support/seeded-random.ts";
import { killReminders } from "../broadcasts/kill-reminders.ts";
import { observeReach } from "../broadcasts/preview-and-reach.ts";
import { MatrixPlace } from "./matrix-place.ts";
import { describeOnMatrix } from "./stage.ts";

/** PASSERELLE_FULL_PROOFS=1 makes them 200; PASSERELLE_KILLS, any number. */
const USUAL_KILLS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 200 : 6;
const KILLS = Number(process.env["PASSERELLE_KILLS"] ?? USUAL_KILLS);

/** Another one tries other points. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_270_309);

describeOnMatrix("broadcasts on Matrix (WORKSHOPS.md 15)", (stage) => {
  it(
    `3. killed at random between "sending" and "sent", ${KILLS} times: nobody reminded twice, no cancellation lost`,
    { timeout: 120_000 + KILLS * 30_000 },
    async () => {
      const place = await MatrixPlace.open(stage);
      const { faults, ...figures } = await killReminders(place, KILLS, seededRandom(SEED));
      process.stdout.write(
        `matrix, seed ${SEED}: ${JSON.stringify({ ...figures, faults: faults.length })}\n`,
      );
      expect(faults).toEqual([]);
      expect(figures.amid / figures.kills).toBeGreaterThan(0.5);
    },
  );

  it("9. the preview names exactly the rooms that then receive it", async () => {
    const { meant, previewed, received } = await observeReach(await MatrixPlace.open(stage));
    expect({ previewed, received }).toEqual({ previewed: meant, received: meant });
  });
});
