/** A link in Markdown, then one as it is typed; a picture is a link too. */
const links =
  /!?\[(?<label>[^\]\n]*)\]\(\s*<?(?<target>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|<?(?<bare>https?:\/\/[^\s<>]+)>?/gi;

/** A place named apart, `[1]: https://...`, would make links that do not show where they lead. */
const namedApart = /^([ \t]*)\[(?=[^\]\n]+\]:)/gm;

/** Signs that end a sentence rather than an address. */
const atTheEnd = /[.,;:!?)\]}'"»*_~|]+$/;

/**
 * A text whose links say where they lead: `[a page](https://example.org/x) (example.org)`. One into a room of a
 * chat is no longer a link, nor is one that is not of the web.
 */
export function showDomains(
  text: string,
  {
    isRoomLink,
    onWords,
  }: {
    readonly isRoomLink: (url: string) => boolean;
    /** What becomes of the words between links. */
    readonly onWords: (words: string) => string;
  },
): string {
  const whole = text.replaceAll(namedApart, "$1\\[");
  const pieces: string[] = [];
  let from = 0;
  for (const match of whole.matchAll(links)) {
    pieces.push(onWords(whole.slice(from, match.index)));
    const { label = "", target, bare } = match.groups ?? {};
    if (bare === undefined) pieces.push(named(onWords(label), target ?? "", isRoomLink));
    else pieces.push(typed(bare, isRoomLink));
    from = match.index + match[0].length;
  }
  return [...pieces, onWords(whole.slice(from))].join("");
}

function named(label: string, target: string, isRoomLink: (url: string) => boolean): string {
  const domain = domainOf(target);
  if (domain === undefined) return label;
  if (isRoomLink(target)) return `${label} (${domain}/…)`;
  return `[${label === "" ? domain : label}](${target}) (${domain})`;
}

function typed(found: string, isRoomLink: (url: string) => boolean): string {
  const [tail = ""] = atTheEnd.exec(found) ?? [];
  const url = found.slice(0, found.length - tail.length);
  const domain = domainOf(url);
  if (domain === undefined) return found;
  if (isRoomLink(url)) return `${domain}/…${tail}`;
  // It begins with its domain, unless a name stands before it or letters look like others.
  const isPlain = url
    .replace(/^https?:\/\//i, "")
    .toLowerCase()
    .startsWith(domain);
  return isPlain ? `${url}${tail}` : `${url} (${domain})${tail}`;
}

/** Where a link of the web leads; undefined for any other. */
function domainOf(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname;
}
