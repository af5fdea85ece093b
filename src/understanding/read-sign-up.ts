import type { ReminderTime } from "../model/reminder-wish.ts";
import { readReminderTimes } from "./read-reminder-times.ts";
import { readSeatCount, saysSeatsOnly } from "./read-seat-count.ts";
import { signUpWords } from "./sign-up-words.ts";

/** What a message asks about its author's seats and reminders; `number` is that of the workshop it names. */
export type SignUpRequest =
  | {
      readonly kind: "sign-up";
      readonly number: number | undefined;
      /** Seats in all, the author's included; undefined when the message does not say. */
      readonly seats: number | undefined;
    }
  | { readonly kind: "seats"; readonly number: number | undefined; readonly seats: number }
  | {
      readonly kind: "give-up" | "still-coming" | "accept" | "decline";
      readonly number: number | undefined;
    }
  | { readonly kind: "mine" }
  | {
      readonly kind: "remind";
      readonly number: number | undefined;
      /** Empty for never; undefined when it names a time there are no reminders at. */
      readonly times: readonly ReminderTime[] | undefined;
    };

/**
 * Reads what is asked about sign-up in French or English, careless spelling included: "je m'inscris au
 * 12", "!inscription 12", "on sera deux", "je ne peux plus venir", "mes ateliers", "rappelle-moi la
 * veille". Undefined for anything else: questions about signing up ("comment s'inscrire ?") and long
 * stories are left to the library.
 */
export function readSignUp(text: string): SignUpRequest | undefined {
  const said = signUpWords(text);
  const words = said.split(" ");
  if (said === "" || words.length > mostWords || asksHow.test(said)) return undefined;
  const number = workshopNumber(said);
  const times = readReminderTimes(said);
  if (times !== undefined) {
    return { kind: "remind", number, times: times === "unclear" ? undefined : times };
  }
  if (mine.test(said) || (text.includes("?") && amI.test(said))) return { kind: "mine" };
  // "I can't come, may I follow from home?" asks; "can I sign up for 12?" wants it.
  if (number === undefined && text.includes("?")) return undefined;
  for (const [kind, pattern] of answers) if (pattern.test(said)) return { kind, number };
  const seats = readSeatCount(said);
  if (signUp.test(said) && isBrief(said, number) && !negation.test(said)) {
    return { kind: "sign-up", number, seats };
  }
  return seats !== undefined && saysSeatsOnly(said) ? { kind: "seats", number, seats } : undefined;
}

/** More words than this is a story. */
const mostWords = 18;

const asksHow =
  /\b(?:comment|koman|coment|koi faire|pourquoi|quand|combien|faut il|peut on|peut il|est il possible|how|why|when|where|what if|do we need|is it possible)\b/u;

const mine =
  /^(?:(?:voir|montre(?:z)? moi|affiche(?:z)?|liste|quels? sont|quelles sont|ou en sont|show me|show|list|see|what are) )?(?:tou(?:s|tes) |all )?(?:mes (?:ateliers?|inscriptions?|seances|reservations)|my (?:workshops|registrations|sign ?ups|seats|bookings))$|\ba quoi (?:suis je|je suis|chui|jsuis) inscrite?s?\b|\bsuis(?: je)? inscrite?s? a quoi\b|\bwhat (?:am i|i am|i m) (?:signed up|registered) (?:for|to)\b/u;

/** "Je suis inscrit ?" asks; without its mark it tells. */
const amI =
  /^(?:(?:et|ok|bonjour|est ce que|so|hi|hello) )*(?:je suis|suis je|chui|jsuis|am i|i am|i m) (?:bien |deja |toujours |encore |already |still )?(?:inscrite?s?|signed up|registered|booked)(?: (?:au|a l|pour|l|le|atelier|numero|for|to|workshop|number|\d+))*$/u;

const subject = "(?:je|j|on|nous|i|we) ";

