import { say } from "../../../model/reply.ts";
import { put } from "../../../ports/store.ts";
import type { ActOf } from "../act-of.ts";
import { commonDrafts } from "./common-drafts.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { readVersion } from "../view-of.ts";

const nothing: AboutDiagnostic = { changes: [], drafts: [] };

/** Opens a group: from now on others can join it by its code. */
export async function openGroup(
  { code, version, path }: ActOf<"open-group">,
  { who, now, parts }: Acting,
): Promise<AboutDiagnostic> {
  const { diagnosticGroups } = parts.knowledge().documents;
  const group = { opener: who.person, version, path, openedAt: now.toISOString() };
  return Promise.resolve({ changes: [put(diagnosticGroups, code, group)], drafts: [] });
}

/** Keeps the name who opened a group wants to be known by. */
export async function nameGroup(
  { code, nickname }: ActOf<"name-group">,
  acting: Acting,
): Promise<AboutDiagnostic> {
  return changeOwn(code, acting, { nickname });
}

/** Closes a group: its common result is drawn at the next tick, between the turns of all who answered. */
export async function closeGroup(
  { code }: ActOf<"close-group">,
  acting: Acting,
): Promise<AboutDiagnostic> {
  return changeOwn(code, acting, { closedAt: acting.now.toISOString() });
}

/** Tells a common result again. */
export async function tellGroup(
  { code }: ActOf<"tell-group">,
  { who, parts }: Acting,
): Promise<AboutDiagnostic> {
  const knowledge = parts.knowledge();
  const group = await parts.store.get(knowledge.documents.diagnosticGroups, code);
  const questionnaire = group && (await readVersion(group.version, parts));
  if (!group?.drawn || !questionnaire) {
    return { changes: [], drafts: [say(knowledge.tell(who.language)("dg-gone"))] };
  }
  const { drawn } = group;
  const { language } = who;
  const drafts = await commonDrafts({ ...group, drawn }, { questionnaire, language }, parts);
  return { changes: [], drafts };
}

/** Only who opened a group changes it: their turns wait for each other, so nothing of it is lost. */
async function changeOwn(
  code: string,
  { who, parts }: Acting,
  change: { readonly nickname?: string; readonly closedAt?: string },
): Promise<AboutDiagnostic> {
  const { store, knowledge } = parts;
  const { diagnosticGroups } = knowledge().documents;
  const group = await store.get(diagnosticGroups, code);
  if (!group || group.opener !== who.person || group.drawn) return nothing;
  return { changes: [put(diagnosticGroups, code, { ...group, ...change })], drafts: [] };
}
