// What happened in the room around the list, as schemas: part of `eventBodySchema`.
import { z } from "zod";
import { flagCategories } from "./marks";
import { ballotChoices, outcomes, stages } from "./room";
import { idSchema } from "./schemas";

const text = z.string().max(2000);
const idList = z.array(idSchema);
const applicantId = idSchema;

const ballotSchema = z.object({
  applicantId,
  memberId: idSchema.nullable(),
  choice: z.enum(ballotChoices),
  line: text.optional(),
});

export const roomEvents = {
  stageChanged: z.object({ type: z.literal("stageChanged"), stage: z.enum(stages) }),
  /** Absent: nobody, or, for a viewer, somebody withheld from them. */
  spotlightMoved: z.object({ type: z.literal("spotlightMoved"), spotlit: idSchema.optional() }),
  timerSet: z.object({ type: z.literal("timerSet"), seconds: z.number().int().optional() }),
  applicantSettled: z.object({ type: z.literal("applicantSettled"), applicantId, outcome: z.enum(outcomes) }),
  agendaItemAdded: z.object({ type: z.literal("agendaItemAdded"), applicantId, why: text }),
  agendaItemMoved: z.object({ type: z.literal("agendaItemMoved"), applicantId, after: idSchema.nullable() }),
  agendaItemMarked: z.object({
    type: z.literal("agendaItemMarked"),
    applicantId,
    status: z.enum(["waiting", "parked", "done", "removed"]),
  }),
  objectionCallOpened: z.object({
    type: z.literal("objectionCallOpened"),
    callId: idSchema,
    applicantIds: idList,
    seconds: z.number().int(),
    /** Members with the meeting open, as the server saw it. Absent: not known. */
    here: idList.optional(),
  }),
  noObjectionGiven: z.object({ type: z.literal("noObjectionGiven"), callId: idSchema }),
  objectionRaised: z.object({
    type: z.literal("objectionRaised"),
    callId: idSchema,
    applicantId,
    category: z.enum(flagCategories),
    sentence: text,
    /** After the end of the call. */
    isLate: z.literal(true).optional(),
  }),
  objectionCallClosed: z.object({
    type: z.literal("objectionCallClosed"),
    callId: idSchema,
    /** Who was asked and said nothing: of those here, where that is known. */
    noResponse: idList,
    /** How many others of the roster could have answered. */
    absent: z.number().int().optional(),
    /** Fewer than half of those here answered: nobody is confirmed by it (CALL-5). */
    isUnheard: z.literal(true).optional(),
  }),
  roundOpened: z.object({
    type: z.literal("roundOpened"),
    roundId: idSchema,
    applicantIds: idList,
    isAnonymous: z.boolean(),
    seconds: z.number().int().optional(),
  }),
  /** A named ballot. Before the reveal it leaves the server as `ballotCounted` (ROUND-1). */
  ballotCast: z.object({
    type: z.literal("ballotCast"),
    roundId: idSchema,
    applicantId,
    choice: z.enum(ballotChoices),
    line: text.optional(),
    isLate: z.literal(true).optional(),
    /** In the place of the one they gave before. */
    isChange: z.literal(true).optional(),
  }),
  /** An anonymous one: that it was given. What it says is kept apart until the reveal (ROUND-4). */
  ballotSealed: z.object({ type: z.literal("ballotSealed"), roundId: idSchema, applicantId }),
  /** With every ballot: viewers had none but their own until now. Anonymous ones in the order of what they say. */
  roundRevealed: z.object({ type: z.literal("roundRevealed"), roundId: idSchema, ballots: z.array(ballotSchema) }),
  roundDiscarded: z.object({ type: z.literal("roundDiscarded"), roundId: idSchema, reason: text }),
  directMovesChanged: z.object({ type: z.literal("directMovesChanged"), isDirect: z.boolean() }),
  /** The host's part in this meeting, to a member who does not have it by their role. */
  hostHanded: z.object({ type: z.literal("hostHanded"), memberId: idSchema }),
  hostTaken: z.object({ type: z.literal("hostTaken"), memberId: idSchema }),
  proposalDeclined: z.object({
    type: z.literal("proposalDeclined"),
    proposalId: idSchema,
    applicantId,
    reason: text.optional(),
  }),
} as const;