const answers: readonly (readonly ["give-up" | "still-coming" | "accept" | "decline", RegExp])[] = [
  [
    "give-up",
    new RegExp(
      [
        "\\b(?:peu[xt]?|pouvons|pourr(?:ai|ais|ait|a|ons|on)) (?:(?:malheureusement|finalement) )?(?:plus|pas?|pu)(?: du tout)? (?:venir|y aller|y etre|etre la|etre presente?s?|assister|participer|etre des votres)\\b",
        "^(?:je |j |on )?(?:ne |n )?(?:peu[xt]?|pourrai|pourra) (?:plus|pu)(?: (?:au|pour|le|du|atelier|numero) .*)?$",
        `\\b${subject}(?:ne )?(?:viens|vien|vient|venons|viendr(?:ai|ais|a|ons)) (?:plus|pas?)\\b`,
        "\\b(?:je |j |on |nous )(?:me |nous |se )?desinscri\\w*|\\b(?:me|nous) desinscri(?:re|s|t|vons)\\b|^desinscri\\w*(?: (?:moi|nous)\\b.*)?(?: (?:du|de|au|atelier|numero|l|la|le|\\d+).*)?$",
        "\\bannul(?:e|ee|er|ez|es|ons)(?: moi| nous)? (?:mon|ma|mes|notre|nos) (?:inscriptions?|places?|participation|venue|reservation)\\b",
        "\\b(?:laisse|libere|rends|abandonne) (?:ma|notre|mes|nos) places?\\b",
        "\\b(?:can ?t|cannot|can not|can no longer|won ?t be able to|will not be able to|not able to|unable to|not be able to) (?:come|make it|attend|be there|join)\\b",
        "\\b(?:not|no longer) coming\\b|\\bwon ?t (?:come|make it|be there|be coming)\\b|\\bwill not (?:come|be there)\\b",
        "\\bcancel (?:my|our) (?:registration|seats?|place|spot|booking|sign ?up)\\b|\\bgive up (?:my|our) (?:seats?|place|spot)\\b",
        "^(?:please )?(?:unregister|cancel|sign out)(?: (?:me|us|from|for|of|workshop|number))* \\d+$|\\b(?:unregister|take) (?:me|us) (?:from|off)\\b",
      ].join("|"),
      "u",
    ),
  ],
  [
    "still-coming",
    /\b(?:viens|vient|venons|viendrai|viendrons|serai|serons|suis) toujours\b(?! pas)|^toujours (?:partante?s?|present\w*|ok)\b|\b(?:i|we) (?:(?:m|am|re|are|ll|will) )?(?:be )?still (?:coming|come|be there|be coming|attending)\b|^(?:yes )?still coming$/u,
  ],
  [
    "decline",
    /\b(?:refuse|laisse|cede) (?:la|cette|l|mon) (?:place|offre|tour)\b|\bpasse mon tour(?: (?:pour|au|svp|stp|merci|desolee?).*)?$|\bne prends? pas (?:la|cette) place\b|\b(?:decline|refuse|pass on) (?:the|this|that) (?:seat|offer|place)\b|\b(?:give|leave) (?:it|the seat|my turn) to (?:someone|somebody|the next)\b/u,
  ],
  [
    "accept",
    /^j ?accepte(?: (?:la|cette|l) (?:place|offre).*)?$|\b(?:prends?|accepte|veux bien) (?:la|cette|l) (?:place|offre)\b|\b(?:take|accept) (?:the|this|that) (?:seat|offer|place|spot)\b|^i ?(?:ll|will) take it$/u,
  ],
];

const wanting =
  "\\b(?:je|j|on|nous|i|we) (?:veu[xt]?|voudrai[st]?|voudrions|voulons|aimerai[st]?|aimerions|souhaite(?:rai[st]?)?|souhaitons|(?:d|would) (?:like|love)(?: to(?: have)?)?|want(?: to(?: have)?)?|need) (?:bien |avoir |reserver |prendre |book )?";

const toNumber =
  "(?:au|a l|pour le|pour l|for|at|to|in|on)(?: (?:atelier|workshop|numero|number|the))* \\d";

