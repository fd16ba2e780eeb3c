// The drawer's History: every change in words, newest first.
import { describe, expect, it } from "vitest";
import { historyLines, moveWords } from "../../app/meeting/drawer/history-words";
import { momentWords } from "../../app/ui/moment";
import type { EventBody } from "../../domain/events";
import type { HistoryEntry, Standing } from "../../server/load-context";
import { aMeeting, applicantId, id, member } from "../support/a-meeting";

const signers = aMeeting().state;

const entry = (seq: number, body: EventBody, part: Partial<HistoryEntry> = {}): HistoryEntry => ({
  seq,
  event: { ...body, seq, at: "2027-02-01T14:02:00.000Z", by: member.chief, commandId: id("c", seq) },
  ...part,
});

const at = (rank: number, place: Standing["place"] = "protected"): Standing => ({ rank, place });

describe("a move in words", () => {
  it.each<[string, Standing | undefined, Standing | undefined]>([
    ["27 to 15, protected", at(27), at(15)],
    ["40 to 41, middle", at(40), at(41, "middle")],
    ["41, middle to protected", at(41, "middle"), at(41)],
    ["27 to not ranked", at(27), { place: "red" }],
    ["Not ranked to 90, middle", { place: "red" }, at(90, "middle")],
    ["Not placed yet to 12, protected", { place: "unplaced" }, at(12)],
  ])("reads %s", (words, from, to) => {
    expect(moveWords(from, to)).toBe(words);
  });
});

describe("the history", () => {
  const moved: EventBody = {
    type: "applicantMoved",
    applicantId: applicantId(1),
    from: "protected",
    to: { zone: "red", after: null, before: null },
    reason: { category: "integrity", provenance: "document", sentence: "The publication does not exist." },
  };

  it("names who did it and gives the reason with its category and how it is known", () => {
    const [line] = historyLines([entry(9, moved, { from: at(27), to: { place: "red" } })], signers);
    expect(line).toMatchObject({
      what: "27 to not ranked",
      words: "Integrity, document: The publication does not exist.",
      by: "Dr chief",
    });
  });

  it("a flag's author who is not told is not taken for the import, and a former member keeps their name", () => {
    const about = { applicantId: applicantId(1), markId: id("c", 1), category: "other", sentence: "Late." } as const;
    const raised = entry(9, { type: "flagRaised", provenance: "firstHand", ...about });
    const [hidden] = historyLines([{ ...raised, event: { ...raised.event, by: null } }], signers);
    expect(hidden?.by).toBe("A member, named to the hosts");
    const { [member.chief]: chief, ...members } = signers.members;
    const [former] = historyLines([raised], { members, formerMembers: chief ? { [chief.id]: chief } : {} });
    expect(former?.by).toBe("Dr chief");
  });

  it("is newest first, and says what was taken back", () => {
    const lines = historyLines(
      [
        entry(9, { type: "preliminaryFrozen", protected: [applicantId(1)], middle: [], red: [] }, { to: at(27) }),
        entry(11, { ...moved, reason: undefined, undoOf: 10 }, { from: at(15), to: at(27) }),
      ],
      signers,
    );
    expect(lines.map(({ what }) => what)).toEqual([
      "15 to 27, protected, taken back",
      "Preliminary list: rank 27, protected",
    ]);
  });

  it("leaves out what a newer build wrote instead of failing on it", () => {
    const unknown = { type: "applicantSpotlit", applicantId: applicantId(1) } as unknown as EventBody;
    expect(historyLines([entry(9, unknown)], signers)).toEqual([]);
  });
});

describe("a moment", () => {
  const now = new Date(2027, 1, 1, 16, 0);
  it.each([
    ["14:02", new Date(2027, 1, 1, 14, 2)],
    ["Jan 31, 00:05", new Date(2027, 0, 31, 0, 5)],
    ["Dec 5, 2026, 09:30", new Date(2026, 11, 5, 9, 30)],
  ])("reads %s", (words, moment) => {
    expect(momentWords(moment, now)).toBe(words);
  });
});
