/** What somebody who asked may say of their requests; `number`: that of A-127, where they name one. */
export type AskerWords =
  | { readonly act: "start" }
  | { readonly act: "list" }
  | { readonly act: "invite" }
  | { readonly act: "withdraw" | "reopen" | "erase"; readonly number?: number | undefined }
  | { readonly act: "settled" | "not-yet"; readonly number?: number | undefined }
  | { readonly act: "add"; readonly number?: number | undefined; readonly said: string }
  | { readonly act: "tell-name" | "hide-name"; readonly number?: number | undefined };

type Act = AskerWords["act"];

const mine = "(?:mes|toutes mes|ma|my|all my)";
const request =
  "(?:demandes?|questions? (?:transmises?|en cours)|tickets?|requests?|questions? (?:passed on|in progress))";
const one = `(?:(?:la|ma|cette|the|my|this) )?(?:(?:demande|question|requete|ticket|request|dossier)(?: (?:numero|n|no|number))?)`;
const numbered = String.raw`(?:a ?)(?<number>\d{1,6})`;
/** "A-127", "la demande 127", "ma demande": one of them, by its number or not. */
const which = String.raw`(?:(?:${one} )?${numbered}|${one} (?<plain>\d{1,6})|${one})`;
const asked = String.raw`(?:(?:${one} )?${numbered}|${one} (?<plain>\d{1,6}))`;
const person =
  "(?:une? (?:vraie? )?(?:personne|humaine?|conseillere?|conseiller|etre humain|benevole|mediateur|mediatrice)|quelqu un|un vrai humain|qqun|qq1|quelqun|somebody|someone|an? (?:real )?(?:person|human|adviser|advisor|human being)|a real person)";

