import { describe, expect, it } from "vitest";
import { configShape } from "../../src/loading/load-config.ts";

function read(discord: object) {
  return configShape.safeParse({ discord });
}

describe("the discord section", () => {
  it("needs nothing: each key has a default, and no privileged intent is asked for", () => {
    expect(read({}).data?.discord).toEqual({
      apiBaseUrl: "https://discord.com/api",
      guildCommands: "global",
      rooms: [],
      messageContent: false,
      roles: { coordinators: [], mediators: [], advisers: [] },
      coordinatorPermission: "ManageEvents",
      scheduledEvents: [],
      shards: 1,
    });
  });

  it.each([
    [{ token: "secret" }, "token"],
    [{ rooms: ["general"] }, "15 to 20 digits"],
    [{ apiBaseUrl: "ftp://x" }, "https://"],
    [{ shards: 0 }, "shards"],
    [{ coordinatorPermission: "Everything" }, "coordinatorPermission"],
    [{ guildCommands: "everywhere" }, "guildCommands"],
  ])("refuses %j, naming what is wrong", (section, about) => {
    const faults = read(section).error?.issues.map(
      (issue) => `${issue.path.join(".")} ${issue.message}`,
    );
    expect(faults?.join("\n")).toContain(about);
  });

  it("takes an address without the slash at its end", () => {
    expect(read({ apiBaseUrl: "http://127.0.0.1:8080/api/" }).data?.discord?.apiBaseUrl).toBe(
      "http://127.0.0.1:8080/api",
    );
  });
});
