// What is said of a move: where it led, and an undo only where there is something to take back.
import { expect, it } from "vitest";
import { moveSentence, standingIn } from "../../app/meeting/move-words";
import { applicantId as a, aMeeting, member } from "../support/a-meeting";

it("[PROPOSE-1] a proposal moves nobody, and offers no undo", () => {
  const meeting = aMeeting().do({ type: "changeDirectMoves", isDirect: false });
  const from = standingIn(meeting.state, a(5));
  const to = { zone: "middle", after: a(7), before: null } as const;
  meeting.do({ type: "moveApplicant", applicantId: a(5), to }, member.faculty);
  expect(moveSentence(meeting.state, a(5), from)).toBe("Last5, First5 stays at 5: the move is proposed to the hosts.");
  meeting.do({ type: "moveApplicant", applicantId: a(5), to });
  expect(moveSentence(meeting.state, a(5), from)).toBe("Last5, First5, 5 to 7, middle. Undo available.");
});
