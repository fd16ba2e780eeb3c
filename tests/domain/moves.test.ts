import { describe, expect, it } from "vitest";
import type { MoveReason } from "../../domain/anchor";
import type { Command } from "../../domain/commands";
import { anchorAtIndex, anchorForRank, rankOf } from "../../domain/rank-list";
import type { Zone } from "../../domain/zone";
import { applicantId as a, aMeeting, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";

const toRank = (meeting: PlayedMeeting, n: number, rank: number, by = member.pd, reason?: MoveReason) =>
  meeting.try(
    { type: "moveApplicant", applicantId: a(n), to: anchorForRank(meeting.state.order, a(n), rank), reason },
    by,
  );
const toZone = (meeting: PlayedMeeting, n: number, zone: Zone, by = member.pd, reason?: MoveReason) =>
  meeting.try(
    { type: "moveApplicant", applicantId: a(n), to: anchorAtIndex(meeting.state.order, a(n), zone, 0), reason },
    by,
  );
const ranked = (meeting: PlayedMeeting) => [...meeting.state.order.protected, ...meeting.state.order.middle];

describe("[ORD-4] a move names neighbours, never an index", () => {
  it("goes after `after`, whatever stands below it now", () => {
    const meeting = aMeeting({ protected: 1, middle: 5 });
    expect(toRank(meeting, 6, 3)).toBeUndefined();
    expect(
      meeting.try({
        type: "moveApplicant",
        applicantId: a(5),
        to: { zone: "middle", after: a(2), before: a(3) },
      }),
    ).toBeUndefined();
    expect(ranked(meeting)).toEqual([a(1), a(2), a(5), a(6), a(3), a(4)]);
  });

  it("goes before `before` when `after` is gone", () => {
    const meeting = aMeeting({ protected: 1, middle: 4 });
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) });
    const to = { zone: "middle", after: a(2), before: a(3) } as const;
    expect(meeting.try({ type: "moveApplicant", applicantId: a(5), to })).toBeUndefined();
    expect(ranked(meeting)).toEqual([a(1), a(5), a(3), a(4)]);
  });

  it("is refused with `anchorGone` when both are gone, and nothing changes", () => {
    const meeting = aMeeting({ protected: 1, middle: 4 });
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) }).do({ type: "withdrawApplicant", applicantId: a(3) });
    const before = meeting.state;
    const to = { zone: "middle", after: a(2), before: a(3) } as const;
    expect(meeting.try({ type: "moveApplicant", applicantId: a(5), to })?.code).toBe("anchorGone");
    expect(meeting.state).toBe(before);
  });

  it("dropped where it stands, nothing happens", () => {
    const meeting = aMeeting();
    const { seq } = meeting.state;
    expect(toRank(meeting, 5, 5)).toBeUndefined();
    expect(meeting.state.seq).toBe(seq);
  });

  it.each([
    [1, 1],
    [4, 4],
    [99, 7],
    [-3, 1],
  ])("a typed rank %i is rank %i: clamped to the list", (typed, rank) => {
    const meeting = aMeeting();
    toRank(meeting, 5, typed, member.pd);
    expect(rankOf(meeting.state.order, a(5))).toBe(rank);
  });

  it("a rank on the border keeps the applicant's own zone", () => {
    const meeting = aMeeting({ protected: 3, middle: 3 });
    toRank(meeting, 1, 3);
    expect(meeting.state.order.protected).toEqual([a(2), a(3), a(1)]);
    toRank(meeting, 6, 4);
    expect(meeting.state.order.middle).toEqual([a(6), a(4), a(5)]);
  });
});

const witnessed: MoveReason = { category: "other", provenance: "firstHand", sentence: "Left the tour early." };
const flag = "cccccccc-0000-4000-8000-00000000f1a6";
const verified = (meeting: PlayedMeeting, n: number) =>
  meeting
    .do(
      {
        type: "raiseFlag",
        ...{ applicantId: a(n), category: "professionalism", provenance: "secondHand" },
        sentence: "I was told of a late report.",
      },
      member.faculty,
      flag,
    )
    .do({ type: "verifyFlag", markId: flag, reason: "Confirmed in the file." });

