// What a tab that is behind says, and what is told to somebody who was away while the room was asked.
import { describe, expect, test } from "vitest";
import { askedOf, missedCall, unsentCall } from "../../domain/while-away";
import { applicantId as a, aMeeting, id, member, type PlayedMeeting } from "../support/a-meeting";

const call = id("c", 900);
const round = id("c", 901);
const objection = { type: "raiseObjection", callId: call, category: "other", sentence: "They came late." } as const;
const asked = (meeting = aMeeting()) => {
  meeting.try({ type: "openObjectionCall", applicantIds: [a(1), a(2)], seconds: 30 }, member.pd, call);
  return meeting;
};
const over = (meeting = asked()) => meeting.do({ type: "closeObjectionCall", callId: call });
const minutesAfter = ({ state }: PlayedMeeting, minutes: number) =>
  Date.parse(state.room.calls.at(-1)?.closed?.at ?? "") + minutes * 60_000;
const missed = (meeting: PlayedMeeting, who: string = member.faculty, seen: string[] = [], minutes = 1) =>
  missedCall(meeting.state, who, new Set(seen), minutesAfter(meeting, minutes))?.id;

describe("a tab that is behind says", () => {
  test("nothing, while nothing is asked", () => {
    expect(askedOf(aMeeting().state, member.faculty)).toBeUndefined();
    expect(askedOf(over().state, member.faculty)).toBeUndefined();
  });

  test("that objections are asked for, to those who have not answered and may", () => {
    const meeting = asked();
    expect(askedOf(meeting.state, member.faculty)).toBe("Objections?");
    expect(askedOf(meeting.state, member.observer)).toBeUndefined();
    meeting.do({ type: "giveNoObjection", callId: call }, member.faculty);
    meeting.do({ ...objection, applicantId: a(2) }, member.chief);
    expect(askedOf(meeting.state, member.faculty)).toBeUndefined();
    expect(askedOf(meeting.state, member.chief)).toBeUndefined();
  });

  test.each([true, false])("that a ballot is asked for, until all are given (anonymous: %s)", (isAnonymous) => {
    const meeting = aMeeting();
    meeting.try({ type: "openRound", applicantIds: [a(1), a(2)], isAnonymous }, member.pd, round);
    const cast = (n: number) =>
      meeting.do({ type: "castBallot", roundId: round, applicantId: a(n), choice: "neutral" }, member.faculty);
    expect(askedOf(meeting.state, member.faculty)).toBe("Ballot?");
    cast(1);
    expect(askedOf(meeting.state, member.faculty)).toBe("Ballot?");
    cast(2);
    expect(askedOf(meeting.state, member.faculty)).toBeUndefined();
  });
});

describe("[CALL-6] a call that somebody missed", () => {
  test("is told when it is over, to those who neither answered nor saw it", () => {
    expect(missed(over())).toBe(call);
    expect(missed(over(), member.faculty, [call])).toBeUndefined();
    expect(missed(over(asked().do({ type: "giveNoObjection", callId: call }, member.faculty)))).toBeUndefined();
    expect(missed(over(asked().do({ ...objection, applicantId: a(1) }, member.faculty)))).toBeUndefined();
    expect(missed(over(), member.pd), "who asked it").toBeUndefined();
    expect(missed(over(), member.observer), "who may not object").toBeUndefined();
  });

  test("is news for half an hour, until it is answered late, and while the list is open", () => {
    expect(missed(over(), member.faculty, [], 29)).toBe(call);
    expect(missed(over(), member.faculty, [], 31)).toBeUndefined();
    expect(missed(over().do({ ...objection, applicantId: a(1) }, member.faculty))).toBeUndefined();
    expect(missed(over().do({ type: "lockList" }))).toBeUndefined();
  });

  const next = id("c", 902);
  const another = (meeting = over()) => {
    meeting.try({ type: "openObjectionCall", applicantIds: [a(3)], seconds: 30 }, member.pd, next);
    return meeting;
  };
  test("is told while another is open, and behind another that was seen", () => {
    const { state } = another();
    expect(missedCall(state, member.faculty, new Set(), Date.parse(state.room.calls[0]?.closed?.at ?? ""))?.id).toBe(
      call,
    );
    const both = another().do({ type: "closeObjectionCall", callId: next });
    expect(missed(both)).toBe(next);
    expect(missed(both, member.faculty, [next])).toBe(call);
  });

  test("and words typed for one that is over wait, whatever opened since, for whoever may send them", () => {
    const unsent = (meeting: PlayedMeeting, who: string, ...typed: string[]) =>
      unsentCall(meeting.state, who, (callId) => typed.includes(callId))?.id;
    expect(unsent(asked(), member.faculty, call), "still open").toBeUndefined();
    expect(unsent(over(), member.faculty)).toBeUndefined();
    expect(unsent(over(), member.faculty, call)).toBe(call);
    expect(unsent(another(), member.faculty, call, next)).toBe(call);
    expect(unsent(over(), member.observer, call)).toBeUndefined();
    expect(unsent(over().do({ type: "lockList" }), member.faculty, call)).toBeUndefined();
  });
});
