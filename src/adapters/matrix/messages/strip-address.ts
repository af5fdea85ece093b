import type { Us } from "./us.ts";

/** By what we are called. */
export type OurNames = Pick<Us, "userId" | "names" | "settings">;

/**
 * What a person asks, without what says that they ask us: "Passerelle : …", "@passerelle:server …", a
 * link to us, or the prefix. What is left may be empty.
 * @param isMentioned the message mentions us: our name at its beginning is that mention
 */
export function stripAddress(body: string, us: OurNames, isMentioned: boolean): string {
  const bareName = isMentioned ? match(`(?:${namesOf(us)})${END_OF_NAME}`, body) : "";
  return body.slice((openingOf(body, us) || bareName).length).trim();
}

/** The part of a message, at its beginning, that calls us; empty when nothing does. */
export function openingOf(body: string, us: OurNames): string {
  const prefix = escaped(us.settings.prefix);
  return (
    (prefix === "" ? "" : match(`${prefix}${END_OF_NAME}`, body)) ||
    match(`(?:${escaped(us.userId)}|${linkTo(us.userId)})${END_OF_NAME}`, body) ||
    // "Passerelle est utile" talks of us; "Passerelle, es-tu utile" and "@Passerelle" talk to us.
    match(`(?:${namesOf(us)})\\s*[:,]`, body) ||
    match(`@(?:${namesOf(us)})${END_OF_NAME}`, body)
  );
}

/** Another letter would make it another name. */
const END_OF_NAME = "(?![\\p{L}\\p{N}_])\\s*[:,]?";

function match(pattern: string, body: string): string {
  return new RegExp(`^\\s*(?:${pattern})\\s*`, "iu").exec(body)?.[0] ?? "";
}

/** The names people see, and the part of the account they type. */
function namesOf({ userId, names }: OurNames): string {
  const account = /^@(?<local>[^:]+):/.exec(userId)?.groups?.["local"] ?? userId;
  return [...names, account]
    .filter((name) => name.trim() !== "")
    .map(escaped)
    .join("|");
}

/** A link as clients write it beside the formatted text. */
function linkTo(userId: string): string {
  const ids = [userId, encodeURIComponent(userId)].map(escaped).join("|");
  return `\\[[^\\]\\n]*\\]\\(<?https://matrix\\.to/#/(?:${ids})>?\\)`;
}

function escaped(text: string): string {
  return text.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
