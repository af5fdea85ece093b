import { neutraliseName } from "../../../handoff/crossing/neutralise.ts";
import type { Language } from "../../../model/language.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import type { Knowledge } from "../../knowledge.ts";

/** Who says it, as the other side reads it: Markdown. Source: HANDOFF.md, 7.1. */
export function headOf(
  { direction, adviser: id }: Pick<RequestMessage, "direction" | "adviser">,
  request: Request,
  { knowledge, language }: { readonly knowledge: Knowledge; readonly language: Language },
): string {
  const tell = knowledge.tell(language);
  if (direction === "in") {
    const chosen = neutraliseName(request.knownAs ?? "");
    return bold(chosen === "" ? tell("hr-person", { number: numberOf(request) }) : chosen);
  }
  const adviser = knowledge.library.directory.advisers.find((one) => one.id === id);
  if (!adviser) return bold(tell("hr-person", { number: numberOf(request) }));
  const { organisation } = adviser;
  if (request.showsAdviser) {
    return bold(tell("hr-adviser", { name: neutraliseName(adviser.name), organisation }));
  }
  const title = adviser.title[language];
  const capital = title.slice(0, 1).toLocaleUpperCase(language) + title.slice(1);
  return bold(tell("hr-adviser-hidden", { title: capital, organisation }));
}

function bold(name: string): string {
  return `**${name}**`;
}
