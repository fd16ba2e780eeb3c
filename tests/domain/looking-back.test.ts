// Looking back: past lists, moments, the line of a rank, and why the list differs from the preliminary one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listReasons } from "../../domain/list-reasons";
import type { MeetingState } from "../../domain/meeting";
import { momentsOf } from "../../domain/moments";
import { pastRows } from "../../domain/past-list";
import { rankedIds } from "../../domain/rank-list";
import { redactState, type View, viewOf } from "../../domain/redact";
import { rankLineOf, replayFrom, type SeenStep, seenAt, startOf } from "../../domain/replay";
import { aMeeting, applicantId, id, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";
import { APPLICANTS, someMember, someSteps, stepId } from "../support/arbitrary-play";

const start = () => aMeeting({ protected: 3, middle: 4, red: 1, unplaced: APPLICANTS - 8 });

interface Sight {
  view: View;
  steps: SeenStep[];
  now: MeetingState;
}
function sightOf(meeting: PlayedMeeting, memberId: string): Sight {
  const view = viewOf(meeting.state, memberId);
  if (!view) throw new Error("not on the roster");
  const steps = [...replayFrom(startOf(meeting.state.id), meeting.events, view)];
  return { view, steps, now: redactState(meeting.state, view, memberId) };
}
const reasonsFor = (meeting: PlayedMeeting, memberId: string = member.pd) => {
  const { steps, now } = sightOf(meeting, memberId);
  return listReasons(steps, now.preliminary ?? now.order, now.order);
};
const [a1, a2, a3, a4, a5, a6, a7] = [1, 2, 3, 4, 5, 6, 7].map(applicantId) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const toTop = { zone: "protected", after: null, before: a1 } as const;
const because = (sentence: string) => ({ reason: { sentence } });

describe("[BACK-1] the list as it was", () => {
  // In quarters, so that a busy machine ends each in time.
  it.each([20270201, 20270202, 20270203, 20270204])(
    "at the head of the log is the list of now, and after each event nobody withheld is on it (seed %i)",
    (seed) => {
      fc.assert(
        fc.property(someSteps, someMember, fc.nat(), (plays, memberId, recusedAt) => {
          const meeting = start();
          for (const [index, { by, command }] of plays.entries()) {
            // Declared at any time: it holds for all that was before, too.
            if (index === recusedAt % (plays.length || 1))
              meeting.record({ type: "recusalDeclared", memberId, applicantId: a2 }, memberId);
            meeting.try(command, by, stepId(index));
          }
          const { view, steps, now } = sightOf(meeting, memberId);
          const rows = pastRows(steps, now);
          const ranked = rows.flatMap(({ id, rank }) => (rank === undefined ? [] : [id]));
          expect(ranked).toEqual(rankedIds(now.order));
          for (const place of ["protected", "middle", "red", "unplaced"] as const)
            expect(rows.flatMap((row) => (row.place === place ? [row.id] : [])).sort()).toEqual(
              [...now.order[place]].sort(),
            );
          expect(rows.every((row) => row.rank === row.rankNow && row.name === now.applicants[row.id]?.name)).toBe(true);
          for (let seq = 1; seq <= steps.length; seq++) {
            const past = pastRows(steps.slice(0, seq), now);
            const told = JSON.stringify([past, seenAt(steps, seq - 1)]);
            expect(view.withheld.filter((id) => told.includes(id))).toEqual([]);
            const ranks = past.flatMap(({ rank }) => rank ?? []);
            expect(ranks).toEqual(ranks.map((_, index) => index + 1));
          }
          const told = JSON.stringify([momentsOf(steps), listReasons(steps, now.order, now.order)]);
          expect(view.withheld.filter((id) => told.includes(id))).toEqual([]);
        }),
        { numRuns: 50, seed },
      );
    },
  );

  it("is as the server folded it then, for whoever sees everybody", () => {
    const meeting = aMeeting();
    const orders = [meeting.state.order];
    const opened = meeting.state.seq;
    meeting.do({ type: "moveApplicant", applicantId: a5, to: toTop });
    orders.push(meeting.state.order);
    meeting.do({ type: "moveApplicant", applicantId: a7, to: { zone: "middle", after: null, before: a4 } });
    orders.push(meeting.state.order);
    const { steps } = sightOf(meeting, member.observer);
    expect(steps.slice(opened - 1).map(({ order }) => order)).toEqual(orders);
  });
});

describe("[BACK-2] moments", () => {
  it("are the opening, stages, calls, locks, and each quarter of an hour in which the list changed", () => {
    const meeting = aMeeting();
    const at = (minute: number) => new Date(Date.UTC(2027, 1, 1, 14, minute)).toISOString();
    const record = (body: Parameters<PlayedMeeting["record"]>[0], minute: number) => {
      meeting.record(body, member.pd);
      const last = meeting.events.at(-1);
      if (last) last.at = at(minute);
      return meeting.state.seq;
    };
    const opened = meeting.state.seq;
    const first = meeting.events.at(-1);
    if (first) first.at = at(0);
    const moved = { type: "applicantMoved", applicantId: a5, from: "middle", to: toTop } as const;
    record({ type: "stageChanged", stage: "agenda" }, 1);
    record(moved, 10);
    const second = record({ ...moved, applicantId: a6 }, 14);
    record({ type: "timerSet", seconds: 60 }, 20);
    // Nothing of the list changed in that quarter.
    record({ type: "timerSet", seconds: 90 }, 40);
    const locked = record({ type: "listLocked", version: 1 }, 50);
    const moments = momentsOf(sightOf(meeting, member.faculty).steps);
    expect(moments).toEqual([
      { kind: "opened", seq: opened, at: at(0) },
      { kind: "stage", stage: "agenda", seq: opened + 1, at: at(1) },
      { kind: "quarter", seq: second, at: at(15) },
      { kind: "locked", version: 1, seq: locked, at: at(50) },
    ]);
  });

  it("tells nobody the time of what is withheld from them", () => {
    const meeting = aMeeting();
    meeting.do({ type: "declareRecusal", applicantId: a2 }, member.faculty);
    const before = meeting.events.at(-2)?.at;
    meeting.do({ type: "moveApplicant", applicantId: a2, to: toTop });
    const { steps } = sightOf(meeting, member.faculty);
    expect(steps.at(-1)?.event.type).toBe("withheld");
    expect(steps.at(-1)?.order).toBe(steps.at(-3)?.order);
    expect(seenAt(steps, steps.length - 1)).toBe(before);
  });
});

describe("[BACK-3] the line of a rank", () => {
  it("changes by one's own moves and by others', and counts one's own", () => {
    const meeting = aMeeting();
    const opened = meeting.state.seq;
    meeting
      .do({ type: "moveApplicant", applicantId: a5, to: toTop })
      .do({ type: "moveApplicant", applicantId: a3, to: toTop });
    expect(rankLineOf(sightOf(meeting, member.pd).steps, a3)).toEqual({
      isFromOpening: true,
      to: opened + 2,
      steps: [
        [opened, 3],
        [opened + 1, 4],
        [opened + 2, 2],
      ],
      moves: 1,
    });
  });

  it("is counted on its reader's own list, and ends where there is no rank", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a1 }, member.faculty);
    const red = { zone: "red", after: null, before: null } as const;
    meeting.do({
      type: "moveApplicant",
      applicantId: a4,
      to: red,
      reason: { category: "integrity", provenance: "document", sentence: "It does not exist." },
    });
    const line = rankLineOf(sightOf(meeting, member.faculty).steps, a4);
    expect(line?.steps.map(([, rank]) => rank)).toEqual([3, null]);
    expect(rankLineOf(sightOf(meeting, member.faculty).steps, a1)).toBeNull();
  });
});

