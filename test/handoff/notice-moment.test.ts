import { describe, expect, it } from "vitest";
import { noticeMoment, zoneOfAsker } from "../../src/handoff/notice-moment.ts";
import { requestLike } from "../support/request-like.ts";

describe("when an asker may be written to", () => {
  it.each([
    ["in the afternoon", "2026-11-24T13:00Z", undefined],
    ["at 8 sharp", "2026-11-24T07:00Z", undefined],
    ["a minute before 8", "2026-11-24T06:59Z", "2026-11-24T07:00Z"],
    ["a minute before 9 in the evening", "2026-11-24T19:59Z", undefined],
    ["at 9 in the evening", "2026-11-24T20:00Z", "2026-11-25T07:00Z"],
    ["the night the clocks go forward", "2026-03-28T21:00Z", "2026-03-29T06:00Z"],
  ])("in Paris, %s", (_when, now, moment) => {
    const at = noticeMoment(requestLike("2026-11-01T09:00Z"), "Europe/Paris", new Date(now));
    expect(at).toEqual(moment === undefined ? undefined : new Date(moment));
  });

  it("is by their own clock", () => {
    const zone = zoneOfAsker({ territory: "971" }, "Europe/Paris");
    const request = requestLike("2026-11-01T09:00Z");
    expect(noticeMoment(request, zone, new Date("2026-11-24T09:00Z"))).toEqual(
      new Date("2026-11-24T12:00Z"),
    );
    expect(zoneOfAsker({ territory: undefined }, "America/Cayenne")).toBe("America/Cayenne");
  });

  it("is a day after the last time, and not at night then either", () => {
    const request = requestLike("2026-11-01T09:00Z", { lastNoticeAt: "2026-11-23T19:30:00.000Z" });
    const next = (now: string) => noticeMoment(request, "Europe/Paris", new Date(now));
    expect(next("2026-11-24T10:00Z")).toEqual(new Date("2026-11-24T19:30Z"));
    expect(next("2026-11-24T19:30Z")).toBeUndefined();
    const late = { ...request, lastNoticeAt: "2026-11-23T20:30:00.000Z" };
    expect(noticeMoment(late, "Europe/Paris", new Date("2026-11-24T10:00Z"))).toEqual(
      new Date("2026-11-25T07:00Z"),
    );
  });

  it("counts what they were told of their other requests, and nobody else's", () => {
    const request = requestLike("2026-11-01T09:00Z");
    const told = { ...request, id: "other", lastNoticeAt: "2026-11-24T08:00:00.000Z" };
    const now = new Date("2026-11-24T10:00Z");
    expect(noticeMoment(request, "Europe/Paris", now, [told])).toEqual(
      new Date("2026-11-25T08:00Z"),
    );
    const { asker } = request;
    const stranger = asker && { ...told, asker: { ...asker, person: "somebody else" } };
    expect(noticeMoment(request, "Europe/Paris", now, stranger ? [stranger] : [])).toBeUndefined();
  });
});
