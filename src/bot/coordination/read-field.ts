import type { Theme } from "../../model/library.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import type { DraftField, DraftWords } from "../../model/workshop-draft.ts";
import type { WorkshopPlace } from "../../model/workshop.ts";
import { foldText } from "../../understanding/fold-text.ts";
import { territoryNamed, themeNamed } from "../../understanding/read-subscription.ts";
import { readPrice } from "../../workshops/imports/read-price.ts";
import { zoneOfTerritory } from "../../workshops/zone-of-territory.ts";

/** What an answer says of a field, or how to say that it does not. */
export type FieldReading =
  | { readonly kind: "read"; readonly words: DraftWords }
  | { readonly kind: "unread"; readonly phrase: PhraseKey };

/** Reads what a coordinator answers about a field; dates are read apart, by `readWhen`. */
export function readField(
  field: Exclude<DraftField, "when">,
  text: string,
  themes: readonly Theme[],
): FieldReading {
  const said = text.trim();
  const line = said.replaceAll(/\s+/gu, " ");
  switch (field) {
    case "title":
      return read({ title: { fr: line.replaceAll(/^["«“\s]+|["»”\s]+$/gu, "") } });
    case "where":
      return readWhere(line);
    case "link":
      return readLink(line);
    case "price": {
      const price = readPrice(line.replaceAll(/[.!]+$/gu, ""));
      return price ? read({ price }) : unread("draft-unread-price");
    }
    case "capacity": {
      if (/^(?:illimite|sans limite|no limit|unlimited)/u.test(foldText(line))) return read({});
      const count = /^(?:\D{0,12})(\d{1,5})(?: ?(?:places?|personnes?|seats?|people))?\W*$/u.exec(
        line,
      );
      return count ? read({ capacity: Number(count[1]) }) : unread("draft-unread-capacity");
    }
    case "partners":
      return read({ partners: list(line.replace(/^(?:avec|with) /iu, "")) });
    case "summary":
      return read({ summary: { fr: said } });
    case "english-title":
      return read({ englishTitle: line.replaceAll(/^["«“\s]+|["»”\s]+$/gu, "") });
    case "english-summary":
      return read({ englishSummary: said });
    case "audience":
      return read({ audience: { fr: withoutStop(line.replace(/^(?:pour|for) /iu, "")) } });
    case "bring":
      return read({ bring: { fr: withoutStop(line.replace(/^(?:apporte[rz]?|bring) /iu, "")) } });
    case "accessibility":
      return read({ accessibility: list(line.replace(/^♿️?\s*/u, ""), /[,;]/u) });
    case "themes": {
      const found = list(line).map((part) => themeNamed(part, themes));
      const known = [...new Set(found.flatMap((id) => id ?? []))];
      return known.length > 0 && known.length === found.length
        ? read({ themes: known })
        : unread("draft-unread-themes");
    }
    case "territories": {
      const found = list(line).map((part) => territoryNamed(part));
      const known = found.flatMap((code) => code ?? []);
      if (known.length === 0 || known.length < found.length)
        return unread("draft-unread-territories");
      const zone = known.map((code) => zoneOfTerritory(code)).find((name) => name !== undefined);
      return read({ territories: known, ...(zone !== undefined && { timeZone: zone }) });
    }
  }
}

const online =
  /\b(?:(?:entierement|uniquement|aussi|egalement) )?(?:en ligne|a distance|en visio\w*|par visio\w*|online|remote(?:ly)?|distanciel)\b/u;

/** "La Chesnaie, Saint-Nazaire, et à distance": a place, on line, or both. */
function readWhere(line: string): FieldReading {
  const folded = foldText(line);
  const isOnline = online.test(folded);
  const parts = line
    .split(/,|;| et (?=à distance|a distance|en ligne|en visio)| and (?=online|remote)/iu)
    .filter((part) => !isOnlineAlone(part))
    .map((part) => part.trim().replace(/^(?:et|and|à|au|chez|at|in)\s+/iu, ""));
  const [name, ...others] = parts;
  if (name === undefined) {
    return isOnline ? read({ mode: "online", place: undefined }) : unread("draft-unread-where");
  }
  return read({ mode: isOnline ? "both" : "on-site", place: placeOf(name, others) });
}

function isOnlineAlone(part: string): boolean {
  const rest = foldText(part)
    .replace(online, "")
    .replace(/^\s*(?:et|and)\b/u, "");
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, "") === "";
}

function placeOf(name: string, others: readonly string[]): WorkshopPlace {
  const last = others.at(-1);
  if (last === undefined) return { name };
  const [, postcode, town = last] = /^(\d{5})\s+(.+)$/u.exec(last) ?? [];
  const address = others.slice(0, -1).join(", ");
  return {
    name,
    town,
    ...(postcode !== undefined && { postcode }),
    ...(address !== "" && { address }),
  };
}

/** Only registered people are given it: a link to a meeting opens it. */
function readLink(line: string): FieldReading {
  const link = /https?:\/\/\S+/iu.exec(line)?.[0];
  return link !== undefined && URL.canParse(link)
    ? read({ joinSecret: link })
    : unread("draft-unread-link");
}

/** Words that are said inside a sentence. */
function withoutStop(line: string): string {
  return line.replace(/\s*\.$/u, "");
}

function list(line: string, between: RegExp = /[,;]| et | and /iu): string[] {
  return line
    .split(between)
    .map((part) => part.replaceAll(/^[\s.]+|[\s.]+$/gu, ""))
    .filter((part) => part !== "");
}

function read(words: DraftWords): FieldReading {
  return { kind: "read", words };
}

function unread(phrase: PhraseKey): FieldReading {
  return { kind: "unread", phrase };
}
