import type { Language } from "../model/language.ts";
import { foldText } from "./fold-text.ts";

/**
 * Whether a short reply says yes or no; undefined when it says neither, hesitates, says both, or is a
 * sentence of its own. A negation is never read as assent. Both languages are read unless one is named.
 */
export function readAssent(text: string, language?: Language): "yes" | "no" | undefined {
  const folded = foldText(text).replaceAll(/n't\b/g, " not");
  const found = folded.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
  const words = found.filter((word) => !elided.has(word));
  if (words.length === 0 || words.length > mostWords) return undefined;
  const said = ` ${words.join(" ")} `;
  if (doubts.test(said)) return undefined;
  const rest = said.replaceAll(idiomsOfYes, " ");
  const isIdiom = rest !== said;
  const left = rest.trim().split(" ").filter(Boolean);
  const isOneOf = (set: ReadonlySet<string>) => left.some((word) => set.has(word));
  const lists = language === undefined ? [replies.fr, replies.en] : [replies[language]];
  const known = (word: string) =>
    signs.yes.has(word) ||
    signs.no.has(word) ||
    lists.some(({ yes, praise, no, around }) =>
      [yes, praise, no, around].some((list) => list.has(word)),
    );
  if (!left.every(known)) return undefined;
  const saysNo = isOneOf(signs.no) || lists.some(({ no }) => isOneOf(no));
  const saysYes = isIdiom || isOneOf(signs.yes) || lists.some(({ yes }) => isOneOf(yes));
  if (saysNo) return saysYes ? undefined : "no";
  // "Pas parfait" says no; "parfait" alone says yes.
  return saysYes || lists.some(({ praise }) => isOneOf(praise)) ? "yes" : undefined;
}

/** More words than this is a sentence, not a yes or a no. */
const mostWords = 7;

const elided = new Set(["c", "d", "j", "l", "m", "n", "s", "t", "qu", "re", "ve"]);

const doubts =
  / (?:peut etre|maybe|perhaps|(?:pas|not) (?:sur|sure|certain|certaine)|sais pas|(?:do not|dont) know|no idea|aucune idee|ni oui ni non|ca depend|it depends|not yet|pas encore|plus ou moins|more or less) /;

const idiomsOfYes =
  / (?:pas (?:de )?(?:soucis?|problemes?|mal)|(?:aucun|sans) (?:souci|probleme)|pas mal|no (?:problem|worries|doubt)|not bad|why not|pourquoi pas|rien a redire|pas faux)(?= )/g;

const signs = { yes: new Set(["👍", "✅", "👌", "💯"]), no: new Set(["👎", "❌", "🚫"]) };

const listed = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words that say yes or no by themselves, words that praise, and words that may stand around them. */
const replies = {
  fr: {
    yes: listed("oui ouais ouai ouaip oue ui ok okay oki accord dac daccord si yes volontiers"),
    praise: listed(`
      carrement absolument exactement exact parfait parfaitement nickel super genial impeccable impec top
      bien sur evidemment certainement clair claire utile aide aidee aider marche va avec plaisir vas allez y
      bon bonne correct correcte ca fait tout entierement merveilleux excellent formidable bravo tellement`),
    no: listed(`
      non nan nn pas point jamais aucun aucune aucunement rien nullement bof inutile hors faux mauvais
      mauvaise nul nulle refuse`),
    around: listed(`
      merci svp stp beaucoup bien alors ben bah eh mais ah oh et est etait ete c ce ca cela me te vous nous je
      tu on il a ai as avez m du de la le les un une fait tout tres trop plutot assez vraiment bien sur que quoi
      crois pense trouve dirais surtout cette fois pour par moi maintenant question reponse ma ta votre d
      repond repondu cherche autre chose demande ne n grand moins encore super peu l en y va suis ni l
      laisse laissez tomber vie chrome plus tard aujourd hui reponds bonne veux voudrais besoin probleme`),
  },
  en: {
    yes: listed("yes yep yeah yup ya yea ok okay sure aye affirmative indeed"),
    praise: listed(`
      absolutely definitely exactly perfect great useful helpful helped helps right correct good fine cool
      awesome excellent brilliant lovely course totally clear think so go ahead works worked certainly`),
    no: listed(`
      no nope nah not never none nothing neither useless unhelpful wrong bad nay dont doesnt didnt wasnt isnt
      wont refuse`),
    around: listed(`
      thanks thank you please it that this is was were be been i we my me very really at all the a an and but
      of do does did for to so too much quite well oh ah er um hmm answer question what asked looking want
      wanted need now today think believe don doesn didn wasn isn won wouldn would s m re ve helpful help
      just actually particularly exactly something else looks look seems`),
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, ReadonlySet<string>>>>>;
