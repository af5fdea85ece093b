import { expect, it, vi } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { isDeletion } from "../../../src/model/incoming-message.ts";
import { MatrixRig, replyTo } from "../../support/matrix-rig.ts";
import { sentTo } from "../../support/matrix-sending.ts";
import { questionOf } from "../../support/questionnaire-reply.ts";

/** A question asked of Amina: in private, or where others read. */
async function asked(
  options: number,
  { most, isShared = false }: { most?: number; isShared?: boolean } = {},
) {
  const rig = await MatrixRig.start({
    answer: (incoming) => {
      if (isDeletion(incoming) || !incoming.isForUs || incoming.reacts) return [];
      const { text, ...question } = questionOf(options, most);
      if (incoming.pressed !== undefined) return [replyTo(incoming, incoming.pressed)];
      return [replyTo(incoming, text, question)];
    },
  });
  const [amina, driss] = [rig.homeserver.register("amina"), rig.homeserver.register("driss")];
  const room = isShared ? rig.sharedRoom(amina, driss) : rig.directRoom(amina);
  rig.world.say(room, amina.user, "le diagnostic", {
    "m.mentions": { user_ids: [rig.bot.user] },
  });
  await rig.heard(room, 1);
  const [question] = sentTo(rig, room);
  const signs = () =>
    sentTo(rig, room)
      .filter(({ type }) => type === "m.reaction")
      .map(({ content }) => fieldOf(content["m.relates_to"], "key"));
  const react = (key: string, user = amina.user) => {
    const relation = { rel_type: "m.annotation", event_id: question?.event_id, key };
    rig.world.add(room, user, { type: "m.reaction", content: { "m.relates_to": relation } });
  };
  return { rig, room, signs, react, driss };
}

it("says what the text says, once, and offers its numbers and signs to tap", async () => {
  const { rig, room, signs } = await asked(4);
  expect(rig.answers(room)).toEqual([questionOf(4).text]);
  await vi.waitFor(() => expect(signs()).toEqual(["1️⃣", "2️⃣", "3️⃣", "4️⃣", "❓", "⏭️"]));
});

it.each([
  ["2️⃣", "Réponse 2"],
  ["❓", "Je ne sais pas"],
  ["⏭", "Passer"],
])("hands in the words of what %s stands for, also after a restart", async (sign, words) => {
  const { rig, room, react, driss, signs } = await asked(4);
  await vi.waitFor(() => expect(signs()).toHaveLength(6));
  await rig.stopBot();
  await rig.startBot();
  react("5️⃣");
  react(sign, driss.user);
  react(sign);
  expect((await rig.heard(room, 2)).slice(1)).toEqual([words]);
});

it("offers no number where several are waited for, and hands in the one that is put there", async () => {
  const { rig, room, react, signs } = await asked(6, { most: 3 });
  await vi.waitFor(() => expect(signs()).toEqual(["❓", "⏭️"]));
  react("1️⃣");
  react("⏭️");
  expect((await rig.heard(room, 3)).slice(1)).toEqual(["Réponse 1", "Passer"]);
});

it("puts nothing under a question where others talk", async () => {
  const { rig, room, react, signs } = await asked(4, { isShared: true });
  react("3️⃣");
  expect((await rig.heard(room, 2)).slice(1)).toEqual(["Réponse 3"]);
  await rig.stopBot();
  expect(signs()).toEqual([]);
});
