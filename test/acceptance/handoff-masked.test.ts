import { describe, expect, it } from "vitest";
import { maskedKinds } from "../../src/model/handoff-talk.ts";
import { HandoffTown } from "../support/handoff-town.ts";

const secrets = ["soleil12", "azerty!7"];
const personal = [
  "06 12 34 56 78",
  "3000 6000 0112",
  "4970 1012 3456 7890",
  "amina.diallo@exemple.fr",
  "Amina Diallo",
];
const question =
  "Bonjour, je m'appelle Amina Diallo, notre mot de passe est soleil12 et le code wifi : azerty!7. " +
  "Mon IBAN FR76 3000 6000 0112 3456 7890 189, ma carte 4970 1012 3456 7890, le 06 12 34 56 78 ou " +
  "amina.diallo@exemple.fr : comment ranger le fichier des membres ?";

/** Somebody who gave all that away, and reads the draft of it. */
async function drafted() {
  const town = await HandoffTown.open();
  await town.asker.says(question);
  const read = await town.asker.says("humain");
  return { town, asker: town.asker, read };
}

/** Everything there is in the store, whatever its kind. */
async function stored(town: HandoffTown): Promise<string> {
  const all = await Promise.all(town.knowledge.kinds.map(async (kind) => town.store.list(kind)));
  return JSON.stringify(all);
}

/** All that was sent anywhere but to the asker. */
function toOthers(town: HandoffTown): string {
  return JSON.stringify(town.sent.filter(({ to }) => to.room !== town.asker.address.room));
}

async function taken(town: HandoffTown): Promise<void> {
  const offered = town.sent.findLast(({ opensThread }) => opensThread === true);
  const team = town.directory.teams.find(({ room }) => room.room === offered?.to.room);
  await town.adviser(team?.advisers[0] ?? "", team?.id).presses("Je prends");
}

describe("9. what is secret or personal in a draft", () => {
  it("is masked where it is shown, where the team reads it and where it is kept", async () => {
    const { town, asker, read } = await drafted();
    for (const hidden of [...secrets, ...personal]) expect(read).not.toContain(hidden);
    await asker.presses("Transmettre");
    await taken(town);
    expect(toOthers(town)).toContain("comment ranger le fichier des membres");
    const kept = await stored(town);
    expect(kept).toContain("comment ranger le fichier des membres");
    for (const hidden of [...secrets, ...personal]) {
      expect(toOthers(town)).not.toContain(hidden);
      expect(kept).not.toContain(hidden);
    }
    expect(JSON.stringify(town.log.lines)).not.toContain("ranger");
  });

  it("reaches the team where its asker leaves it, but for passwords, which nothing brings back", async () => {
    const { town, asker, read } = await drafted();
    expect(read).not.toMatch(/^\[[^\]]*(?:mot de passe|code)/mu);
    const tell = town.knowledge.tell("fr");
    for (const kind of maskedKinds)
      // oxlint-disable-next-line no-await-in-loop
      await asker.presses(tell(`ha-leave-${kind}`));
    await asker.says("oui");
    await taken(town);
    for (const left of personal) expect(toOthers(town)).toContain(left);
    const everything = `${toOthers(town)} ${await stored(town)}`;
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  it("is masked in words that take its place", async () => {
    const { town, asker } = await drafted();
    await asker.presses("Modifier");
    const read = await asker.says("mdp : etoile89, joignez-moi au 07 98 76 54 32 pour la question");
    for (const hidden of ["etoile89", "07 98 76"]) expect(read).not.toContain(hidden);
    await asker.presses("Transmettre");
    await taken(town);
    const everything = `${toOthers(town)} ${await stored(town)}`;
    for (const hidden of ["etoile89", "07 98 76", ...secrets, ...personal])
      expect(everything).not.toContain(hidden);
  });
});
