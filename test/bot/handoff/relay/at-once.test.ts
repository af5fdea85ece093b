import { expect, it } from "vitest";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { holdWrites } from "../../../support/held-writes.ts";

it("what an adviser says leaves as soon as it is written, whatever was sent meanwhile", async () => {
  let write = (): void => undefined;
  const written = new Promise<void>((resolve) => {
    write = resolve;
  });
  const town = await HandoffTown.open({
    store: (kinds) =>
      Promise.resolve(
        holdWrites(
          createMemoryStore([...kinds]),
          (change) => JSON.stringify(change).includes("écrit par les deux parents"),
          written,
        ),
      ),
  });
  await town.hasRequest();
  await town.ticks();
  const camille = town.adviser("camille");
  await camille.presses("Je prends");
  await camille.writes("> Bonjour.");
  await camille.presses("Envoyer");
  const thread = camille.thread ?? "";
  await town.hasRequest({ theme: "security" });
  await town.ticks();
  const other = camille.thread ?? "";
  expect(other).not.toBe(thread);
  const { room: address } = camille;
  const text = "> Oui, écrit par les deux parents.";
  const answering = town.heard({ from: "camille", address, thread, text });
  // A colleague's note elsewhere is signed while the answer is being written.
  await town.heard({ from: "david", address, thread: other, text: "je regarde" });
  await town.bot.idle();
  write();
  await answering;
  await town.bot.idle();
  expect(town.asker.read.at(-1)?.text).toContain("Oui, écrit par les deux parents.");
});
