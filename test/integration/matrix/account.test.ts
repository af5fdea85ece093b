import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { runPasserelle } from "../../support/run-passerelle.ts";
import { answerAfter, bodyOf, say } from "./human.ts";
import { PlainClient } from "./plain-client.ts";
import { describeOnMatrix } from "./stage.ts";

describeOnMatrix("the assistant's account on Matrix", (stage) => {
  it("logs in once with its password, passes the doctor, and lives on what was kept", async () => {
    const bot = await stage.botToStart({ hasLoggedIn: true });
    const command = ["login", "matrix", "--user", bot.user, "--config", bot.configPath];
    const wrong = await runPasserelle(command, "not-the-password\n");
    expect(wrong.code).toBe(1);
    const login = await runPasserelle(command, `${bot.account.password}\n`);
    expect(login, login.err).toMatchObject({ code: 0 });
    const kept = join(bot.dataFolder, "matrix", "login.json");
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(login.out + login.err + wrong.out + wrong.err).not.toContain(bot.account.password);

    const doctor = await runPasserelle(["doctor", "--config", bot.configPath]);
    expect(doctor.out + doctor.err).not.toContain("WRONG");
    expect(doctor.code).toBe(0);

    const amina = await stage.nioHuman("amina");
    await bot.start();
    const room = await stage.directRoom(amina, bot, "encrypted");
    const question = await say(amina, room, "comment sauvegarder nos fichiers ?");
    const answer = await answerAfter(amina, room, { from: bot.user, after: question });
    expect(bodyOf(answer)).toContain("3-2-1");
    expect(await bot.stop()).toBe(0);
  });

  describe("the doctor", () => {
    it("says what to do when nobody logged in", async () => {
      const bot = await stage.botToStart({ hasLoggedIn: true });
      const none = await runPasserelle(["doctor", "--config", bot.configPath]);
      expect(none.out).toMatch(/WRONG[^]*-> [^]*login matrix/);
      expect(none.code).toBe(1);
    });

    it("says what to do when nobody answers at the homeserver's address", async () => {
      const proxy = await stage.proxy();
      const bot = await stage.botToStart({ through: proxy });
      proxy.break({ strikes: () => true, fate: () => Promise.resolve("cut") });
      const run = await runPasserelle(["doctor", "--config", bot.configPath]);
      expect(run.out).toMatch(/WRONG[^]*-> /);
      expect(run.code).toBe(1);
    });
  });

  it("waits for a homeserver that starts after it", async () => {
    const proxy = await stage.proxy();
    const mend = proxy.break({ strikes: () => true, fate: () => Promise.resolve("cut") });
    const bot = await stage.botToStart({ through: proxy });
    const starting = bot.start();
    await eventually(() => expect(bot.logged("homeserver-away")).toHaveLength(1));
    mend();
    await starting;
  });

  it("leaves with a clear word when its token is no longer good", async () => {
    const [bot, amina] = [await stage.bot(), await stage.plainHuman("amina")];
    await stage.directRoom(amina, bot, "plain");
    const ended = bot.ended();
    await new PlainClient(stage.synapse.url, bot.account).post("/logout", {});
    expect(await ended).not.toBe(0);
    expect(bot.log.join("\n")).toContain("login matrix");
  });
});
