// The screen on the wall: what it may show, and whom it leaves out.
import { describe, expect, it } from "vitest";
import { presenterView } from "../../domain/presenter";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

describe("[WALL-1] the screen on the wall", () => {
  const round = id("c", 910_001);
  const call = id("c", 910_002);
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
    expect(presenterView(full().state).rows[3]).toMatchObject({
      endorsements: { champion: 1, strong: 0, workWith: 0 },
      openFlags: 1,
      verifiedFlags: 0,
    });
    expect(presenterView(full().state).round?.applicants).toEqual([{ name: "Last4, First4", in: 1 }]);
  });

  it("shows a round's tally from the reveal on, still without names", () => {
    const meeting = full().do({ type: "revealRound", roundId: round });
    const view = presenterView(meeting.state);
    expect(view.round?.applicants[0]?.tally).toEqual({ endorse: 0, neutral: 0, concern: 1, notMet: 0 });
    expect(JSON.stringify(view)).not.toContain("hidden");
  });

  const called = () =>
    aMeeting()
      .do({ type: "openObjectionCall", applicantIds: [a(1), a(2)], seconds: 30 }, member.pd, call)
      .do({ type: "giveNoObjection", callId: call }, member.faculty)
      .do(
        {
          type: "raiseObjection",
          callId: call,
          applicantId: a(2),
          category: "integrity",
          sentence: "Words of theirs here.",
        },
        member.chief,
      );

  it("counts objections while a call is open, and says in counts what came of it", () => {
    expect(presenterView(called().state).call).toMatchObject({ first: 1, last: 2, count: 2, objections: 1 });
    expect(presenterView(called().state).call?.closed).toBeUndefined();
    const over = called().do({ type: "closeObjectionCall", callId: call });
    const [{ closed } = {}] = over.state.room.calls;
    expect(presenterView(over.state).call).toEqual({
      ...{ first: 1, last: 2, count: 2, objections: 1, endsAt: over.state.room.calls[0]?.endsAt },
      closed: {
        ...{ at: closed?.at, noObjection: 1, noResponse: closed?.noResponse.length },
        ...(closed?.absent !== undefined && { absent: closed.absent }),
        ...(closed?.isUnheard && { isUnheard: true }),
      },
    });
    expect(JSON.stringify(presenterView(over.state))).not.toMatch(/Words of theirs|Dr /);
  });

  it("says nothing of a call about somebody who is left out", () => {
    const meeting = called()
      .do({ type: "closeObjectionCall", callId: call })
      .do({ type: "declareRecusal", applicantId: a(1) }, member.observer)
      .do({ type: "declareRecusal", applicantId: a(2) }, member.observer);
    expect(presenterView(meeting.state).call).toBeUndefined();
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
