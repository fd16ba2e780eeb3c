// Random meetings: members of every role asking for anything, sensible or not. For properties of the core.
import fc from "fast-check";
import type { MemberCommand } from "../../domain/commands";
import { endorsementStrengths, flagCategories, provenances } from "../../domain/marks";
import { ballotChoices, outcomes, stages } from "../../domain/room";
import { zones } from "../../domain/zone";
import { applicantId, id, member, secondFaculty } from "./a-meeting";

export const APPLICANTS = 9;
/** Applicants 1 … 9 exist, 10 does not. */
const someApplicant = fc.integer({ min: 1, max: APPLICANTS + 1 }).map(applicantId);
const someNeighbour = fc.option(someApplicant, { nil: null });
export const someMember = fc.constantFrom(...Object.values(member), secondFaculty);
/** Marks get the id of the step that made them, so some of these exist. */
const someMark = fc.integer({ min: 1, max: 40 }).map((n) => id("c", 700_000 + n));
const someSentence = fc.constantFrom("I saw it.", "Discussed in the room.");

const someReason = fc.option(
  fc.record({
    category: fc.constantFrom(...flagCategories),
    provenance: fc.constantFrom(...provenances),
    sentence: someSentence,
  }),
  { nil: undefined },
);

export function stepId(index: number): string {
  return id("c", 700_000 + index);
}

export const someCommand: fc.Arbitrary<MemberCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("moveApplicant" as const),
      applicantId: someApplicant,
      to: fc.record({ zone: fc.constantFrom(...zones), after: someNeighbour, before: someNeighbour }),
      reason: someReason,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("moveApplicants" as const),
      applicantIds: fc.array(someApplicant, { minLength: 1, maxLength: 4 }),
      to: fc.record({ zone: fc.constantFrom(...zones), after: someNeighbour, before: someNeighbour }),
      reason: someReason,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ type: "undoMove" as const }) },
  { weight: 2, arbitrary: fc.constant({ type: "redoMove" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("endorseApplicant" as const),
      applicantId: someApplicant,
      strength: fc.constantFrom(...endorsementStrengths),
      evidence: fc.option(someSentence, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("raiseFlag" as const),
      applicantId: someApplicant,
      category: fc.constantFrom(...flagCategories),
      provenance: fc.constantFrom(...provenances),
      sentence: someSentence,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "verifyFlag" as const,
        "dismissFlag" as const,
        "strikeFlag" as const,
        "strikeEndorsement" as const,
      ),
      markId: someMark,
      reason: someSentence,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom("withdrawApplicant" as const, "reinstateApplicant" as const),
      applicantId: someApplicant,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: "lockList" as const, reason: "Agreed." },
      { type: "unlockList" as const, reason: "A late change." },
    ),
  },
  { weight: 8, arbitrary: fc.oneof(...roomCommands()) },
);

/** Calls, rounds and proposals get the id of the step that made them, so some of these exist. */
function roomCommands(): fc.Arbitrary<MemberCommand>[] {
  const some = fc.uniqueArray(someApplicant, { minLength: 1, maxLength: 5 });
  const someStep = fc.integer({ min: 1, max: 60 }).map(stepId);
  return [
    fc.constantFrom(...stages).map((stage) => ({ type: "changeStage", stage })),
    someNeighbour.map((applicantId) => ({ type: "spotlightApplicant", applicantId })),
    fc.record({
      type: fc.constant("settleApplicant"),
      applicantId: someApplicant,
      outcome: fc.constantFrom(...outcomes),
    }),
    someApplicant.map((applicantId) => ({ type: "addToAgenda", applicantId, why: "Few have met them." })),
    fc.record({ type: fc.constant("reorderAgenda"), applicantId: someApplicant, after: someNeighbour }),
    fc.record({
      type: fc.constant("markAgenda"),
      applicantId: someApplicant,
      status: fc.constantFrom("waiting", "parked", "done", "removed"),
    }),
    some.map((applicantIds) => ({ type: "openObjectionCall", applicantIds, seconds: 30 })),
    someStep.map((callId) => ({ type: "giveNoObjection", callId })),
    fc.record({
      type: fc.constant("raiseObjection"),
      callId: someStep,
      applicantId: someApplicant,
      category: fc.constantFrom(...flagCategories),
      sentence: someSentence,
    }),
    someStep.map((callId) => ({ type: "closeObjectionCall", callId })),
    fc.record({ type: fc.constant("openRound"), applicantIds: some, isAnonymous: fc.boolean() }),
    fc.record({
      type: fc.constant("castBallot"),
      roundId: someStep,
      applicantId: someApplicant,
      choice: fc.constantFrom(...ballotChoices),
    }),
    someStep.map((roundId) => ({ type: "revealRound", roundId })),
    someStep.map((roundId) => ({ type: "discardRound", roundId, reason: "Opened by mistake." })),
    fc.boolean().map((isDirect) => ({ type: "changeDirectMoves", isDirect })),
    someMember.map((memberId) => ({ type: "handHost", memberId })),
    someMember.map((memberId) => ({ type: "takeHost", memberId })),
    someStep.map((proposalId) => ({ type: "acceptProposal", proposalId })),
    someStep.map((proposalId) => ({ type: "declineProposal", proposalId })),
  ] as fc.Arbitrary<MemberCommand>[];
}

/** Steps of a meeting: who asks for what. */
export const someSteps = fc.array(fc.record({ by: someMember, command: someCommand }), { maxLength: 60 });
