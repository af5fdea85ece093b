/** What somebody who answers questions wants done. A number is that of a request: A-127. */
export type AdviserWords =
  | { readonly act: "take" | "resolve" | "reopen" | "unblock"; readonly number?: number }
  | { readonly act: "release"; readonly number?: number; readonly note?: string }
  /** `to`: a person, a team or a territory as it was written; without it, or without a note, they are asked for. */
  | {
      readonly act: "transfer";
      readonly number?: number;
      readonly to?: string;
      readonly note?: string;
    }
  /** `until`: a date as it was written. */
  | { readonly act: "wait"; readonly number?: number; readonly until?: string }
  | { readonly act: "note"; readonly note?: string }
  | { readonly act: "priority"; readonly number?: number; readonly isHigh: boolean }
  | { readonly act: "report"; readonly number?: number; readonly note?: string }
  /** `days`: as they were written. */
  | { readonly act: "absent"; readonly days: string; readonly substitute?: string }
  | { readonly act: "overload"; readonly isOn: boolean }
  | { readonly act: "show-name"; readonly isShown: boolean }
  | { readonly act: "model" | "page"; readonly name?: string }
  | { readonly act: "suspend"; readonly who: string; readonly isSuspended: boolean }
  | {
      readonly act:
        | "decline"
        | "my-load"
        | "back"
        | "workshop"
        | "figures"
        | "answer"
        | "send"
        | "correct"
        | "charter"
        | "reports"
        | "see-reports"
        | "commands";
    };

/** How a command is made from what its wording holds. */
type Making = (found: Found) => AdviserWords;

/** What a wording holds beside its own words. */
export interface Found {
  readonly number?: number;
  /** A name or a date within the wording, folded; then what follows a colon or a new line, as it was typed. */
  readonly said?: string;
  readonly rest?: string;
}

/** A request as it is named: "A-127", "la demande 127", "it". */
const one = String.raw`(?: (?:la|le|l|cette|ma|the|this|that|it|celle la))?(?: (?:demande|request|question))?(?: (?:numero |number )?(?:a ?)?(?<number>\d{1,6}))?`;
const whom = "(?<said>.+?)";

function bare(act: "take" | "resolve" | "reopen" | "unblock"): Making {
  return ({ number }) => ({ act, ...(number !== undefined && { number }) });
}

function noted(act: "release" | "report"): Making {
  return ({ number, rest, said }) => {
    const note = rest ?? said;
    return { act, ...(number !== undefined && { number }), ...(note !== undefined && { note }) };
  };
}

/** A page is named by its number, before its title; a model by its title. */
function named(act: "model" | "page"): Making {
  return ({ said, rest }) => {
    const name = act === "page" ? (said ?? rest) : (rest ?? said);
    return { act, ...(name !== undefined && { name }) };
  };
}

function always(words: AdviserWords): Making {
  return () => words;
}

/** From the first word to the last: of a longer sentence nothing is read. */
function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, "u");
}

