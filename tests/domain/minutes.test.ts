// The minutes: everything that the room did, told to each reader as they may see it.
import fc from "fast-check";
import { expect, it } from "vitest";
import { minutesOf } from "../../domain/minutes";
import { viewOf } from "../../domain/redact";
import { replayFrom, startOf } from "../../domain/replay";
import { aMeeting, applicantId, member, type PlayedMeeting } from "../support/a-meeting";
import { APPLICANTS, someMember, someSteps, stepId } from "../support/arbitrary-play";

const settings = { numRuns: 200, seed: 20270201 };
const hiddenId = applicantId(2);

function minutesFor(meeting: PlayedMeeting, memberId: string) {
  const view = viewOf(meeting.state, memberId);
  if (!view) throw new Error("not on the roster");
  return minutesOf([...replayFrom(startOf(meeting.state.id), meeting.events, view)]);
}

it("[MIN-1] [MIN-2] entries are in order, every lock and unlock is there, and nothing withheld is in them", () => {
  fc.assert(
    fc.property(someSteps, someMember, fc.nat(), (plays, memberId, recusedAt) => {
      const meeting = aMeeting({ protected: 3, middle: 4, red: 1, unplaced: APPLICANTS - 8 });
      for (const [index, { by, command }] of plays.entries()) {
        if (index === recusedAt % (plays.length || 1))
          meeting.record({ type: "recusalDeclared", memberId, applicantId: hiddenId }, memberId);
        meeting.try(command, by, stepId(index));
      }
      const entries = minutesFor(meeting, memberId);
      const seqs = entries.map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
      const isLock = ({ type }: { type: string }) => type === "listLocked" || type === "listUnlocked";
      expect(entries.flatMap((entry) => (entry.kind === "event" && isLock(entry.event) ? [entry.seq] : []))).toEqual(
        meeting.events.filter(isLock).map(({ seq }) => seq),
      );
      if (viewOf(meeting.state, memberId)?.withheld.includes(hiddenId))
        expect(JSON.stringify(entries)).not.toContain(hiddenId);
    }),
    settings,
  );
});

it("[MIN-2] what is withheld ends no row of moves", () => {
  const to = { zone: "protected", after: null, before: applicantId(1) } as const;
  const meeting = aMeeting()
    .do({ type: "declareRecusal", applicantId: hiddenId }, member.faculty)
    .do({ type: "moveApplicant", applicantId: applicantId(5), to })
    .do({ type: "spotlightApplicant", applicantId: hiddenId })
    .do({ type: "raiseFlag", applicantId: hiddenId, category: "other", provenance: "document", sentence: "Secret." })
    .do({ type: "moveApplicant", applicantId: applicantId(6), to });
  const kinds = (memberId: string) => minutesFor(meeting, memberId).map(({ kind }) => kind);
  expect(kinds(member.faculty)).toEqual(["event", "moves"]);
  expect(kinds(member.pd)).toEqual(["event", "moves", "discussed", "event", "moves"]);
});

it("[MIN-3] what was taken back is told so, until it is made again; of a round that is not revealed there is nothing", () => {
  const to = { zone: "protected", after: null, before: applicantId(1) } as const;
  const meeting = aMeeting()
    .do({ type: "moveApplicant", applicantId: applicantId(5), to })
    .do({ type: "undoMove" });
  const lines = () =>
    minutesFor(meeting, member.observer).flatMap((entry) => (entry.kind === "moves" ? entry.lines : []));
  expect(lines()).toMatchObject([{ isTakenBack: true }, { isUndo: true }]);
  meeting.do({ type: "redoMove" });
  expect(lines()[0]).not.toHaveProperty("isTakenBack");
  meeting.do({ type: "openRound", applicantIds: [applicantId(3)], isAnonymous: false });
  const roundId = meeting.state.room.rounds[0]?.id ?? "";
  meeting.do(
    { type: "castBallot", roundId, applicantId: applicantId(3), choice: "concern", line: "Said in silence." },
    member.faculty,
  );
  const round = () => minutesFor(meeting, member.faculty).at(-1);
  expect(round()).toMatchObject({ kind: "round", roundId });
  expect(round()).not.toHaveProperty("ended");
  meeting.do({ type: "revealRound", roundId });
  expect(round()).toMatchObject({ ended: { how: "revealed", ballots: [{ choice: "concern" }], late: 0 } });
  expect(JSON.stringify(round())).not.toContain("Said in silence");
});
