// The screen on the wall: what it may show, and whom it leaves out.
import { describe, expect, it } from "vitest";
import { presenterView } from "../../domain/presenter";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

describe("[WALL-1] the screen on the wall", () => {
  const round = id("c", 910_001);
  const full = () =>
    aMeeting()
      .do(
        {
          type: "raiseFlag",
          applicantId: a(4),
          category: "integrity",
          provenance: "firstHand",
          sentence: "A secret sentence.",
        },
        member.faculty,
      )
      .do(
        { type: "endorseApplicant", applicantId: a(4), strength: "champion", evidence: "A quiet word." },
        member.chief,
      )
      .do({ type: "spotlightApplicant", applicantId: a(4) })
      .do({ type: "openRound", applicantIds: [a(4)], isAnonymous: false }, member.pd, round)
      .do(
        { type: "castBallot", roundId: round, applicantId: a(4), choice: "concern", line: "A hidden line." },
        member.faculty,
      );

  it("shows counts in the place of words, and nobody's name, sponsorship need or identifier", () => {
    const wire = JSON.stringify(presenterView(full().state));
    for (const secret of [
      "secret",
      "quiet",
      "hidden",
      "concern",
      "Dr ",
      "visa",
      "10000004",
      "N1000004",
      member.faculty,
    ])
      expect(wire, secret).not.toContain(secret);
    expect(presenterView(full().state).rows[3]).toMatchObject({ endorsements: 1, openFlags: 1, verifiedFlags: 0 });
    expect(presenterView(full().state).round?.applicants).toEqual([{ name: "Last4, First4", in: 1 }]);
  });

  it("shows a round's tally from the reveal on, still without names", () => {
    const meeting = full().do({ type: "revealRound", roundId: round });
    const view = presenterView(meeting.state);
    expect(view.round?.applicants[0]?.tally).toEqual({ endorse: 0, neutral: 0, concern: 1, notMet: 0 });
    expect(JSON.stringify(view)).not.toContain("hidden");
  });

  it("leaves out whole whom any member is recused from, closes up, and says how many", () => {
    const meeting = full().do({ type: "declareRecusal", applicantId: a(4) }, member.observer);
    const view = presenterView(meeting.state);
    expect(JSON.stringify(view)).not.toMatch(/Last4|aaaaaaaa-0000-4000-8000-000000000004/);
    expect(view.rows.map(({ rank }) => rank)).toEqual(view.rows.map((_, index) => index + 1));
    expect(view).toMatchObject({ leftOut: 1 });
    expect(view.spotlight).toBeUndefined();
    expect(view.round).toBeUndefined();
  });
});
