import { directToPerson } from "../../../model/address.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Recipient } from "../../../model/subscription.ts";
import { recipientOf } from "../../recipient-of.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";

/** At which hours somebody reads in private: those they chose or, failing that, the usual ones. */
export async function readerOf(
  { owner }: Pick<DiagnosticRun, "owner">,
  { store, knowledge }: Pick<DiagnosticsParts, "store" | "knowledge">,
): Promise<Recipient> {
  const { documents, settings } = knowledge();
  const usual = { zone: settings.timeZone, language: settings.language };
  const answerIn = directToPerson(owner);
  return recipientOf({ person: owner, answerIn }, { store, documents, usual });
}
