import type { Workshop } from "../model/workshop.ts";
import { hideOwnSecret } from "../workshops/hide-secret.ts";

/**
 * A workshop without what only registered people may know, wherever else it was pasted: to be kept beside what
 * others are sent.
 */
export function withoutSecret(workshop: Workshop): Workshop {
  const { joinSecret: _secret, ...open } = hideOwnSecret(workshop);
  return open;
}
