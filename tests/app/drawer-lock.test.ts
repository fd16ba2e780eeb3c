// What the director reads and signs before the lock.
import { describe, expect, it } from "vitest";
import { furthestOf, readBackOf } from "../../app/meeting/dialogs/read-back";
import { hashGroups, isSignedFor } from "../../app/meeting/dialogs/signature";
import { listReasons } from "../../domain/list-reasons";
import { viewOf } from "../../domain/redact";
import { replayFrom, startOf } from "../../domain/replay";
import { openCallOf } from "../../domain/room";
import { aMeeting, applicantId, member } from "../support/a-meeting";

describe("the read-back", () => {
  it("shows both ends of the list, nobody twice", () => {
    const { top, last, rankedCount, redCount } = readBackOf(aMeeting({ protected: 5, middle: 8, red: 2 }).state);
    expect(top.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(last.map(({ rank }) => rank)).toEqual([11, 12, 13]);
    expect({ rankedCount, redCount }).toEqual({ rankedCount: 13, redCount: 2 });
  });

  it("[DIFF-1] names who came furthest first, explained or not, as the differences explain it", () => {
    const meeting = aMeeting({ protected: 3, middle: 6, red: 1 })
      .do({
        type: "moveApplicant",
        applicantId: applicantId(9),
        to: { zone: "protected", after: null, before: applicantId(1) },
      })
      .do({
        type: "moveApplicant",
        applicantId: applicantId(5),
        to: { zone: "red", after: null, before: null },
        reason: { category: "integrity", provenance: "document", sentence: "The letter was forged." },
      });
    meeting.do({ type: "openObjectionCall", applicantIds: [applicantId(1)], seconds: 60 });
    const callId = openCallOf(meeting.state.room)?.id ?? "";
    meeting
      .do({
        ...{ type: "raiseObjection", callId, applicantId: applicantId(1) },
        ...{ category: "professionalism", sentence: "Never answered us." },
      })
      .do({ type: "closeObjectionCall", callId })
      .do({
        type: "moveApplicant",
        applicantId: applicantId(1),
        to: { zone: "protected", after: applicantId(3), before: null },
      });
    const view = viewOf(meeting.state, member.pd);
    if (!view) throw new Error("the director is on the roster");
    const { preliminary, order } = meeting.state;
    const steps = [...replayFrom(startOf(meeting.state.id), meeting.events, view)];
    const furthest = furthestOf(listReasons(steps, preliminary ?? order, order));
    expect(furthest.map(({ change, reasons }) => [change.applicantId, reasons.map(({ kind }) => kind)])).toEqual([
      [applicantId(5), ["move"]],
      [applicantId(9), []],
      [applicantId(1), ["objection"]],
    ]);
  });
});

describe("the signature", () => {
  it.each(["Internal Medicine", "internal medicine", "  Internal   Medicine ", "INTERNAL-MEDICINE"])(
    "forgives the spelling of %j",
    (typed) => {
      expect(isSignedFor(typed, "Internal Medicine")).toBe(true);
    },
  );

  it.each(["", " ", "Medicine", "Internal Medicine 2", "Family Medicine"])("does not take %j", (typed) => {
    expect(isSignedFor(typed, "Internal Medicine")).toBe(false);
  });

  it("is never given by nothing at all", () => {
    expect(isSignedFor("", "")).toBe(false);
  });
});

it("a hash is read in groups and loses nothing", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(hashGroups(hash)).toHaveLength(8);
  expect(hashGroups(hash).join("")).toBe(hash);
});
