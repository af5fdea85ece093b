import { z } from "zod";
import type { Condition, Questionnaire } from "./questionnaire.ts";

const perLanguage = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const id = z.string().min(1);
const value = z.number().min(0).max(3);

/** One condition, as the files and the store hold it. */
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ question: id, is: z.array(id).min(1) }),
    z.strictObject({ question: id, lacks: id }),
    z.strictObject({ question: id, unknown: z.literal(true) }),
    z.strictObject({ dimensionsAtLeast: z.number().min(0).max(100), count: z.int().min(1) }),
    z.strictObject({ question: id, min: value.optional(), max: value.optional() }),
  ]),
);

const optionSchema = z.strictObject({
  code: id,
  label: perLanguage,
  value: value.optional(),
  isNotApplicable: z.boolean().optional(),
  isExclusive: z.boolean().optional(),
  synonyms: z.array(z.string()).default([]),
});

/** One question, as the files and the store hold it. */
export const questionSchema = z.strictObject({
  id,
  kind: z.enum(["single", "several", "scale", "number", "text"]),
  dimension: id.optional(),
  weight: z.int().min(1).max(3).optional(),
  isShort: z.boolean().default(false),
  isAfterResult: z.boolean().optional(),
  showIf: z.strictObject({ question: id, is: z.array(id).min(1) }).optional(),
  alert: id.optional(),
  tickValue: value.optional(),
  mostChoices: z.int().min(1).optional(),
  isGraded: z.boolean().optional(),
  text: perLanguage,
  why: perLanguage,
  help: perLanguage.optional(),
  options: z.array(optionSchema).default([]),
});

/** One recommendation, as the files and the store hold it. */
export const recommendationSchema = z.strictObject({
  id,
  dimension: id,
  when: conditionSchema,
  effort: z.enum(["S", "M", "L"]),
  impact: z.int().min(1).max(3),
  owner: id,
  theme: id,
  intents: z.array(id).min(1),
  after: z.array(id).default([]),
  alert: id.optional(),
  title: perLanguage,
  step: perLanguage,
  done: perLanguage,
});

/** What the files hold beside questions and recommendations. */
export const questionnaireFrame = {
  dimensions: z.array(z.strictObject({ id, name: perLanguage })).min(3),
  levels: z
    .array(
      z.strictObject({ from: z.number().min(0).max(100), name: perLanguage, says: perLanguage }),
    )
    .min(1),
  owners: z.record(id, perLanguage),
  alerts: z.record(id, perLanguage),
  ordering: z.strictObject({
    effortCost: z.strictObject({ S: z.number(), M: z.number(), L: z.number() }),
    wishFactor: z.number().min(1),
    unknownNeed: value,
    now: z.int().min(1),
    next: z.int().min(1),
  }),
};

/** A whole questionnaire: checks one that was stored. */
export const questionnaireSchema: z.ZodType<Questionnaire> = z.strictObject({
  version: id,
  ...questionnaireFrame,
  questions: z.array(questionSchema),
  recommendations: z.array(recommendationSchema),
});
