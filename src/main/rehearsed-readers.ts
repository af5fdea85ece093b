import type { AnnouncementPeople } from "../announcements/announcer-ports.ts";
import type { Attendee } from "../announcements/programme.ts";
import type { Config } from "../loading/load-config.ts";
import type { SubscriptionFile } from "../loading/subscription-file-shape.ts";
import { newSubscription, usualQuietHours, type Subscription } from "../model/subscription.ts";

/** Who subscribed to what, the usual where the file does not say. */
export function subscriptionsOf(
  { rooms }: Pick<SubscriptionFile, "rooms">,
  config: Pick<Config, "timeZone" | "language">,
  from: Date,
): readonly Subscription[] {
  return rooms.map(({ room, platform, zone, language, kinds, digest, quiet, ...chosen }) => ({
    ...newSubscription(
      {
        to: { platform, room, isDirect: false },
        zone: zone ?? config.timeZone,
        language: language ?? config.language,
      },
      from,
    ),
    ...chosen,
    ...(kinds && { kinds }),
    ...(digest && { digest }),
    ...(quiet && { quiet }),
  }));
}

interface RehearsedAttendee extends Attendee {
  readonly workshops: readonly string[];
}

/** Who signed up for what, and wants which reminders. */
export function attendeesOf(
  { people }: SubscriptionFile,
  config: Pick<Config, "timeZone" | "language">,
): readonly RehearsedAttendee[] {
  return people.map(({ person, platform, zone, language, quiet, workshops, reminders }) => ({
    workshops,
    wants: [...reminders, "satisfaction"],
    recipient: {
      to: { platform, room: `@${person}`, isDirect: true },
      person,
      zone: zone ?? config.timeZone,
      language: language ?? config.language,
      quiet: quiet ?? usualQuietHours,
    },
  }));
}

/** The same as the announcer asks it. */
export function peopleOf(
  readers: SubscriptionFile,
  config: Pick<Config, "timeZone" | "language">,
): AnnouncementPeople {
  const attendees = attendeesOf(readers, config);
  const of = (workshop: string) =>
    attendees.filter(({ workshops }) => workshops.includes(workshop));
  return {
    attendees: (workshops) => Promise.resolve(new Map(workshops.map(({ id }) => [id, of(id)]))),
    concerned: (workshop) => Promise.resolve(of(workshop).map(({ recipient }) => recipient)),
    standing: (workshop, { to, person }) => {
      const found = of(workshop).find(
        ({ recipient }) => recipient.person === person && recipient.to.platform === to.platform,
      );
      return Promise.resolve(found && { isListed: true, isSeated: true, wants: found.wants });
    },
  };
}
