import type { LinkedFiles } from "./check-links.ts";

/** Adds a problem for each workshop of an unknown theme, and each whose id is another's. */
export function checkWorkshopLinks({ workshops, themes }: LinkedFiles): void {
  const places = new Map<string, string>();
  for (const { problems, content } of workshops) {
    for (const { workshop, line } of content) {
      const before = places.get(workshop.id);
      if (before !== undefined) {
        problems.add(line, `"${workshop.id}" is already the id of ${before}`, "Rename one of them");
      }
      places.set(workshop.id, `${problems.file}:${line}`);
    }
    // The sessions of one entry share its line: each theme is told once.
    const entries = content.filter(({ line }, at) => content[at - 1]?.line !== line);
    for (const { workshop, lineOf } of entries) {
      for (const theme of workshop.themes.filter((id) => !themes.includes(id))) {
        problems.add(lineOf("themes"), `unknown theme "${theme}"`, "See content/themes.yaml");
      }
    }
  }
}
