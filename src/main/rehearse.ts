import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { libraryFiles } from "../loading/read-library.ts";
import type { Config } from "../loading/load-config.ts";
import { readSubscriptionFile } from "../loading/read-subscription-file.ts";
import {
  subscriptionFileShape,
  type SubscriptionFile,
} from "../loading/subscription-file-shape.ts";
import { ConfigurationError } from "../model/errors.ts";
import { fileProgramme } from "../workshops/file-programme.ts";
import { addDays, dayOf, instantOf, readWallTime } from "../workshops/wall-time.ts";
import { configOf, configOption } from "./options.ts";
import { playRehearsal, type Span } from "./play-rehearsal.ts";
import { readCheckedLibrary } from "./read-checked-library.ts";
import { rehearsalMarkdown } from "./rehearsal-markdown.ts";
import { attendeesOf, subscriptionsOf } from "./rehearsed-readers.ts";

/** `passerelle rehearse --from DAY --days N`: what will be sent, per room, as Markdown. */
export async function rehearse(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...configOption,
      from: { type: "string" },
      days: { type: "string", default: "14" },
      room: { type: "string" },
      subscriptions: { type: "string" },
    },
  });
  const config = configOf(values, root);
  const span = spanOf(values.from, values.days, config.timeZone);
  const readers = readersOf(values.subscriptions, config);
  const { library } = readCheckedLibrary(libraryFiles(root));
  if (!library) throw new ConfigurationError("The content cannot be used: run `passerelle check`.");
  const workshops = fileProgramme(library.workshops, span.from);
  const { phrases } = library;
  const messages = await playRehearsal({ workshops, phrases, readers, config, span });
  const subscribed = subscriptionsOf(readers, config, span.from);
  const rooms = [...subscribed, ...attendeesOf(readers, config).map(({ recipient }) => recipient)];
  const shown = rooms.filter(({ to }) => values.room === undefined || to.room === values.room);
  if (shown.length === 0) {
    const names = rooms.map(({ to }) => to.room).join(", ");
    throw new ConfigurationError(`No room "${values.room ?? ""}"; there is: ${names || "none"}.`);
  }
  process.stdout.write(rehearsalMarkdown(shown, messages));
  return 0;
}

/** Who is told: those of a file, of the configuration or, where it names none, one room as it would be. */
function readersOf(file: string | undefined, { announcements }: Config): SubscriptionFile {
  if (file !== undefined) return readSubscriptionFile(resolve(file));
  const rooms = announcements?.rooms ?? [];
  if (rooms.length > 0) return subscriptionFileShape.parse({ rooms });
  process.stderr.write(noRoom);
  return subscriptionFileShape.parse({ rooms: [{ room: "default" }] });
}

const noRoom = `No room is told of workshops yet: this is what a sample room would be sent.
For yours, add them to "announcements" in bot.config.json: { "rooms": [{ "platform": "matrix", "room": "!id:server" }] }
`;

function spanOf(from: string | undefined, days: string, zone: string): Span {
  const start = readWallTime(`${from ?? ""}T00:00`);
  const count = Number(days);
  if (start === undefined) throw new ConfigurationError("--from takes a day, as 2027-03-22");
  if (!Number.isInteger(count) || count < 1 || count > 366) {
    throw new ConfigurationError("--days takes a number of days, 1 to 366");
  }
  const end = `${dayOf(addDays(start, count))}T00:00`;
  return { from: instantOf(start, zone), to: instantOf(end, zone) };
}
