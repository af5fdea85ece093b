import { describe, expect, it } from "vitest";
import { isInstalled } from "../../support/python-environment.ts";
import { answerAfter, bodyOf, replyTo, say } from "./human.ts";
import { describeOnMatrix } from "./stage.ts";

describeOnMatrix("a strict program", (stage) => {
  // Its encryption library has no wheel for every Python.
  describe.skipIf(!isInstalled("mautrix"))(
    "of somebody who trusts cross-signed devices alone",
    () => {
      it("is answered, reads the answers, and goes on after a restart of ours", async () => {
        const bot = await stage.bot();
        const amina = await stage.device(await stage.account("amina"), "strict");
        const room = await stage.directRoom(amina, bot, "encrypted");
        const question = await say(amina, room, "comment faire une page de collecte ?");
        const answer = await answerAfter(amina, room, { from: bot.user, after: question });
        expect(answer).toMatchObject({ isDecrypted: true, isUndecryptable: false });
        expect(bodyOf(answer)).toContain("HelloAsso");
        await bot.kill();
        await bot.start();
        for (const body of ["comment sauvegarder nos fichiers ?", "qu'est-ce que le RGPD ?"]) {
          const more = await say(amina, room, body);
          await replyTo(amina, room, { from: bot.user, to: more });
        }
        const events = amina.sight.events(room);
        expect(events.filter(({ isUndecryptable }) => isUndecryptable)).toEqual([]);
        expect(bot.loggedAt("error")).toEqual([]);
      });

      it("shows nothing of a device that its owner did not sign", async () => {
        const amina = await stage.device(await stage.account("amina"), "strict");
        const unsigned = await stage.nioHuman("driss");
        const room = await unsigned.client.createRoom({ invite: [amina.user], isEncrypted: true });
        await amina.client.join(room);
        await unsigned.sight.first(
          room,
          "amina",
          ({ type, stateKey, sender }) =>
            type === "m.room.member" && stateKey === amina.user && sender === amina.user,
        );
        const said = await say(unsigned, room, "bonjour");
        const seen = await amina.sight.first(room, "something of Driss", ({ id }) => id === said);
        expect(seen).toMatchObject({ isUndecryptable: true, isDecrypted: false });
      });
    },
  );
});
