// The draft of a preliminary list: the meeting's list without the meeting's rules about what others have said; arranged as a
// whole, kept as snapshots, frozen once.
import { describe, expect, test } from "vitest";
import type { ArrangeList, CommandType, MemberCommand } from "../../domain/commands";
import type { MeetingState } from "../../domain/meeting";
import { mayAskIn, permissions } from "../../domain/policy";
import { redactState, viewOf, viewsOf } from "../../domain/redact";
import { sentenceOf } from "../../domain/rejection";
import { applicantId as a, aDraft, aMeeting, id, member } from "../support/a-meeting";

const meetingId = id("c", 99);
const asked = (lists: Partial<ArrangeList>): ArrangeList => ({
  type: "arrangeList",
  source: "scores",
  protected: [],
  middle: [],
  red: [],
  unplaced: [],
  ...lists,
});

test("[DRAFT-2] in a draft nobody is asked why they move somebody", () => {
  const to = { zone: "red", after: null, before: null } as const;
  for (const by of [member.pd, member.coordinator]) {
    expect(aDraft().try({ type: "moveApplicant", applicantId: a(1), to }, by)).toBeUndefined();
  }
});

test("[DRAFT-2] a draft takes no marks, no settings and no lock, and a meeting nothing that is a draft's", () => {
  const commands: MemberCommand[] = [
    { type: "endorseApplicant", applicantId: a(1), strength: "champion", evidence: "Ran the ward well." },
    { type: "raiseFlag", applicantId: a(1), category: "professionalism", provenance: "firstHand", sentence: "Late" },
    { type: "changeSettings", quota: 3 },
    { type: "lockList" },
    { type: "unlockList", reason: "More" },
  ];
  for (const command of commands) {
    expect(aDraft().try(command)).toEqual({ code: "notInDraft", action: permissions[command.type].words });
  }
  for (const command of [
    { type: "takeSnapshot", name: "First" },
    asked({}),
    { type: "freezeDraft", meetingId },
  ] as const)
    expect(aMeeting().try(command)).toEqual({ code: "onlyInDraft", action: permissions[command.type].words });
});

test("[DRAFT-2] a screen offers in each what is that one's", () => {
  const offered = (state: MeetingState, by: string) =>
    (Object.keys(permissions) as CommandType[]).filter((type) => mayAskIn(state, by, type));
  const [draft, meeting] = [offered(aDraft().state, member.pd), offered(aMeeting().state, member.pd)];
  expect(draft).toContain("takeSnapshot");
  expect(draft).toContain("moveApplicant");
  for (const type of ["endorseApplicant", "raiseFlag", "spotlightApplicant", "lockList"] as const) {
    expect(draft, type).not.toContain(type);
    expect(meeting, type).toContain(type);
  }
  expect(meeting).not.toContain("takeSnapshot");
  expect(offered(aDraft().state, member.faculty)).toEqual([]);
});

describe("an arrangement", () => {
  test("[DRAFT-3] puts whoever it names where it says, and keeps what it replaces as a snapshot", () => {
    const draft = aDraft({ protected: 2, middle: 2, red: 1, unplaced: 1 });
    const before = draft.state.seq;
    draft.try(asked({ protected: [a(6)], middle: [a(4), a(3), a(2), a(1)] }), member.coordinator);
    expect(draft.state.order).toEqual({
      protected: [a(6)],
      middle: [a(4), a(3), a(2), a(1)],
      red: [a(5)],
      unplaced: [],
    });
    expect(draft.state.snapshots).toMatchObject([
      { seq: before, name: "Before: Interview scores", by: member.coordinator },
    ]);
    expect(draft.state.undoable).toEqual({});
  });

  test("[DRAFT-3] that changes nothing is no event, and one of an empty list leaves no snapshot", () => {
    const draft = aDraft({ protected: 1, middle: 1 });
    const { seq } = draft.state;
    expect(draft.try(asked({ protected: [a(1)], middle: [a(2)] }))).toBeUndefined();
    expect(draft.state.seq).toBe(seq);
    const empty = aDraft({ unplaced: 2 });
    empty.try(asked({ middle: [a(2), a(1)] }));
    expect(empty.state.snapshots).toEqual([]);
    expect(empty.state.order.middle).toEqual([a(2), a(1)]);
  });

  test("[DRAFT-3] whoever is withheld from the asker keeps their place, also when the asker names them", () => {
    const draft = aDraft({ protected: 3, middle: 3 });
    draft.do({ type: "declareRecusal", applicantId: a(2) }, member.pd);
    draft.try(asked({ protected: [a(6), a(5), a(4)], middle: [a(3), a(2), a(1)] }), member.pd);
    expect(draft.state.order.protected).toEqual([a(6), a(2), a(5), a(4)]);
    expect(draft.state.order.middle).toEqual([a(3), a(1)]);
  });

  test("[DRAFT-3] nobody is asked about who has withdrawn or does not exist: they are on no list", () => {
    const draft = aDraft({ protected: 1, middle: 2 });
    draft.do({ type: "withdrawApplicant", applicantId: a(2) });
    draft.try(asked({ protected: [a(2), a(9), a(3), a(3)], middle: [a(3)] }));
    expect(draft.state.order).toEqual({ protected: [a(1), a(3)], middle: [], red: [], unplaced: [] });
  });
});

