/** What people read of words and files that are carried over; in `content/phrases/handoff/<language>.yaml`. */
export const handoffRelayPhraseKeys = [
  // Who speaks.
  "hr-person",
  "hr-adviser",
  "hr-adviser-hidden",
  "hr-file-alone",
  "hr-correction",
  // Files that are not passed on, and what goes with those that are.
  "hr-too-big",
  "hr-not-taken",
  "hr-macros",
  "hr-not-cleaned",
  "hr-damaged",
  "hr-too-many",
  "hr-unreadable",
  "hr-no-files",
  "hr-may-name-author",
  "hr-prefer-text",
  "hr-wants-text",
  // What became of a message.
  "hr-not-yet-to-adviser",
  "hr-not-yet-to-asker",
  "hr-undeliverable",
  "hr-deliverable-again",
  "hr-thread-refused",
] as const;
