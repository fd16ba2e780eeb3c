// What is open before a lock, by person.
import { describe, expect, it } from "vitest";
import { redactState, viewOf } from "../../domain/redact";
import { stillOpen } from "../../domain/still-open";
import { applicantId as a, aMeeting, member } from "../support/a-meeting";

const flag = { category: "examination", provenance: "document", sentence: "Step 1 was taken twice." } as const;

describe("[LOCK-5] what is open before a lock", () => {
  it("are the flags that nobody has decided, of the not ranked too, without the withdrawn", () => {
    const meeting = aMeeting({ protected: 2, middle: 3, red: 2 });
    for (const n of [1, 2, 6, 3]) meeting.do({ type: "raiseFlag", applicantId: a(n), ...flag }, member.faculty);
    const markOf = (n: number) =>
      Object.values(meeting.state.flags).find(({ applicantId }) => applicantId === a(n))?.id;
    meeting.do({ type: "verifyFlag", markId: markOf(2) ?? "", reason: "I have read the transcript." }, member.pd);
    meeting.do({ type: "withdrawApplicant", applicantId: a(3) }, member.pd);
    const { flags, red } = stillOpen(meeting.state);
    expect(flags.map(({ applicantId }) => applicantId)).toEqual([a(1), a(6)]);
    expect(red).toEqual([a(6), a(7)]);
  });

  it("are the objections of applicants who are not done on the agenda", () => {
    const meeting = aMeeting({ protected: 1, middle: 3 });
    const objection = {
      memberId: member.faculty,
      category: "integrity",
      sentence: "I saw it myself.",
      at: "",
    } as const;
    const item = { why: "Objected to.", by: null, at: "" } as const;
    const calls = [
      {
        ...{ id: "call", applicantIds: [a(1), a(2)], by: null, at: "", endsAt: "", noObjection: [] },
        objections: [1, 2, 3].map((n) => ({ ...objection, applicantId: a(n) })),
      },
    ];
    const agenda = [
      { ...item, applicantId: a(1), status: "waiting" as const },
      { ...item, applicantId: a(2), status: "done" as const },
    ];
    const room = { ...meeting.state.room, calls, agenda, confirmed: { [a(3)]: "later" } };
    expect(stillOpen({ ...meeting.state, room }).objections.map(({ applicantId }) => applicantId)).toEqual([a(1)]);
  });

  it("are nothing where nothing is", () => {
    expect(stillOpen(aMeeting({ protected: 2, middle: 3 }).state)).toEqual({ flags: [], objections: [], red: [] });
  });

  it("are all of them where there are many, for one applicant too, without the recused, the withdrawn and the struck", () => {
    const meeting = aMeeting({ protected: 2, middle: 20, red: 20 });
    const ids = Array.from({ length: 42 }, (_, index) => index + 1);
    for (const n of ids) meeting.do({ type: "raiseFlag", applicantId: a(n), ...flag }, member.faculty);
    meeting.do({ type: "raiseFlag", applicantId: a(1), ...flag }, member.chief);
    const first = Object.values(meeting.state.flags).find(({ applicantId }) => applicantId === a(2));
    meeting.do({ type: "strikeFlag", markId: first?.id ?? "", reason: "I mixed two people up." }, member.faculty);
    for (const n of [3, 42]) meeting.do({ type: "withdrawApplicant", applicantId: a(n) }, member.pd);
    for (const n of [4, 41])
      meeting.do({ type: "declareRecusal", applicantId: a(n), reason: "We are related by marriage." }, member.pd);
    const view = viewOf(meeting.state, member.pd);
    if (!view) throw new Error("the director sees the meeting");
    const { flags, red } = stillOpen(redactState(meeting.state, view, member.pd));
    const left = ids.filter((n) => ![2, 3, 4, 41, 42].includes(n));
    expect(flags.map(({ applicantId }) => applicantId)).toEqual([...left.map(a), a(1)]);
    expect(red).toEqual(left.filter((n) => n > 22).map(a));
  });

  it("[RECUSE-1] name nobody whom the director is recused from", () => {
    const meeting = aMeeting({ protected: 2, middle: 1, red: 2 });
    for (const n of [1, 2]) meeting.do({ type: "raiseFlag", applicantId: a(n), ...flag }, member.faculty);
    for (const n of [1, 4]) {
      meeting.do({ type: "declareRecusal", applicantId: a(n), reason: "We are related by marriage." }, member.pd);
    }
    const view = viewOf(meeting.state, member.pd);
    if (!view) throw new Error("the director sees the meeting");
    const seen = stillOpen(redactState(meeting.state, view, member.pd));
    expect(seen.flags.map(({ applicantId }) => applicantId)).toEqual([a(2)]);
    expect(seen.red).toEqual([a(5)]);
  });
});
