// What must hold of a draft whatever is done with it, and of the meeting that its freeze opens.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, applyAll } from "../../domain/apply";
import type { MeetingEvent } from "../../domain/events";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import { holdsEachOnce } from "../../domain/rank-list";
import { redactEvent, redactState, viewOf } from "../../domain/redact";
import { aDraft, applicantId, member, PlayedMeeting } from "../support/a-meeting";
import { freezing, someDraftSteps, somePreparer } from "../support/arbitrary-draft";
import { stepId } from "../support/arbitrary-play";

const settings = { numRuns: 300, seed: 20270115 };
const start = () => aDraft({ protected: 3, middle: 3, red: 1, unplaced: 2 });
const present = (state: MeetingState) => Object.values(state.applicants).flatMap((a) => (a.withdrawn ? [] : [a.id]));
type Steps = { by: string; command: Parameters<PlayedMeeting["try"]>[0] }[];

function play(draft: PlayedMeeting, steps: Steps): void {
  for (const [index, { by, command }] of steps.entries()) draft.try(command, by, stepId(index));
}

describe("a draft", () => {
  it("[ORD-1] loses and doubles nobody, and [LOG-3] replays to the same state", () => {
    fc.assert(
      fc.property(someDraftSteps, (steps) => {
        const draft = start();
        play(draft, steps);
        expect(holdsEachOnce(draft.state.order, present(draft.state))).toBe(true);
        const stored = JSON.parse(JSON.stringify(draft.events)) as MeetingEvent[];
        const replayed = applyAll(emptyMeeting(draft.state.id), stored);
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(draft.state));
      }),
      settings,
    );
  });

  it("[RECUSE-1] tells a recused preparer nothing of the applicant, and [RECUSE-3] folds to what they would be sent", () => {
    const hidden = applicantId(2);
    fc.assert(
      fc.property(someDraftSteps, somePreparer, (steps, memberId) => {
        const draft = start().do({ type: "declareRecusal", applicantId: hidden }, memberId);
        const view = viewOf(draft.state, memberId);
        if (!view) throw new Error("not in the draft");
        const snapshot = redactState(draft.state, view, memberId);
        const from = draft.events.length;
        const states = [draft.state];
        play(draft, steps);
        const news = draft.events.slice(from);
        for (const event of news) states.push(apply(states.at(-1) as MeetingState, event));
        const events = news.map((event, index) => redactEvent(event, states[index] as MeetingState, view));
        const sent = redactState(draft.state, view, memberId);
        for (const secret of [hidden, "Last2", "First2", "10000002"])
          expect(JSON.stringify([snapshot, events, sent])).not.toContain(secret);
        const folded = applyAll(snapshot, events);
        expect(folded.order).toEqual(sent.order);
        expect(folded.snapshots).toEqual(sent.snapshots);
      }),
      settings,
    );
  });

  it("[FREEZE-2] opens a meeting that has everybody of it once, where they stood", () => {
    fc.assert(
      fc.property(someDraftSteps, (steps) => {
        const draft = start();
        play(draft, steps);
        const tray = [...draft.state.order.unplaced];
        const lists = { protected: [], middle: tray, red: [], unplaced: [] };
        draft.try({ type: "arrangeList", source: "scores", ...lists });
        const { order } = draft.state;
        // Unless nobody is left to rank.
        if (draft.try(freezing)) return;
        const { title, programName, programCode, matchYear, quota } = draft.state;
        const meeting = new PlayedMeeting(emptyMeeting(freezing.meetingId));
        const members = Object.values(draft.state.members);
        const refused = meeting.try(
          {
            type: "openFromDraft",
            follow: {
              type: "followProgram",
              version: 1,
              meeting: { title, programName, programCode, matchYear, quota },
              flagAuthorsShown: true,
              members,
              removed: [],
            },
            applicants: Object.values(draft.state.applicants),
            list: { protected: [...order.protected], middle: [...order.middle], red: [...order.red] },
            recusals: [{ memberId: member.coordinator, applicantId: applicantId(1) }],
            endorsements: [],
          },
          null,
        );
        expect(refused).toBeUndefined();
        expect(meeting.state.order).toEqual({ ...order, unplaced: [] });
        expect(meeting.state.applicants).toEqual(draft.state.applicants);
      }),
      settings,
    );
  });
});
