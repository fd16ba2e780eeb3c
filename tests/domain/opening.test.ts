// A season's meeting is opened with its frozen list: everything or nothing, once.
import { describe, expect, test } from "vitest";
import { applyAll } from "../../domain/apply";
import type { OpenFromDraft } from "../../domain/commands";
import { championsGiven, emptyMeeting } from "../../domain/meeting";
import type { Role } from "../../domain/member";
import { holdsEachOnce } from "../../domain/rank-list";
import { redactEvent, viewOf } from "../../domain/redact";
import { applicantId as a, aDraft, id, member, PlayedMeeting, secondFaculty } from "../support/a-meeting";

const said = "2027-01-12T16:20:00.000Z";
const note = (n: number) => id("c", 500 + n);

function opening(parts: Partial<OpenFromDraft> = {}): OpenFromDraft {
  const { state } = aDraft({ protected: 2, middle: 3, red: 1 }).do({ type: "withdrawApplicant", applicantId: a(5) });
  const { title, programName, programCode, matchYear, quota } = state;
  const { protected: top, middle, red } = state.order;
  const members = [
    ...Object.entries(member).map(([role, memberId]) => ({ id: memberId, name: `Dr ${role}`, role: role as Role })),
    { id: secondFaculty, name: "Dr second", role: "faculty" as const },
  ];
  return {
    type: "openFromDraft",
    follow: {
      type: "followProgram",
      version: 4,
      meeting: { title, programName, programCode, matchYear, quota },
      flagAuthorsShown: true,
      members,
      removed: [],
    },
    applicants: Object.values(state.applicants),
    list: { protected: [...top], middle: [...middle], red: [...red] },
    recusals: [{ memberId: member.faculty, applicantId: a(2), reason: "My cousin" }],
    endorsements: [],
    ...parts,
  };
}

const open = (command: OpenFromDraft) => {
  const meeting = new PlayedMeeting(emptyMeeting(id("c", 99)));
  return { meeting, rejection: meeting.try(command, null) };
};
const endorsement = (n: number, by: string, applicantId: string) => ({ markId: note(n), applicantId, by, at: said });

describe("[FREEZE-2] the meeting opens", () => {
  test("with the roster, the applicants and the order of the draft, nobody lost or doubled", () => {
    const { meeting } = open(opening());
    const { state } = meeting;
    const present = Object.values(state.applicants).flatMap(({ id: of, withdrawn }) => (withdrawn ? [] : [of]));
    expect(holdsEachOnce(state.order, present)).toBe(true);
    expect(state.order).toEqual({ protected: [a(1), a(2)], middle: [a(3), a(4)], red: [a(6)], unplaced: [] });
    expect(state.preliminary).toEqual(state.order);
    expect(state.applicants[a(5)]?.withdrawn).toBe(true);
    expect(Object.keys(state.members)).toHaveLength(7);
    expect(state.programVersion).toBe(4);
    expect(applyAll(emptyMeeting(state.id), meeting.events)).toEqual(state);
  });

  test("with recusals in force, and [RECUSE-1] nothing of the applicant in what the recused member gets from then on", () => {
    const { meeting } = open(opening({ endorsements: [endorsement(1, member.chief, a(2))] }));
    expect(meeting.state.recusals).toEqual({ [member.faculty]: [a(2)] });
    const view = viewOf(meeting.state, member.faculty);
    const wire = view && meeting.events.map((event) => redactEvent(event, meeting.state, view));
    for (const secret of [a(2), "Last2", "10000002"]) expect(JSON.stringify(wire)).not.toContain(secret);
  });

  test("with what interviewers have said as endorsements, [MARK-1] signed by them, dated as they said it, and no champions", () => {
    const endorsements = [
      { ...endorsement(1, member.chief, a(1)), relationship: "interviewed" as const },
      endorsement(2, secondFaculty, a(1)),
    ];
    const { meeting } = open(opening({ endorsements }));
    expect(Object.values(meeting.state.endorsements)).toEqual([
      {
        id: note(1),
        applicantId: a(1),
        by: member.chief,
        at: said,
        strength: "workWith",
        relationship: "interviewed",
        evidence: undefined,
      },
      { id: note(2), applicantId: a(1), by: secondFaculty, at: said, strength: "workWith" },
    ]);
    expect(championsGiven(meeting.state, member.chief)).toBe(0);
    expect(
      meeting.try({ type: "strikeEndorsement", markId: note(1), reason: "Not any more." }, member.chief),
    ).toBeUndefined();
  });

  test("without the word of whoever is gone, recused, or may not endorse, about the withdrawn, or twice", () => {
    const stranger = id("m", 77);
    const endorsements = [
      endorsement(1, stranger, a(1)),
      endorsement(2, member.faculty, a(2)),
      endorsement(3, member.coordinator, a(1)),
      endorsement(4, member.chief, a(5)),
      endorsement(5, member.chief, a(1)),
      endorsement(6, member.chief, a(1)),
      endorsement(7, member.chief, a(9)),
    ];
    const { meeting } = open(opening({ endorsements }));
    expect(Object.keys(meeting.state.endorsements)).toEqual([note(5)]);
  });

  test("once, and not over applicants that are there already", () => {
    const { meeting } = open(opening());
    const { seq } = meeting.state;
    expect(meeting.try(opening(), null)?.code).toBe("meetingNotEmpty");
    expect(meeting.state.seq).toBe(seq);
  });

  test("also when it stood open before, empty, with a roster that has changed since", () => {
    const command = opening({ endorsements: [endorsement(1, secondFaculty, a(1))] });
    const meeting = new PlayedMeeting(emptyMeeting(id("c", 99)));
    meeting.try({ ...command.follow, version: 1 }, null);
    const { title } = meeting.state;
    const members = command.follow.members.filter((one) => one.id !== secondFaculty);
    const follow = { ...command.follow, version: 5, members, removed: [secondFaculty] };
    expect(meeting.try({ ...command, follow }, null)).toBeUndefined();
    expect(meeting.state.title).toBe(title);
    expect(meeting.state.members[secondFaculty]).toBeUndefined();
    expect(meeting.state.endorsements).toEqual({});
  });

  test("and no member can ask for it", () => {
    const meeting = new PlayedMeeting(emptyMeeting(id("c", 99)));
    meeting.try(opening().follow, null);
    expect(meeting.try(opening(), member.pd)?.code).toBe("notAllowed");
  });
});
