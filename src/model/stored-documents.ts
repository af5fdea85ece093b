import { z } from "zod";
import { personKey } from "./address.ts";
import { conversationSchema } from "./conversation-schema.ts";
import type { Conversation } from "./conversation.ts";
import { diagnosticGroupType, type DiagnosticGroup } from "./diagnostic-group.ts";
import { publishedFiguresType, type PublishedFigures } from "./diagnostic-figures.ts";
import { leftRunType, type LeftRun } from "./left-run.ts";
import { diagnosticRunType, type DiagnosticRun } from "./diagnostic-run.ts";
import { storedQuestionnaireType, type StoredQuestionnaire } from "./stored-questionnaire.ts";
import { amongOthers, type AnyDocumentType, type DocumentType } from "./document-type.ts";
import { judgementSchema, type Judgement } from "./judgement.ts";
import { keptQuestionSchema, type KeptQuestion } from "./kept-question.ts";
import { latestOf } from "./latest-of.ts";
import { registrationType, type Registration } from "./registration.ts";
import { deskTalkType, type DeskTalk } from "./desk-talk.ts";
import { contentDraftType, type ContentDraft } from "./content-draft.ts";
import { helpFeedbackType, type HelpFeedback } from "./help-feedback.ts";
import { requestEventType, type RequestEvent } from "./request-event.ts";
import { requestMessageType, type RequestMessage } from "./request-message.ts";
import type { Request } from "./request.ts";
import { requestType } from "./stored-requests.ts";
import { standingType, type Standing } from "./standing.ts";
import { replySchema } from "./reply-schema.ts";
import { reminderWishType, type ReminderWish } from "./reminder-wish.ts";
import { campaignType, ledgerType, type Campaign, type LedgerEntry } from "./ledger-entry.ts";
import { mentionWishType, type MentionWish } from "./mention-wish.ts";
import { outboxFields, type OutboxRow } from "./outbox-row.ts";
import {
  storedClosedCalendars,
  storedMirroredEvents,
  type ClosedCalendar,
  type MirroredEvent,
} from "./stored-mirror.ts";
import { signUpNumbersType, type SignUpNumbers } from "./sign-up-numbers.ts";
import {
  storedAnnouncerPlace,
  storedToldWorkshops,
  type AnnouncerPlace,
  type ToldWorkshop,
} from "./stored-announcer.ts";
import {
  storedDefaultSubscriptions,
  storedSubscriptions,
  type DefaultSubscription,
} from "./stored-subscriptions.ts";
import {
  storedWorkshopChanges,
  storedWorkshops,
  type StoredWorkshop,
  type WorkshopChange,
} from "./stored-workshops.ts";
import { storedScheduledPublications, type ScheduledPublication } from "./scheduled-publication.ts";
import type { Subscription } from "./subscription.ts";
import { themeWishType, type ThemeWish } from "./theme-wish.ts";

const instant = z.iso.datetime();

/** Days each kind of document is kept, from the configuration. */
export interface KeptDays {
  readonly conversations: number;
  readonly keptQuestions: number;
  readonly handledEvents: number;
}

/** That an event had its turn; its id is a hash, so that a replay is recognised and nobody is. */
export interface HandledEvent {
  readonly at: string;
}

/** Present while deleted data may still be readable in an older generation of a file. */
export interface ScrubDue {
  readonly at: string;
}

/** Every kind of document the assistant stores; a type, so that `Object.values` knows them all. */
export type StoredDocuments = {
  readonly conversations: DocumentType<Conversation>;
  readonly keptQuestions: DocumentType<KeptQuestion>;
  readonly judgements: DocumentType<Judgement>;
  readonly themeWishes: DocumentType<ThemeWish>;
  readonly handledEvents: DocumentType<HandledEvent>;
  readonly outbox: DocumentType<OutboxRow>;
  readonly ledger: DocumentType<LedgerEntry>;
  readonly campaigns: DocumentType<Campaign>;
  readonly scrubDue: DocumentType<ScrubDue>;
  readonly workshops: DocumentType<StoredWorkshop>;
  readonly workshopChanges: DocumentType<WorkshopChange>;
  readonly registrations: DocumentType<Registration>;
  readonly signUpNumbers: DocumentType<SignUpNumbers>;
  readonly reminderWishes: DocumentType<ReminderWish>;
  readonly subscriptions: DocumentType<Subscription>;
  readonly defaultSubscriptions: DocumentType<DefaultSubscription>;
  readonly mentionWishes: DocumentType<MentionWish>;
  readonly announcerPlace: DocumentType<AnnouncerPlace>;
  readonly toldWorkshops: DocumentType<ToldWorkshop>;
  readonly mirroredEvents: DocumentType<MirroredEvent>;
  readonly closedCalendars: DocumentType<ClosedCalendar>;
  readonly scheduledPublications: DocumentType<ScheduledPublication>;
  readonly diagnosticRuns: DocumentType<DiagnosticRun>;
  readonly diagnosticGroups: DocumentType<DiagnosticGroup>;
  readonly questionnaires: DocumentType<StoredQuestionnaire>;
  readonly leftRuns: DocumentType<LeftRun>;
  readonly publishedFigures: DocumentType<PublishedFigures>;
  readonly requests: DocumentType<Request>;
  readonly requestMessages: DocumentType<RequestMessage>;
  readonly requestEvents: DocumentType<RequestEvent>;
  readonly standings: DocumentType<Standing>;
  readonly helpFeedback: DocumentType<HelpFeedback>;
  readonly contentDrafts: DocumentType<ContentDraft>;
  readonly deskTalks: DocumentType<DeskTalk>;
};

