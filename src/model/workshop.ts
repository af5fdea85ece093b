/** A workshop of the programme. Local times belong to `timeZone`; what is not known stays undefined, never guessed. */
export interface Workshop {
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly themes: readonly string[];
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Local times, `HH:MM`; several when people may choose. */
  readonly starts: readonly string[];
  readonly ends: string | undefined;
  /** IANA zone, as `Europe/Paris`. */
  readonly timeZone: string;
  readonly place: string | undefined;
  readonly isOnline: boolean | undefined;
  readonly partners: readonly string[];
  readonly price: string | undefined;
  readonly registration: string | undefined;
  readonly bring: string | undefined;
  readonly audience: string | undefined;
  readonly organiser: string | undefined;
}
