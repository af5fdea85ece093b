import type { WorkshopRegistration } from "../../model/workshop.ts";
import { bareWords } from "./clean-text.ts";

/** How people sign up, from a link, an address, a number or a word; undefined when it is none of them. */
export function readRegistration(text: string): WorkshopRegistration | undefined {
  const written = text.trim();
  if (/^https?:\/\/\S+$/iu.test(written) && URL.canParse(written))
    return { by: "link", to: written };
  const mail = /^(?:mailto:)?([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/iu.exec(written)?.[1];
  if (mail !== undefined) return { by: "mail", to: mail };
  if (/^(?:tel:)?\+?[\d\s.()-]{6,20}$/iu.test(written)) {
    return { by: "phone", to: written.replace(/^tel:/iu, "") };
  }
  if (bot.test(bareWords(written))) return { by: "bot" };
  return none.test(bareWords(written)) ? { by: "none" } : undefined;
}

const bot = /^(?:ici|assistant|bot|oui|yes)$/u;
const none = /^(?:non|aucune|sans(?: inscription)?|(?:entree |acces )?libre|no|none)$/u;
