import { describe, expect, it } from "vitest";
import type { MemberCommand } from "../../domain/commands";
import { lockProblems } from "../../domain/lock-checks";
import { rankEntries } from "../../domain/locked-list";
import { permissions } from "../../domain/policy";
import { sentenceOf } from "../../domain/rejection";
import { applicantId as a, aMeeting, id, member, newCommandId } from "../support/a-meeting";

const commands: MemberCommand[] = [
  { type: "moveApplicant", applicantId: a(4), to: { zone: "middle", after: a(5), before: a(6) } },
  { type: "moveApplicants", applicantIds: [a(4)], to: { zone: "middle", after: a(5), before: a(6) } },
  { type: "undoMove" },
  { type: "redoMove" },
  { type: "endorseApplicant", applicantId: a(1), strength: "workWith" },
  { type: "raiseFlag", applicantId: a(1), category: "other", provenance: "firstHand", sentence: "Late." },
  { type: "strikeEndorsement", markId: id("c", 1), reason: "x" },
  { type: "strikeFlag", markId: id("c", 1), reason: "x" },
  { type: "verifyFlag", markId: id("c", 1), reason: "x" },
  { type: "dismissFlag", markId: id("c", 1), reason: "x" },
  { type: "withdrawApplicant", applicantId: a(1) },
  { type: "reinstateApplicant", applicantId: a(1) },
  { type: "changeSettings", quota: 3 },
  { type: "changeStage", stage: "agenda" },
  { type: "spotlightApplicant", applicantId: a(1) },
  { type: "setTimer", seconds: 60 },
  { type: "settleApplicant", applicantId: a(1), outcome: "held" },
  { type: "addToAgenda", applicantId: a(1), why: "x" },
  { type: "reorderAgenda", applicantId: a(1), after: null },
  { type: "markAgenda", applicantId: a(1), status: "done" },
  { type: "openObjectionCall", applicantIds: [a(1)], seconds: 30 },
  { type: "giveNoObjection", callId: id("c", 1) },
  { type: "raiseObjection", callId: id("c", 1), applicantId: a(1), category: "other", sentence: "x" },
  { type: "closeObjectionCall", callId: id("c", 1) },
  { type: "openRound", applicantIds: [a(1)], isAnonymous: false },
  { type: "castBallot", roundId: id("c", 1), applicantId: a(1), choice: "neutral" },
  { type: "revealRound", roundId: id("c", 1) },
  { type: "discardRound", roundId: id("c", 1), reason: "x" },
  { type: "changeDirectMoves", isDirect: false },
  { type: "handHost", memberId: member.chief },
  { type: "takeHost", memberId: member.chief },
  { type: "acceptProposal", proposalId: id("c", 1) },
  { type: "declineProposal", proposalId: id("c", 1) },
];

