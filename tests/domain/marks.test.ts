import { describe, expect, it } from "vitest";
import { memberCommandSchema } from "../../domain/commands";
import { endorsementsOf, flagsOf } from "../../domain/meeting";
import { applicantId as a, aMeeting, id, member, secondFaculty } from "../support/a-meeting";

const evidence = "Carried the ward in January.";
const champion = (n: number) =>
  ({ type: "endorseApplicant", applicantId: a(n), strength: "champion", evidence }) as const;
const flag = (n: number) =>
  ({
    type: "raiseFlag",
    applicantId: a(n),
    category: "examination",
    provenance: "document",
    sentence: "Second attempt of Step 1 is not explained.",
  }) as const;

describe("endorsements", () => {
  it("[MARK-1] is signed and carries the id of its command", () => {
    const meeting = aMeeting();
    meeting.do({ type: "endorseApplicant", applicantId: a(1), strength: "workWith" }, member.chief, id("c", 900_001));
    expect(endorsementsOf(meeting.state, a(1))).toMatchObject([{ id: id("c", 900_001), by: member.chief }]);
  });

  it("[MARK-2] one per member and applicant, until it is struck", () => {
    const meeting = aMeeting();
    const mark = id("c", 900_002);
    meeting.do(champion(1), member.chief, mark);
    expect(meeting.try(champion(1), member.chief)?.code).toBe("alreadyEndorsed");
    meeting.do({ type: "strikeEndorsement", markId: mark, reason: "Meant somebody else." }, member.chief);
    expect(meeting.try(champion(1), member.chief)).toBeUndefined();
    expect(Object.values(meeting.state.endorsements)).toHaveLength(2);
  });

  it("[MARK-3] a champion says what they saw, in a sentence; the other strengths need none", () => {
    const meeting = aMeeting();
    const { evidence: _said, ...silent } = champion(1);
    expect(meeting.try(silent, member.faculty)).toEqual({ code: "championNeedsEvidence" });
    for (const words of ["x", "so so so", "really great"])
      expect(memberCommandSchema.safeParse({ ...champion(1), evidence: words }).success, words).toBe(false);
    expect(meeting.try({ ...silent, strength: "strong" }, member.faculty)).toBeUndefined();
    expect(meeting.try(champion(2), member.faculty)).toBeUndefined();
  });

  it("[MARK-3] champions are limited per member; a struck one is free again", () => {
    const meeting = aMeeting({ protected: 7 });
    for (const n of [1, 2, 3, 4, 5]) meeting.do(champion(n), member.faculty, id("c", 900_010 + n));
    expect(meeting.try(champion(6), member.faculty)).toEqual({ code: "championLimitReached", limit: 5 });
    expect(meeting.try(champion(6), secondFaculty)).toBeUndefined();
    meeting.do({ type: "strikeEndorsement", markId: id("c", 900_011), reason: "One too many." }, member.faculty);
    expect(meeting.try(champion(6), member.faculty)).toBeUndefined();
  });
});

describe("flags", () => {
  it("[MARK-5] is verified or dismissed once, by a host, with a reason", () => {
    const meeting = aMeeting();
    const mark = id("c", 900_020);
    meeting.do(flag(1), member.faculty, mark);
    const verify = { type: "verifyFlag", markId: mark, reason: "Seen in the transcript." } as const;
    expect(meeting.try(verify, member.faculty)?.code).toBe("notAllowed");
    expect(meeting.try(verify, member.coordinator)?.code).toBe("notAllowed");
    meeting.do(verify, member.associatePd);
    expect(meeting.try({ ...verify, type: "dismissFlag" })).toEqual({ code: "flagAlreadyDecided", status: "verified" });
    expect(meeting.state.flags[mark]?.decided).toMatchObject({ by: member.associatePd, reason: verify.reason });
  });

  it("[MARK-6] a mark is struck by its author or a host, with a reason, and stays in the trail", () => {
    const meeting = aMeeting();
    const mark = id("c", 900_021);
    meeting.do(flag(1), member.faculty, mark);
    const strike = { type: "strikeFlag", markId: mark, reason: "Read the wrong file." } as const;
    expect(meeting.try(strike, secondFaculty)?.code).toBe("notYourMark");
    meeting.do(strike, member.faculty);
    expect(flagsOf(meeting.state, a(1))).toEqual([]);
    expect(meeting.state.flags[mark]?.struck).toMatchObject({ by: member.faculty, reason: strike.reason });
    expect(meeting.try(strike, member.faculty)?.code).toBe("markStruck");
  });
});