/** Declares what is stored and how long: the store, the purge, "forget me" and the printed policy read this. */
export function declareDocuments(keptDays: KeptDays): StoredDocuments {
  return {
    conversations: {
      ...firstVersion("conversations", "stored-conversations"),
      read: (json) => conversationSchema.parse(json),
      keptDays: keptDays.conversations,
      isSealed: true,
      lastUsed: ({ updatedAt }) => updatedAt,
      owner: ({ platform, person }) => personKey(platform, person),
    },
    keptQuestions: {
      ...firstVersion("kept-questions", "stored-kept-questions"),
      read: (json) => keptQuestionSchema.parse(json),
      keptDays: keptDays.keptQuestions,
      lastUsed: ({ at }) => at,
      owner: ({ owner }) => owner,
    },
    judgements: {
      ...firstVersion("judgements", "stored-judgements"),
      read: (json) => judgementSchema.parse(json),
      keptDays: 365,
      lastUsed: ({ at }) => at,
      owner: () => undefined,
    },
    themeWishes: themeWishType,
    handledEvents: {
      ...firstVersion("handled-events", "stored-handled-events"),
      read: (json) => bareInstantSchema.parse(json),
      keptDays: keptDays.handledEvents,
      lastUsed: ({ at }) => at,
      owner: () => undefined,
    },
    outbox: {
      ...firstVersion("outbox", "stored-outbox"),
      read: (json) => outboxRowSchema.parse(json),
      keptDays: 7,
      isPassing: true,
      // Announcements are for everybody, and thousands go at once: sealing each costs a sixth of their sending.
      isSealed: (json) => !announcementSchema.safeParse(json).success,
      lastUsed: ({ at, notBefore = at, usefulUntil = at }) => latestOf(at, notBefore, usefulUntil),
      owner: ({ owner }) => owner,
    },
    ledger: ledgerType,
    campaigns: campaignType,
    scrubDue: {
      ...firstVersion("scrub-due", "stored-scrub-due"),
      read: (json) => bareInstantSchema.parse(json),
      keptDays: 7,
      lastUsed: ({ at }) => at,
      owner: () => undefined,
    },
    workshops: storedWorkshops,
    workshopChanges: storedWorkshopChanges,
    registrations: registrationType,
    signUpNumbers: signUpNumbersType,
    reminderWishes: reminderWishType,
    subscriptions: storedSubscriptions,
    defaultSubscriptions: storedDefaultSubscriptions,
    mentionWishes: mentionWishType,
    announcerPlace: storedAnnouncerPlace,
    toldWorkshops: storedToldWorkshops,
    mirroredEvents: storedMirroredEvents,
    closedCalendars: storedClosedCalendars,
    scheduledPublications: storedScheduledPublications,
    diagnosticRuns: diagnosticRunType,
    diagnosticGroups: diagnosticGroupType,
    questionnaires: storedQuestionnaireType,
    leftRuns: leftRunType,
    publishedFigures: publishedFiguresType,
    requests: requestType,
    requestMessages: requestMessageType,
    requestEvents: requestEventType,
    standings: standingType,
    helpFeedback: helpFeedbackType,
    contentDrafts: contentDraftType,
    deskTalks: deskTalkType,
  };
}

/** The kinds of documents in a list. */
export function kindsOf(documents: StoredDocuments): readonly AnyDocumentType[] {
  return [
    amongOthers(documents.conversations),
    amongOthers(documents.keptQuestions),
    amongOthers(documents.judgements),
    amongOthers(documents.themeWishes),
    amongOthers(documents.handledEvents),
    amongOthers(documents.outbox),
    amongOthers(documents.ledger),
    amongOthers(documents.campaigns),
    amongOthers(documents.scrubDue),
    amongOthers(documents.workshops),
    amongOthers(documents.workshopChanges),
    amongOthers(documents.registrations),
    amongOthers(documents.signUpNumbers),
    amongOthers(documents.reminderWishes),
    amongOthers(documents.subscriptions),
    amongOthers(documents.defaultSubscriptions),
    amongOthers(documents.mentionWishes),
    amongOthers(documents.announcerPlace),
    amongOthers(documents.toldWorkshops),
    amongOthers(documents.mirroredEvents),
    amongOthers(documents.closedCalendars),
    amongOthers(documents.scheduledPublications),
    amongOthers(documents.diagnosticRuns),
    amongOthers(documents.diagnosticGroups),
    amongOthers(documents.questionnaires),
    amongOthers(documents.leftRuns),
    amongOthers(documents.publishedFigures),
    amongOthers(documents.requests),
    amongOthers(documents.requestMessages),
    amongOthers(documents.requestEvents),
    amongOthers(documents.standings),
    amongOthers(documents.helpFeedback),
    amongOthers(documents.contentDrafts),
    amongOthers(documents.deskTalks),
  ];
}

function firstVersion<const D extends string>(collection: string, description: D) {
  return { collection, description, version: 1, migrations: [] } as const;
}

const bareInstantSchema = z.strictObject({ at: instant });

const announcementSchema = z.looseObject({
  reply: z.looseObject({ kind: z.literal("announcement") }),
});
const outboxRowSchema = z.strictObject({ ...outboxFields, reply: replySchema });
