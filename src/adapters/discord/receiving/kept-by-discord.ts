/** Where Discord keeps the files of messages. Source: https://discord.com/developers/docs/reference#image-formatting */
const fileHosts: ReadonlySet<string> = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

/**
 * The address of a file, where it is Discord's own and may be fetched; undefined for any other.
 * @param apiBaseUrl a compatible server keeps files at its own address
 */
export function keptByDiscord(text: string | undefined, apiBaseUrl: string): URL | undefined {
  const url = readUrl(text);
  if (!url) return undefined;
  const isHttps = url.protocol === "https:" && fileHosts.has(url.hostname);
  return isHttps || url.origin === readUrl(apiBaseUrl)?.origin ? url : undefined;
}

function readUrl(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}
