import type { WorkshopPrice } from "../../model/workshop.ts";
import { bareWords } from "./clean-text.ts";

/** A price as people write it: `gratuit`, `5 €`, `12,50 euros`; undefined when it is not one amount. */
export function readPrice(text: string): WorkshopPrice | undefined {
  if (free.test(bareWords(text))) return { amount: 0, currency: "EUR" };
  const amount = /^(\d{1,6}(?:[.,]\d{1,2})?) ?(?:€|eur|euros?)?$/iu.exec(text.trim())?.[1];
  if (amount === undefined) return undefined;
  return { amount: Number(amount.replace(",", ".")), currency: "EUR" };
}

const free =
  /^(?:(?:entree |acces |atelier )?(?:gratuite?|libre)|(?:entree|acces) libre et gratuite?|free)$/u;
