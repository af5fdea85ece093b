import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const header = "id,nom,commune,code_postal,adresse,date_maj,cle_ban";
const nantes = "a,Maison des assos,Nantes,44000,1 rue,2026-06-02,x";
const reims = "b,Médiathèque,Reims,51100,2 rue,2026-06-02,x";
const faulty = "c,,Nantes,44000,1 rue,hier,x";

/** A file of public data, and where its places go. */
function folderWith(...rows: readonly string[]): { readonly file: string; readonly out: string } {
  const folder = temporaryFolder();
  const file = join(folder, "lieux.csv");
  writeFileSync(file, [header, ...rows].join("\n"));
  return { file, out: join(folder, "places-44.yaml") };
}

it("brings public places in, of the territories asked for, and again without a change", async () => {
  const { file, out } = folderWith(nantes, reims);
  const args = ["places", "import", file, "--out", out, "--territory", "44"];
  const { code, out: said, err } = await runPasserelle(args);
  expect([code, err]).toEqual([0, ""]);
  expect(said).toContain("Columns of which nothing is kept: cle_ban.");
  expect(said).toContain("1 new, 0 changed");
  expect(said).toContain("1 of other territories and 0 faulty left out");
  const text = readFileSync(out, "utf8");
  expect(text).toContain("- id: a\n  name: Maison des assos\n");
  expect(text).not.toContain("Reims");
  expect((await runPasserelle(args)).out).toContain("0 new, 0 changed");
  expect(readFileSync(out, "utf8")).toBe(text);
});

it("keeps what was written there by hand", async () => {
  const { file, out } = folderWith(nantes);
  const args = ["places", "import", file, "--out", out];
  await runPasserelle(args);
  writeFileSync(out, `${readFileSync(out, "utf8")}  themes: [data]\n  helps-associations: true\n`);
  writeFileSync(file, [header, nantes.replace("2026-06-02", "2026-07-02")].join("\n"));
  expect((await runPasserelle(args)).out).toContain("1 changed");
  const text = readFileSync(out, "utf8");
  expect(text).toContain("updated: 2026-07-02");
  expect(text).toMatch(/themes:\n {4}- data\n {2}helps-associations: true/);
});

it("changes nothing where a line is faulty, says why by line, and leaves it out when told", async () => {
  const { file, out } = folderWith(nantes, faulty);
  const args = ["places", "import", file, "--out", out];
  const refused = await runPasserelle(args);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(`${file}:3 nom is missing; date_maj is not readable: "hier".`);
  expect(refused.out).toContain("nothing was changed");
  expect(existsSync(out)).toBe(false);
  const told = await runPasserelle([...args, "--skip-faulty"]);
  expect(told.code).toBe(0);
  expect(told.out).toContain("1 new");
});

it("does not write over a file it cannot read", async () => {
  const { file, out } = folderWith(nantes);
  writeFileSync(out, "- id: [\n");
  const { code, err } = await runPasserelle(["places", "import", file, "--out", out]);
  expect(code).toBe(1);
  expect(err).toContain("is not written over");
  expect(readFileSync(out, "utf8")).toBe("- id: [\n");
});

it("says how it is used, and what a file is not", async () => {
  expect((await runPasserelle(["places"])).err).toContain("places import FILE");
  const { file } = folderWith();
  writeFileSync(file, "titre,jour\nA,B\n");
  const { code, err } = await runPasserelle(["places", "import", file]);
  expect(code).toBe(1);
  expect(err).toContain('no columns "id" and "nom"');
});
