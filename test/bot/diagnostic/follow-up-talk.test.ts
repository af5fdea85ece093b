import { describe, expect, it } from "vitest";
import type { RoadmapLine } from "../../../src/model/diagnostic-run.ts";
import type { Chat } from "../../support/chat.ts";
import { finishedRun, followedChat, keptRun, passTime } from "../../support/followed-chat.ts";

const roadmap: readonly RoadmapLine[] = [
  { recommendation: "memoire.copie-express", by: "2026-10-01", state: "to-do" },
  { recommendation: "protection.double-verification", by: "2026-10-01", state: "to-do" },
  { recommendation: "info.carte-des-canaux", by: "2026-10-01", state: "to-do" },
];

/** Asked a month after the result. */
async function askedChat(changes: Parameters<typeof finishedRun>[0] = {}): Promise<Chat> {
  const chat = await followedChat([finishedRun({ roadmap, ...changes })], "2026-10-01T09:50:00Z");
  await passTime(chat, "2026-10-01T10:00:00Z");
  return chat;
}

async function statesIn(chat: Chat): Promise<readonly string[]> {
  return ((await keptRun(chat))?.roadmap ?? []).map(({ state }) => state);
}

describe("the steps, one by one", () => {
  it("walks them from the button, recalls when it is done and proposes the next", async () => {
    const chat = await askedChat();
    const [first] = await chat.says("", {
      pressed: "Dire où j'en suis",
      pressedKey: chat.sent[0]?.key,
    });
    expect(first).toContain("**Faire une première copie de secours**\nOù en êtes-vous ?");
    expect(first).toContain("[Fait]\n[En cours]\n[Pas encore]\n[Plus d'actualité]");
    const done = await chat.presses("Fait");
    expect(done[0]).toMatch(/^Bravo ! Pour mémoire, le signe que c'est fait : « .+ »$/u);
    expect(done[1]).toContain("Où en êtes-vous ?");
    expect(await chat.says("2")).toEqual([
      "Très bien, c'est en route.",
      expect.stringContaining("Où en êtes-vous ?"),
    ]);
    const last = await chat.says("plus d'actualité");
    expect(last).toEqual([
      "C'est retiré de votre feuille de route.",
      expect.stringMatching(
        /^Merci ! Votre feuille de route est à jour\. Je vous demanderai une dernière fois où vous en êtes vers le 1er décembre 2026\.\s+Le pas suivant, quand vous voudrez : \*\*.+\*\*\. .+/u,
      ),
    ]);
    expect(await statesIn(chat)).toEqual(["done", "under-way", "given-up"]);
    expect((await keptRun(chat))?.setAside).toEqual({
      "memoire.copie-express": "done",
      "info.carte-des-canaux": "not-for-us",
    });
  });

  it("goes on after a restart in between", async () => {
    const chat = await askedChat();
    await chat.says("dire où j'en suis");
    await chat.says("fait");
    const again = await followedChat([], "2026-10-01T11:00:00Z", chat.store);
    await again.says("en cours", { id: "again-1" });
    await again.says("fait", { id: "again-2" });
    expect(await statesIn(again)).toEqual(["done", "under-way", "done"]);
  });

  it("leaves it for later at « plus tard »", async () => {
    const chat = await askedChat();
    await chat.says("dire où j'en suis");
    const [reply] = await chat.says("plus tard");
    expect(reply).toContain("écrivez « Dire où j'en suis »");
    expect(await statesIn(chat)).toEqual(["to-do", "to-do", "to-do"]);
  });
});

describe("a reply to the message itself", () => {
  it("is read by numbers, and what was not said is asked", async () => {
    const chat = await askedChat();
    const replies = await chat.says("1 fait, 2 en cours");
    expect(replies[0]).toContain("Bravo !");
    expect(replies[1]).toContain("Où en êtes-vous ?");
    await chat.says("fait");
    expect(await statesIn(chat)).toEqual(["done", "under-way", "done"]);
  });

  it("is read by numbers even after something else was asked", async () => {
    const chat = await askedChat();
    await chat.says("c'est quoi ?");
    await chat.says("1 fait, 2 en cours, 3 plus d'actualité");
    expect(await statesIn(chat)).toEqual(["done", "under-way", "given-up"]);
  });

  it.each(["fait", "oui"])("does not guess which step « %s » is about", async (word) => {
    const chat = await askedChat();
    const [reply] = await chat.says(word);
    expect(reply).toContain("**Faire une première copie de secours**");
    expect(await statesIn(chat)).toEqual(["to-do", "to-do", "to-do"]);
  });

  it("is the only step's where there is one", async () => {
    const chat = await askedChat({ roadmap: roadmap.slice(0, 1) });
    const [reply] = await chat.says("oui");
    expect(reply).toContain("Bravo !");
    expect(await statesIn(chat)).toEqual(["done"]);
  });

  it("is asked why once, when none is begun, and nobody is asked to account for each", async () => {
    const chat = await askedChat();
    const [why] = await chat.says("pas encore");
    expect(why).toContain("Qu'est-ce qui vous manque le plus ?");
    const [help, end] = await chat.says("autre chose");
    expect(help).toContain("parler à quelqu'un");
    expect(end).toContain("Merci ! Votre feuille de route est à jour.");
  });

  it("is not taken for one where something else waits since", async () => {
    const chat = await askedChat();
    await chat.says("oubliez-moi");
    await chat.says("non");
    await chat.says("oubliez-moi");
    const [reply] = await chat.says("oui");
    expect(reply).not.toContain("Bravo");
    expect(await keptRun(chat)).toBeUndefined();
  });

  it("is not read in a room others are in", async () => {
    const chat = await askedChat();
    const address = { platform: "here", room: "#hall", isDirect: false };
    await chat.says("1 fait, 2 en cours", { address });
    await chat.says("dire où j'en suis", { address });
    expect(await statesIn(chat)).toEqual(["to-do", "to-do", "to-do"]);
    expect(
      chat.sent
        .map(({ text }) => text)
        .slice(1)
        .join("\n"),
    ).not.toContain("copie de secours");
  });
});

describe("a step that is not begun", () => {
  async function lacking(reason: string): Promise<{ chat: Chat; replies: string[] }> {
    const chat = await askedChat();
    await chat.says("dire où j'en suis");
    const [why] = await chat.says("pas encore");
    expect(why).toContain("[Le temps]\n[Le savoir-faire]\n[L'accord de l'équipe]\n[Le matériel]");
    return { chat, replies: await chat.says(reason) };
  }

  it("for want of time: a smaller one, or a new date", async () => {
    const { chat, replies } = await lacking("le temps");
    expect(replies[0]).toMatch(/^Alors, plus petit : .+parler à quelqu'un/su);
    const after = await chat.says("dans 1 mois");
    expect(after[0]).toBe("C'est noté : dimanche 1er novembre.");
    expect(after[1]).toContain("Où en êtes-vous ?");
    expect((await keptRun(chat))?.roadmap?.[0]).toMatchObject({
      by: "2026-11-01",
      state: "put-off",
    });
  });

  it("for want of time: the same first gesture", async () => {
    const { chat } = await lacking("1");
    const after = await chat.says("garder ce premier geste");
    expect(after[0]).toBe("Très bien, on garde ce premier geste.");
    expect(await statesIn(chat)).toEqual(["to-do", "to-do", "to-do"]);
  });

  it.each([
    ["le savoir-faire", /binôme/u],
    ["l'accord de l'équipe", /./u],
    ["le matériel", /./u],
    ["autre chose", /Merci de me l'avoir dit/u],
  ])("for want of %s: its own help, always somebody, then the next step", async (reason, help) => {
    const { replies } = await lacking(reason);
    expect(replies[0]).toMatch(help);
    expect(replies[0]).toContain("parler à quelqu'un");
    expect(replies[1]).toContain("Où en êtes-vous ?");
  });
});

describe("in English", () => {
  it("asks and walks the steps in the language of the run", async () => {
    const chat = await askedChat({ language: "en" });
    expect(chat.sent[0]?.text).toMatch(/^Hello! A month ago you chose some small steps/u);
    const [reply] = await chat.says("Say how it is going", { language: "en" });
    expect(reply).toContain("**Make a first backup copy**\nHow is it going?");
  });
});
