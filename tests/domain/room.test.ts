// The room around the list: stages, spotlight, agenda, the call for objections, silent rounds, proposals.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "../../domain/apply";
import type { MeetingEvent, ViewEvent } from "../../domain/events";
import { lastMoveOf } from "../../domain/last-moves";
import { presenterView } from "../../domain/presenter";
import { placeOf, rankOf } from "../../domain/rank-list";
import { redactEvent, redactState, viewOf } from "../../domain/redact";
import { type Ballot, ballotChoices, openCallOf, openRoundOf } from "../../domain/room";
import { applicantId as a, aMeeting, id, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";

const call = id("c", 900_001);
const round = id("c", 900_002);

/** What a member would have received of the last `count` events, each redacted with the state before it. */
function framesOf(meeting: PlayedMeeting, memberId: string, count: number): ViewEvent[] {
  const view = viewOf(meeting.state, memberId);
  if (!view) throw new Error("not on the roster");
  let state = aMeeting({ protected: 3, middle: 4, red: 2 }).state;
  const frames: ViewEvent[] = [];
  for (const event of meeting.events) {
    if (event.seq <= state.seq) continue;
    frames.push(redactEvent(event as MeetingEvent, state, view));
    state = apply(state, event);
  }
  return frames.slice(-count);
}

describe("stages and the spotlight", () => {
  it("[ROOM-1] the hosts say where the meeting is, and nobody else", () => {
    const meeting = aMeeting().do({ type: "changeStage", stage: "walkThrough" }, member.associatePd);
    expect(meeting.state.room.stage).toBe("walkThrough");
    for (const by of [member.coordinator, member.chief, member.faculty, member.observer]) {
      expect(meeting.try({ type: "changeStage", stage: "agenda" }, by)?.code).toBe("notAllowed");
    }
  });

  it("[SPOT-1] time before the room is kept by applicant, and goes on when they come back", () => {
    const meeting = aMeeting()
      .do({ type: "spotlightApplicant", applicantId: a(1) })
      .do({ type: "setTimer", seconds: 90 })
      .do({ type: "spotlightApplicant", applicantId: a(2) })
      .do({ type: "spotlightApplicant", applicantId: a(1) })
      .do({ type: "spotlightApplicant", applicantId: null });
    // The builder's clock goes on a second an event.
    expect(meeting.state.room.spent).toEqual({ [a(1)]: 3000, [a(2)]: 1000 });
    expect(meeting.state.room).toMatchObject({ timerSeconds: 90 });
    expect(meeting.state.room.spotlight).toBeUndefined();
  });

  it("[SPOT-1] the time rests while the list is locked, and goes on at the unlock", () => {
    const meeting = aMeeting()
      .do({ type: "spotlightApplicant", applicantId: a(1) })
      .do({ type: "lockList", reason: "Agreed in the room." });
    expect(meeting.state.room.spent).toEqual({ [a(1)]: 1000 });
    expect(presenterView(meeting.state).spotlight).toEqual({ id: a(1), spentMs: 1000 });
    meeting.do({ type: "declareRecusal", applicantId: a(5) }, member.faculty);
    meeting.do({ type: "unlockList", reason: "A late withdrawal." });
    meeting.do({ type: "setTimer", seconds: 90 }).do({ type: "spotlightApplicant", applicantId: null });
    // Locked for two seconds: they are counted nowhere.
    expect(meeting.state.room.spent).toEqual({ [a(1)]: 3000 });
  });

  it("[SPOT-2] whoever is recused from the applicant before the room is told that there is nobody", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(2) }, member.faculty);
    meeting.do({ type: "spotlightApplicant", applicantId: a(1) }).do({ type: "spotlightApplicant", applicantId: a(2) });
    const [last] = framesOf(meeting, member.faculty, 1);
    expect(last).not.toHaveProperty("spotlit");
    const off = aMeeting()
      .do({ type: "spotlightApplicant", applicantId: a(1) })
      .do({ type: "spotlightApplicant", applicantId: null });
    const [end] = framesOf(off, member.faculty, 1);
    expect(Object.keys(last ?? {})).toEqual(Object.keys(end ?? {}));
  });
});

