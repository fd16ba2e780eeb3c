// Events: what happened, in the past tense, and nothing that `apply` can work out for itself. Stored for years, so a field
// is only ever added as optional. Anchors are stored, ranks are not: a rank differs per viewer (RECUSE-3).
import { z } from "zod";
import { anchorSchema, moveReasonSchema } from "./anchor";
import { applicantFactsSchema, applicantSchema } from "./applicant";
import { arrangeSources } from "./arrange-source";
import { endorsementStrengths, flagCategories, provenances, relationships } from "./marks";
import { meetingKinds } from "./meeting-kind";
import { takenKinds } from "./retention";
import { roomEvents } from "./room-events";
import { idSchema, memberSchema, placeSchema, roleSchema } from "./schemas";

const text = z.string().max(2000);
const idList = z.array(idSchema);

export const takenSchema = z.record(z.enum(takenKinds), z.number().int().min(0));

const body = {
  meetingOpened: z.object({
    type: z.literal("meetingOpened"),
    title: text,
    programName: text,
    programCode: z.string(),
    matchYear: z.number().int(),
    quota: z.number().int(),
    championLimit: z.number().int(),
    /** Absent: a meeting. */
    kind: z.enum(meetingKinds).optional(),
  }),
  settingsChanged: z.object({
    type: z.literal("settingsChanged"),
    quota: z.number().int().optional(),
    championLimit: z.number().int().optional(),
    /** Do all members see who raised a flag, or hosts and the author only (SEE-4)? */
    flagAuthorsShown: z.boolean().optional(),
  }),
  memberAdded: z.object({ type: z.literal("memberAdded"), member: memberSchema }),
  memberChanged: z.object({ type: z.literal("memberChanged"), memberId: idSchema, name: text, role: roleSchema }),
  /** They keep their name on what they signed (ROSTER-2). */
  memberRemoved: z.object({ type: z.literal("memberRemoved"), memberId: idSchema }),
  /** The meeting stands where its program's roster and settings stood at this version (ROSTER-1). */
  programFollowed: z.object({ type: z.literal("programFollowed"), version: z.number().int() }),
  applicantAdded: z.object({ type: z.literal("applicantAdded"), applicant: applicantSchema }),
  applicantFileChanged: z.object({
    type: z.literal("applicantFileChanged"),
    applicantId: idSchema,
    facts: applicantFactsSchema,
  }),
  /** An import that added them was taken back, and nobody had touched them (IMPORT-6). */
  applicantRemoved: z.object({ type: z.literal("applicantRemoved"), applicantId: idSchema }),
  applicantWithdrawn: z.object({
    type: z.literal("applicantWithdrawn"),
    applicantId: idSchema,
    reason: text.optional(),
  }),
  applicantReinstated: z.object({
    type: z.literal("applicantReinstated"),
    applicantId: idSchema,
    reason: text.optional(),
  }),
  preliminaryFrozen: z.object({
    type: z.literal("preliminaryFrozen"),
    protected: idList,
    middle: idList,
    red: idList,
  }),
  /** A draft put into an order as a whole; whoever is not in it waits in the tray. */
  listArranged: z.object({
    type: z.literal("listArranged"),
    source: z.enum(arrangeSources),
    protected: idList,
    middle: idList,
    red: idList,
  }),
  /** The draft as it stands before this event has a name. */
  snapshotTaken: z.object({ type: z.literal("snapshotTaken"), name: text }),
  /** The draft's last event: it is the preliminary list of that meeting now. */
  draftFrozen: z.object({ type: z.literal("draftFrozen"), meetingId: idSchema }),
  applicantMoved: z.object({
    type: z.literal("applicantMoved"),
    applicantId: idSchema,
    from: placeSchema,
    to: anchorSchema,
    reason: moveReasonSchema.optional(),
    /** The move that this one takes back (UNDO-1). */
    undoOf: z.number().int().optional(),
    /** The taking back that this one makes undone (UNDO-3). */
    redoOf: z.number().int().optional(),
    /** The proposal that a host accepted by it (PROPOSE-2). */
    proposalId: idSchema.optional(),
  }),
  /** A selection, one after the other. */
  applicantsMoved: z.object({
    type: z.literal("applicantsMoved"),
    moves: z.array(z.object({ applicantId: idSchema, from: placeSchema, to: anchorSchema })),
    reason: moveReasonSchema.optional(),
    undoOf: z.number().int().optional(),
    redoOf: z.number().int().optional(),
  }),
  moveProposed: z.object({
    type: z.literal("moveProposed"),
    proposalId: idSchema,
    applicantId: idSchema,
    to: anchorSchema,
    reason: moveReasonSchema.optional(),
  }),
  applicantEndorsed: z.object({
    type: z.literal("applicantEndorsed"),
    markId: idSchema,
    applicantId: idSchema,
    strength: z.enum(endorsementStrengths),
    relationship: z.enum(relationships).optional(),
    evidence: text.optional(),
    /** Who said it and when, where that was before the meeting, in an interview note (FREEZE-2). */
    signed: z.object({ by: idSchema, at: z.iso.datetime() }).optional(),
  }),
  endorsementStruck: z.object({
    type: z.literal("endorsementStruck"),
    markId: idSchema,
    applicantId: idSchema,
    reason: text,
  }),
  flagRaised: z.object({
    type: z.literal("flagRaised"),
    markId: idSchema,
    applicantId: idSchema,
    category: z.enum(flagCategories),
    provenance: z.enum(provenances),
    sentence: text,
  }),
  flagVerified: z.object({ type: z.literal("flagVerified"), markId: idSchema, applicantId: idSchema, reason: text }),
  flagDismissed: z.object({ type: z.literal("flagDismissed"), markId: idSchema, applicantId: idSchema, reason: text }),
  flagStruck: z.object({ type: z.literal("flagStruck"), markId: idSchema, applicantId: idSchema, reason: text }),
  recusalDeclared: z.object({
    type: z.literal("recusalDeclared"),
    memberId: idSchema,
    applicantId: idSchema,
    reason: text.optional(),
  }),
  recusalLifted: z.object({
    type: z.literal("recusalLifted"),
    memberId: idSchema,
    applicantId: idSchema,
    reason: text,
  }),
  listLocked: z.object({
    type: z.literal("listLocked"),
    version: z.number().int(),
    /** SHA-256 of the locked entries, hex. Set by the server when it stamps the event; withheld from recused viewers. */
    sha256: z.string().optional(),
    /** Why it was locked with warnings standing. */
    reason: text.optional(),
  }),
  listUnlocked: z.object({ type: z.literal("listUnlocked"), version: z.number().int(), reason: text }),
  meetingPurged: z.object({
    type: z.literal("meetingPurged"),
    /** What was taken; withheld from recused viewers. A purge of long ago does not count what there was not yet. */
    taken: z.partialRecord(z.enum(takenKinds), z.number().int().min(0)).optional(),
  }),
} as const;

