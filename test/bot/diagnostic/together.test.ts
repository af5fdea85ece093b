import { describe, expect, it } from "vitest";
import { personKey } from "../../../src/model/address.ts";
import { answers, opened } from "../../support/opened-group.ts";
import { TogetherChat } from "../../support/together-chat.ts";
import { shortAnswers } from "./begun-chat.ts";

describe("a code to answer together", () => {
  it("is given with the sentence to pass on, and the first question below it", async () => {
    const chat = await TogetherChat.open();
    const { code, heard } = await opened(chat);
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/u);
    expect(heard).toContain(`rejoindre ${code}`);
    expect(heard).toContain("**1/12**");
    expect((await chat.runs()).map(({ group }) => group)).toEqual([code.replace("-", "")]);
  });

  it("is given in the middle of a run, whose question is asked again once", async () => {
    const chat = await TogetherChat.open();
    await chat.saysAll("amina", ["start the check-up", "1", "1", "2"]);
    const heard = await chat.says("amina", "answer together");
    expect(heard).toContain("Here is your code");
    expect(heard.split("**3/12**")).toHaveLength(2);
  });

  it("is not given to who wants nothing kept, who is told why", async () => {
    const chat = await TogetherChat.open();
    await chat.saysAll("amina", ["commencer le diagnostic", "Sans rien garder"]);
    expect(await chat.says("amina", "répondre à plusieurs")).toContain(
      "je dois garder vos réponses",
    );
    expect(await chat.groups()).toEqual([]);
  });

  it.each(["rejoindre {}", "Bonjour, je voudrais rejoindre {} merci", "join {}", "{}"])(
    "is joined by « %s », in lower case, with a blank or nothing for the hyphen",
    async (words) => {
      const chat = await TogetherChat.open();
      const { code } = await opened(chat);
      const ways =
        words === "{}"
          ? [code]
          : [code, code.toLowerCase(), code.replace("-", " "), code.replace("-", "")];
      for (const [at, way] of ways.entries()) {
        const digits = /\d/u.test(way) ? way : code;
        expect(await chat.says(`bob${at}@there`, words.replace("{}", digits))).toContain(
          "quelqu'un de votre association",
        );
      }
    },
  );

  it("names who opened it by the nickname they chose, and how many answered", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    expect(await chat.says("amina", "surnom Camille")).toContain("**1/12**");
    await answers(chat, "amina", shortAnswers);
    const heard = await chat.says("bob@there", `rejoindre ${code}`);
    expect(heard).toContain("Camille");
    expect(heard).toContain("Une personne a déjà répondu");
    expect(heard).toContain("chacun peut deviner");
    expect(heard).not.toContain("amina");
    expect(await chat.says("bob@there", "oui")).toContain("**1/12**");
    const runs = await chat.runs();
    expect(runs.filter(({ group }) => group !== undefined)).toHaveLength(2);
  });

  it("is not answered in a room, where nothing is said of it", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    const room = { platform: "there", room: "#salon", isDirect: false };
    const heard = await chat.says("bob@there", `rejoindre ${code}`, { address: room });
    expect(heard).toContain("en privé");
    expect(heard).not.toContain(code);
    expect(heard).not.toContain("association");
  });

  it("is told to be unknown when it is wrong, too old or drawn, in the same words", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    const wrong = await chat.says("bob@there", "rejoindre AAAA-9999");
    chat.clock.moveTo("2026-12-24T09:00:00Z");
    expect(await chat.says("carol@there", `rejoindre ${code}`)).toBe(wrong);
  });

  it("cannot be guessed: after five wrong codes in an hour, none is tried, not even a right one", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    for (let at = 0; at < 5; at += 1) {
      expect(await chat.says("bob@there", `rejoindre AAAA-999${3 + at}`)).toContain(
        "Je ne trouve pas",
      );
    }
    expect(await chat.says("bob@there", `rejoindre ${code}`)).toContain("pendant une heure");
    expect(await chat.says("carol@there", `rejoindre ${code}`)).toContain("Voulez-vous répondre");
    chat.clock.moveTo("2026-11-23T10:01:00Z");
    expect(await chat.says("bob@there", `rejoindre ${code}`)).toContain("Voulez-vous répondre");
  });

  it("is not joined twice, nor by who opened it", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    expect(await chat.says("amina", `rejoindre ${code}`)).toContain("votre propre code");
    await chat.saysAll("bob@there", [`rejoindre ${code}`, "oui"]);
    expect(await chat.says("bob@there", `rejoindre ${code}`)).toContain("déjà avec ce code");
    expect(await chat.runs()).toHaveLength(2);
  });

  it("stops a run under way, after saying so", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await chat.saysAll("bob@there", ["commencer le diagnostic", "1", "1", "2"]);
    expect(await chat.says("bob@there", `rejoindre ${code}`)).toContain("s'arrêtera là");
    await chat.says("bob@there", "oui");
    const theirs = (await chat.runs()).filter(({ owner }) => owner === personKey("there", "bob"));
    expect(theirs.map(({ state }) => state).toSorted()).toEqual(["asking", "stopped"]);
  });

  it("may be declined: the run under way goes on", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await chat.saysAll("bob@there", [
      "commencer le diagnostic",
      "1",
      "1",
      "2",
      `rejoindre ${code}`,
    ]);
    expect(await chat.says("bob@there", "non")).toContain("**3/12**");
  });
});
