// Proposed moves as rows tell them.
import { describe, expect, test } from "vitest";
import { proposedMoves, shortName } from "../../app/meeting/list/proposals";
import { rowSentence } from "../../app/meeting/list/row-words";
import { redactState, viewOf } from "../../domain/redact";
import { applicantId as a, aMeeting, member, secondFaculty } from "../support/a-meeting";

const propose = (n: number, after: number) =>
  ({ type: "moveApplicant", applicantId: a(n), to: { zone: "middle", after: a(after), before: null } }) as const;

function aMeetingWithProposals() {
  const meeting = aMeeting({ protected: 1, middle: 6 });
  meeting.do({ type: "changeDirectMoves", isDirect: false });
  return meeting.do(propose(6, 2), member.faculty);
}

describe("[PROPOSE-3] a proposal on the row", () => {
  test("says the rank it asks for and who asks", () => {
    const meeting = aMeetingWithProposals();
    expect(Object.fromEntries(proposedMoves(meeting.state))).toEqual({ [a(6)]: "3, D. faculty" });
  });

  test("says how many more wait for the same applicant", () => {
    const meeting = aMeetingWithProposals().do(propose(6, 4), secondFaculty);
    expect(proposedMoves(meeting.state).get(a(6))).toBe("5, D. second +1");
  });

  test("counts on the viewer's own list, and says nothing to whoever is recused", () => {
    const meeting = aMeetingWithProposals();
    meeting.do({ type: "declareRecusal", applicantId: a(2) }, member.chief);
    meeting.do({ type: "declareRecusal", applicantId: a(6) }, member.observer);
    const seenBy = (memberId: string) => {
      const view = viewOf(meeting.state, memberId);
      return proposedMoves(view ? redactState(meeting.state, view, memberId) : meeting.state);
    };
    expect(seenBy(member.chief).get(a(6))).toBe("2, D. faculty");
    expect(seenBy(member.observer).size).toBe(0);
  });

  test("is part of the row's sentence for the ear, as being selected is", () => {
    const row = {
      id: a(6),
      name: "Okafor, Irina",
      champion: 0,
      strong: 0,
      workWith: 0,
      verifiedFlags: 0,
      openFlags: 0,
    };
    const sentence = rowSentence(row, "middle", { rank: 6, proposed: "3, M. Chen", isSelected: true });
    expect(sentence).toBe("Okafor, Irina, selected, rank 6, middle, proposed: 3, M. Chen");
  });
});

test.each([
  ["Maya Chen", "M. Chen"],
  ["Dr. Maya A. Chen", "M. Chen"],
  ["Chen", "Chen"],
])("%s is %s for short", (name, short) => {
  expect(shortName(name)).toBe(short);
});