describe("[ZONE-1] into red needs a category, a provenance and a sentence", () => {
  it.each([member.pd, member.faculty])("from the middle, by %s", (by) => {
    const meeting = aMeeting();
    const { provenance: _provenance, ...unsourced } = witnessed;
    expect(toZone(meeting, 5, "red", by)?.code).toBe("redNeedsReason");
    expect(toZone(meeting, 5, "red", by, { category: "other" })?.code).toBe("redNeedsReason");
    expect(toZone(meeting, 5, "red", by, unsourced)?.code).toBe("redNeedsReason");
    expect(toZone(meeting, 5, "red", by, witnessed)).toBeUndefined();
    expect(meeting.state.order.red).toContain(a(5));
  });

  it("from the tray of an open meeting, and by a selection, it is the same", () => {
    const meeting = aMeeting({ protected: 1, middle: 3, unplaced: 1 });
    expect(toZone(meeting, 5, "red", member.coordinator)?.code).toBe("redNeedsReason");
    const to = { zone: "red", after: null, before: null } as const;
    const together: Command = { type: "moveApplicants", applicantIds: [a(4), a(5)], to };
    const hearsay = { ...witnessed, provenance: "secondHand" } as const;
    expect(meeting.try({ ...together, reason: hearsay }, member.faculty)?.code).toBe("redNeedsWitness");
    expect(meeting.try({ ...together, reason: witnessed }, member.faculty)).toBeUndefined();
    expect(meeting.state.order.red).toEqual([a(4), a(5)]);
  });

  it("what somebody was only told is for a host, or for whom a verified flag stands", () => {
    const hearsay = { ...witnessed, provenance: "secondHand" } as const;
    for (const by of [member.faculty, member.chief, member.coordinator])
      expect(toZone(aMeeting(), 5, "red", by, hearsay)?.code).toBe("redNeedsWitness");
    expect(toZone(aMeeting(), 5, "red", member.associatePd, hearsay)).toBeUndefined();
    expect(toZone(verified(aMeeting(), 5), 5, "red", member.faculty, hearsay)).toBeUndefined();
  });

  it("[ZONE-2] out of protected into red needs both rules", () => {
    expect(toZone(aMeeting(), 1, "red", member.faculty, witnessed)?.code).toBe("protectedNeedsVerifiedFlag");
    expect(toZone(verified(aMeeting(), 1), 1, "red", member.faculty)?.code).toBe("redNeedsReason");
    expect(toZone(aMeeting(), 1, "red", member.pd, { sentence: "Asked not to be ranked." })?.code).toBe(
      "redNeedsReason",
    );
    expect(toZone(aMeeting(), 1, "red", member.pd, witnessed)).toBeUndefined();
  });

  it("out of red needs nothing: it is reversible until the lock", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 8, "middle", member.faculty)).toBeUndefined();
  });
});

describe("[ZONE-2] down out of protected needs a verified flag, or a host's reason", () => {
  it("a host without a reason is asked for one, and with one may", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 1, "middle", member.associatePd)?.code).toBe("protectedNeedsReason");
    expect(toZone(meeting, 1, "middle", member.associatePd, { sentence: "Asked to." })).toBeUndefined();
  });

  it("faculty may not, not even with a reason", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 1, "middle", member.faculty, { sentence: "I think so." })?.code).toBe(
      "protectedNeedsVerifiedFlag",
    );
  });

  it("[MARK-4] an unverified flag moves nobody, a verified one lets faculty move", () => {
    const meeting = aMeeting();
    meeting.do(
      {
        type: "raiseFlag",
        ...{ applicantId: a(1), category: "professionalism", provenance: "secondHand" },
        sentence: "I was told of a late report.",
      },
      member.faculty,
      flag,
    );
    expect(toZone(meeting, 1, "middle", member.faculty)?.code).toBe("protectedNeedsVerifiedFlag");
    meeting.do({ type: "verifyFlag", markId: flag, reason: "Confirmed in the file." });
    expect(toZone(meeting, 1, "middle", member.faculty)).toBeUndefined();
  });

  it("[ZONE-3] moving up within protected, or a little down, is free", () => {
    const meeting = aMeeting({ protected: 20, middle: 1 });
    expect(toRank(meeting, 20, 1, member.faculty)).toBeUndefined();
    const deep = settings(aMeeting({ protected: 20, middle: 1 }), 20);
    expect(toRank(deep, 1, 11, member.faculty)).toBeUndefined();
  });
});

const settings = (meeting: PlayedMeeting, quota: number) => meeting.do({ type: "changeSettings", quota });
const said: MoveReason = { sentence: "The room agreed on it." };
const endorse = (meeting: PlayedMeeting, n: number, by = member.chief) =>
  meeting.try({ type: "endorseApplicant", applicantId: a(n), strength: "workWith" }, by, flag);

