import { say, type ReplyDraft } from "../../../../model/reply.ts";
import { numberOf, type Request } from "../../../../model/request.ts";
import type { PhraseKey } from "../../../../model/phrases.ts";
import type { Change } from "../../../../ports/store.ts";
import type { AboutHandoff, Acting } from "../../acting.ts";
import { tellThread } from "../../tell-people.ts";

/** What who asks reads, in their language. */
export function toldAsker(
  phrase: PhraseKey,
  request: Pick<Request, "number">,
  { who, parts }: Acting,
): ReplyDraft {
  return say(parts.knowledge().tell(who.language)(phrase, { number: numberOf(request) }));
}

/** What every team that was told of a request reads of what its asker did, in its thread. */
export function toldTeams(
  after: Request,
  phrase: PhraseKey,
  { parts }: Acting,
  values: Readonly<Record<string, string>> = {},
): Change[] {
  const knowledge = parts.knowledge();
  const { teams } = knowledge.library.directory;
  const ids = new Set(
    after.team === undefined ? after.offers.map(({ team }) => team) : [after.team],
  );
  return teams
    .filter(({ id }) => ids.has(id))
    .flatMap((team) => {
      const words = knowledge.tell(team.language)(phrase, { number: numberOf(after), ...values });
      return tellThread(
        after,
        team,
        { draft: say(words), name: `${phrase}.${after.revision}` },
        parts,
      );
    });
}

/** What is told who speaks, and nothing is written. */
export function only(draft: ReplyDraft): AboutHandoff {
  return { changes: [], drafts: [draft] };
}
