// Commands: what a member, or an import, asks for. One schema for socket, form and test. `decide` answers them.
import { z } from "zod";
import { anchorSchema } from "./anchor";
import { applicantFactsSchema, applicantSchema, handFactsSchema } from "./applicant";
import { arrangeSources } from "./arrange-source";
import { clinicalKinds } from "./clinical-experience";
import { endorsementStrengths, flagCategories, provenances, relationships } from "./marks";
import { meetingKinds } from "./meeting-kind";
import { MOST_TOGETHER } from "./rank-list";
import { takenKinds } from "./retention";
import type { Ballot } from "./room";
import { roomCommandSchemas } from "./room-commands";
import {
  idSchema,
  lineSchema,
  matchYearSchema,
  memberSchema,
  nameSchema,
  programCodeSchema,
  quotaSchema,
  sentenceSchema,
} from "./schemas";

/** Longest sentence a member may write in a reason, in characters. */
export const SENTENCE_MAX = 500;
/** Most rows that a file may have. */
export const IMPORT_ROWS_MAX = 5000;

const sentence = sentenceSchema(SENTENCE_MAX);
const optionalSentence = sentence.optional();
/** Where a word is enough: "Matched elsewhere". */
const optionalLine = lineSchema(SENTENCE_MAX).optional();

/** Longest name of a snapshot, in characters. */
export const SNAPSHOT_NAME_MAX = 80;
const snapshotNameSchema = nameSchema(SNAPSHOT_NAME_MAX);

export const moveApplicantSchema = z.object({
  type: z.literal("moveApplicant"),
  applicantId: idSchema,
  to: anchorSchema,
  reason: z
    .object({
      category: z.enum(flagCategories).optional(),
      provenance: z.enum(provenances).optional(),
      sentence: optionalSentence,
    })
    .optional(),
});
export const memberCommandSchema = z.discriminatedUnion("type", [
  moveApplicantSchema,
  /** A selection, in the order in which it is to stand. */
  z.object({
    type: z.literal("moveApplicants"),
    applicantIds: z.array(idSchema).min(1).max(MOST_TOGETHER),
    to: anchorSchema,
    reason: moveApplicantSchema.shape.reason,
  }),
  /** Takes back my last move, if the applicant is untouched since. */
  z.object({ type: z.literal("undoMove") }),
  /** Makes again what I took back last. */
  z.object({ type: z.literal("redoMove") }),
  z.object({
    type: z.literal("endorseApplicant"),
    applicantId: idSchema,
    strength: z.enum(endorsementStrengths),
    relationship: z.enum(relationships).optional(),
    evidence: optionalSentence,
  }),
  z.object({ type: z.literal("strikeEndorsement"), markId: idSchema, reason: sentence }),
  z.object({
    type: z.literal("raiseFlag"),
    applicantId: idSchema,
    category: z.enum(flagCategories),
    provenance: z.enum(provenances),
    sentence,
  }),
  z.object({ type: z.literal("verifyFlag"), markId: idSchema, reason: sentence }),
  z.object({ type: z.literal("dismissFlag"), markId: idSchema, reason: sentence }),
  z.object({ type: z.literal("strikeFlag"), markId: idSchema, reason: sentence }),
  z.object({ type: z.literal("declareRecusal"), applicantId: idSchema, reason: optionalLine }),
  z.object({ type: z.literal("liftRecusal"), memberId: idSchema, applicantId: idSchema, reason: sentence }),
  z.object({ type: z.literal("withdrawApplicant"), applicantId: idSchema, reason: optionalLine }),
  z.object({ type: z.literal("reinstateApplicant"), applicantId: idSchema, reason: optionalLine }),
  z.object({
    type: z.literal("changeSettings"),
    quota: quotaSchema.optional(),
    championLimit: z.number().int().min(0).max(100).optional(),
  }),
  z.object({ type: z.literal("lockList"), reason: optionalSentence }),
  z.object({ type: z.literal("unlockList"), reason: sentence }),
  /** Gives the draft as it stands a name, to come back to and to compare with. */
  z.object({ type: z.literal("takeSnapshot"), name: snapshotNameSchema }),
  ...roomCommandSchemas,
]);
export type MemberCommand = z.infer<typeof memberCommandSchema>;

