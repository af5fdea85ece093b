import { signUpWords } from "./sign-up-words.ts";

/**
 * The short number of the workshop whose list of people is asked for: "inscrits 12", "la liste des
 * inscrits du 12", "feuille de présence 12", "attendance sheet 12"; undefined for anything else.
 */
export function readSheetRequest(text: string): number | undefined {
  const found = asked.exec(signUpWords(text))?.groups?.["number"];
  return found === undefined ? undefined : Number(found);
}

const asked =
  /^(?:(?:la |the )?(?:liste|list) (?:des |of )?)?(?:(?:les |des )?inscrit(?:s|es)?|participant(?:e?s)|(?:la )?feuille (?:de presence|d emargement)|(?:the )?attendance(?: sheet| list)?|attendees|sign ?ups)(?: (?:au|du|de|a|l|la|le|pour|atelier|numero|of|for|to|the|workshop|number))* (?<number>\d{1,4})$/u;
