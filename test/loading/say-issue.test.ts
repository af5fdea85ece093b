import { expect, it } from "vitest";
import { z } from "zod";
import { sayIssue } from "../../src/loading/say-issue.ts";

const shape = z.strictObject({
  skip: z.boolean(),
  title: z.string().min(1, "an empty text"),
  mode: z.enum(["online", "on-site"]),
  themes: z.array(z.string()).max(1),
});

it("says what is wrong in a file in plain words, those of the shape where it has some", () => {
  const { error } = shape.safeParse({ skip: "yes", title: "", themes: ["a", "b"], tilte: "x" });
  expect(error?.issues.map((issue) => sayIssue(issue)).toSorted()).toEqual([
    "an empty text",
    "one of online, on-site is needed here",
    "too big or too long: 1 at most",
    "true or false is needed here",
    "unknown key tilte",
  ]);
  expect(shape.safeParse({}).error?.issues.map((issue) => sayIssue(issue))).toContain(
    "missing: a text is needed here",
  );
});
