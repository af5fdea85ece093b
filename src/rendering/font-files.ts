import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { keptOnceMade } from "./kept-once-made.ts";

const folder = "@expo-google-fonts/atkinson-hyperlegible";

/** The letters everything is drawn with, those of the machine never: the same everywhere. TrueType. */
export const fontFiles = keptOnceMade(async () => {
  const [regular, bold] = await Promise.all([
    read("400Regular/AtkinsonHyperlegible_400Regular.ttf"),
    read("700Bold/AtkinsonHyperlegible_700Bold.ttf"),
  ]);
  return { regular, bold };
});

function read(file: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(`${folder}/${file}`));
}
