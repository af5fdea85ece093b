/** Which workshops statistics are asked about; absent parts leave every one of them in. */
export interface StatisticsWish {
  /** Id of the one workshop. */
  readonly workshop?: string | undefined;
  /** Id of a theme. */
  readonly theme?: string | undefined;
  /** Code of a département, or `national`. */
  readonly territory?: string | undefined;
  /** `YYYY-MM`. */
  readonly month?: string | undefined;
}
