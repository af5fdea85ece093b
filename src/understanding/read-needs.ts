import { foldText } from "./fold-text.ts";

/** Longer words about a need are cut, in characters: a host reads them in a list. */
const MOST_CHARACTERS = 200;

/**
 * What somebody says they need to come, in their own words: "j'ai besoin d'un sous-titrage", "je viens en
 * fauteuil roulant", "I use a wheelchair"; undefined when they state no need. Only the sentences that state
 * it: the others are about something else. A question states none.
 */
export function readNeeds(text: string): string | undefined {
  const parts = text.split(/[.;!\n]+|, (?=(?:et )?(?:je|j'|il|i ))/iu).map((part) => part.trim());
  const stated = parts.filter((part) => statesNeed(part)).map((part) => part.replace(/^et /iu, ""));
  return stated.length === 0 ? undefined : stated.join(" ; ").slice(0, MOST_CHARACTERS);
}

function statesNeed(part: string): boolean {
  if (part.includes("?")) return false;
  const said = foldText(part)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (said.split(" ").length > MOST_WORDS || about.test(said)) return false;
  return condition.test(said) || (asks.test(said) && help.test(said));
}

/** A longer sentence is a story. */
const MOST_WORDS = 25;

/** Said of a film or a page, captions are no need to come. */
const about =
  /\b(?:videos?|films?|sites?|pages?|chaines?|channel|notre association|nos adherents?|our members)\b/u;

/** What somebody is, or comes with. */
const condition =
  /\b(?:je (?:viens|viendrai|serai|suis|me deplace) (?:en fauteuil|avec (?:mon|un|une) (?:chien guide|chien d assistance|canne|deambulateur|interprete))|je suis (?:\w+ )?(?:sourde?|malentendante?|malvoyante?|aveugle|en fauteuil|handicapee?|a mobilite reduite|dyslexique|autiste)|j ai (?:un fauteuil|du mal a (?:entendre|voir|marcher|monter|lire))|i (?:use|am in|m in|will be in|come in) a wheelchair|i (?:am|m) (?:deaf|hard of hearing|blind|partially sighted|visually impaired|autistic|dyslexic))\b/u;

const asks =
  /\b(?:j ai(?:rai|rais)? besoin|jai besoin|il me (?:faut|faudra|faudrait)|je (?:voudrais|souhaite(?:rais)?|aimerais)|pour moi|prevoyez|prevoir|merci de prevoir|i (?:need|will need|ll need|would need|d need|require)|please (?:provide|plan))\b/u;

const help =
  /\b(?:sous titr\w*|soustitr\w*|transcription|velotypie|langue des signes|lsf|interprete|boucle magnetique|micro|gros caracteres|braille|fauteuil|plain pied|ascenseur|rampe|sans marches?|acces(?:sible)?|place de parking|garde d enfants?|place assise|chaise|captions?|captioning|subtitles?|sign language|interpreter|hearing loop|induction loop|large print|wheelchair|step free|lift|ramp|child ?care)\b/u;
