/** Whether the whole answer says that the person does not know, or that somebody else would. */
export function saysUnknown(words: readonly string[]): boolean {
  const said = words.filter((word) => !around.has(word)).join(" ");
  return wholes.has(said) || sentences.some((sentence) => sentence.test(said));
}

const listed = (list: string) => new Set(list.trim().split(/\s+/u));

/** Whether these are only words around an answer, as "désolée" or "franchement". */
export function saysNothing(words: readonly string[]): boolean {
  return words.every((word) => around.has(word));
}

/** They say nothing of what is not known. */
const around = listed(`
  je j on nous ne n en moi franchement honnetement desole desolee alors euh heu ben bah bon ah oh la ca cela du tout
  trop vraiment encore bien sincerement malheureusement sorry really honestly to be honest i we m am do at all
  merci svp hein oui non mais the a pour instant fichtre fichtrement strictement absolument plus
  le l dire vous exactement precisement d y tete de ma comme`);

const wholes: ReadonlySet<string> = new Set([
  "sais pas",
  "sait pas",
  "savons pas",
  "sais rien",
  "sait rien",
  "savons rien",
  "pas sais",
  "pas su",
  "pas sur",
  "pas sure",
  "suis pas sur",
  "suis pas sure",
  "pas certain",
  "pas certaine",
  "suis pas certain",
  "suis pas certaine",
  "pas idee",
  "aucune idee",
  "ai aucune idee",
  "ai pas idee",
  "ai pas moindre idee",
  "pas moindre idee",
  "peux pas",
  "peux pas repondre",
  "saurais pas",
  "sais pas repondre",
  "sais pas quoi repondre",
  "sais pas quoi",
  "ignore",
  "mystere",
  "inconnu",
  "qui sait",
  "bonne question",
  "jamais regarde",
  "ai jamais regarde",
  "suis pas au courant",
  "pas au courant",
  "sais plus",
  "chepa",
  "chaipa",
  "idk",
  "dunno",
  "dont know",
  "not know",
  "no idea",
  "have no idea",
  "no clue",
  "have no clue",
  "unsure",
  "not certain",
  "not sure",
  "can not say",
  "could not say",
  "can not tell",
  "not have clue",
  "dont have clue",
  "unknown",
  "who knows",
  "haven not clue",
]);

const sentences: readonly RegExp[] = [
  // "Il faudrait demander au trésorier", "faut que je voie avec Josiane".
  /^(?:il )?(?:faut|faudrait|faudra|dois|devrais|vais)(?: que)? (?:demander|demande|voir|voie|verifier|verifie|regarder|regarde)(?: (?:a|au|aux|avec|ca|que|autres|\p{L}+)){0,5}$/u,
  /^(?:demandez|voyez|voir)(?: (?:ca|plutot))? (?:a|au|aux|avec)(?: \p{L}+){1,4}$/u,
  /^(?:will |have |need |would |should )*(?:ask|check with)(?: \p{L}+){1,4}$/u,
  /^(?:ce )?est (?:mon |ma |notre )?\p{L}+(?: \p{L}+)? qui (?:sait|saurait|gere ca)$/u,
  /^\p{L}+ would know$/u,
  /^aucune idee(?: (?:ai|jamais|cherche|regarde|essaye|moi))+$/u,
];
