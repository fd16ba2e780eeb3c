// What is asked of the room around the list, as schemas: part of `memberCommandSchema`.
import { z } from "zod";
import { flagCategories } from "./marks";
import { ballotChoices, outcomes, stages } from "./room";
import { idSchema, lineSchema, sentenceSchema } from "./schemas";

/** Longest line on a ballot or on the agenda, in characters. */
export const LINE_MAX = 200;
/** Most applicants one call or one round is about. */
const MANY = 300;
const line = lineSchema(LINE_MAX);
const shortSentence = sentenceSchema(LINE_MAX);
const ids = z.array(idSchema).min(1).max(MANY);
const applicantId = idSchema;

export const roomCommandSchemas = [
  z.object({ type: z.literal("changeStage"), stage: z.enum(stages) }),
  /** Null: nobody. */
  z.object({ type: z.literal("spotlightApplicant"), applicantId: idSchema.nullable() }),
  /** Null: none. */
  z.object({ type: z.literal("setTimer"), seconds: z.number().int().min(15).max(3600).nullable() }),
  z.object({ type: z.literal("settleApplicant"), applicantId, outcome: z.enum(outcomes) }),
  z.object({ type: z.literal("addToAgenda"), applicantId, why: shortSentence }),
  /** `after`: the applicant it comes behind; null: first. */
  z.object({ type: z.literal("reorderAgenda"), applicantId, after: idSchema.nullable() }),
  z.object({
    type: z.literal("markAgenda"),
    applicantId,
    status: z.enum(["waiting", "parked", "done", "removed"]),
  }),
  z.object({
    type: z.literal("openObjectionCall"),
    applicantIds: ids,
    seconds: z.number().int().min(10).max(600),
  }),
  z.object({ type: z.literal("giveNoObjection"), callId: idSchema }),
  z.object({
    type: z.literal("raiseObjection"),
    callId: idSchema,
    applicantId,
    category: z.enum(flagCategories),
    sentence: sentenceSchema(500),
  }),
  z.object({ type: z.literal("closeObjectionCall"), callId: idSchema }),
  z.object({
    type: z.literal("openRound"),
    applicantIds: z.array(idSchema).min(1).max(20),
    isAnonymous: z.boolean(),
    seconds: z.number().int().min(15).max(1800).optional(),
  }),
  z.object({
    type: z.literal("castBallot"),
    roundId: idSchema,
    applicantId,
    choice: z.enum(ballotChoices),
    line: line.optional(),
  }),
  z.object({ type: z.literal("revealRound"), roundId: idSchema }),
  z.object({ type: z.literal("discardRound"), roundId: idSchema, reason: shortSentence }),
  z.object({ type: z.literal("changeDirectMoves"), isDirect: z.boolean() }),
  z.object({ type: z.literal("handHost"), memberId: idSchema }),
  z.object({ type: z.literal("takeHost"), memberId: idSchema }),
  z.object({ type: z.literal("acceptProposal"), proposalId: idSchema }),
  z.object({ type: z.literal("declineProposal"), proposalId: idSchema, reason: line.optional() }),
] as const;
