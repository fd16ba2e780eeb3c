// What a meeting should talk about, found in what its log knows.
import { describe, expect, it } from "vitest";
import { type ScoreOfApplicant, suggestAgenda } from "../../domain/agenda";
import { rankedIds } from "../../domain/rank-list";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

const flag = id("c", 800_001);
const score = (standardised: number, spread = 0.2, count = 3): ScoreOfApplicant => ({ standardised, spread, count });
const kindsOf = (suggestions: ReturnType<typeof suggestAgenda>) =>
  Object.fromEntries(suggestions.map(({ applicantId, kind }) => [applicantId, kind]));

describe("[AGENDA-2] each suggestion has its reason in a sentence, and none is made twice", () => {
  it("a verified flag on somebody protected", () => {
    const meeting = aMeeting()
      .do(
        { type: "raiseFlag", applicantId: a(1), category: "integrity", provenance: "document", sentence: "Two dates." },
        member.chief,
        flag,
      )
      .do({ type: "verifyFlag", markId: flag, reason: "I saw the file." });
    expect(suggestAgenda(meeting.state)[0]).toEqual({
      applicantId: a(1),
      kind: "verifiedInProtected",
      why: "Protected, with a verified flag.",
    });
  });

  it("endorsements and flags together", () => {
    const meeting = aMeeting()
      .do({ type: "endorseApplicant", applicantId: a(5), strength: "champion" }, member.faculty)
      .do(
        { type: "raiseFlag", applicantId: a(5), category: "other", provenance: "firstHand", sentence: "Late." },
        member.chief,
      );
    const found = suggestAgenda(meeting.state).find(({ applicantId }) => applicantId === a(5));
    expect(found).toMatchObject({ kind: "marksAgainstMarks", why: "1 endorsement and 1 flag." });
  });

  it("scores that are far apart, and none where one interviewer is alone", () => {
    const scores = new Map([1, 2, 3, 4, 5, 6].map((n) => [a(n), score(5 - n / 10)]));
    scores.set(a(4), score(4.6, 1.4, 3));
    scores.set(a(5), score(4.5, 1.4, 1));
    const kinds = kindsOf(suggestAgenda(aMeeting().state, { scores }));
    expect(kinds[a(4)]).toBe("scoresApart");
    expect(kinds[a(5)]).not.toBe("scoresApart");
  });

  it("a gap between scores and place, in ranks", () => {
    const meeting = aMeeting({ protected: 10, middle: 20 });
    const ranked = rankedIds(meeting.state.order);
    const scores = new Map(ranked.map((applicantId, index) => [applicantId, score(5 - index / 10)]));
    scores.set(a(25), score(9));
    const found = suggestAgenda(meeting.state, { scores }).find(({ applicantId }) => applicantId === a(25));
    expect(found).toMatchObject({
      kind: "scoreAgainstPlace",
      why: "Interview scores alone would put them near 1; the list has them at 25.",
    });
  });

  it("protected people whom nobody has met, and people of whom nobody has spoken", () => {
    const meeting = aMeeting({ protected: 3, middle: 5 }).do(
      { type: "endorseApplicant", applicantId: a(1), strength: "strong", relationship: "interviewed" },
      member.faculty,
    );
    const kinds = kindsOf(suggestAgenda(meeting.state));
    expect(kinds[a(1)]).toBeUndefined();
    expect(kinds[a(2)]).toBe("nobodyMet");
    expect(kinds[a(4)]).toBe("nobodySpoke");
    // Beyond three times the quota of two, silence is no news.
    expect(kinds[a(7)]).toBeUndefined();
  });

  it("whoever is on the agenda, settled or confirmed is not suggested again", () => {
    const meeting = aMeeting()
      .do({ type: "addToAgenda", applicantId: a(1), why: "I ask." })
      .do({ type: "settleApplicant", applicantId: a(2), outcome: "held" });
    const kinds = kindsOf(suggestAgenda(meeting.state));
    expect(kinds[a(1)]).toBeUndefined();
    expect(kinds[a(2)]).toBeUndefined();
    expect(kinds[a(3)]).toBeDefined();
  });
});
