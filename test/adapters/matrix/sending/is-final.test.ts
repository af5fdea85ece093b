import { describe, expect, it } from "vitest";
import { RefusedByServer } from "../../../../src/adapters/matrix/crypto/key-server.ts";
import { CannotBeShown } from "../../../../src/adapters/matrix/sending/cannot-be-shown.ts";
import { isFinal } from "../../../../src/adapters/matrix/sending/is-final.ts";
import { KeysRefused } from "../../../../src/adapters/matrix/sending/seal-part.ts";
import {
  RateLimited,
  ServerUnreachable,
} from "../../../../src/adapters/matrix/transport/server-faults.ts";

function refusal(status: number, errcode?: string): RefusedByServer {
  return new RefusedByServer(
    status,
    errcode === undefined ? "<html>" : JSON.stringify({ errcode }),
  );
}

describe("a message that was refused", () => {
  it.each([
    ["for where we are", refusal(403, "M_FORBIDDEN")],
    ["for what it is", refusal(413, "M_TOO_LARGE")],
    ["by a proxy, as too large", refusal(413)],
    ["by ourselves", new CannotBeShown("no")],
  ])("%s is given up", (_, cause) => {
    expect(isFinal(cause)).toBe(true);
  });

  it.each([
    ["by a proxy's page", refusal(403)],
    ["by a proxy that knows no such page", refusal(404)],
    ["by a redirect", refusal(302)],
    ["by a fault of the server", refusal(500, "M_UNKNOWN")],
    [
      "as one too many",
      new RateLimited(JSON.stringify({ errcode: "M_LIMIT_EXCEEDED" }), undefined),
    ],
    ["as one too many, with another status", refusal(400, "M_LIMIT_EXCEEDED")],
    ["by a full server", refusal(403, "M_RESOURCE_LIMIT_EXCEEDED")],
    ["for our token", refusal(401, "M_UNKNOWN_TOKEN")],
    ["for our token, with another status", refusal(403, "M_UNKNOWN_TOKEN")],
    ["for its keys", new KeysRefused(refusal(400, "M_UNKNOWN"))],
    ["by nobody", new ServerUnreachable("ECONNREFUSED")],
    ["by a fault of ours", new TypeError("x")],
  ])("%s is tried again", (_, cause) => {
    expect(isFinal(cause)).toBe(false);
  });
});
