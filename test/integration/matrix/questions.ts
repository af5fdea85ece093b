/** A question and words its answer holds and the others do not. */
export interface Question {
  readonly text: string;
  readonly about: string;
}

/** Questions that need nothing said before. */
const questions: readonly [Question, ...Question[]] = [
  { text: "comment faire une page de collecte ?", about: "HelloAsso" },
  { text: "comment sauvegarder nos fichiers ?", about: "3-2-1" },
  { text: "comment faire une visioconférence ?", about: "Jitsi" },
  { text: "comment choisir un bon mot de passe ?", about: "coffre" },
  { text: "qu'est-ce que le RGPD ?", about: "RGPD" },
  { text: "comment délivrer un reçu fiscal ?", about: "intérêt général" },
  { text: "comment faire une newsletter ?", about: "indésirables" },
];

/** The question of a place in an endless row. */
export function questionAt(place: number): Question {
  return questions[place % questions.length] ?? questions[0];
}
