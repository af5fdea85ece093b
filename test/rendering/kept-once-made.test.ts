import { expect, it, vi } from "vitest";
import { radarSvg } from "../../src/diagnostic/radar-svg.ts";
import { reportOf } from "../../src/diagnostic/report.ts";
import { keptOnceMade } from "../../src/rendering/kept-once-made.ts";
import { createPictureMaker } from "../../src/rendering/picture-maker.ts";
import { goldenCase } from "../support/golden-cases.ts";
import { sourceOf } from "../support/golden-reports.ts";

it("is made once for those who ask at the same time, and for those who ask later", async () => {
  const make = vi.fn<() => Promise<object>>(() => Promise.resolve({}));
  const get = keptOnceMade(make);
  const [one, other] = await Promise.all([get(), get()]);
  expect(other).toBe(one);
  expect(await get()).toBe(one);
  expect(make).toHaveBeenCalledTimes(1);
});

it("is made anew after a failure, which all who waited hear of", async () => {
  const make = vi.fn<() => Promise<string>>(() => Promise.resolve("made"));
  make.mockRejectedValueOnce(new Error("too many open files"));
  const get = keptOnceMade(make);
  const results = await Promise.allSettled([get(), get()]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await get()).toBe("made");
  expect(make).toHaveBeenCalledTimes(2);
});

// Nothing in this file draws before: all of them find the libraries not loaded yet.
it("gives two people their pictures and reports, the first ones, at the same time", async () => {
  const pictures = createPictureMaker();
  const sources = ["A", "B"].map((letter) => sourceOf(goldenCase(letter), "fr"));
  const both = () =>
    Promise.all([
      ...sources.map((source) => pictures.drawPng(radarSvg(source), 1000)),
      ...sources.map((source) => pictures.printPdf(reportOf(source))),
    ]);
  const together = await both();
  expect(new Set(together.map(String)).size).toBe(4);
  expect(await both()).toEqual(together);
});