describe("[DIFF-1] why the list differs", () => {
  it("puts what nobody said a word about first, and counts whoever made room", () => {
    const meeting = aMeeting()
      .do({ type: "moveApplicant", applicantId: a7, to: toTop, ...because("Carried the ward in January.") })
      .do({ type: "moveApplicant", applicantId: a6, to: { zone: "middle", after: null, before: a4 } }, member.chief);
    const { changes, shifted } = reasonsFor(meeting);
    expect(changes.map(({ change, reasons, moves }) => [change.applicantId, reasons.length, moves])).toEqual([
      [a6, 0, 1],
      [a7, 1, 1],
    ]);
    expect(changes[0]?.lastMove?.by).toBe(member.chief);
    expect(changes[1]?.reasons[0]).toMatchObject({
      kind: "move",
      by: member.pd,
      reason: { sentence: "Carried the ward in January." },
    });
    expect(shifted).toBe(5);
  });

  it("knows from the log which of two neighbours was moved", () => {
    const up = aMeeting().do({ type: "moveApplicant", applicantId: a2, to: toTop });
    const down = aMeeting().do({
      type: "moveApplicant",
      applicantId: a1,
      to: { zone: "protected", after: a2, before: a3 },
    });
    expect(reasonsFor(up).changes.map(({ change }) => change.applicantId)).toEqual([a2]);
    expect(reasonsFor(down).changes.map(({ change }) => change.applicantId)).toEqual([a1]);
  });

  it("names whoever proposed, what the room settled, who left, and who came", () => {
    const meeting = aMeeting().do({ type: "changeDirectMoves", isDirect: false });
    meeting.do(
      { type: "moveApplicant", applicantId: a6, to: toTop, ...because("Best night float we had.") },
      member.chief,
    );
    const proposalId = meeting.state.room.proposals[0]?.id ?? "";
    meeting
      .do({ type: "acceptProposal", proposalId })
      .do({ type: "spotlightApplicant", applicantId: a5 })
      .do({ type: "moveApplicant", applicantId: a5, to: toTop })
      .do({ type: "settleApplicant", applicantId: a5, outcome: "protected" })
      .do({ type: "withdrawApplicant", applicantId: a3, reason: "Wrote to us." }, member.coordinator)
      .record({
        type: "applicantAdded",
        applicant: { id: applicantId(30), name: "Late, Applicant", withdrawn: false },
      });
    const byId = new Map(reasonsFor(meeting).changes.map((line) => [line.change.applicantId, line]));
    expect(byId.get(a6)?.reasons).toMatchObject([
      { kind: "proposal", by: member.pd, proposedBy: member.chief, reason: { sentence: "Best night float we had." } },
    ]);
    expect(byId.get(a5)?.reasons).toMatchObject([{ kind: "outcome", outcome: "protected" }]);
    expect(byId.get(a3)?.reasons).toMatchObject([{ kind: "withdrawn", sentence: "Wrote to us." }]);
    expect(byId.get(applicantId(30))?.reasons).toMatchObject([{ kind: "added" }]);
  });

  const flagId = id("c", 901);

  it("says of a flag no author to whom they are not told, and nothing of whoever is withheld", () => {
    const meeting = aMeeting();
    meeting.record({ type: "settingsChanged", flagAuthorsShown: false });
    meeting
      .do(
        { type: "raiseFlag", applicantId: a1, category: "examination", provenance: "document", sentence: "Twice." },
        secondFaculty,
        flagId,
      )
      .do({ type: "verifyFlag", markId: flagId, reason: "In the file." })
      .do({ type: "moveApplicant", applicantId: a1, to: { zone: "protected", after: a3, before: null } })
      .do({ type: "moveApplicant", applicantId: a7, to: toTop, ...because("Secret words.") })
      .do({ type: "declareRecusal", applicantId: a7 }, member.faculty);
    const [line, ...others] = reasonsFor(meeting, member.faculty).changes;
    expect(others).toEqual([]);
    expect(line?.reasons).toMatchObject([{ kind: "flag", by: null, sentence: "Twice." }]);
    expect(JSON.stringify(reasonsFor(meeting, member.faculty))).not.toContain("Secret words");
    expect(reasonsFor(meeting).changes.find(({ change }) => change.applicantId === a1)?.reasons[0]?.by).toBe(
      secondFaculty,
    );
  });
});