export const eventBodySchema = z.discriminatedUnion("type", [
  body.meetingOpened,
  body.settingsChanged,
  body.memberAdded,
  body.memberChanged,
  body.memberRemoved,
  body.programFollowed,
  body.applicantAdded,
  body.applicantFileChanged,
  body.applicantRemoved,
  body.applicantWithdrawn,
  body.applicantReinstated,
  body.preliminaryFrozen,
  body.listArranged,
  body.snapshotTaken,
  body.draftFrozen,
  body.applicantMoved,
  body.applicantsMoved,
  body.applicantEndorsed,
  body.endorsementStruck,
  body.flagRaised,
  body.flagVerified,
  body.flagDismissed,
  body.flagStruck,
  body.recusalDeclared,
  body.recusalLifted,
  body.listLocked,
  body.listUnlocked,
  body.meetingPurged,
  body.moveProposed,
  ...Object.values(roomEvents),
]);
export type EventBody = z.infer<typeof eventBodySchema>;
export type EventType = EventBody["type"];

/** Who and when: stamped by the server at the time of writing. `by` is null for the system (an import at the console). */
export interface EventStamp {
  seq: number;
  at: string;
  by: string | null;
  commandId: string;
}
export type MeetingEvent = EventBody & EventStamp;

/** What stands in the place of an event that the viewer may not see: the sequence has no gap, and all look alike (SEE-3). */
export interface WithheldEvent {
  type: "withheld";
  seq: number;
}

/** A ballot of a round that is not revealed: that one more is in, and not whose (ROUND-1). */
export interface BallotCountedEvent {
  type: "ballotCounted";
  seq: number;
  roundId: string;
  applicantId: string;
}
export type ViewEvent = MeetingEvent | WithheldEvent | BallotCountedEvent;