describe("the lock", () => {
  it.each(Object.entries(member).filter(([role]) => role !== "pd"))("[LOCK-1] is not %s's", (_role, memberId) => {
    expect(aMeeting().try({ type: "lockList" }, memberId)?.code).toBe("notAllowed");
    expect(aMeeting().do({ type: "lockList" }).try({ type: "unlockList", reason: "x" }, memberId)?.code).toBe(
      "notAllowed",
    );
  });

  it.each(commands.map((command) => [command.type, command] as const))(
    "[LOCK-2] refuses %s after the lock, from everybody",
    (_type, command) => {
      const meeting = aMeeting().do({ type: "lockList" });
      for (const memberId of Object.values(member)) {
        expect(["listLocked", "notAllowed"]).toContain(meeting.try(command, memberId)?.code);
      }
      expect(meeting.try(command, member.pd)?.code).toBe("listLocked");
    },
  );

  it("[LOCK-2] an import is refused too", () => {
    const meeting = aMeeting().do({ type: "lockList" });
    const { programName, programCode, matchYear, quota, title } = meeting.state;
    const season = { meeting: { title, programName, programCode, matchYear, quota }, quotaGiven: false };
    expect(meeting.try({ type: "importSeason", ...season, members: [], applicants: [] }, null)?.code).toBe(
      "listLocked",
    );
  });

  it("[LOCK-2] so is a change of a file by hand", () => {
    const meeting = aMeeting().do({ type: "lockList" });
    const change = { type: "changeApplicantFile", applicantId: a(1), was: {}, set: { fitSignals: [] } } as const;
    expect(meeting.try({ ...change, set: { fitSignals: [] } })?.code).toBe("listLocked");
  });

  it("[LOCK-2] every command is in this test or allowed on purpose", () => {
    const open = Object.entries(permissions)
      .filter(([, permission]) => permission.whenLocked)
      .map(([type]) => type);
    expect(open.sort()).toEqual([
      "declareRecusal",
      "followProgram",
      "liftRecusal",
      "lockList",
      "purgeMeeting",
      "unlockList",
    ]);
    const closed = Object.entries(permissions)
      .filter(([, permission]) => !permission.whenLocked)
      .map(([type]) => type);
    // Of a draft, which has no lock; and what opens a meeting is refused once there is something in it.
    const others = [
      "importSeason",
      "importApplicants",
      "undoImport",
      "changeApplicantFile",
      "takeSnapshot",
      "arrangeList",
      "freezeDraft",
      "openFromDraft",
      "hearNotes",
    ];
    expect(closed.sort()).toEqual([...commands.map(({ type }) => type), ...others].sort());
  });

  it("[LOCK-3] unlocking needs a reason and the next lock is a new version", () => {
    const meeting = aMeeting().do({ type: "lockList" }).do({ type: "unlockList", reason: "A late withdrawal." });
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) }).do({ type: "lockList" });
    expect(meeting.state.locks.map(({ version }) => version)).toEqual([1, 2]);
    expect(meeting.state.locks[0]?.unlocked?.reason).toBe("A late withdrawal.");
    expect(meeting.try({ type: "lockList" })?.code).toBe("listLocked");
  });

  it("[LOCK-3] blocks while a ranked applicant has no identifier, or two have the same", () => {
    const meeting = aMeeting();
    meeting.record({ type: "applicantFileChanged", applicantId: a(1), facts: { name: "One, A" } });
    meeting.record({ type: "applicantFileChanged", applicantId: a(2), facts: { name: "Two, B", aamcId: "10000003" } });
    expect(lockProblems(meeting.state)).toMatchObject([
      { code: "identifierMissing", count: 1 },
      { code: "identifierRepeated", count: 1 },
    ]);
    const rejection = meeting.try({ type: "lockList", reason: "Now." });
    expect(rejection?.code).toBe("lockBlocked");
    expect(rejection && sentenceOf(rejection, meeting.state)).toContain("1 ranked applicant has neither an AAMC ID");
  });

  it("[LOCK-3] wants a reason while flags are open or somebody is not placed", () => {
    const meeting = aMeeting({ protected: 2, middle: 2, unplaced: 1 });
    meeting.do(
      { type: "raiseFlag", applicantId: a(1), category: "other", provenance: "firstHand", sentence: "Late." },
      member.faculty,
      newCommandId(),
    );
    const rejection = meeting.try({ type: "lockList" });
    expect(rejection).toMatchObject({
      code: "lockNeedsReason",
      problems: [{ code: "applicantsUnplaced" }, { code: "flagsOpen" }],
    });
    expect(meeting.try({ type: "lockList", reason: "Discussed; they stay off." })).toBeUndefined();
  });

  it("[LOCK-4] the locked list holds nobody from red, unplaced or withdrawn, and its ranks are continuous", () => {
    const meeting = aMeeting({ protected: 2, middle: 3, red: 2, unplaced: 1 });
    meeting.do({ type: "withdrawApplicant", applicantId: a(3) });
    const entries = rankEntries(meeting.state);
    expect(entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(entries.map(({ applicantId }) => applicantId)).toEqual([a(1), a(2), a(4), a(5)]);
    expect(entries.map(({ zone }) => zone)).toEqual(["protected", "protected", "middle", "middle"]);
  });
});