describe("the agenda", () => {
  it("[AGENDA-1] is added to, put in order, parked and done by hosts, each with a reason in a sentence", () => {
    const meeting = aMeeting();
    for (const n of [4, 5, 6]) meeting.do({ type: "addToAgenda", applicantId: a(n), why: `Reason ${n}.` });
    meeting.do({ type: "reorderAgenda", applicantId: a(6), after: null });
    meeting.do({ type: "reorderAgenda", applicantId: a(4), after: a(5) });
    meeting.do({ type: "settleApplicant", applicantId: a(6), outcome: "held" });
    meeting.do({ type: "settleApplicant", applicantId: a(5), outcome: "parked" });
    expect(meeting.state.room.agenda.map(({ applicantId, why, status }) => [applicantId, why, status])).toEqual([
      [a(6), "Reason 6.", "done"],
      [a(5), "Reason 5.", "parked"],
      [a(4), "Reason 4.", "waiting"],
    ]);
    meeting.do({ type: "markAgenda", applicantId: a(5), status: "removed" });
    expect(meeting.try({ type: "markAgenda", applicantId: a(5), status: "done" })?.code).toBe("notOnAgenda");
  });
});

describe("the call for objections", () => {
  const asked = () =>
    aMeeting().do({ type: "openObjectionCall", applicantIds: [a(1), a(2), a(3)], seconds: 30 }, member.pd, call);

  it("[CALL-1] is about ranked applicants, one call at a time, and ends when it says", () => {
    const meeting = asked();
    const open = openCallOf(meeting.state.room);
    expect(Date.parse(open?.endsAt ?? "") - Date.parse(open?.at ?? "")).toBe(30_000);
    expect(meeting.try({ type: "openObjectionCall", applicantIds: [a(4)], seconds: 30 })?.code).toBe("callOpen");
    const red = aMeeting();
    expect(red.try({ type: "openObjectionCall", applicantIds: [a(8)], seconds: 30 })?.code).toBe("nobodyInRange");
  });

  it("[CALL-2] an objection names an applicant of the call, a category and a sentence, and is signed", () => {
    const meeting = asked();
    const objection = { type: "raiseObjection", callId: call, category: "integrity", sentence: "I saw it." } as const;
    expect(meeting.try({ ...objection, applicantId: a(4) }, member.faculty)?.code).toBe("applicantUnknown");
    meeting.do({ ...objection, applicantId: a(2) }, member.faculty);
    expect(openCallOf(meeting.state.room)?.objections).toMatchObject([{ memberId: member.faculty, applicantId: a(2) }]);
  });

  it("[CALL-3] silence is on record as no response, not as consent", () => {
    const meeting = asked()
      .do({ type: "giveNoObjection", callId: call }, member.chief)
      .do(
        { type: "raiseObjection", callId: call, applicantId: a(1), category: "other", sentence: "Late." },
        member.faculty,
      )
      .do({ type: "closeObjectionCall", callId: call });
    expect(meeting.state.room.calls.at(-1)?.closed?.noResponse).toEqual(
      [member.pd, member.associatePd, member.coordinator, secondFaculty].sort(),
    );
    expect(meeting.try({ type: "giveNoObjection", callId: call }, member.pd)?.code).toBe("callOver");
  });

  it("[CALL-3] the server's clock ends it as a host does, once", () => {
    const meeting = asked();
    expect(meeting.try({ type: "closeObjectionCall", callId: call }, null)).toBeUndefined();
    expect(meeting.try({ type: "closeObjectionCall", callId: call }, null)?.code).toBe("callOver");
  });

  it("[CALL-4] whoever was objected to is on the agenda; the rest are confirmed until they move", () => {
    const meeting = asked()
      .do(
        { type: "raiseObjection", callId: call, applicantId: a(2), category: "other", sentence: "Late." },
        member.faculty,
      )
      .do({ type: "closeObjectionCall", callId: call });
    expect(meeting.state.room.confirmed).toEqual({ [a(1)]: call, [a(3)]: call });
    expect(meeting.state.room.agenda.map(({ applicantId }) => applicantId)).toEqual([a(2)]);
    meeting.do({ type: "moveApplicant", applicantId: a(3), to: { zone: "protected", after: null, before: a(1) } });
    expect(meeting.state.room.confirmed).toEqual({ [a(1)]: call });
  });

  it("[CALL-4] whoever has left the list meanwhile is neither on the agenda nor confirmed", () => {
    const meeting = asked()
      .do(
        { type: "raiseObjection", callId: call, applicantId: a(2), category: "other", sentence: "They came late." },
        member.faculty,
      )
      .do({ type: "withdrawApplicant", applicantId: a(2), reason: "They told us so." })
      .do({ type: "withdrawApplicant", applicantId: a(1), reason: "They told us so." })
      .do({ type: "closeObjectionCall", callId: call });
    expect(meeting.state.room.agenda).toEqual([]);
    expect(meeting.state.room.confirmed).toEqual({ [a(3)]: call });
  });

  describe("[CALL-5] asks those who are here", () => {
    const here = [member.pd, member.associatePd, member.coordinator, member.chief, member.faculty];
    const object = { type: "raiseObjection", callId: call, category: "other", sentence: "They came late." } as const;
    const none = { type: "giveNoObjection", callId: call } as const;
    const about = (ids: string[], present: readonly string[], meeting = aMeeting()) => {
      meeting.try({ type: "openObjectionCall", applicantIds: ids, seconds: 30, here: present }, member.pd, call);
      return meeting;
    };
    const end = (meeting: PlayedMeeting, present: readonly string[]) => {
      meeting.try({ type: "closeObjectionCall", callId: call, here: present }, null);
      const { calls, confirmed } = meeting.state.room;
      return { closed: calls.at(-1)?.closed, confirmed: Object.keys(confirmed) };
    };

    it("whoever is away is not silent, and with fewer than half heard nobody is confirmed", () => {
      const meeting = about([a(1), a(2)], here).do({ ...object, applicantId: a(2) }, member.faculty);
      meeting.do(none, member.chief);
      const { closed, confirmed } = end(meeting, []);
      expect(closed).toMatchObject({ noResponse: [member.pd, member.associatePd, member.coordinator], absent: 1 });
      expect(closed?.isUnheard).toBe(true);
      expect(confirmed).toEqual([]);
      expect(meeting.state.room.agenda.map(({ applicantId }) => applicantId)).toEqual([a(2)]);
    });

    it("half of those here is enough, and whoever comes in between is asked too", () => {
      const meeting = about([a(1)], here.slice(0, 3))
        .do(none, member.pd)
        .do(none, member.chief);
      expect(end(meeting, [member.faculty, member.observer])).toMatchObject({
        closed: { noResponse: [member.associatePd, member.coordinator, member.faculty], absent: 1, isUnheard: true },
        confirmed: [],
      });
      const heard = about([a(1)], here.slice(0, 4))
        .do(none, member.pd)
        .do(none, member.chief);
      expect(end(heard, here.slice(0, 4))).toMatchObject({ closed: { absent: 2 }, confirmed: [a(1)] });
    });

    it("whoever is recused from all of it was not asked", () => {
      const recused = aMeeting().do({ type: "declareRecusal", applicantId: a(1) }, member.faculty);
      const meeting = about([a(1)], [member.pd, member.chief, member.faculty], recused).do(none, member.chief);
      expect(end(meeting, [])).toMatchObject({ closed: { noResponse: [member.pd] }, confirmed: [a(1)] });
    });

    it("a call nobody answers is not heard, and one of before this was known stays as it was", () => {
      expect(end(about([a(1)], []), [])).toMatchObject({ closed: { isUnheard: true }, confirmed: [] });
      const old = asked().record({ type: "objectionCallClosed", callId: call, noResponse: [member.pd] });
      expect(Object.keys(old.state.room.confirmed)).toEqual([a(1), a(2), a(3)]);
    });
  });

  describe("[CALL-6] an objection after the end of the call", () => {
    const late = { type: "raiseObjection", callId: call, category: "other", sentence: "They came late." } as const;
    const ended = (meeting = asked()) =>
      meeting
        .do({ ...late, applicantId: a(2) }, member.faculty)
        .do({ type: "giveNoObjection", callId: call }, member.chief)
        .do({ type: "closeObjectionCall", callId: call });

    it("is signed and marked late, and puts on the agenda whom the call had confirmed", () => {
      const meeting = ended();
      const before = meeting.state.room.calls[0]?.closed;
      expect(Object.keys(meeting.state.room.confirmed)).toEqual([a(1), a(3)]);
      meeting.do({ ...late, applicantId: a(3) }, member.chief).do({ ...late, applicantId: a(2) }, member.pd);
      const { calls, confirmed, agenda } = meeting.state.room;
      expect(calls[0]?.objections).toMatchObject([
        { memberId: member.faculty, applicantId: a(2) },
        { memberId: member.chief, applicantId: a(3), isLate: true },
        { memberId: member.pd, applicantId: a(2), isLate: true },
      ]);
      expect(calls[0]?.objections[0]).not.toHaveProperty("isLate");
      expect(calls[0]?.closed).toEqual(before);
      expect(Object.keys(confirmed)).toEqual([a(1)]);
      expect(agenda.map(({ applicantId, why, status }) => [applicantId, why, status])).toEqual([
        [a(2), "2 objections, 1 after the call.", "waiting"],
        [a(3), "One objection after the call.", "waiting"],
      ]);
    });

    it("is taken when the next call is open already, and not for a call that never was", () => {
      const meeting = ended().do({ type: "openObjectionCall", applicantIds: [a(4)], seconds: 30 });
      meeting.do({ ...late, applicantId: a(1) }, member.faculty);
      expect(meeting.state.room.calls.map(({ objections }) => objections.length)).toEqual([2, 0]);
      expect(meeting.try({ ...late, callId: round, applicantId: a(1) }, member.faculty)?.code).toBe("callOver");
      expect(meeting.try({ ...late, applicantId: a(5) }, member.faculty)?.code).toBe("applicantUnknown");
    });

    it("is not taken while the list is locked, nor about somebody who has left it", () => {
      const left = ended().do({ type: "withdrawApplicant", applicantId: a(1), reason: "They told us so." });
      expect(left.try({ ...late, applicantId: a(1) }, member.faculty)?.code).toBe("applicantUnknown");
      const locked = ended().do({ type: "lockList" });
      expect(locked.try({ ...late, applicantId: a(1) }, member.faculty)?.code).toBe("listLocked");
    });

    it("[RECUSE-1] nothing of it reaches whoever is recused, and it makes nobody silent who was away", () => {
      const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(2) }, member.chief);
      const here = [member.pd, member.chief];
      meeting.try({ type: "openObjectionCall", applicantIds: [a(1), a(2)], seconds: 30, here }, member.pd, call);
      meeting.try({ type: "closeObjectionCall", callId: call, here }, null);
      meeting.do({ ...late, applicantId: a(2) }, member.faculty);
      const [told] = framesOf(meeting, member.chief, 1);
      expect(told).toEqual({ type: "withheld", seq: meeting.state.seq });
      const view = viewOf(meeting.state, member.chief);
      const seen = view && redactState(meeting.state, view, member.chief).room;
      expect(seen?.calls[0]).toMatchObject({ objections: [], closed: { noResponse: here } });
      expect(JSON.stringify(seen)).not.toContain(a(2));
    });
  });

  it("[RECUSE-1] to a recused member whoever spoke only of the withheld was silent", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(2) }, member.chief);
    meeting
      .do({ type: "openObjectionCall", applicantIds: [a(1), a(2)], seconds: 30 }, member.pd, call)
      .do(
        { type: "raiseObjection", callId: call, applicantId: a(2), category: "other", sentence: "Late." },
        member.faculty,
      )
      .do({ type: "closeObjectionCall", callId: call });
    const [closed] = framesOf(meeting, member.chief, 1);
    expect(closed).toMatchObject({ noResponse: expect.arrayContaining([member.faculty]) });
    expect(JSON.stringify(framesOf(meeting, member.chief, 3))).not.toContain(a(2));
  });
});

