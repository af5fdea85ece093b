import { DiscordAPIError, REST } from "discord.js";
import type { DiscordServer } from "../support/discord-server/discord-server.ts";

/** How a body is refused: its code, and the places in it that are wrong. */
export async function refusalOf(
  server: DiscordServer,
  path: `/${string}`,
  body: unknown,
): Promise<unknown> {
  const rest = new REST({ api: server.apiUrl, version: "10" }).setToken(server.token);
  try {
    await rest.post(path, { body });
    return "taken";
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const places = "errors" in error.rawError ? placesIn(error.rawError.errors) : [];
    return places.length > 0 ? `${error.code} ${places.join(" ")}` : String(error.code);
  }
}

function placesIn(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "_errors" ? [path.join(".")] : placesIn(value, [...path, key]),
  );
}

/** The code a request is refused with; undefined when it is done. */
export async function codeOf(request: Promise<unknown>): Promise<string | number | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
}
