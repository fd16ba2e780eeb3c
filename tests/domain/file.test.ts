// What is written into an applicant's file by hand.
import { describe, expect, it } from "vitest";
import type { HandFacts } from "../../domain/applicant";
import type { ChangeApplicantFile } from "../../domain/commands";
import { sameValue } from "../../domain/same-value";
import { aMeeting, applicantId, member } from "../support/a-meeting";

const work = { kind: "work", from: "2024-06", to: "2025-05", what: "General practice" } as const;
const change = (set: HandFacts, was: HandFacts = {}): ChangeApplicantFile => ({
  type: "changeApplicantFile",
  applicantId: applicantId(2),
  was,
  set,
});

describe("[FILE-1] a file", () => {
  it("keeps every fact that was not changed", () => {
    const meeting = aMeeting();
    const before = meeting.state.applicants[applicantId(2)];
    expect(meeting.try(change({ timeline: [work] }), member.coordinator)).toBeUndefined();
    expect(meeting.state.applicants[applicantId(2)]).toEqual({ ...before, timeline: [work] });
  });

  it("is not changed over somebody else's change", () => {
    const meeting = aMeeting();
    meeting.try(change({ timeline: [work] }));
    expect(meeting.try(change({ timeline: [] }))?.code).toBe("fileChangedSince");
    // Another field of the same file is another matter.
    expect(meeting.try(change({ interruptedWhy: "National service" }))).toBeUndefined();
    expect(meeting.state.applicants[applicantId(2)]?.timeline).toEqual([work]);
  });

  it("loses what is taken out, and says nothing where nothing changes", () => {
    const meeting = aMeeting();
    meeting.try(change({ timeline: [work] }));
    const { seq } = meeting.state;
    expect(meeting.try(change({ timeline: [work] }, { timeline: [{ ...work }] }))).toBeUndefined();
    expect(meeting.state.seq).toBe(seq);
    expect(meeting.try(change({}, { timeline: [work] }))).toBeUndefined();
    expect(meeting.state.applicants[applicantId(2)]).not.toHaveProperty("timeline");
  });

  it("is changed by those who prepare and nobody else", () => {
    for (const by of [member.chief, member.faculty, member.observer]) {
      expect(aMeeting().try(change({ timeline: [work] }), by)?.code).toBe("notAllowed");
    }
  });

  it("[RECUSE-2] whoever is recused is told what a stranger is told", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: applicantId(2) }, member.coordinator);
    expect(meeting.try(change({ timeline: [work] }), member.coordinator)?.code).toBe("applicantUnknown");
  });
});

it("values are the same whatever the order of their keys, and a key without a value is none", () => {
  expect(sameValue({ a: [{ b: 1, c: undefined }] }, { a: [{ b: 1 }] })).toBe(true);
  expect(sameValue({ b: 1, a: 2 }, { a: 2, b: 1 })).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue({ a: [] }, { a: {} })).toBe(false);
  expect(sameValue({ a: null }, {})).toBe(false);
});
