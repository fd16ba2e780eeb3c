// Endorsements by strength, and what is quoted of each side.
import { describe, expect, test } from "vitest";
import { redactState, viewOf } from "../../domain/redact";
import { strengthsOf, strengthWordsOf, strongestSentences } from "../../domain/strengths";
import { applicantId as a, aMeeting, id, member, secondFaculty } from "../support/a-meeting";

test("[MARK-7] counts are told by strength, the strongest first", () => {
  const counts = strengthsOf([
    { strength: "strong" },
    { strength: "workWith" },
    { strength: "champion" },
    { strength: "workWith" },
  ]);
  expect(counts).toEqual({ champion: 1, strong: 1, workWith: 2 });
  expect(strengthWordsOf(counts)).toEqual(["1 champion", "1 strongly", "2 would work with them"]);
  expect(strengthWordsOf(strengthsOf([]))).toEqual([]);
});

describe("the sentence of each side", () => {
  const champion = { strength: "champion", evidence: "Carried the ward in January." } as const;
  const [hearsay, seen, waiting] = [id("c", 801), id("c", 802), id("c", 803)];
  const flag = (provenance: "firstHand" | "secondHand", sentence: string) =>
    ({ type: "raiseFlag", applicantId: a(4), category: "professionalism", provenance, sentence }) as const;
  const told = () =>
    aMeeting()
      .do({ type: "endorseApplicant", applicantId: a(4), ...champion }, member.chief)
      .do(
        { type: "endorseApplicant", applicantId: a(4), strength: "strong", evidence: "Knows the ward well." },
        member.faculty,
      )
      .do(
        { type: "endorseApplicant", applicantId: a(4), strength: "champion", evidence: champion.evidence },
        secondFaculty,
      )
      .do(flag("firstHand", "I saw them leave early."), member.faculty, seen)
      .do(flag("secondHand", "I was told of a missed page."), member.coordinator, hearsay)
      .do(flag("firstHand", "I saw them leave again."), member.chief, waiting)
      .do({ type: "verifyFlag", markId: seen, reason: "Read the report." })
      .do({ type: "verifyFlag", markId: hearsay, reason: "Asked the ward about it." });

  test("[MARK-7] [MARK-4] is the strongest endorsement's evidence and the strongest verified flag's, however new the others are", () => {
    const { praise, concern } = strongestSentences(told().state, a(4));
    expect(praise).toMatchObject({ strength: "champion", by: secondFaculty, evidence: champion.evidence });
    expect(concern).toMatchObject({ id: seen });
  });

  test("of struck marks, flags that wait and endorsements without a word there is nothing to quote", () => {
    const meeting = aMeeting()
      .do({ type: "endorseApplicant", applicantId: a(4), strength: "workWith" }, member.chief)
      .do(flag("firstHand", "I saw them leave early."), member.faculty, seen);
    expect(strongestSentences(meeting.state, a(4))).toEqual({});
    meeting.do({ type: "verifyFlag", markId: seen, reason: "Read the report." });
    meeting.do({ type: "strikeFlag", markId: seen, reason: "It was another." });
    expect(strongestSentences(meeting.state, a(4))).toEqual({});
  });

  test("[SEE-4] [RECUSE-1] names no author who is not told, and says nothing to whoever is recused", () => {
    const meeting = told().record({ type: "settingsChanged", flagAuthorsShown: false });
    meeting.do({ type: "declareRecusal", applicantId: a(4) }, member.observer);
    const seenBy = (memberId: string) => {
      const view = viewOf(meeting.state, memberId);
      if (!view) throw new Error("a member has a view");
      return strongestSentences(redactState(meeting.state, view, memberId), a(4));
    };
    expect(seenBy(member.coordinator).concern).toMatchObject({ sentence: "I saw them leave early.", by: "" });
    expect(seenBy(member.pd).concern?.by).toBe(member.faculty);
    expect(seenBy(member.observer)).toEqual({});
  });
});