describe("a silent round", () => {
  const opened = (isAnonymous: boolean) =>
    aMeeting().do({ type: "openRound", applicantIds: [a(4), a(5)], isAnonymous }, member.pd, round);
  const ballot = (choice: Ballot["choice"], line?: string, applicantId = a(4)) =>
    ({ type: "castBallot", roundId: round, applicantId, choice, ...(line && { line }) }) as const;
  const voters = [member.pd, member.associatePd, member.chief, member.faculty, secondFaculty];

  it("[ROUND-1] before the reveal nobody receives anything of a ballot but that one more is in", () => {
    const meeting = opened(false);
    for (const by of voters) meeting.do(ballot("concern", "A secret line"), by);
    meeting.do(ballot("endorse", "Another secret"), member.chief);
    for (const watcher of [...voters, member.coordinator, member.observer]) {
      const view = viewOf(meeting.state, watcher);
      const frames = framesOf(meeting, watcher, 6);
      expect(frames.map(({ type }) => type)).toEqual([...Array(5).fill("ballotCounted"), "withheld"]);
      expect(JSON.stringify(frames)).not.toMatch(/secret|concern|endorse/);
      const own = view && redactState(meeting.state, view, watcher).room.rounds[0];
      expect(own?.counts).toEqual({ [a(4)]: 5 });
      expect(own?.ballots.every(({ memberId }) => memberId === watcher)).toBe(true);
    }
  });

  it("[ROUND-2] a host reveals at any time, to everybody at once, with every ballot", () => {
    const meeting = opened(false)
      .do(ballot("concern", "Slow to answer pages"), member.faculty)
      .do({ type: "revealRound", roundId: round }, member.associatePd);
    const [revealed] = framesOf(meeting, member.observer, 1);
    expect(revealed).toMatchObject({
      type: "roundRevealed",
      ballots: [{ applicantId: a(4), memberId: member.faculty, choice: "concern", line: "Slow to answer pages" }],
    });
    expect(openRoundOf(meeting.state.room)).toBeUndefined();
  });

  it("[ROUND-2] a ballot after the reveal is marked late, and those of before stay as they were", () => {
    const meeting = opened(false).do(ballot("concern"), member.faculty).do({ type: "revealRound", roundId: round });
    expect(meeting.try(ballot("endorse"), member.faculty)?.code).toBe("ballotGiven");
    meeting.do(ballot("endorse"), member.chief);
    expect(meeting.state.room.rounds[0]?.ballots.at(-1)).toMatchObject({ memberId: member.chief, isLate: true });
  });

  it("[ROUND-3] whether names are shown is said when it opens, and cannot be said again", () => {
    const meeting = opened(true);
    expect(meeting.try({ type: "openRound", applicantIds: [a(4)], isAnonymous: false })?.code).toBe("roundOpen");
    expect(openRoundOf(meeting.state.room)?.isAnonymous).toBe(true);
  });

  it("[ROUND-4] the log of an anonymous round holds no ballot beside its author, and the reveal no order", () => {
    const choices = fc.array(fc.constantFrom(...ballotChoices), { minLength: 4, maxLength: 5 });
    fc.assert(
      fc.property(choices, (given) => {
        const meeting = opened(true);
        const sealed: Ballot[] = given.map((choice, n) => ({
          applicantId: a(4),
          memberId: null,
          choice,
          line: `Line ${n}`,
        }));
        given.forEach((choice, n) => void meeting.do(ballot(choice, `Line ${n}`), voters[n]));
        expect(JSON.stringify(meeting.events)).not.toContain("Line");
        expect(JSON.stringify(meeting.state)).not.toContain("Line");
        const reveal = (order: Ballot[]) => {
          const { room } = meeting.state;
          const refused = meeting.try({ type: "revealRound", roundId: round, sealed: order });
          expect(refused).toBeUndefined();
          const shown = meeting.state.room.rounds[0]?.ballots;
          meeting.state = { ...meeting.state, room };
          return shown;
        };
        expect(reveal(sealed)).toEqual(reveal([...sealed].reverse()));
        expect(reveal(sealed)?.every(({ memberId }) => memberId === null)).toBe(true);
      }),
      { numRuns: 50, seed: 20270202 },
    );
  });

  it("[ROUND-4] fewer than four anonymous ballots are not shown, a second one is refused, and a late one too", () => {
    const meeting = opened(true);
    for (const by of voters.slice(0, 3)) meeting.do(ballot("neutral"), by);
    expect(meeting.try(ballot("neutral"), member.pd)?.code).toBe("ballotGiven");
    expect(meeting.try({ type: "revealRound", roundId: round, sealed: [] })?.code).toBe("tooFewBallots");
    meeting.do({ type: "discardRound", roundId: round, reason: "Too few of us are here." });
    expect(meeting.try(ballot("neutral"), secondFaculty)?.code).toBe("roundOver");
  });
});

