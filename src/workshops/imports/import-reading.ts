import type { Workshop } from "../../model/workshop.ts";

/**
 * What an import has to say, as the key of a phrase. Those of a whole file: too big, not the kind it claims,
 * nothing in it. Those of a line: why it cannot be a workshop, or what somebody should look at before it is
 * published.
 */
export type ImportProblemKey =
  | "import-too-big"
  | "import-too-many-lines"
  | "import-too-many-workshops"
  | "import-too-many-series"
  | "import-not-text"
  | "import-spreadsheet"
  | "import-not-calendar"
  | "import-not-json"
  | "import-not-agenda"
  | "import-table-broken"
  | "import-columns-missing"
  | "import-columns-ignored"
  | "import-unread-event"
  | "import-title-missing"
  | "import-date-missing"
  | "import-date-unread"
  | "import-year-two-digits"
  | "import-weekday-wrong"
  | "import-hour-missing"
  | "import-hour-unread"
  | "import-hour-skipped"
  | "import-hour-twice"
  | "import-all-day"
  | "import-end-unread"
  | "import-end-before-start"
  | "import-too-long"
  | "import-zone-unknown"
  | "import-offset-wrong"
  | "import-tentative"
  | "import-rule-too-often"
  | "import-rule-unusual"
  | "import-rule-endless"
  | "import-text-cut"
  | "import-theme-unknown"
  | "import-no-theme"
  | "import-value-unread"
  | "import-same-as";

/** A problem as data: the words are the phrase's. */
export interface ImportProblem {
  readonly key: ImportProblemKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a source may know of a workshop; fields it does not speak of are absent. */
export type ImportedFields = Pick<Workshop, "title" | "localStart" | "timeZone" | "status"> &
  Partial<
    Pick<
      Workshop,
      | "summary"
      | "description"
      | "themes"
      | "level"
      | "localEnd"
      | "mode"
      | "place"
      | "joinUrl"
      | "joinSecret"
      | "phone"
      | "host"
      | "partners"
      | "contact"
      | "audience"
      | "prerequisites"
      | "bring"
      | "territories"
      | "capacity"
      | "price"
      | "registration"
      | "accessibility"
      | "language"
    >
  >;

/** Where a line stands, so that people find it again. */
export interface LinePlace {
  /** From 1; for JSON, the rank of the event. */
  readonly line: number;
  readonly externalId?: string | undefined;
}

/** A workshop read, with what to look at before it is published: it then stays a draft. */
export interface ImportedWorkshop extends LinePlace {
  readonly kind: "workshop";
  readonly fields: ImportedFields;
  readonly warnings: readonly ImportProblem[];
}

/** A line of a source, read. */
export type ImportedLine =
  | ImportedWorkshop
  | (LinePlace & { readonly kind: "problem"; readonly problem: ImportProblem })
  /** The source says it is gone: with a `#`, one occurrence; without, all those of this id. */
  | { readonly kind: "removed"; readonly externalId: string };

/** What became of a whole source. */
export type ImportReading =
  | {
      readonly kind: "read";
      readonly lines: readonly ImportedLine[];
      /** Whether what it does not hold is gone; not so of one page of several. */
      readonly isWhole: boolean;
      /** About the file, to be said beside its lines. */
      readonly notes: readonly ImportProblem[];
    }
  | { readonly kind: "refused"; readonly problem: ImportProblem }
  /** Hours without a known zone: ask which once, and read again with it. */
  | { readonly kind: "zone-needed"; readonly zones: readonly string[] };

/** What holds where a source says nothing. */
export interface ImportDefaults {
  readonly timeZone: string;
  /** Spoken at workshops; ISO 639-1. */
  readonly language: string;
  readonly territories: readonly string[];
  readonly themes: readonly NamedTheme[];
}

/** A theme of the library and the words sources call it by. */
export interface NamedTheme {
  readonly id: string;
  readonly names: readonly string[];
}

/** A problem with its values. */
export function problem(
  key: ImportProblemKey,
  values: ImportProblem["values"] = {},
): ImportProblem {
  return { key, values };
}
