import { expect, it } from "vitest";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { onDisk } from "../../support/full-disk.ts";

/** An assistant whose disk is full from now on, with somebody who was answered before. */
async function onFullDisk() {
  const disk = { isFull: false };
  const rig = await DiscordRig.start({ around: (store) => onDisk(store, disk) });
  const { server } = rig;
  const amina = server.person("amina", { locale: "fr" });
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  await amina.waitForAnswer(amina.tell("aide"));
  await expect.poll(() => rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  disk.isFull = true;
  const failed = rig.knowledge.tell("fr")("failed");
  return { rig, server, amina, general: guild.channel("general"), failed };
}

it("tells whoever gives a command that it failed when nothing can be written", async () => {
  const { rig, server, amina, general, failed } = await onFullDisk();
  const shown = await amina.slash(general, "aide").response();
  expect(shown.content).toBe(failed);
  await rig.stopBot();
  expect(amina.seesFromBot(general).map(({ content }) => content)).toEqual([failed]);
  expect(server.requestsTo("DELETE /webhooks/:app/:token/messages/:message")).toEqual([]);
  expect(rig.log.lines.join("")).toContain("interaction-not-kept");
});

it("tells whoever writes that it failed when nothing can be written", async () => {
  const { rig, amina, failed } = await onFullDisk();
  const shown = await amina.waitForAnswer(amina.tell(question));
  expect(shown.content).toBe(failed);
  expect(rig.log.lines.join("")).not.toContain("failure-not-told");
});

it("tells whoever chooses something private that it failed when nothing can be written", async () => {
  const { amina, general, failed } = await onFullDisk();
  const asked = amina.send(general, question);
  const shown = await amina.useMessageMenu(asked, "Demander à l'assistant").response();
  expect(shown.content).toBe(failed);
});
