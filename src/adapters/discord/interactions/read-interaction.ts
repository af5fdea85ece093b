import { ChannelType, InteractionContextType, InteractionType, MessageFlags } from "discord.js";
import type { Role } from "../../../model/incoming-message.ts";
import type { Language } from "../../../model/language.ts";
import { languageOfPerson } from "../language-of-person.ts";
import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import type { GuildRoles } from "../receiving/guild-roles.ts";
import type { Place, ThreadPlaces } from "../receiving/thread-places.ts";

/** What somebody did with us, and where. */
export interface Interaction {
  readonly id: string;
  readonly application: string;
  readonly token: string;
  readonly kind: "command" | "press" | "typing" | "window";
  readonly person: string;
  readonly roles: readonly Role[];
  /** That of the person's own application, English for one we do not speak; undefined when it tells none. */
  readonly language: Language | undefined;
  /** The channel or thread it was done in. */
  readonly channel: string;
  readonly place: Place;
  /** The message it was done on. */
  readonly message: string | undefined;
  /** Only the person sees that message. */
  readonly isOnEphemeral: boolean;
  readonly data: unknown;
}

const kinds: ReadonlyMap<number | undefined, Interaction["kind"]> = new Map([
  [InteractionType.ApplicationCommand, "command"],
  [InteractionType.MessageComponent, "press"],
  [InteractionType.ApplicationCommandAutocomplete, "typing"],
  [InteractionType.ModalSubmit, "window"],
]);

/** Reads an interaction; undefined when it is none that can be answered. Nothing is thrown. */
export function readInteraction(
  payload: unknown,
  { roles, threads }: { readonly roles: GuildRoles; readonly threads: ThreadPlaces },
): Interaction | undefined {
  const id = idOf(payload, "id");
  const token = textOf(payload, "token");
  const application = idOf(payload, "application_id");
  const kind = kinds.get(numberOf(payload, "type"));
  const person = idOf(payload, "member", "user", "id") ?? idOf(payload, "user", "id");
  const channel = idOf(payload, "channel_id") ?? idOf(payload, "channel", "id");
  if (id === undefined || token === undefined || !/^[\w.-]{1,400}$/.test(token)) return undefined;
  if (application === undefined || kind === undefined) return undefined;
  if (person === undefined || channel === undefined) return undefined;
  const guild = idOf(payload, "guild_id");
  const flags = numberOf(payload, "message", "flags") ?? 0;
  return {
    id,
    application,
    token,
    kind,
    person,
    roles: roles.rolesOf(person, guild, fieldOf(payload, "member")),
    language: languageOfPerson(textOf(payload, "locale")),
    channel,
    place: {
      ...threads.placeOf(channel, guild, fieldOf(payload, "channel")),
      isDirect: guild === undefined && isWithUs(payload),
    },
    message: idOf(payload, "message", "id"),
    isOnEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    data: fieldOf(payload, "data"),
  };
}

/** Two people, or a group, may talk where there is no guild either. */
function isWithUs(payload: unknown): boolean {
  return (
    numberOf(payload, "context") === InteractionContextType.BotDM ||
    numberOf(payload, "channel", "type") === ChannelType.DM
  );
}

/** The value of the command's option, or of the one that is being typed. */
export function optionOf({ data }: Interaction): string | undefined {
  const [option] = listOf(data, "options");
  return textOf(option, "value");
}

/** What was written in a window. */
export function writtenIn({ data }: Interaction): string {
  const texts = listOf(data, "components").flatMap((row) => [
    textOf(row, "component", "value"),
    ...listOf(row, "components").map((field) => textOf(field, "value")),
  ]);
  return texts.find((text) => text !== undefined) ?? "";
}