/** Whole messages that are commands, and how each is made of one; the words are folded (`adviserWords`). */
export const adviserWordings: readonly (readonly [RegExp, Making])[] = [
  [
    whole(
      `(?:je (?:la |le |m en )?(?:prends|charge|occupe)|(?:je )?prends|prendre|pris|j accepte|accepter|accepte|i (?:will )?take|take|taking|i ll take|claim|i claim|accept|i accept|mine|a moi|pour moi)${one}`,
    ),
    bare("take"),
  ],
  [
    whole(
      `(?:je (?:la |le )?(?:rends|relache|libere|laisse)|rends|rendre|liberer|relacher|i (?:give|hand) (?:it )?back|give (?:it )?back|hand (?:it )?back|release|i release)${one}`,
    ),
    noted("release"),
  ],
  [
    whole("(?:je refuse|refuser|refuse|decline|i decline|refuse (?:le )?transfert)"),
    always({ act: "decline" }),
  ],
  [
    whole(
      `(?:je )?(?:transferer?|transfere|transmettre|passer|passe|transfer|hand over|pass)${one}(?: (?:a|au|aux|vers|pour|to) ${whom})?`,
    ),
    ({ number, said, rest }) => ({
      act: "transfer",
      ...(number !== undefined && { number }),
      ...(said !== undefined && { to: said }),
      ...(rest !== undefined && { note: rest }),
    }),
  ],
  [
    whole(
      `(?:j attends|attendre|attends|en attente|mettre en attente|wait|snooze|waiting|hold|on hold)${one}(?: (?:jusqu (?:a|au|en)|jusque|until|till|to) ${whom})?`,
    ),
    ({ number, said, rest }) => {
      const until = said ?? rest;
      return {
        act: "wait",
        ...(number !== undefined && { number }),
        ...(until !== undefined && { until }),
      };
    },
  ],
  [
    whole(
      `(?:c est )?(?:resolue?|regle|reglee|terminee?|clos|close|cloturer|cloture|clore|resolved|solved|closed|it s (?:solved|resolved|settled)|mark (?:as )?resolved|settled)${one}`,
    ),
    bare("resolve"),
  ],
  [
    whole(`(?:je )?(?:rouvrir|rouvre|reouvrir|reouvre|reopen|i reopen|open again)${one}`),
    bare("reopen"),
  ],
  [
    whole(
      `(?:(?:mettre (?:en )?)?(?:priorite(?: haute)?|prioritaire|urgente?|c est urgent)|(?:high )?priority|urgent)${one}`,
    ),
    ({ number }) => ({ act: "priority", ...(number !== undefined && { number }), isHigh: true }),
  ],
  [
    whole(
      `(?:priorite (?:normale|basse)|pas (?:urgent|prioritaire)|(?:normal|low) priority|not urgent)${one}`,
    ),
    ({ number }) => ({ act: "priority", ...(number !== undefined && { number }), isHigh: false }),
  ],
  [
    whole(
      `(?:signaler|signale|je signale|bloquer|bloque|je bloque|spam|report|i report|block)${one}(?: (?:pour|for|because|car) ${whom})?`,
    ),
    noted("report"),
  ],
  [whole(`(?:debloquer|debloque|unblock)${one}`), bare("unblock")],
  [
    whole("(?:signalements|les signalements|reports|blocked people|personnes bloquees)"),
    always({ act: "reports" }),
  ],
  [
    whole("(?:je suis d accord pour voir|voir les signalements|i agree to look|see the reports)"),
    always({ act: "see-reports" }),
  ],
  [
    whole(
      "(?:mes demandes|mes questions|mes demandes en cours|ma liste|my requests|my list|my questions|what do i have)",
    ),
    always({ act: "my-load" }),
  ],
  [
    whole(
      String.raw`(?:je (?:suis|serai) )?(?:pas dispo(?:nible)?|indisponible|absente?|en (?:conges?|vacances)|pas la)(?: (?<said>.+?))?`,
    ),
    absence,
  ],
  [
    whole(
      String.raw`(?:i (?:am|m|will be|ll be) )?(?:away|absent|on (?:leave|holiday)|not available|unavailable|off)(?: (?<said>.+?))?`,
    ),
    absence,
  ],
  [
    whole(
      "(?:je suis )?(?:de retour|dispo(?:nible)?|revenue?)|(?:i (?:am|m) )?(?:back|available)(?: again)?",
    ),
    always({ act: "back" }),
  ],
  [
    whole(
      "(?:(?:nous sommes|on est|equipe) )?(?:surchargee?s?|debordee?s?|trop de demandes)|(?:we are )?(?:overloaded|overwhelmed)",
    ),
    always({ act: "overload", isOn: true }),
  ],
  [
    whole(
      "(?:(?:nous (?:ne )?sommes|on (?:n )?est|equipe) )?(?:plus (?:surchargee?s?|debordee?s?)|fin de (?:la )?surcharge)|(?:we are )?(?:not overloaded(?: any ?more)?|no longer (?:overloaded|overwhelmed))",
    ),
    always({ act: "overload", isOn: false }),
  ],
  [
    whole("(?:montrer|affiche|afficher|montre) mon (?:nom|prenom)|show my name"),
    always({ act: "show-name", isShown: true }),
  ],
  [
    whole("(?:cacher|cache|masquer|masque) mon (?:nom|prenom)|hide my name"),
    always({ act: "show-name", isShown: false }),
  ],
  [
    whole("(?:mes chiffres|mes statistiques|my figures|my statistics|my numbers)"),
    always({ act: "figures" }),
  ],
  [
    whole(
      `(?:modeles?(?: de reponses?)?|(?:answer )?models?|templates?|(?:answer )?templates?)(?: (?<said>.+))?`,
    ),
    named("model"),
  ],
  [
    whole(
      `(?:proposer une fiche|fiches?|inserer(?: la| une)? fiche|suggest a page|pages?|insert (?:the |a )?page)(?: (?<said>.+))?`,
    ),
    named("page"),
  ],
  [whole("(?:atelier lie|ateliers? lies?|linked workshop|workshop)"), always({ act: "workshop" })],
  [whole("(?:repondre|je reponds|answer|reply|i answer)"), always({ act: "answer" })],
  [whole("(?:envoyer|envoie|envoyez|send|send it)"), always({ act: "send" })],
  [
    whole("(?:corriger|corrige|je corrige|correct|correct it|change it)"),
    always({ act: "correct" }),
  ],
  [
    whole("(?:suspendre|suspend) (?<said>.+)"),
    ({ said = "" }) => ({ act: "suspend", who: said, isSuspended: true }),
  ],
  [
    whole("(?:retablir|retablis|reinstate|restore) (?<said>.+)"),
    ({ said = "" }) => ({ act: "suspend", who: said, isSuspended: false }),
  ],
  [whole("(?:(?:la|notre|the|our) )?(?:charte|charter)"), always({ act: "charter" })],
  [whole("(?:commandes|les commandes|aide|commands|help)"), always({ act: "commands" })],
];

/** "Du 3 au 10 août, remplacée par David"; without a day, of today. */
function absence({ said = "", rest = "" }: Found): AdviserWords {
  const text = `${said} ${rest}`.trim();
  const [days = "", substitute = ""] = text.split(
    / ?(?:rempl?acee? par|ma remplacante? est|mon remplacant est|replaced by|covered by|substitute) /u,
  );
  const who = substitute.trim();
  return { act: "absent", days: days.trim(), ...(who !== "" && { substitute: who }) };
}
