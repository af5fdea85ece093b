import { z } from "zod";
import { globalWords } from "../model/library.ts";

const day = z.iso.date("a day is written YYYY-MM-DD");
const id = z.string().regex(/^[a-z-]+\.[a-z-]+$/, "an id is written theme.name, in lower case");
const sentence = z.string().trim().min(1, "an empty sentence").max(1000, "over 1000 characters");
const sentences = z.array(sentence);
const bothLanguages = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const title = z.string().min(1).max(80, "over 80 characters: it is shown on a button");

/** The front matter of a resource, `content/resources/<theme>/<name>.md`. */
export const resourceShape = z.strictObject({
  id,
  theme: z.string(),
  status: z.enum(["draft", "published"]),
  title: z.strictObject({ fr: title, en: title }),
  audience: z
    .array(
      z.enum([
        "everyone",
        "volunteer",
        "board",
        "treasurer",
        "employee",
        "webmaster",
        "coordinator",
      ]),
    )
    .min(1),
  checked: day,
  "review-by": day,
  "workshop-theme": z.string().optional(),
  next: z.array(id).min(1).max(3),
  sources: z.array(
    z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/ }), read: day }),
  ),
  advice: z.boolean().default(false),
  // Who wrote it, when they wished their name to stand there.
  author: z.string().min(1).optional(),
});

/** An intent, `intents/<theme>/<name>.yaml`. */
export const intentShape = z.strictObject({
  id,
  // Made from an answer to one person: few wordings are known yet.
  young: z.boolean().default(false),
  utterances: z.strictObject({ fr: sentences, en: sentences }),
  "follow-ups": z
    .array(z.strictObject({ after: z.array(z.string()).min(1), fr: sentences, en: sentences }))
    .default([]),
  "counter-examples": z
    .strictObject({
      fr: z.array(z.strictObject({ text: sentence, intent: z.string() })).default([]),
      en: z.array(z.strictObject({ text: sentence, intent: z.string() })).default([]),
    })
    .default({ fr: [], en: [] }),
});

const kinds = z.strictObject({ far: sentences, near: sentences, chatter: sentences });

/** `intents/out-of-scope.yaml`. */
export const outOfScopeShape = z.strictObject({
  id: z.literal("out-of-scope"),
  utterances: z.strictObject({ fr: kinds, en: kinds }),
});

/** `content/jargon.yaml`: a word, and the plain words to write instead. */
export const jargonShape = z.record(z.string().trim().min(1), z.string().trim().min(1));

/** `intents/planned.yaml`: ids a counter-example may name though nothing is written for them yet. */
export const plannedShape = z.array(id);

/** `intents/global-words.yaml`. */
export const globalWordsShape = z.record(
  z.enum(globalWords),
  z.strictObject({ fr: sentences, en: sentences }),
);

/** A file of phrases, `fr.yaml` or `en.yaml`: all of these, and no other. */
export function phrasesShape<const K extends string>(keys: readonly K[]) {
  return z.record(z.enum(keys), z.string().min(1));
}

/** `content/themes.yaml`. */
export const themesShape = z.record(
  z.string(),
  z.strictObject({
    name: bothLanguages,
    words: z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) }),
  }),
);

/** `content/contacts.yaml`. */
export const contactsShape = z
  .array(z.strictObject({ name: bothLanguages, what: bothLanguages, where: z.string() }))
  .min(1);