test("[DRAFT-4] a snapshot names the place in the log before it", () => {
  const draft = aDraft();
  const { seq } = draft.state;
  draft.do({ type: "takeSnapshot", name: "After the first pass" }, member.associatePd);
  expect(draft.state.snapshots).toMatchObject([{ seq, name: "After the first pass", by: member.associatePd }]);
});

describe("the freeze", () => {
  test("[FREEZE-1] is the program director's", () => {
    for (const by of [member.associatePd, member.coordinator])
      expect(aDraft({ middle: 1 }).try({ type: "freezeDraft", meetingId }, by)?.code).toBe("notAllowed");
    expect(aDraft({ middle: 1 }).try({ type: "freezeDraft", meetingId })).toBeUndefined();
  });

  test("[FREEZE-1] waits until nobody is in the tray, and tells of the withheld by their number alone", () => {
    const draft = aDraft({ middle: 1, unplaced: 3 });
    draft.do({ type: "declareRecusal", applicantId: a(3) }, member.pd);
    const rejection = draft.try({ type: "freezeDraft", meetingId });
    expect(rejection).toEqual({ code: "draftNotReady", unplaced: 2, withheld: 1 });
    const sentence = rejection && sentenceOf(rejection, draft.state);
    expect(sentence).toContain("2 applicants are not placed yet.");
    expect(sentence).toContain("1 applicant you are recused from is not placed yet: somebody else who prepares");
    expect(sentence).not.toContain("Last3");
    const nobody = aDraft({ red: 2 }).try({ type: "freezeDraft", meetingId });
    expect(nobody && sentenceOf(nobody, draft.state)).toContain("Nobody is ranked yet");
  });

  test("[FREEZE-1] is final: the draft takes nothing more, from nobody, imports included", () => {
    const draft = aDraft({ protected: 1, middle: 1 });
    draft.try({ type: "freezeDraft", meetingId });
    const { programName, programCode, matchYear, quota, title } = draft.state;
    const to = { zone: "middle", after: null, before: null } as const;
    const commands = [
      { type: "moveApplicant", applicantId: a(1), to },
      { type: "undoMove" },
      { type: "takeSnapshot", name: "Late" },
      { type: "declareRecusal", applicantId: a(1) },
      asked({ middle: [a(1), a(2)] }),
      { type: "freezeDraft", meetingId },
    ] as const;
    for (const command of commands) expect(draft.try(command)?.code, command.type).toBe("draftFrozen");
    const season = { meeting: { title, programName, programCode, matchYear, quota }, quotaGiven: false };
    expect(draft.try({ type: "importSeason", ...season, members: [], applicants: [] }, null)?.code).toBe("draftFrozen");
  });

  test("[FREEZE-3] a frozen draft has no viewers", () => {
    const draft = aDraft({ middle: 2 });
    expect(viewsOf(draft.state).size).toBe(1);
    draft.try({ type: "freezeDraft", meetingId });
    expect(viewOf(draft.state, member.pd)).toBeUndefined();
    expect(viewsOf(draft.state).size).toBe(0);
  });
});

test("[DRAFT-1] whoever comes to prepare brings the recusals they have declared before, in the event that lets them in", () => {
  const draft = aDraft({ middle: 3 });
  const { title, programName, programCode, matchYear, quota } = draft.state;
  const newcomer = { id: member.faculty, name: "Dr faculty", role: "coordinator" } as const;
  const recusals = [
    { memberId: member.faculty, applicantId: a(2), reason: "My former student" },
    { memberId: member.faculty, applicantId: a(9) },
    { memberId: member.pd, applicantId: a(1) },
  ];
  const follow = {
    type: "followProgram",
    version: 1,
    meeting: { title, programName, programCode, matchYear, quota, kind: "draft" },
    flagAuthorsShown: true,
    members: [newcomer],
    removed: [],
    recusals,
  } as const;
  draft.try({ ...follow, members: [newcomer], removed: [], recusals }, null);
  // The director is in the draft: what was lifted here since is not declared again.
  expect(draft.state.recusals).toEqual({ [member.faculty]: [a(2)] });
  const view = viewOf(draft.state, member.faculty);
  expect(JSON.stringify(view && redactState(draft.state, view, member.faculty))).not.toContain("Last2");
});