/** Wordings of the whole message, folded and without politeness; the first that fits is meant. */
export const askerWordings: readonly (readonly [Act, RegExp])[] = (
  [
    [
      "list",
      String.raw`(?:voir |montre[rz]?(?: moi)? |affiche[rz]? |liste[rz]?(?: de)? |ou en (?:est|sont) |suivi de |etat de |show(?: me)? |see |list(?: of)? |what about |where are |how are )?${mine} ${request}(?: en cours| ouvertes?| transmises?)?`,
    ],
    [
      "list",
      String.raw`(?:quelles? sont|ou en sont|what are|where are) ${mine} ${request}(?: en cours)?`,
    ],
    [
      "list",
      String.raw`(?:j ai|ai je|est ce que j ai|do i have|have i got) (?:des|une|any|a) ${request}(?: en cours| ouvertes?| open)?`,
    ],
    [
      "erase",
      String.raw`(?:effacer?|efface[zr]|supprimer?|supprimez|detruire|delete|erase|remove|wipe)(?: (?:tout de|completement))? ${which}`,
    ],
    [
      "withdraw",
      String.raw`(?:j |je veux |je voudrais |je souhaite )?(?:annuler?|annulez|annulation de|retirer?|retirez|abandonner?|stopper?|arreter?|cancel|withdraw|drop|call off) ${which}`,
    ],
    [
      "withdraw",
      String.raw`(?:je n ai plus besoin (?:d aide|de reponse|d une reponse)|plus besoin (?:d aide|de reponse)|laissez? tomber ${which}|i (?:do not|don t|dont) need (?:help|an answer) (?:any ?more|any longer)|(?:i )?no longer need (?:help|an answer)|never ?mind ${which.replaceAll(/\?<(?:number|plain)>/gu, "?:")})`,
    ],
    ["withdraw", String.raw`(?:annuler?|cancel|stop) ${asked}`],
    [
      "reopen",
      String.raw`(?:r(?:e ?)?ouvr(?:ir|e|ez|irez)|re ?lancer?|relance[zr]?|reprendre|reprends|reactiver?|re ?open|open again|resume) ${which}`,
    ],
    [
      "settled",
      String.raw`(?:${numbered} )?(?:c est (?:bon|regle|resolu|ok|fini|parfait|tout bon)|probleme (?:regle|resolu)|(?:ma |la )?(?:demande|question|probleme) (?:est )?(?:reglee?|resolue?)|(?:c est )?(?:regle|resolu)|tout est (?:bon|regle|ok)|j ai (?:ma|la) reponse|j ai eu (?:ma|la) reponse|it s (?:solved|settled|sorted|fixed|done|all good)|that s (?:solved|settled|sorted|fixed)|(?:all )?(?:solved|settled|sorted|fixed)|problem solved|i have my answer|i got my answer)(?: (?:pour|for) ${numbered.replace("number", "after")})?`,
    ],
    [
      "not-yet",
      String.raw`(?:${numbered} )?(?:(?:non )?pas encore(?: (?:regle|resolu|fini))?|(?:ce n est |c est )?(?:toujours )?pas (?:encore )?(?:bon|regle|resolu|fini)|toujours pas|(?:no )?not (?:yet|settled|solved|sorted)(?: (?:settled|solved|fixed|sorted))?|still not (?:working|solved|settled|fixed)|it s not (?:solved|settled|fixed|sorted))(?: (?:pour|for) ${numbered.replace("number", "after")})?`,
    ],
    [
      "hide-name",
      String.raw`(?:cache[rz]?|masque[rz]?|retire[rz]?|ne (?:pas )?(?:dites|dire|donnez) (?:pas|plus)|hide|remove) (?:mon|my) (?:nom|prenom|name)(?: (?:pour|a|for) ${asked})?`,
    ],
    [
      "tell-name",
      String.raw`(?:dire|donner|dites|donnez|donne|dis|montrer|je (?:veux|voudrais|peux) (?:dire|donner)|tell|give|show|say) (?:mon|my) (?:nom|prenom|name)(?: (?:a|au|to|pour|for) (?:${asked}|la conseillere|le conseiller|ma conseillere|mon conseiller|my adviser|the adviser))?`,
    ],
    [
      "invite",
      String.raw`(?:transmet(?:tre|tez|s)|transmets|faire suivre|faites suivre|fais suivre|pass (?:it|this) on|hand (?:it |this )?(?:over|on)|forward)(?: (?:ce message|cette question|ca|cela|la question|this message|this|it|this question|a (?:une personne|quelqu un|un conseiller|une conseillere)|to (?:a person|somebody|someone|an adviser)))*`,
    ],
    [
      "start",
      String.raw`(?:je (?:veux|voudrais|souhaite|souhaiterais|prefere|prefererais|dois|peux|cherche a)|j aimerais|j ai besoin de|il faut que je|on peut|puis je|peut on|est ce que je peux|comment|pouvez vous|vous pouvez|peux tu|pourrais je|i (?:want|would like|d like|need|wish|have) to|i d rather|can i|could i|may i|how (?:can|do) i|please|can you|could you)? ?(?:me )?(?:parler|discuter|poser (?:ma|une) question|echanger|m adresser|(?:me )?mettre en (?:relation|contact)|passer?|transmettre(?: ma question)?|demander(?: de l aide)?|contacter|joindre|avoir|voir|talk|speak|ask|chat|put me through|get in touch|contact|reach|pass (?:my question|me) on|get) ?(?:a|avec|to|with)? ?${person}(?: (?:de|pour) (?:m aider|de l equipe))?`,
    ],
    [
      "start",
      String.raw`(?:transmet(?:tre|tez)|envoye[rz]|passer?|confier?|pass(?: on)?|send|give) (?:ma|cette|la|my|this|the) (?:question|demande|question on)(?: (?:a|to) ${person})?`,
    ],
    [
      "start",
      String.raw`(?:nouvelle demande(?: a (?:une personne|quelqu un))?|new request(?: to somebody)?|une? (?:vraie?|autre) personne|a real (?:person|human)|(?:je veux |i want )${person})`,
    ],
  ] as const
).map(([act, wording]) => [act, new RegExp(`^(?:${wording})$`, "u")] as const);

/** « ajouter à A-127 : … »: what is said goes beside, as it was typed. */
export const addWording =
  /^\s*(?:ajout(?:er?|ez|e)|rajout(?:er?|ez)|compl[eé]t(?:er?|ez)|add(?: this)?|append)\s+(?:[aà]|au?x?|to|pour|for)?\s*(?:(?:la|ma|my|the)\s+)?(?:demande|request|question)?\s*(?:n°|no\.?|num[eé]ro)?\s*[aA]?\s*[-–]?\s*(?<number>\d{1,6})?\s*(?:[:,–-]\s*|\s)(?<said>\S[\s\S]*)?$/iu;
