// Objections where people look, and whether their words are a flag already.
import { expect, it } from "vitest";
import { isFlagged, objectionsTo } from "../../app/meeting/room/objection-notes";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

const call = id("c", 900_001);

it("[CALL-2] what was objected to somebody is found in every call, and becomes a flag once", () => {
  const object = {
    type: "raiseObjection",
    callId: call,
    category: "integrity",
    sentence: "Two dates disagree.",
  } as const;
  const meeting = aMeeting()
    .do({ type: "openObjectionCall", applicantIds: [a(1), a(2)], seconds: 30 }, member.pd, call)
    .do({ ...object, applicantId: a(2) }, member.faculty)
    .do({ type: "closeObjectionCall", callId: call })
    .do({ ...object, applicantId: a(2), sentence: "One more date disagrees." }, member.chief);
  const { calls } = meeting.state.room;
  expect(objectionsTo(calls, a(1))).toEqual([]);
  const [first, second] = objectionsTo(calls, a(2));
  if (!first || !second) throw new Error("two were raised");
  expect([first, second]).toMatchObject([{ memberId: member.faculty }, { memberId: member.chief, isLate: true }]);
  const { category, sentence } = first;
  meeting.do({ type: "raiseFlag", applicantId: a(2), category, provenance: "firstHand", sentence }, member.faculty);
  expect([isFlagged(meeting.state, first), isFlagged(meeting.state, second)]).toEqual([true, false]);
});
