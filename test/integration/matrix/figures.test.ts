import { describe, expect, it } from "vitest";
import { replyTo, say } from "./human.ts";
import { questionAt } from "./questions.ts";
import { describeOnMatrix, ways } from "./stage.ts";
import { percentile, residentMb } from "../../support/measures.ts";

/** Questions measured in each way; PASSERELLE_FULL_PROOFS=1 makes them 500. */
const QUESTIONS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 500 : 30;

describeOnMatrix("figures on Matrix", (stage) => {
  describe.each(ways)("with %s rooms", (way) => {
    it(
      `tells how long ${QUESTIONS} answers take and the memory used`,
      { timeout: 60_000 + QUESTIONS * 2000 },
      async () => {
        const [bot, amina] = [await stage.bot(), await stage.human("amina", way)];
        const room = await stage.directRoom(amina, bot, way);
        const idleMb = residentMb(bot.pid);
        const milliseconds: number[] = [];
        while (milliseconds.length < QUESTIONS) {
          const before = performance.now();
          const question = await say(amina, room, questionAt(milliseconds.length).text);
          const answer = await replyTo(amina, room, { from: bot.user, to: question });
          milliseconds.push(answer.seenAtMs - before);
        }
        const [p50, p99] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.99)];
        process.stderr.write(
          `figures, ${way}, ${QUESTIONS} questions: p50 ${p50} ms, p99 ${p99} ms, resident ${idleMb} MB idle, ${residentMb(bot.pid)} MB after\n`,
        );
        expect(bot.loggedAt("error")).toEqual([]);
      },
    );
  });
});
