import { describe, expect, it } from "vitest";
import { coordinationActs } from "../../src/understanding/act-wordings.ts";
import { languageOfCommand } from "../../src/understanding/command-language.ts";

describe("the language of a command", () => {
  it.each([
    ["new workshop", "en"],
    ["please cancel 8", "en"],
    ["subscribe topics: security", "en"],
    ["silence until Monday", "en"],
    ["quiet hours 8pm-9am", "en"],
    ["nouvel atelier", "fr"],
    ["je voudrais annuler l'atelier 8", "fr"],
    ["silence jusqu'à lundi", "fr"],
    ["import", undefined],
    ["stats", undefined],
  ])("of « %s » is %s", (command, language) => {
    expect(languageOfCommand(command)).toBe(language);
  });

  it("is told by nearly every wording", () => {
    const all = coordinationActs.flatMap(({ wordings }) =>
      wordings.map((words) => words.join(" ")),
    );
    const untold = all.filter((wording) => languageOfCommand(wording) === undefined);
    expect(untold.toSorted()).toEqual([
      "archive",
      "change",
      "change date",
      "correction",
      "import",
      "modification",
      "programme",
      "publication",
      "reactive",
      "refuse",
      "report",
      "retire",
      "stats",
    ]);
  });
});
