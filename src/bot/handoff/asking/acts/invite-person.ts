import { messageKey } from "../../../../delivery/message-key.ts";
import { directTo, personKey } from "../../../../model/address.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import { say } from "../../../../model/reply.ts";
import { languageOfPerson } from "../../../language-of-person.ts";
import { replyTo } from "../../../seat-notices.ts";
import type { AboutHandoff, Acting } from "../../acting.ts";
import { quotedExactly } from "../consent-prompt.ts";
import { newDraft } from "../draft-request.ts";
import { maskedWhole, withoutSecrets } from "../masked-draft.ts";
import { only } from "./around.ts";
import { ID_LENGTH, sourceOfMessage, wordsOf } from "./keep-draft.ts";

/**
 * Asks the person whose message a mediator points at, in private, with their own words: nothing of these is kept
 * but a sealed draft, for two days, and nothing is given until they agree.
 */
export async function invitePerson(
  { person: id, text, message }: Extract<HandoffEffect, { kind: "invite" }>,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const { platform } = who.address;
  const knowledge = parts.knowledge();
  const { now } = who;
  const sent = say(knowledge.tell(who.language)("ha-invite-sent"));
  const person = personKey(platform, id);
  const { store, delivery } = parts;
  const language = await languageOfPerson(person, {
    store,
    documents: knowledge.documents,
    usual: who.language,
  });
  const tell = knowledge.tell(language);
  const words = withoutSecrets(text, tell);
  const begun = (await book.of(person)).filter(({ state }) => state.kind === "draft");
  const asked = await Promise.all(begun.map(async (draft) => book.messages(draft.id)));
  // Asked already: once is enough.
  if (asked.flat().some((one) => one.text === words)) return only(sent);
  const answerIn = directTo(platform, id);
  const fresh = newDraft(
    { question: words, because: "mediator" },
    { knowledge, now, conversation: { language } },
  );
  const draft = { ...fresh, id: parts.newCode(ID_LENGTH), asker: { person, answerIn, language } };
  const label = tell("ha-start-label");
  const invitation = say(
    [tell("ha-invited"), quotedExactly(maskedWhole(words, tell)), tell("ha-invited-how")].join(
      "\n\n",
    ),
    [{ label, value: `say:${label}` }],
  );
  const key = messageKey("handoff", draft.id, "invited", message);
  const at = now.toISOString();
  const source = sourceOfMessage({ address: who.address, id: message });
  return {
    changes: [
      book.change(undefined, draft),
      book.keep(wordsOf(draft, { direction: "draft", text: words, at, source })),
      ...delivery.leave(person, [replyTo(answerIn, invitation, language, key)]),
    ],
    drafts: [sent],
  };
}
