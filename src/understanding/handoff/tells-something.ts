import { readTerritory } from "../diagnostic/read-territory.ts";
import { foldText } from "../fold-text.ts";

/**
 * Whether words could be a question for somebody: not only a number, a sign, a greeting or a département, which
 * answer what was asked before, nor the wish itself to talk to a person, however it is spelt.
 */
export function tellsSomething(text: string): boolean {
  if (readTerritory(text) !== undefined) return false;
  const words = foldText(text).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const telling = words.filter((word) => !courtesies.has(word));
  return telling.length > 0 && !wish.test(words.join(" "));
}

/** "je veu parlé a quelqun": it ends with whom they wish for. */
const wish =
  /^(?:\S+ ){0,5}(?:parl\S*|discut\S*|contact\S*|joindr\S*|voir|talk|speak|chat|reach) (?:\S+ ){0,3}(?:quel?qu?\S*|qqun|personn?e|humain\S*|cons[ei]+l\S*|somebody|someone|person|human|advis[eo]r)(?: (?:un|svp|stp|merci|please))*$/u;

const courtesies: ReadonlySet<string> = new Set(
  `bonjour bonsoir salut coucou allo hello hi hey good morning afternoon evening monsieur madame merci thanks thank
  you beaucoup please svp stp s il te vous plait ok okay oui ouais non yes no nope d accord aide help voila bye
  au revoir a bientot test humain human quelqu un`
    .trim()
    .split(/\s+/u),
);
