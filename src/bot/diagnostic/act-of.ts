import type { DiagnosticEffect } from "../../model/diagnostic-effect.ts";

/** One kind of act of the diagnostic. */
export type ActOf<Kind extends DiagnosticEffect["kind"]> = Extract<
  DiagnosticEffect,
  { readonly kind: Kind }
>;
