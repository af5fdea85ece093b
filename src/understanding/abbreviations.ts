import type { PerLanguage } from "../model/language.ts";

type Expansions = ReadonlyMap<string, readonly string[]>;

/**
 * What people shorten or spell by ear, written out: `short=long words`. Only words that mean one
 * thing in a message to an association's assistant; all are folded, and whole words.
 */
export const abbreviations: PerLanguage<Expansions> = {
  fr: parsed(`
    asso=association assos=association lasso=le_association lassos=le_association dasso=de_association assoc=association assoss=association
    ag=assemblee_generale ago=assemblee_generale age=age compta=comptabilite treso=tresorier prez=president secretariat=secretariat
    subv=subvention subvs=subvention cotis=cotisation cotiz=cotisation adh=adherent benev=benevole benevs=benevole asbl=association
    koi=quoi quoa=quoi koua=quoi kwa=quoi ki=qui ke=que kil=que_il kils=que_ils kelle=quelle kel=quel kels=quels kelles=quelles
    kan=quand kand=quand qd=quand pk=pourquoi pq=pourquoi pkoi=pourquoi pourkoi=pourquoi prquoi=pourquoi
    cmt=comment coment=comment comen=comment koment=comment komen=comment koman=comment comman=comment commen=comment cment=comment commant=comment
    pr=pour ds=dans dan=dans ac=avec avc=avec avk=avec ss=sans dc=donc mtn=maintenant mnt=maintenant auj=aujourdhui
    tt=tout ts=tous ttes=toutes tte=toute tlm=tout_le_monde tjs=toujours tjrs=toujours tjr=toujours jms=jamais
    bcp=beaucoup bcoup=beaucoup qqn=quelque_un qqun=quelque_un kelkun=quelque_un quelquun=quelque_un qqs=quelques qq=quelques
    qqch=quelque_chose qqchose=quelque_chose qqc=quelque_chose kelkechose=quelque_chose
    svp=se_il_vous_plait stp=se_il_te_plait slt=salut bjr=bonjour bsr=bonsoir bonj=bonjour mci=merci mrc=merci mersi=merci
    cest=ce_est cé=ce_est ces=ces cetait=ce_etait keske=que_est_ce_que kesk=que_est_ce_que keskon=que_est_ce_que_on questce=que_est_ce ske=ce_que
    jai=je_ai jé=je_ai jarrive=je_arrive jarive=je_arrive jsuis=je_suis jsui=je_suis chui=je_suis chuis=je_suis jpeux=je_peux jveux=je_veux jve=je_veux
    jsp=je_ne_sais_pas chais=je_sais chepa=je_ne_sais_pas chaipa=je_ne_sais_pas jvoudrais=je_voudrais jaimerais=je_aimerais
    ya=il_y_a yavait=il_y_avait yaura=il_y_aura iya=il_y_a dun=de_un dune=de_une lordi=le_ordinateur lordinateur=le_ordinateur
    fo=faut fau=faut fodrait=faudrait fodré=faudrait fodra=faudra peu=peut pe=peut pouvon=pouvons dwa=dois doi=dois fer=faire fé=fait
    vs=vous ns=nous nn=non oué=oui ouai=oui ouais=oui nan=non mé=mais tro=trop tres=tres tré=tres oci=aussi ossi=aussi
    pb=probleme pbs=probleme pbl=probleme prob=probleme msg=message msgs=message mess=message rdv=rendez_vous tel=telephone tels=telephone
    ordi=ordinateur ordis=ordinateur logi=logiciel logis=logiciel appli=application applis=application app=application apps=application
    mdp=mot_de_passe fb=facebook insta=instagram gratos=gratuit num=numero dispo=disponible doc=document docs=document
    info=information infos=information résa=reservation resa=reservation inscrip=inscription
    lag=le_assemblee_generale nvo=nouveau nvelle=nouvelle nouvo=nouveau bo=beau lé=les dé=des sé=ses
    moy=moyen tps=temps lgtps=longtemps chq=cheque cheq=cheque
  `),
  en: parsed(`
    u=you ur=your r=are pls=please plz=please thx=thanks thks=thanks ty=thank_you tnx=thanks cuz=because coz=because bc=because
    dont=do_not doesnt=does_not didnt=did_not cant=can_not cannot=can_not wont=will_not isnt=is_not arent=are_not wasnt=was_not
    couldnt=could_not shouldnt=should_not wouldnt=would_not havent=have_not hasnt=has_not im=i_be ive=i_have youre=you_be theyre=they_be
    whats=what_is wheres=where_is whos=who_is hows=how_is thats=that_is theres=there_is lets=let_is id=id
    wat=what wut=what wot=what wich=which hw=how wen=when wher=where abt=about bout=about msg=message msgs=message
    asso=association assoc=association org=organisation orgs=organisation nonprofit=association nonprofits=association charity=association charities=association
    pc=computer pcs=computer app=application apps=application pwd=password pw=password info=information
    gonna=going_to wanna=want_to gotta=got_to n=and w=with wo=without b4=before 2day=today tmrw=tomorrow tmr=tomorrow
    smth=something sth=something ppl=people vols=volunteers yr=year yrs=years agm=general_assembly
    fb=facebook insta=instagram doc=document docs=document tel=phone cud=could shud=should wud=would
  `),
};

function parsed(list: string): Expansions {
  const pairs = list.trim().split(/\s+/u);
  return new Map(
    pairs.map((pair) => {
      const [short = "", long = ""] = pair.split("=");
      return [short, long.split("_")];
    }),
  );
}