const roomCommandSchema = z.discriminatedUnion("type", [...roomCommandSchemas]);
type AskedOfRoom = z.infer<typeof roomCommandSchema>;
export type RoomCommandType = AskedOfRoom["type"];
/** Handed who is here by the server, never by a socket (CALL-5). */
export type PresenceType = "openObjectionCall" | "closeObjectionCall";
/** What a member asks of the room, or the server's clock. A reveal is handed the sealed ballots by the server, never by a socket. */
export type RoomCommand =
  | Exclude<AskedOfRoom, { type: "revealRound" | "acceptProposal" | PresenceType }>
  | (Extract<AskedOfRoom, { type: PresenceType }> & { here?: readonly string[] })
  | (Extract<AskedOfRoom, { type: "revealRound" }> & { sealed?: readonly Ballot[] });

const meetingSchema = z.object({
  title: nameSchema(200),
  programName: nameSchema(200),
  programCode: programCodeSchema,
  matchYear: matchYearSchema,
  quota: quotaSchema,
  kind: z.enum(meetingKinds).optional(),
  /** Absent: the default. A rehearsal has that of what it was copied from. */
  championLimit: z.number().int().min(0).max(100).optional(),
});

const factNameSchema = applicantFactsSchema.keyof();
const fileColumns = {
  /** Facts that the file has a column for. */
  mapped: z.array(factNameSchema),
  /** Of the clinical experience, the kinds that the file has a column for: others stay. */
  clinicalKinds: z.array(z.enum(clinicalKinds)),
};
const fileColumnsSchema = z.object(fileColumns);
export type FileColumns = z.infer<typeof fileColumnsSchema>;
/** What a row has no readable cell for although it is not blank: what is on file of it stays. */
const unread = { unread: fileColumnsSchema.optional() };

/** The season's files, matched and checked. Ids are the importer's: a known applicant keeps theirs. Not accepted over a socket. */
export const importSeasonSchema = z.object({
  type: z.literal("importSeason"),
  meeting: meetingSchema,
  /** Was the quota said, or is it the default? A default never overwrites what the PD has set. */
  quotaGiven: z.boolean(),
  members: z.array(memberSchema).max(2000),
  applicants: z
    .array(z.object({ id: idSchema, withdrawn: z.boolean(), facts: applicantFactsSchema, ...unread }))
    .max(IMPORT_ROWS_MAX),
  /** Absent: the facts are all that is known of an applicant. */
  columns: fileColumnsSchema.optional(),
  list: z.object({ protected: z.array(idSchema), middle: z.array(idSchema), red: z.array(idSchema) }).optional(),
});
export type ImportSeason = z.infer<typeof importSeasonSchema>;

const idList = z.array(idSchema).max(5000);
const recusalSchema = z.object({ memberId: idSchema, applicantId: idSchema, reason: z.string().max(2000).optional() });

/**
 * A file of applicants, read and checked. Only what the file has a column for is its to say (IMPORT-4). Not accepted over a
 * socket: it comes from the import, which shows first what it would do.
 */
export const importApplicantsSchema = z.object({
  type: z.literal("importApplicants"),
  ...fileColumns,
  /** Whoever is known by AAMC or NRMP ID keeps their own id; `id` is for somebody new. */
  rows: z
    .array(z.object({ id: idSchema, withdrawn: z.boolean(), facts: applicantFactsSchema.partial(), ...unread }))
    .max(IMPORT_ROWS_MAX),
});
export type ImportApplicants = z.infer<typeof importApplicantsSchema>;

/** What an import did, to be taken back where nothing has touched it since (IMPORT-6). Not accepted over a socket. */
export const undoImportSchema = z.object({
  type: z.literal("undoImport"),
  added: z.array(applicantSchema),
  changed: z.array(
    z.object({
      applicantId: idSchema,
      changes: z.array(z.object({ field: factNameSchema, from: z.unknown(), to: z.unknown() })),
    }),
  ),
  /** `back`: where they stood. */
  withdrawn: z.array(z.object({ applicantId: idSchema, back: anchorSchema.nullable() })),
});
export type UndoImport = z.infer<typeof undoImportSchema>;

/**
 * What those who prepare write into a file by hand. Not accepted over a socket: a page sends it. `was` is what they were shown of
 * the fields they change: where somebody else has changed these since, nothing happens.
 */
export const changeApplicantFileSchema = z.object({
  type: z.literal("changeApplicantFile"),
  applicantId: idSchema,
  was: handFactsSchema,
  /** A field that is in `was` and not here is taken out of the file. */
  set: handFactsSchema,
});
export type ChangeApplicantFile = z.infer<typeof changeApplicantFileSchema>;

/**
 * What a program says about one of its meetings: who is on the roster, who is not any more, and its settings. Only what differs
 * becomes an event. Not accepted over a socket: it follows a change of the program, which was allowed there.
 */
