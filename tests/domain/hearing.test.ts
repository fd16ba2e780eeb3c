// What interviewers say in notes after the freeze: an endorsement once, signed and dated as said, and a strike when it is taken back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HeardNote, hearingEvents, takenBackInNote, voiceOf } from "../../domain/decide-hearing";
import { endorsementsOf } from "../../domain/meeting";
import { redactEvent, viewOf } from "../../domain/redact";
import { applicantId as a, aMeeting, id, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";

const said = "2027-02-01T09:30:00.000Z";
const later = "2027-02-01T11:00:00.000Z";
const note = (n: number) => id("c", 500 + n);

function aNote(n: number, parts: Partial<HeardNote> = {}): HeardNote {
  return {
    noteId: note(n),
    applicantId: a(n),
    by: member.faculty,
    said: { markId: note(n), at: said, relationship: "interviewed" },
    takenBack: [note(n)],
    ...parts,
  };
}
const hear = (meeting: PlayedMeeting, ...notes: HeardNote[]) => meeting.try({ type: "hearNotes", notes }, null);
const standing = (meeting: PlayedMeeting, n: number) => endorsementsOf(meeting.state, a(n));

describe("“I’d work with them” in a note", () => {
  test("[MARK-1] is its author's endorsement, dated as they said it, with the note's id", () => {
    const meeting = aMeeting();
    expect(hear(meeting, aNote(4))).toBeUndefined();
    expect(standing(meeting, 4)).toMatchObject([
      { id: note(4), by: member.faculty, at: said, strength: "workWith", relationship: "interviewed" },
    ]);
    expect(voiceOf(meeting.state, aNote(4))).toEqual({ is: "endorsement" });
  });

  test("[MARK-1] heard again it says nothing new, however often, in any order", () => {
    const notes = [aNote(1), aNote(4), aNote(5, { by: secondFaculty }), aNote(6, { said: null })];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...notes), { maxLength: 12 }), (heard) => {
        const meeting = aMeeting();
        for (const one of heard) hear(meeting, one);
        for (const one of heard) expect(hearingEvents(meeting.state, [one])).toEqual([]);
        for (const n of [1, 4, 5, 6]) expect(standing(meeting, n).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("[MARK-6] taken back in the note it is struck; said again it is a new one with its own date", () => {
    const meeting = aMeeting();
    hear(meeting, aNote(4));
    hear(meeting, aNote(4, { said: null }));
    expect(standing(meeting, 4)).toEqual([]);
    expect(meeting.state.endorsements[note(4)]?.struck?.reason).toBe(takenBackInNote);
    hear(meeting, aNote(4, { said: { markId: note(40), at: later }, takenBack: [note(4), note(40)] }));
    expect(standing(meeting, 4)).toMatchObject([{ id: note(40), at: later }]);
  });

  test("[MARK-6] taken back and said again between two sends: the first is struck and the second stands", () => {
    const meeting = aMeeting();
    hear(meeting, aNote(4));
    hear(meeting, aNote(4, { said: { markId: note(40), at: later }, takenBack: [note(4), note(40)] }));
    expect(meeting.state.endorsements[note(4)]?.struck).toBeDefined();
    expect(standing(meeting, 4)).toMatchObject([{ id: note(40), at: later }]);
  });

  test("[MARK-6] what was struck in the meeting stays struck, and its author is told why", () => {
    const meeting = aMeeting();
    hear(meeting, aNote(4));
    meeting.do({ type: "strikeEndorsement", markId: note(4), reason: "Said of somebody else." });
    hear(meeting, aNote(4));
    expect(standing(meeting, 4)).toEqual([]);
    const struck = { is: "struck", isByAuthor: false, reason: "Said of somebody else." };
    expect(voiceOf(meeting.state, aNote(4))).toEqual(struck);
  });

  test("a struck note takes its endorsement along, with that reason", () => {
    const meeting = aMeeting();
    hear(meeting, aNote(4));
    const struck = aNote(4, { said: null, reason: "About somebody else." });
    hear(meeting, struck);
    expect(meeting.state.endorsements[note(4)]?.struck?.reason).toBe("About somebody else.");
  });

  test("[MARK-2] an endorsement that its author gave in the meeting stands, and taking the word back leaves it", () => {
    const meeting = aMeeting();
    const own = { type: "endorseApplicant", applicantId: a(4), strength: "strong" } as const;
    meeting.do(own, member.faculty, id("c", 77));
    hear(meeting, aNote(4));
    expect(voiceOf(meeting.state, aNote(4))).toEqual({ is: "other", strength: "strong" });
    hear(meeting, aNote(4, { said: null }));
    expect(standing(meeting, 4)).toMatchObject([{ id: id("c", 77), strength: "strong" }]);
  });

  test("of whom they are recused from, in a role that does not endorse, or as nobody's member: nothing; later, when they may", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(4) }, member.faculty);
    const others = [aNote(5, { by: member.coordinator }), aNote(6, { by: id("m", 90) })];
    hear(meeting, aNote(4), ...others);
    expect(meeting.state.endorsements).toEqual({});
    for (const one of [aNote(4), ...others]) expect(voiceOf(meeting.state, one)).toEqual({ is: "notTheirs" });
    meeting.do({ type: "liftRecusal", memberId: member.faculty, applicantId: a(4), reason: "Another person." });
    expect(voiceOf(meeting.state, aNote(4))).toEqual({ is: "waiting" });
    hear(meeting, aNote(4));
    expect(standing(meeting, 4)).toHaveLength(1);
  });

  test("of somebody who has withdrawn: not before they are back", () => {
    const meeting = aMeeting().do({ type: "withdrawApplicant", applicantId: a(4) });
    hear(meeting, aNote(4));
    expect(voiceOf(meeting.state, aNote(4))).toEqual({ is: "withdrawn" });
    meeting.do({ type: "reinstateApplicant", applicantId: a(4) });
    hear(meeting, aNote(4));
    expect(standing(meeting, 4)).toHaveLength(1);
  });

  test("[LOCK-2] after the lock nothing is heard, and what came too late is told", () => {
    const meeting = aMeeting().do({ type: "lockList", reason: "Enough said." });
    expect(hear(meeting, aNote(4))).toEqual({ code: "listLocked" });
    expect(voiceOf(meeting.state, aNote(4))).toEqual({ is: "locked" });
  });

  test("[MARK-1] a meeting that was opened with a later saying under the note's id does not hear it again", () => {
    const meeting = aMeeting();
    const details = { strength: "workWith", signed: { by: member.faculty, at: later } } as const;
    meeting.record({ type: "applicantEndorsed", markId: note(4), applicantId: a(4), ...details });
    const again = aNote(4, { said: { markId: note(40), at: later }, takenBack: [note(4), note(40)] });
    expect(hearingEvents(meeting.state, [again])).toEqual([]);
    hear(meeting, { ...again, said: null });
    expect(standing(meeting, 4)).toEqual([]);
  });

  test("[RECUSE-1] whoever is recused from the applicant gets nothing of it", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(4) }, member.chief);
    const before = meeting.state;
    hear(meeting, aNote(4));
    const view = viewOf(before, member.chief);
    const event = meeting.events.at(-1);
    if (!view || !event) throw new Error("a member has a view");
    expect(redactEvent(event, before, view)).toEqual({ type: "withheld", seq: event.seq });
  });
});