describe("proposals", () => {
  const to = { zone: "protected", after: null, before: a(1) } as const;
  const proposed = () =>
    aMeeting()
      .do({ type: "changeDirectMoves", isDirect: false })
      .do(
        { type: "moveApplicant", applicantId: a(5), to, reason: { sentence: "Strong on nights." } },
        member.faculty,
        call,
      );

  it("[PROPOSE-1] with direct moves off, what others than hosts ask for waits and moves nobody", () => {
    const meeting = proposed();
    expect(rankOf(meeting.state.order, a(5))).toBe(5);
    expect(meeting.state.room.proposals).toMatchObject([{ id: call, applicantId: a(5), by: member.faculty, to }]);
    meeting.do({ type: "moveApplicant", applicantId: a(4), to }, member.associatePd);
    expect(rankOf(meeting.state.order, a(4))).toBe(1);
  });

  it("[PROPOSE-1] a member's newer proposal for the same applicant takes the place of the older", () => {
    const meeting = proposed();
    const lower = { zone: "middle", after: a(7), before: null } as const;
    meeting.do({ type: "moveApplicant", applicantId: a(5), to: lower }, member.faculty);
    expect(meeting.state.room.proposals).toMatchObject([{ to: lower }]);
  });

  it("[PROPOSE-2] a host accepts it, and makes the move with its reason; or declines it", () => {
    const meeting = proposed();
    expect(meeting.try({ type: "acceptProposal", proposalId: call }, member.chief)?.code).toBe("notAllowed");
    meeting.do({ type: "acceptProposal", proposalId: call }, member.associatePd);
    expect(rankOf(meeting.state.order, a(5))).toBe(1);
    expect(meeting.state.room.proposals).toEqual([]);
    expect(lastMoveOf(meeting.state.lastMoves, a(5))).toMatchObject({
      by: member.associatePd,
      reason: { sentence: "Strong on nights." },
    });
    expect(meeting.try({ type: "declineProposal", proposalId: call })?.code).toBe("proposalGone");
    const other = proposed().do({ type: "declineProposal", proposalId: call, reason: "Not tonight." });
    expect(other.state.room.proposals).toEqual([]);
    expect(placeOf(other.state.order, a(5))).toBe("middle");
  });
});
