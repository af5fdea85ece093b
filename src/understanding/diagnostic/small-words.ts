const listed = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words that an answer may hold without changing what it answers, in both languages. */
export const smallWords: ReadonlySet<string> = listed(`
  le la les l un une des de du d au aux a en y et ou je j on nous vous il elle ils elles ce c ca cela cet cette ces
  se s me m te t que qu qui ne n est sont etait etaient suis sommes ai as avons avez ont avoir etre fait fais faisons
  font faire utilise utilisons utiliser utilisent sert sers servons par pour dans sur avec chez notre nos votre vos
  mon ma mes leur leurs son sa ses association bah ben euh heu hein voila alors donc bon ah oh eh dirais dire dis pense
  pensons crois trouve plutot juste seulement simplement surtout vraiment principalement essentiellement genre disons
  malheureusement helas actuellement maintenant aujourdhui moment merci svp stp lui ici uniquement exclusivement absolument completement
  chose choses truc trucs pendant lors durant depuis clairement evidemment
  the an of to in at by with for we i our my your their it its is are was were be been am have has had do does
  use using used just only really actually mostly mainly that this there and or so well um er thanks thank you please
  can could peut peuvent
  voudrais aimerais veux voulons souhaite souhaitons
  afraid think guess say would maybe probably certainement effectivement absolutely
  completely clearly things thing during`);

/** Words that change how much, how often or how many is meant: what holds one more of them means something else. */
export const measureWords: ReadonlySet<string> = listed(`
  plus moins peu trop presque mal bien parfois toujours souvent rarement jamais tout tous toute toutes seul seule seuls
  plusieurs certains certaines quelques beaucoup mais sauf sinon ancien vieux vieille obsolete nul nulle faut faudrait
  aimerait aimerions voudrait voudrions bientot avant avait avaient ailleurs encore deja
  more less few little too almost badly sometimes always often rarely never all alone several some many but except
  unless old would should could soon before used different`);

/** Words that say yes. */
export const yesWords: ReadonlySet<string> = listed("oui yes ok okay");

/**
 * People of an association, by what they are or by their first name: who does it matters only where an
 * option says so.
 */
export const roleWords: ReadonlySet<string> = listed(`
  president presidente vicepresident tresorier tresoriere secretaire collegue mari femme epouse epoux conjoint compagnon
  compagne fils fille voisin voisine neveu niece gendre frere soeur cousin cousine copain copine ami amie
  chair treasurer secretary husband wife son daughter friend neighbour nephew
  monique josiane jacqueline nicole francoise martine sylvie catherine christine isabelle nathalie veronique brigitte
  chantal danielle annie odile michele michelle monica josette colette denise yvette paulette simone jeannine ginette
  bernadette marie anne sophie valerie sandrine stephanie celine julie camille lea emma sarah laura elise alice
  jean pierre paul jacques michel andre philippe alain patrick bernard christian daniel gerard claude rene marcel robert
  roger henri georges louis francois dominique pascal thierry eric laurent olivier stephane christophe nicolas david
  thomas julien antoine alexandre maxime lucas hugo karim mohamed fatima yves gilles didier serge bruno marc luc guy
  raymond maurice lucien roland joel denis mathieu romain kevin john peter mary susan linda margaret robert james`);