export const followProgramSchema = z.object({
  type: z.literal("followProgram"),
  /** Counts the changes of a program: what an older one says is not heard after a newer one (ROSTER-1). */
  version: z.number().int().min(0),
  /** For a meeting that has no event yet. */
  meeting: meetingSchema,
  flagAuthorsShown: z.boolean(),
  /** Whoever is to be a member; others who are members stay, unless they are in `removed`. */
  members: z.array(memberSchema).max(2000),
  removed: z.array(idSchema).max(2000),
  /**
   * For a draft: what people have declared before they come to prepare it; for a rehearsal: what they have declared in the
   * meeting. Counts for whoever is new to it (DRAFT-1, REHEARSE-2).
   */
  recusals: z.array(recusalSchema).max(5000).optional(),
});
export type FollowProgram = z.infer<typeof followProgramSchema>;

/**
 * Puts a whole draft in an order that a person was shown and has accepted (DRAFT-3). Whoever is named nowhere keeps their place.
 * Too large for a socket's message: it comes from a form.
 */
export const arrangeListSchema = z.object({
  type: z.literal("arrangeList"),
  source: z.enum(arrangeSources),
  protected: idList,
  middle: idList,
  red: idList,
  /** Back to the tray. */
  unplaced: idList,
});
export type ArrangeList = z.infer<typeof arrangeListSchema>;

/** Closes a draft for good: its list opens that meeting (FREEZE-1). From a form, because the meeting is opened next. */
export const freezeDraftSchema = z.object({ type: z.literal("freezeDraft"), meetingId: idSchema });
export type FreezeDraft = z.infer<typeof freezeDraftSchema>;

/**
 * Opens a season's meeting with the list of its frozen draft (FREEZE-2). Not accepted over a socket: what is in it was allowed
 * to the director where the draft was frozen.
 */
export const openFromDraftSchema = z.object({
  type: z.literal("openFromDraft"),
  /** Roster and settings, as of now. */
  follow: followProgramSchema,
  /** With their ids in the draft. */
  applicants: z.array(applicantSchema).max(5000),
  list: z.object({ protected: idList, middle: idList, red: idList }),
  /** Declared in the draft, or in the season by those who were not in it. */
  recusals: z.array(recusalSchema).max(20_000),
  /** "I'd work with them" of the interviewers' notes: the note's id becomes the mark's. */
  endorsements: z
    .array(
      z.object({
        markId: idSchema,
        applicantId: idSchema,
        by: idSchema,
        at: z.iso.datetime(),
        relationship: z.enum(relationships).optional(),
      }),
    )
    .max(50_000),
});
export type OpenFromDraft = z.infer<typeof openFromDraftSchema>;

/**
 * What interview notes say once the list is frozen of whom their authors would work with (MARK-1). Not accepted over a socket: a
 * note is saved or struck by its page, which was allowed there.
 */
export const hearNotesSchema = z.object({
  type: z.literal("hearNotes"),
  notes: z
    .array(
      z.object({
        noteId: idSchema,
        applicantId: idSchema,
        by: idSchema,
        /** What the note says now, with the id that its mark gets; null: nothing any more. */
        said: z
          .object({ markId: idSchema, at: z.iso.datetime(), relationship: z.enum(relationships).optional() })
          .nullable(),
        /** Marks of what the note has said before. */
        takenBack: z.array(idSchema),
        /** Why the note was struck. */
        reason: z.string().max(2000).optional(),
      }),
    )
    .max(50_000),
});
export type HearNotes = z.infer<typeof hearNotesSchema>;

/** Takes what the retention time no longer covers (KEEP-2). The program decides it, never a socket: see server/retention.ts. */
export const purgeMeetingSchema = z.object({
  type: z.literal("purgeMeeting"),
  /** What the person was shown: anything else is not taken. */
  taken: z.record(z.enum(takenKinds), z.number().int().min(0)),
});
export type PurgeMeeting = z.infer<typeof purgeMeetingSchema>;

export type Command =
  | Exclude<MemberCommand, { type: "revealRound" | PresenceType }>
  | RoomCommand
  | ImportSeason
  | ImportApplicants
  | UndoImport
  | ChangeApplicantFile
  | FollowProgram
  | PurgeMeeting
  | ArrangeList
  | FreezeDraft
  | OpenFromDraft
  | HearNotes;
export type CommandType = Command["type"];

/** A command as it comes over the wire, flat: `{id, meetingId, type, …}`. */
export const commandEnvelopeSchema = z.intersection(
  z.object({ id: idSchema, meetingId: idSchema }),
  memberCommandSchema,
);
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;