describe("[ZONE-4] a far fall of somebody protected needs a sentence, or a host", () => {
  const deep = (quota = 40) => settings(aMeeting({ protected: 43, middle: 5 }), quota);

  it("by more than ten places", () => {
    expect(toRank(deep(), 2, 12, member.faculty)).toBeUndefined();
    expect(toRank(deep(), 2, 13, member.faculty)?.code).toBe("fallNeedsReason");
    expect(toRank(deep(), 2, 40, member.coordinator)?.code).toBe("fallNeedsReason");
    expect(toRank(deep(), 2, 40, member.faculty, said)).toBeUndefined();
    expect(toRank(deep(), 2, 40, member.pd)).toBeUndefined();
  });

  it("across the line of the quota, be it by one place", () => {
    expect(toRank(deep(15), 15, 16, member.chief)?.code).toBe("fallNeedsReason");
    expect(toRank(deep(15), 15, 16, member.chief, said)).toBeUndefined();
    expect(toRank(deep(15), 16, 17, member.chief)).toBeUndefined();
    expect(toRank(deep(15), 16, 15, member.chief)).toBeUndefined();
  });

  it("small steps add up, whoever makes them", () => {
    const meeting = deep();
    for (let rank = 3; rank <= 12; rank++)
      expect(toRank(meeting, 2, rank, rank % 2 ? member.faculty : secondFaculty)).toBeUndefined();
    expect(toRank(meeting, 2, 13, member.faculty)?.code).toBe("fallNeedsReason");
    // Said for one fall is not said for those before it.
    expect(toRank(meeting, 2, 13, member.faculty, said)).toBeUndefined();
    expect(toRank(meeting, 2, 14, secondFaculty)?.code).toBe("fallNeedsReason");
    // Up again, they have not fallen.
    expect(toRank(meeting, 2, 3, secondFaculty)).toBeUndefined();
    expect(toRank(meeting, 2, 4, secondFaculty)).toBeUndefined();
  });

  it("undo and redo make no way around it", () => {
    const meeting = deep();
    toRank(meeting, 2, 12, member.faculty);
    meeting.do({ type: "undoMove" }, member.faculty).do({ type: "redoMove" }, member.faculty);
    expect(toRank(meeting, 2, 13, member.faculty)?.code).toBe("fallNeedsReason");
    toRank(meeting, 2, 4, secondFaculty);
    meeting.do({ type: "undoMove" }, secondFaculty);
    expect(toRank(meeting, 2, 13, secondFaculty)?.code).toBe("fallNeedsReason");
    // Taken back up and down again, nobody has fallen.
    const risen = deep();
    toRank(risen, 20, 10, member.faculty);
    risen.do({ type: "undoMove" }, member.faculty);
    expect(toRank(risen, 20, 30, member.faculty)).toBeUndefined();
  });

  it("whoever sinks because others are put above them has not fallen", () => {
    const meeting = deep(15);
    for (let n = 20; n < 32; n++) toRank(meeting, n, 1, member.faculty);
    expect(rankOf(meeting.state.order, a(4))).toBe(16);
    expect(toRank(meeting, 4, 26, member.faculty)).toBeUndefined();
  });

  it("a selection is asked for each of it, in whatever order it is chosen", () => {
    const meeting = deep(43);
    const to = { zone: "protected", after: null, before: a(1) } as const;
    const rest = Array.from({ length: 12 }, (_, index) => a(index + 3));
    const around: Command = { type: "moveApplicants", applicantIds: [...rest, a(2)], to };
    expect(meeting.try(around, member.faculty)).toMatchObject({ code: "fallNeedsReason", applicantId: a(2) });
    const down: Command = {
      type: "moveApplicants",
      applicantIds: [a(2), a(3)],
      to: { ...to, after: a(20), before: null },
    };
    expect(meeting.try(down, member.faculty)).toMatchObject({ code: "fallNeedsReason", applicantId: a(2) });
    expect(meeting.try({ ...down, reason: said }, member.faculty)).toBeUndefined();
  });

  it("[ZONE-6] is counted on the mover's own list, and asked of a proposal too", () => {
    const meeting = deep();
    meeting.do({ type: "declareRecusal", applicantId: a(5) }, member.faculty);
    const twelfth = {
      type: "moveApplicant",
      applicantId: a(2),
      to: { zone: "protected", after: a(13), before: null },
    } as const;
    expect(meeting.try(twelfth, secondFaculty)?.code).toBe("fallNeedsReason");
    expect(meeting.try(twelfth, member.faculty)).toBeUndefined();
    const held = deep().do({ type: "changeDirectMoves", isDirect: false });
    expect(held.try(twelfth, secondFaculty)?.code).toBe("fallNeedsReason");
  });
});

