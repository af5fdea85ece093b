import { expect, it } from "vitest";
import { addressReply } from "../../src/bot/address-replies.ts";
import { replyTo } from "../../src/bot/seat-notices.ts";
import { replySchema } from "../../src/model/reply-schema.ts";
import { binaryFiles } from "../contracts/file-contract.ts";
import { questionOf } from "../support/questionnaire-reply.ts";

const to = { platform: "matrix", room: "!r:s", isDirect: true };
const question = { ...questionOf(6, 3), attachments: binaryFiles };

it.each([
  [
    "in answer",
    addressReply(
      question,
      {
        id: "$1",
        from: "@a:s",
        isFromBot: false,
        roles: [],
        address: to,
        text: "",
        pressed: undefined,
        isForUs: true,
        sentAt: new Date(0),
      },
      0,
    ),
  ],
  ["of our own accord", replyTo(to, question, "fr", "key")],
])("what is sent %s keeps its choices, its files and how many go together", (_, reply) => {
  const { text, choices, mostChosen, attachments } = question;
  const waited = replySchema.parse(JSON.parse(JSON.stringify(reply)));
  expect(waited).toMatchObject({ text, choices, mostChosen, attachments });
});
