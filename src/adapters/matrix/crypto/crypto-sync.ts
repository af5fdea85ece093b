/** What a sync tells that concerns encryption, as it came. */
export interface CryptoSync {
  readonly toDevice: readonly unknown[];
  readonly changedUsers: readonly string[];
  readonly leftUsers: readonly string[];
  readonly oneTimeKeyCounts: Readonly<Record<string, number>>;
  /** Undefined when the server does not say. */
  readonly unusedFallbackKeys: readonly string[] | undefined;
}