describe("[ZONE-5] into protected goes whom an endorsement stands for, or whom a host puts there", () => {
  it.each([
    ["middle", 5],
    ["red", 8],
    ["unplaced", 10],
  ])("from %s", (_place, n) => {
    const meeting = aMeeting({ protected: 3, middle: 4, red: 2, unplaced: 1 });
    expect(toZone(meeting, n, "protected", member.faculty)?.code).toBe("protectedNeedsEndorsement");
    expect(toZone(meeting, n, "protected", member.faculty, said)?.code).toBe("protectedNeedsEndorsement");
    endorse(meeting, n);
    expect(toZone(meeting, n, "protected", member.faculty)).toBeUndefined();
    expect(
      toZone(aMeeting({ protected: 3, middle: 4, red: 2, unplaced: 1 }), n, "protected", member.associatePd),
    ).toBeUndefined();
  });

  it("a struck one stands for nobody, and of a selection each needs one", () => {
    const meeting = aMeeting();
    endorse(meeting, 5);
    meeting.do({ type: "strikeEndorsement", markId: flag, reason: "It was somebody else." }, member.chief);
    expect(toZone(meeting, 5, "protected", member.chief)?.code).toBe("protectedNeedsEndorsement");
    const to = { zone: "protected", after: a(3), before: null } as const;
    const mixed = aMeeting();
    endorse(mixed, 5);
    const both: Command = { type: "moveApplicants", applicantIds: [a(5), a(6)], to };
    expect(mixed.try(both, member.faculty)).toMatchObject({ code: "protectedNeedsEndorsement", applicantId: a(6) });
  });

  it("[ZONE-6] can be proposed: a host makes the move", () => {
    const meeting = aMeeting().do({ type: "changeDirectMoves", isDirect: false });
    expect(toZone(meeting, 5, "protected", member.faculty)).toBeUndefined();
    expect(meeting.state.room.proposals).toMatchObject([{ applicantId: a(5) }]);
    const [proposal] = meeting.state.room.proposals;
    // Whoever has only the host's part handed to them has no say over protected (ROLE-4).
    meeting.do({ type: "handHost", memberId: member.chief });
    const accept = { type: "acceptProposal", proposalId: proposal?.id ?? "" } as const;
    expect(meeting.try(accept, member.chief)?.code).toBe("protectedNeedsEndorsement");
    expect(meeting.try(accept, member.associatePd)).toBeUndefined();
  });
});

describe("[UNDO-1] undo takes back my last move if the applicant is untouched since", () => {
  it("puts the applicant back between the same neighbours", () => {
    const meeting = aMeeting();
    const before = meeting.state.order;
    toRank(meeting, 7, 4);
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order).toEqual(before);
    expect(meeting.try({ type: "undoMove" })?.code).toBe("nothingToUndo");
  });

  it("is mine alone", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    expect(meeting.try({ type: "undoMove" }, secondFaculty)?.code).toBe("nothingToUndo");
  });

  it("is refused when somebody else has moved the applicant since", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    toRank(meeting, 7, 6, secondFaculty);
    expect(meeting.try({ type: "undoMove" }, member.faculty)?.code).toBe("touchedSince");
  });

  it("[UNDO-2] goes on through several moves of the same applicant", () => {
    const meeting = aMeeting();
    const before = meeting.state.order;
    toRank(meeting, 7, 4);
    toRank(meeting, 7, 5);
    meeting.do({ type: "undoMove" }).do({ type: "undoMove" });
    expect(meeting.state.order).toEqual(before);
  });

  it("[UNDO-2] does not go past somebody else's move in between", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    toRank(meeting, 7, 6, secondFaculty);
    toRank(meeting, 7, 5, member.faculty);
    meeting.do({ type: "undoMove" }, member.faculty);
    expect(rankOf(meeting.state.order, a(7))).toBe(6);
    expect(meeting.try({ type: "undoMove" }, member.faculty)?.code).toBe("touchedSince");
  });

  it("a neighbour that has wandered off does not take the applicant along", () => {
    const meeting = aMeeting({ protected: 1, middle: 8 });
    toRank(meeting, 5, 2);
    toRank(meeting, 4, 9, member.faculty);
    meeting.do({ type: "undoMove" });
    expect(ranked(meeting)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 4].map(a));
  });

  it("a move into red can be taken back, and a move out of it too", () => {
    const meeting = aMeeting();
    toZone(meeting, 5, "red", member.pd, {
      category: "other",
      provenance: "document",
      sentence: "Asked not to be ranked.",
    });
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order.middle).toContain(a(5));
    toZone(meeting, 8, "middle");
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order.red).toContain(a(8));
  });
});

describe("withdrawal and the tray", () => {
  it("[ORD-3] a withdrawn applicant leaves the list; a reinstated one waits until somebody places them", () => {
    const meeting = aMeeting();
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) });
    expect(rankOf(meeting.state.order, a(3))).toBe(2);
    expect(toRank(meeting, 2, 1)?.code).toBe("applicantWithdrawn");
    meeting.do({ type: "reinstateApplicant", applicantId: a(2) });
    expect(meeting.state.order.unplaced).toEqual([a(2)]);
    expect(toRank(meeting, 2, 1)).toBeUndefined();
  });
});
