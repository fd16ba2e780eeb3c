// What the director reads and signs before the lock.
import { describe, expect, it } from "vitest";
import { readBackOf } from "../../app/meeting/dialogs/read-back";
import { hashGroups, isSignedFor } from "../../app/meeting/dialogs/signature";
import { aMeeting, applicantId } from "../support/a-meeting";

describe("the read-back", () => {
  it("shows both ends of the list, nobody twice", () => {
    const { top, last, rankedCount, redCount } = readBackOf(aMeeting({ protected: 5, middle: 8, red: 2 }).state);
    expect(top.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(last.map(({ rank }) => rank)).toEqual([11, 12, 13]);
    expect({ rankedCount, redCount }).toEqual({ rankedCount: 13, redCount: 2 });
  });

  it("names who came furthest since the preliminary list, and why; not those who only made room", () => {
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
        reason: { category: "integrity", sentence: "The letter was forged." },
      });
    expect(readBackOf(meeting.state).movers).toMatchObject([
      { name: "Last5, First5", from: 5, to: undefined, reason: "The letter was forged." },
      { name: "Last9, First9", from: 9, to: 1, reason: undefined },
    ]);
  });

  it("has no movers where nobody moved", () => {
    expect(readBackOf(aMeeting().state).movers).toEqual([]);
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
