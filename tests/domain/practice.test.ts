// What the practice members of a rehearsal ask for, whatever the state of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemberCommand } from "../../domain/commands";
import { decide } from "../../domain/decide";
import type { MeetingState } from "../../domain/meeting";
import { refusalOf } from "../../domain/policy";
import { isPracticeMember, LAST_TURN, practiceMembers, practicePause, practiceStep } from "../../domain/practice";
import { placeOf } from "../../domain/rank-list";
import { openCallOf, openRoundOf } from "../../domain/room";
import { aMeeting, applicantId, newCommandId, type PlayedMeeting } from "../support/a-meeting";
import { APPLICANTS, someSteps, stepId } from "../support/arbitrary-play";

const [able, baker] = practiceMembers.map(({ id }) => id) as [string, string, string];

function aRehearsal(): PlayedMeeting {
  const meeting = aMeeting({ protected: 3, middle: 4, red: 1, unplaced: APPLICANTS - 8 });
  for (const member of practiceMembers) meeting.record({ type: "memberAdded", member });
  return meeting;
}

/** Applicants whom a command names, as itself or as a neighbour. */
function namedIn(command: MemberCommand): string[] {
  const to = command.type === "moveApplicant" ? [command.to.after, command.to.before] : [];
  const about = "applicantId" in command ? [command.applicantId] : [];
  return [...about, ...to].filter((id): id is string => typeof id === "string");
}

function play(meeting: PlayedMeeting, turns: number, seed = 7): MemberCommand[] {
  const commands: MemberCommand[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const step = practiceStep(meeting.state, seed, turn);
    if (!step) continue;
    commands.push(step.command);
    meeting.do(step.command, step.by);
  }
  return commands;
}

describe("practice members", () => {
  // In two halves, so that a busy machine ends each in time.
  it.each([20261125, 20261126])(
    "[REHEARSE-3] whatever the state, ask only for what their role allows, and never about whom they are recused from (seed %i)",
    (seedOfPlay) => {
      const someRecusals = fc.array(
        fc.record({
          memberId: fc.constantFrom(able, baker),
          applicantId: fc.integer({ min: 1, max: APPLICANTS }).map(applicantId),
        }),
        { maxLength: 8 },
      );
      const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
      fc.assert(
        fc.property(someSteps, someRecusals, seeds, fc.nat(500), (steps, recusals, seed, turn) => {
          const meeting = aRehearsal();
          for (const recusal of recusals) meeting.record({ type: "recusalDeclared", ...recusal });
          for (const [index, { by, command }] of steps.entries()) meeting.try(command, by, stepId(index));
          for (let next = turn; next < turn + 5; next++) {
            const step = practiceStep(meeting.state, seed, next);
            expect(practiceStep(meeting.state, seed, next)).toEqual(step);
            if (!step) continue;
            const { by, command } = step;
            const actor = { kind: "member", memberId: by } as const;
            expect(isPracticeMember(by)).toBe(true);
            expect(refusalOf(meeting.state, command, actor)).toBeUndefined();
            expect(namedIn(command).filter((id) => meeting.state.recusals[by]?.includes(id))).toEqual([]);
            expect(decide(meeting.state, command, actor, newCommandId())).toMatchObject({ ok: true });
            meeting.do(command, by);
          }
        }),
        { numRuns: 200, seed: seedOfPlay },
      );
    },
  );

  it("[REHEARSE-3] move within a zone, mark, and say of everything they write that it is made up", () => {
    const meeting = aRehearsal();
    const before = meeting.state;
    const commands = play(meeting, 120);
    const types = new Set(commands.map(({ type }) => type));
    expect(types).toEqual(new Set(["moveApplicant", "endorseApplicant", "raiseFlag"]));
    for (const id of Object.keys(before.applicants)) {
      expect(placeOf(meeting.state.order, id)).toBe(placeOf(before.order, id));
    }
    const written = commands.flatMap((command) => [
      ...("sentence" in command ? [command.sentence] : []),
      ...("evidence" in command && command.evidence ? [command.evidence] : []),
    ]);
    expect(written.filter((words) => !words.startsWith("Made up for practice:"))).toEqual([]);
  });

  it("[REHEARSE-3] all answer a call and a silent round, before they begin anything else", () => {
    const meeting = aRehearsal();
    const applicantIds = [applicantId(1), applicantId(2)];
    meeting.do({ type: "openObjectionCall", applicantIds, seconds: 30 });
    play(meeting, 3);
    const call = openCallOf(meeting.state.room);
    const answered = [...(call?.noObjection ?? []), ...(call?.objections ?? []).map(({ memberId }) => memberId)];
    expect(answered.sort()).toEqual(practiceMembers.map(({ id }) => id).sort());
    meeting.do({ type: "openRound", applicantIds, isAnonymous: false });
    play(meeting, 6);
    expect(openRoundOf(meeting.state.room)?.counts).toEqual({ [applicantId(1)]: 3, [applicantId(2)]: 3 });
  });

  it("[REHEARSE-4] do nothing on a locked list, and begin nothing after their last turn", () => {
    const meeting = aRehearsal();
    const locked: MeetingState = { ...meeting.state, phase: "locked" };
    for (let turn = 0; turn < 50; turn++) expect(practiceStep(locked, 7, turn)).toBeUndefined();
    expect(practiceStep(meeting.state, 7, LAST_TURN)).toBeUndefined();
    meeting.do({ type: "openRound", applicantIds: [applicantId(1)], isAnonymous: false });
    expect(practiceStep(meeting.state, 7, LAST_TURN)?.command.type).toBe("castBallot");
  });

  it("[REHEARSE-3] pause some seconds between turns", () => {
    const { state } = aRehearsal();
    for (let turn = 0; turn < 50; turn++) {
      expect(practicePause(state, 7, turn)).toBeGreaterThanOrEqual(1000);
      expect(practicePause(state, 7, turn)).toBeLessThanOrEqual(10_000);
    }
  });
});
