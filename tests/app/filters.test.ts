// What each filter of the list leaves in sight.
import { expect, test } from "vitest";
import { type Filter, findFiltered, type Subject, subjects } from "../../app/meeting/list/filters";
import { inBoth } from "../../app/meeting/list/search";
import { anchorForRank } from "../../domain/rank-list";
import { applicantId as a, aMeeting, member } from "../support/a-meeting";

const about = (subject: Subject): Filter => ({ school: "", subject });

function played() {
  const meeting = aMeeting({ protected: 2, middle: 6 });
  const flag = {
    type: "raiseFlag",
    category: "other",
    provenance: "firstHand",
    sentence: "Left without a word.",
  } as const;
  meeting.do(
    { type: "endorseApplicant", applicantId: a(1), strength: "champion", evidence: "A month of nights." },
    member.faculty,
  );
  meeting.do(
    { type: "endorseApplicant", applicantId: a(3), strength: "strong", evidence: "A week in clinic." },
    member.chief,
  );
  meeting.do({ ...flag, applicantId: a(3) }, member.faculty);
  meeting.do({ ...flag, applicantId: a(4) }, member.chief);
  const [first] = Object.keys(meeting.state.flags);
  meeting.do({ type: "verifyFlag", markId: first ?? "", reason: "Called them." });
  const last = Object.keys(meeting.state.flags).at(-1) ?? "";
  meeting.do({ type: "dismissFlag", markId: last, reason: "It was somebody else." });
  meeting.do({ type: "addToAgenda", applicantId: a(5), why: "Two minds." });
  meeting.do({ type: "spotlightApplicant", applicantId: a(6) });
  meeting.do({ type: "moveApplicant", applicantId: a(8), to: anchorForRank(meeting.state.order, a(8), 7) });
  return meeting.state;
}

test("each subject finds those of whom it is said, for the member who asks", () => {
  const state = played();
  const found = (subject: Subject) => [...(findFiltered(state, member.faculty, about(subject)) ?? [])].sort();
  expect(found("endorsed")).toEqual([a(1), a(3)]);
  expect(found("championed")).toEqual([a(1)]);
  expect(found("flagged")).toEqual([a(3)]);
  expect(found("verified")).toEqual([a(3)]);
  expect(found("both")).toEqual([a(3)]);
  expect(found("endorsedByMe")).toEqual([a(1)]);
  expect(found("flaggedByMe")).toEqual([a(3)]);
  expect(found("agenda")).toEqual([a(5)]);
  expect(found("discussed")).toEqual([a(6)]);
  expect(found("confirmed")).toEqual([]);
  expect(found("moved")).toEqual([a(7), a(8)]);
  expect(found("unspoken")).toEqual([a(2), a(5), a(6), a(7), a(8)]);
  expect(Object.keys(subjects)).toHaveLength(12);
});

test("nothing asked leaves nothing out; a search and a filter leave who is in both", () => {
  const state = played();
  expect(findFiltered(state, member.faculty, { school: "", subject: "" })).toBeNull();
  expect(findFiltered(state, member.faculty, { school: "International", subject: "" })).toEqual(new Set());
  expect(inBoth(null, null)).toBeNull();
  expect(inBoth(new Set([a(1), a(3)]), null)).toEqual(new Set([a(1), a(3)]));
  expect(inBoth(new Set([a(1), a(3)]), new Set([a(3), a(4)]))).toEqual(new Set([a(3)]));
});