describe("[DIFF-2] what explains nothing any more", () => {
  it("what was taken back, until it is made again, with its reason", () => {
    const meeting = aMeeting().do({ type: "moveApplicant", applicantId: a7, to: toTop, ...because("Saw her lead.") });
    meeting.do({ type: "undoMove" });
    expect(reasonsFor(meeting)).toEqual({ changes: [], shifted: 0 });
    meeting.do({ type: "redoMove" });
    expect(reasonsFor(meeting).changes[0]).toMatchObject({
      moves: 1,
      reasons: [{ kind: "move", reason: { sentence: "Saw her lead." } }],
    });
  });

  it("a struck endorsement, a struck flag, and a word that speaks for the other way", () => {
    const meeting = aMeeting()
      .do({ type: "endorseApplicant", applicantId: a7, ...champion }, member.faculty)
      .do({ type: "endorseApplicant", applicantId: a1, ...champion }, member.faculty)
      .do({ type: "moveApplicant", applicantId: a7, to: toTop });
    expect(explainedIn(meeting)).toEqual([a7]);
    const mark = Object.values(meeting.state.endorsements).find(({ applicantId: of }) => of === a7)?.id ?? "";
    meeting.do({ type: "strikeEndorsement", markId: mark, reason: "Took one for another." }, member.faculty);
    expect(explainedIn(meeting)).toEqual([]);
    meeting
      .do({ type: "raiseFlag", applicantId: a1, ...flag }, member.chief, markId)
      .do({ type: "verifyFlag", markId, reason: "Read the report." })
      .do({ type: "moveApplicant", applicantId: a1, to: { zone: "protected", after: a3, before: null } });
    expect(explainedIn(meeting)).toEqual([a1]);
    meeting.do({ type: "strikeFlag", markId, reason: "Another person." }, member.chief);
    expect(explainedIn(meeting)).toEqual([]);
  });
});

