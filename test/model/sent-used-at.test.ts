import { expect, it } from "vitest";
import { sentUsedAt } from "../../src/model/sent-used-at.ts";

const at = "2027-03-01T09:00:00.000Z";
const weeksLater = "2027-04-22T09:00:00.000Z";

it.each([
  [{ choices: [] }, at],
  [{ choices: ["Oui"], asker: "amina" }, at],
  [{ choices: ["Oui"] }, weeksLater],
  [{ choices: [], isAnnouncement: true }, weeksLater],
  [{ choices: ["Oui"], asker: "amina", isAnnouncement: true }, weeksLater],
])("of %j, what was shown is of use until %s", (shown, until) => {
  expect(sentUsedAt({ at, ...shown })).toBe(until);
});