const signUp = new RegExp(
  [
    "\\b(?:m|me|nous) ?(?:re)?inscri(?:s|t|re|ption|vons|v)?\\b",
    "\\b(?:re)?inscri(?:s|t|re|vez|ve|vais)? (?:moi|nous)\\b",
    "\\bremet(?:s|tez|tre)? (?:moi|nous) (?:au|sur|dans|pour|a l|en)\\b",
    "^inscription (?:au |a l |pour |pour le |le )?(?:atelier |numero |a )*\\d",
    "\\b(?:je participe|on participe|nous participons|je viens|on vient|nous venons|je viendrai|une place) (?:au|a l atelier|pour le|pour l atelier) (?:numero )?\\d",
    `${wanting}(?:venir|participer|assister|aller|come|go) ${toNumber}`,
    `^(?:(?:bonjour|bonsoir|salut|hello|hi|oui|yes|ok) )*(?:${wanting}|(?:je|on|nous|i|we) (?:prends?|prenons|reserve|reservons|ll take|will take|take|book) |(?:reserve[rz]?|book|keep) (?:moi |nous |me |us )?)?(?:une?|deux|trois|quatre|a|one|two|three|four|\\d{1,2}) (?:places?|seats?) ${toNumber}`,
    "\\b(?:compte|comptez) (?:sur )?(?:moi|nous)\\b",
    "\\bsign (?:me|us) up\\b|\\bregister (?:me|us)\\b|\\bcount (?:me|us) in\\b|\\bput (?:me|us) down\\b",
    "\\b(?:i|we) (?:(?:d|would) (?:like|love) to|want to|wanna|ll|will|am|m|are|re) ?(?:sign(?:ing)? up|register(?:ing)?|join(?:ing)?|attend(?:ing)?)\\b",
    "\\bcan (?:i|we) (?:sign up|register|join)\\b",
    "^(?:please )?(?:sign up|signup|register|join)(?: (?:for|to|workshop|number|the))* \\d",
  ].join("|"),
  "u",
);

const negation =
  /\b(?:pas?|plus (?!\d|une?\b|one\b)|jamais|rien|deja|arrive|not|never|cannot|can ?t|don ?t|didn ?t|couldn ?t|already)\b/u;

/** A sign-up names its workshop, says "workshop", or is nothing but a sign-up; "je m'inscris où" is none. */
function isBrief(said: string, number: number | undefined): boolean {
  if (number !== undefined) return true;
  const rest = said.replaceAll(around, " ").trim();
  return rest === "" || names.test(said);
}

const names = /\b(?:l ?ateliers?|ateliers?|seance|celui|celle|workshops?|session|the one)\b/u;

const around = new RegExp(
  `${signUp.source}|\\b(?:je|j|on|nous|i|we|d|would|veux|veu|voudrais|aimerais|souhaite|like|want|peux|can|moi|bonjour|bonsoir|salut|hello|hi|merci|svp|stp|s il vous plait|s il te plait|please|thanks|thank you|oui|ok|yes|pour|for|deux|trois|quatre|two|three|four|personnes?|people|places?|seats?|et|and|sera|serons|\\d)\\b`,
  "gu",
);

/** The short number of a workshop: not a day of a month, an hour, or a count of anything. */
function workshopNumber(said: string): number | undefined {
  const found = said.match(numbered)?.groups?.["number"];
  return found === undefined ? undefined : Number(found);
}

const months =
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december";

const numbered = new RegExp(
  `\\b(?:au|du|le|la|l|pour|numero|no|num|atelier|ateliers|seance|inscription|desinscri\\w*|for|to|from|in|of|off|workshop|number|session|up|signup|register|unregister|join|cancel|the|inscris|mes|rappel|avant|before) (?<number>\\d{1,4})\\b(?! ?(?:${months}|h|heures?|hours?|j|jours?|days?|mn|min|minutes?|personnes?|people|places?|seats?|of us|amie?s?|friends?|euros?|ans|am|pm|avant|before|et une?)\\b)`,
  "u",
);
