import { expect, it } from "vitest";
import { listOf, objectOf } from "../../support/discord-server/json.ts";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { bothLanguages, labels, talkIn } from "../../support/discord-talk.ts";

function rows({ components }: Message): unknown[][] {
  return components.map((row) => listOf(row["components"]).map((part) => objectOf(part)["label"]));
}

it.each(bothLanguages)(
  "a diagnostic asked for in a channel is seen by nobody else: Discord in $locale",
  async (spoken) => {
    const { amina, bob, general, tell } = await talkIn(spoken);
    const offer = await amina.slash(general, tell("command-diagnostic")).response();
    expect(offer.onlyFor).toBe(amina.id);
    expect(labels(offer)[0]).toBe(tell("dq-offer-short"));
    const question = await amina.press(offer, tell("dq-offer-short")).response();
    expect(question.onlyFor).toBe(amina.id);
    expect(question.content).toContain("1/12");
    // Numbers alone, then words, then a way to write: what is typed there cannot be read.
    const [numbers, words, way] = rows(question);
    expect(numbers).toEqual(["1", "2", "3", "4"]);
    expect(words).toContain(tell("dq-skip-label"));
    expect(way).toEqual([tell("words-button")]);
    const second = await amina.press(question, "1").response();
    expect(second.onlyFor).toBe(amina.id);
    expect(second.content).toContain("2/12");
    expect(bob.seesFromBot(general)).toEqual([]);
  },
);

it("a diagnostic asked for aloud goes on in direct messages", async () => {
  const [spoken] = bothLanguages;
  if (!spoken) throw new Error("no language");
  const { server, amina, general, tell } = await talkIn(spoken);
  const asked = amina.send(general, `${server.botMention} ${tell("said-diagnostic")}`);
  const aloud = await amina.waitForAnswer(asked);
  expect(aloud.content).toContain(tell("dq-in-private"));
  expect(labels(aloud)).toEqual([]);
  const inDirect = () => amina.seesFromBot(amina.direct());
  await server.waitUntil(() => inDirect().length > 0, "the way to begin in private");
  const way = inDirect()[0] ?? aloud;
  expect(labels(way)).toEqual([tell("dq-start-label")]);
  await amina.press(way, tell("dq-start-label")).acknowledged();
  await server.waitUntil(() => inDirect().length > 1, "the offer");
  expect(labels(inDirect()[1] ?? aloud)).toContain(tell("dq-offer-short"));
});