const markId = id("c", 902);
const flag = { category: "professionalism", provenance: "firstHand", sentence: "Left a shift." } as const;
const champion = { strength: "champion", evidence: "Carried the ward in January." } as const;
const down = { zone: "protected", after: a3, before: null } as const;
const explainedIn = (meeting: PlayedMeeting) =>
  reasonsFor(meeting).changes.flatMap(({ change, reasons }) => (reasons.length > 0 ? [change.applicantId] : []));

describe("[DIFF-3] a reason was there before, and counts itself", () => {
  it("an endorsement given after the move is not its reason; one before a further move up is", () => {
    const meeting = aMeeting().do({ type: "moveApplicant", applicantId: a7, to: { ...toTop, before: a2 } });
    meeting.do({ type: "endorseApplicant", applicantId: a7, ...champion }, member.faculty);
    expect(explainedIn(meeting)).toEqual([]);
    meeting.do({ type: "moveApplicant", applicantId: a7, to: toTop });
    expect(explainedIn(meeting)).toEqual([a7]);
  });

  it("one that only a step the other way follows explains nothing of the rise", () => {
    const meeting = aMeeting().do({ type: "moveApplicant", applicantId: a7, to: toTop });
    meeting.do({ type: "endorseApplicant", applicantId: a7, ...champion }, member.faculty);
    meeting.do({ type: "moveApplicant", applicantId: a7, to: { zone: "protected", after: a1, before: a2 } });
    expect(explainedIn(meeting)).toEqual([]);
  });

  it("a flag from its verdict on: not while it waits, not when it is verified later", () => {
    const meeting = aMeeting()
      .do({ type: "raiseFlag", applicantId: a1, ...flag }, member.chief, markId)
      .do({ type: "moveApplicant", applicantId: a1, to: { zone: "protected", after: a2, before: a3 } });
    expect(explainedIn(meeting)).toEqual([]);
    meeting.do({ type: "verifyFlag", markId, reason: "Read the report." });
    expect(explainedIn(meeting)).toEqual([]);
    meeting.do({ type: "moveApplicant", applicantId: a1, to: down });
    expect(explainedIn(meeting)).toEqual([a1]);
    expect(reasonsFor(meeting).changes[0]?.reasons).toMatchObject([{ kind: "flag", by: member.chief }]);
  });

  it("a flag that is raised, moved for and dismissed, never", () => {
    const meeting = aMeeting()
      .do({ type: "raiseFlag", applicantId: a1, ...flag }, member.chief, markId)
      .do({ type: "moveApplicant", applicantId: a1, to: down })
      .do({ type: "dismissFlag", markId, reason: "Was on leave." });
    expect(explainedIn(meeting)).toEqual([]);
  });

  it("taking a move back and making it again brings no reason that was not there at first", () => {
    const meeting = aMeeting().do({ type: "moveApplicant", applicantId: a7, to: toTop });
    meeting.do({ type: "endorseApplicant", applicantId: a7, ...champion }, member.faculty);
    meeting.do({ type: "undoMove" }).do({ type: "redoMove" });
    expect(explainedIn(meeting)).toEqual([]);
  });

  it("an objection and what the room settled: not for a move of before", () => {
    const meeting = aMeeting().do({ type: "moveApplicant", applicantId: a1, to: down });
    meeting.do({ type: "settleApplicant", applicantId: a1, outcome: "moved" });
    const callId = id("c", 903);
    meeting.do({ type: "openObjectionCall", applicantIds: [a1, a2], seconds: 60 }, member.pd, callId);
    const { category, sentence } = flag;
    meeting.do({ type: "raiseObjection", callId, applicantId: a1, category, sentence }, member.chief);
    expect(explainedIn(meeting)).toEqual([]);
    meeting.do({
      type: "moveApplicant",
      applicantId: a1,
      to: { zone: "middle", after: null, before: a4 },
      ...because("Agreed."),
    });
    const told = reasonsFor(meeting).changes.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
    expect(told.sort()).toEqual(["move", "objection", "outcome"]);
  });

  it("what a note says after the opening is a reason of what follows; what it said before was known", () => {
    const said = (at: string) => ({
      type: "applicantEndorsed" as const,
      markId: id("c", 904),
      applicantId: a7,
      strength: "workWith" as const,
      signed: { by: member.faculty, at },
    });
    const during = aMeeting();
    const now = during.events.at(-1)?.at ?? "";
    during.record(said(now), member.faculty).do({ type: "moveApplicant", applicantId: a7, to: toTop });
    expect(reasonsFor(during).changes[0]?.reasons).toMatchObject([
      { kind: "endorsement", by: member.faculty, at: now },
    ]);
    const before = aMeeting().record(said("2026-12-01T10:00:00.000Z"), member.pd);
    before.do({ type: "moveApplicant", applicantId: a7, to: toTop });
    expect(explainedIn(before)).toEqual([]);
  });
});
