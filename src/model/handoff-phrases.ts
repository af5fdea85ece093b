import { handoffAskerPhraseKeys } from "./handoff-asker-phrases.ts";
import { handoffCurationPhraseKeys } from "./handoff-curation-phrases.ts";
import { handoffRelayPhraseKeys } from "./handoff-relay-phrases.ts";
import { handoffTeamPhraseKeys } from "./handoff-team-phrases.ts";
import { handoffTimePhraseKeys } from "./handoff-time-phrases.ts";

/** The sentences of `content/phrases/handoff/<language>.yaml`. */
export const handoffPhraseKeys = [
  // What is stored.
  "stored-requests",
  "stored-request-messages",
  "stored-request-events",
  "stored-standings",
  "stored-help-feedback",
  "stored-content-drafts",
  // Commands of the chat platforms.
  "hf-command-my-requests",
  "hf-command-my-requests-what",
  "hf-said-my-requests",
  // As time passes, or as requests end.
  ...handoffTimePhraseKeys,
  // Words and files carried over.
  ...handoffRelayPhraseKeys,
  // Places to go to or to ring.
  "hp-intro",
  "hp-intro-near",
  "hp-intro-afar",
  "hp-name",
  "hp-itinerant",
  "hp-open",
  "hp-open-until",
  "hp-opens",
  "hp-hours-unknown",
  "hp-remote",
  "hp-booking",
  "hp-checked",
  "hp-checked-long-ago",
  "hp-checked-long-ago-no-phone",
  // Pages made from answers.
  ...handoffCurationPhraseKeys,
  // To who asks, and about what they do.
  ...handoffAskerPhraseKeys,
  // To those who answer, and about what they do.
  ...handoffTeamPhraseKeys,
] as const;
