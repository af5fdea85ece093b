import { isAway, takesPart } from "../../../../handoff/absence.ts";
import { changeState } from "../../../../handoff/change-state.ts";
import { mayTake } from "../../../../handoff/fairness.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import type { PhraseKey } from "../../../../model/phrases.ts";
import type { Request, RequestState } from "../../../../model/request.ts";
import { dayOf, wallTimeAt } from "../../../../workshops/wall-time.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { reopenTexts } from "../../later/close-texts.ts";
import { surroundingsOf } from "../../surroundings.ts";
import { only, toldAsker, toldTeams } from "./around.ts";

/** « rouvrir A-127 »: back to the same adviser where they can take it, otherwise to everybody, with its history. */
export async function reopenRequest(
  { request: id }: Extract<HandoffEffect, { kind: "reopen" }>,
  acting: Acting,
): Promise<AboutHandoff> {
  const request = await acting.book.get(id);
  return request ? takeUpAgain(request, "ha-reopened", acting) : nothingAbout;
}

/** Goes on with a request that was over. @param phrase what its asker reads */
export async function takeUpAgain(
  request: Request,
  phrase: PhraseKey,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, book } = acting;
  const { now } = who;
  const adviser = await sameAdviser(request, acting);
  const since = now.toISOString();
  const state: RequestState =
    adviser === undefined ? { kind: "queued", since } : { kind: "claimed", adviser, since };
  const after = changeState(request, state, now, { asks: undefined });
  if (!after) return only(toldAsker("ha-too-old", request, acting));
  return {
    changes: [
      book.change(request, after),
      book.record(after, "reopened", "asker", now),
      ...(await reopenTexts(request.id, book)),
      ...toldTeams(after, "ha-team-reopened", acting),
    ],
    drafts: [toldAsker(phrase, after, acting)],
  };
}

/** Who answered before, while they are there and may take it. */
async function sameAdviser(
  request: Request,
  { who, parts, book }: Acting,
): Promise<string | undefined> {
  const { state } = request;
  const id = state.kind === "resolved" || state.kind === "closed" ? state.adviser : undefined;
  const around = await surroundingsOf({ parts, book, now: who.now });
  const adviser = around.directory.advisers.find((one) => one.id === id);
  const team = around.directory.teams.find((one) => one.id === request.team);
  if (!adviser || !team || !takesPart(adviser.id, around)) return undefined;
  const day = dayOf(wallTimeAt(around.now, team.hours.timeZone));
  return isAway(adviser.id, day, around) || !mayTake(request, adviser, around)
    ? undefined
    : adviser.id;
}
