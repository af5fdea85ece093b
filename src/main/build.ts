import { parseArgs } from "node:util";
import { loadKnowledge } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle build`: reads and learns the library, and says what it holds. */
export async function build(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const { library } = await loadKnowledge(root, configOf(values, root));
  const { intents, resources, workshops } = library;
  const utterances = intents.flatMap((intent) => Object.values(intent.utterances).flat()).length;
  process.stdout.write(
    `${intents.length} intents, ${utterances} utterances, ${resources.length} pages, ${workshops.length} workshops\n`,
  );
  return 0;
}
