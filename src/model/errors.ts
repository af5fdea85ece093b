/** A problem the operator or an author can mend: what, where, what to do. Shown without a stack. */
export class KnownError extends Error {
  override readonly name: string = "KnownError";
}

/** The store cannot be opened, read or written; the message says which file and what to do. */
export class StoreError extends KnownError {
  override readonly name = "StoreError";
}

/** The configuration file or the command line is wrong; the message lists every fault. */
export class ConfigurationError extends KnownError {
  override readonly name = "ConfigurationError";
}

/** Nothing of ours is taken in a place until somebody gives a right back; what goes elsewhere need not wait. */
export class PlaceRefused extends Error {
  override readonly name = "PlaceRefused";
}

/** What was asked for may have been done or not: whoever asks again asks for the same. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}
