import { describe, expect, it, vi } from "vitest";
import { serverError } from "../../support/fake-matrix/fake-faults.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";

describe("rooms of Matrix", () => {
  it("comes where it is invited, and lists a direct room as such", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user);
    rig.world.invite(room, amina.user, rig.bot.user, true);
    rig.world.say(room, amina.user, "bonjour");
    expect(await rig.heard(room, 1)).toEqual(["echo: bonjour"]);
    await vi.waitFor(() => {
      expect(rig.world.accountData.at(-1)).toMatchObject({
        type: "m.direct",
        content: { [amina.user]: [room] },
      });
    });
  });

  it("accepts invitations of the people and servers listed, and politely refuses others", async () => {
    const settings = { invitations: { from: ["@amina:fake.test", "example.org"] } };
    const rig = await MatrixRig.start({ settings });
    const [amina, driss] = [rig.homeserver.register("amina"), rig.homeserver.register("driss")];
    const [hers, his] = [rig.world.createRoom(amina.user), rig.world.createRoom(driss.user)];
    const theirs = rig.world.createRoom("@claire:example.org");
    rig.world.invite(hers, amina.user, rig.bot.user);
    rig.world.invite(his, driss.user, rig.bot.user);
    rig.world.invite(theirs, "@claire:example.org", rig.bot.user);
    await vi.waitFor(() => {
      expect(rig.world.membership(hers, rig.bot.user)).toBe("join");
      expect(rig.world.membership(theirs, rig.bot.user)).toBe("join");
      expect(rig.world.membership(his, rig.bot.user)).toBe("leave");
    });
    const [refusal] = rig.homeserver.requestsTo(/\/leave$/);
    expect(JSON.parse(refusal?.body ?? "")).toEqual({ reason: "invitation-refused" });
  });

  it("joins after a restart what it had accepted before", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user);
    rig.homeserver.fail({ path: /\/join\//, times: 1, fault: { kind: "silence" } });
    rig.world.invite(room, amina.user, rig.bot.user, true);
    await vi.waitFor(() => {
      expect(rig.homeserver.requestsTo(/\/join\//)).toHaveLength(1);
    });
    await rig.stopBot();
    await rig.startBot();
    rig.world.say(room, amina.user, "bonjour");
    expect(await rig.heard(room, 1)).toEqual(["echo: bonjour"]);
  });

  it("is held up by no room that cannot be joined or known", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const [bad, unknown, sound] = [
      rig.world.createRoom(amina.user),
      rig.directRoom(amina),
      rig.directRoom(amina),
    ];
    const body = { errcode: "M_FORBIDDEN", error: "no" };
    rig.homeserver.fail({ path: /\/join\//, fault: { kind: "refuse", status: 403, body } });
    rig.homeserver.fail({
      path: new RegExp(`${encodeURIComponent(unknown)}/members`),
      times: 4,
      fault: serverError(),
    });
    rig.world.invite(bad, amina.user, rig.bot.user);
    rig.world.say(unknown, amina.user, "un");
    rig.world.say(unknown, amina.user, "trois");
    rig.world.say(sound, amina.user, "deux");
    expect(await rig.heard(sound, 1)).toEqual(["echo: deux"]);
    // What was said where nothing was known is answered once it is, in order.
    expect(await rig.heard(unknown, 2, 15_000)).toEqual(["echo: un", "echo: trois"]);
  }, 20_000);

  it("follows a room to its successor, which it is a direct room too, and answers there", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user);
    rig.world.invite(room, amina.user, rig.bot.user, true);
    rig.world.say(room, amina.user, "ici");
    expect(await rig.heard(room, 1)).toEqual(["echo: ici"]);
    const next = rig.world.upgradeRoom(room, amina.user);
    rig.world.invite(next, amina.user, rig.bot.user);
    rig.world.say(next, amina.user, "là");
    expect(await rig.heard(next, 1)).toEqual(["echo: là"]);
    expect(rig.received.at(-1)).toMatchObject({ address: { isDirect: true } });
  });

  it("leaves a room that is another's successor by that one's word alone", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    const trap = rig.world.createRoom(amina.user);
    rig.world.add(trap, amina.user, {
      type: "m.room.join_rules",
      content: { join_rule: "public" },
      stateKey: "",
    });
    rig.world.add(room, amina.user, {
      type: "m.room.tombstone",
      content: { replacement_room: trap },
      stateKey: "",
    });
    await vi.waitFor(() => {
      expect(rig.world.membership(trap, rig.bot.user)).toBe("leave");
    });
  });

  it("lists a direct room beside all that the account's list holds, once it could be read", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const before = { "driss@mail.test": ["!old:x"], [amina.user]: ["!older:x"] };
    rig.world.setAccountData(rig.bot.user, "m.direct", before);
    const page = { kind: "refuse", status: 404, body: "404 page not found" } as const;
    rig.homeserver.fail({ method: "GET", path: /m\.direct/, after: 1, fault: page });
    const room = rig.world.createRoom(amina.user);
    rig.world.invite(room, amina.user, rig.bot.user, true);
    await vi.waitFor(
      () => {
        expect(rig.world.accountData.at(-1)?.content).toEqual({
          ...before,
          [amina.user]: ["!older:x", room],
        });
      },
      { timeout: 10_000 },
    );
  });

  it("takes power in a room for coordinating there, and a third person for company", async () => {
    const rig = await MatrixRig.start();
    const [amina, driss] = [rig.homeserver.register("amina"), rig.homeserver.register("driss")];
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "seule");
    await vi.waitFor(() => {
      expect(rig.received).toMatchObject([{ roles: [], address: { isDirect: true } }]);
    });
    rig.world.setMember(room, driss.user, driss.user, "join");
    rig.world.say(room, amina.user, "à deux");
    await vi.waitFor(() => {
      expect(rig.received.slice(1)).toMatchObject([
        { roles: ["room-coordinator"], isForUs: false, address: { isDirect: false } },
      ]);
    });
  });
});
