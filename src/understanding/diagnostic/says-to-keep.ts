import { foldText } from "../fold-text.ts";

/** Whether words that go on with what stands ("suivant", "je garde") say that it is to be kept. */
export function saysToKeep(text: string): boolean {
  return /\b(?:gard\w*|keep(?! going)|laiss\w*|chang\w*)\b/u.test(foldText(text));
}
