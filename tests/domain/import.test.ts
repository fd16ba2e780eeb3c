// Files of applicants decided in the core: what a file may override, what taking it back leaves alone, and a log of thousands of
// files folded in one go.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Applicant } from "../../domain/applicant";
import { apply, statesAfter } from "../../domain/apply";
import type { FileColumns, ImportApplicants, ImportSeason, UndoImport } from "../../domain/commands";
import type { MeetingEvent } from "../../domain/events";
import { planImport, planUndo } from "../../domain/import-plan";
import { applicantId as a, aMeeting, id, member, type PlayedMeeting } from "../support/a-meeting";
import { someSteps, stepId } from "../support/arbitrary-play";

const file = (mapped: ImportApplicants["mapped"], ...rows: ImportApplicants["rows"]): ImportApplicants => ({
  type: "importApplicants",
  mapped,
  clinicalKinds: [],
  rows,
});
const row = (facts: ImportApplicants["rows"][number]["facts"], n = 90, withdrawn = false) => ({
  id: a(n),
  withdrawn,
  facts,
});
const known = { aamcId: "10000001" };
const nobody: ReadonlySet<string> = new Set();
const undo = (deed: Partial<UndoImport>): UndoImport => ({
  type: "undoImport",
  added: [],
  changed: [],
  withdrawn: [],
  ...deed,
});

/** Runs it and tells what it did, as the server reads it off the log. */
function importInto(meeting: PlayedMeeting, command: ImportApplicants, by = member.coordinator): UndoImport {
  const before = meeting.state;
  const plans = planImport(before, command, new Set(before.recusals[by]));
  const at = meeting.events.length;
  expect(meeting.try(command, by)).toBeUndefined();
  const added = meeting.events.slice(at).flatMap((event) => (event.type === "applicantAdded" ? [event.applicant] : []));
  const changed = plans.flatMap((plan) => (plan.outcome === "changed" ? [plan] : []));
  return undo({
    added,
    changed: changed.map(({ applicantId, changes }) => ({ applicantId, changes: changes as never })),
  });
}

describe("a file of applicants", () => {
  it("[IMPORT-4] overrides what it has columns for, blank cells included, and leaves every other fact alone", () => {
    const meeting = aMeeting();
    const before = meeting.state.applicants[a(1)];
    importInto(meeting, file(["email", "couplePartner", "nrmpId"], row({ ...known, email: "one@example.org" })));
    const { couplePartner: _cleared, ...rest } = before as NonNullable<typeof before>;
    expect(meeting.state.applicants[a(1)]).toEqual({ ...rest, email: "one@example.org" });
  });

  it("[IMPORT-4] leaves what a row tells unreadably as it is on file, and takes what it tells besides", () => {
    const meeting = aMeeting();
    const told = row({ ...known, email: "one@example.org", step2: [240] });
    importInto(meeting, file(["email", "step2"], told));
    const unread: FileColumns = { mapped: ["email", "step2"], clinicalKinds: [] };
    const half = { ...row({ ...known, step2: [231] }), unread };
    importInto(meeting, file(["email", "step2", "school"], half));
    expect(meeting.state.applicants[a(1)]).toMatchObject({ email: "one@example.org", step2: [240] });
    expect(meeting.state.applicants[a(1)]?.school).toBeUndefined();
  });

  it("[IMPORT-4] keeps the months of a kind that it tells unreadably, and takes those of the others", () => {
    const meeting = aMeeting();
    const months = (...clinicalExperience: Applicant["clinicalExperience"] & object) =>
      row({ ...known, clinicalExperience });
    const importRow = (own: ImportApplicants["rows"][number]) =>
      importInto(meeting, { ...file(["clinicalExperience"], own), clinicalKinds: ["externship", "researchOnly"] });
    importRow(months({ kind: "externship", months: 2 }, { kind: "researchOnly", months: 6 }));
    const unread: FileColumns = { mapped: ["clinicalExperience"], clinicalKinds: ["externship"] };
    importRow({ ...months({ kind: "researchOnly", months: 9 }), unread });
    expect(meeting.state.applicants[a(1)]?.clinicalExperience).toEqual([
      { kind: "externship", months: 2 },
      { kind: "researchOnly", months: 9 },
    ]);
  });

  it("[IMPORT-4] leaves the kinds of clinical experience alone that it has no column for", () => {
    const meeting = aMeeting();
    const experience = (...clinicalExperience: { kind: "externship" | "researchOnly"; months: number }[]) =>
      row({ ...known, clinicalExperience });
    const columns = (...clinicalKinds: ("externship" | "researchOnly")[]) => ({
      ...file(["clinicalExperience"]),
      clinicalKinds,
    });
    const both = experience({ kind: "externship", months: 2 }, { kind: "researchOnly", months: 6 });
    importInto(meeting, { ...columns("externship", "researchOnly"), rows: [both] });
    importInto(meeting, { ...columns("externship"), rows: [experience({ kind: "externship", months: 3 })] });
    expect(meeting.state.applicants[a(1)]?.clinicalExperience).toEqual([
      { kind: "researchOnly", months: 6 },
      { kind: "externship", months: 3 },
    ]);
  });

  it("[IMPORT-4] at the console leaves alone too what was written by hand, unless the file says all that is known", () => {
    const meeting = aMeeting();
    const letters = [{ writer: "Dr Amara Finch" }];
    const typed = { type: "changeApplicantFile", applicantId: a(1), was: {}, set: { letters } } as const;
    expect(meeting.try(typed, member.coordinator)).toBeUndefined();
    const before = meeting.state.applicants[a(1)] as Applicant;
    const { programName, programCode, matchYear, quota } = meeting.state;
    const facts = { name: before.name, ...known, school: "Another School" };
    const files: ImportSeason = {
      type: "importSeason",
      meeting: { title: "Again", programName, programCode, matchYear, quota },
      quotaGiven: false,
      members: [],
      applicants: [{ id: a(1), withdrawn: false, facts }],
    };
    const again = (columns?: ImportSeason["columns"]) =>
      expect(meeting.try({ ...files, ...(columns && { columns }) }, null)).toBeUndefined();
    again({ mapped: ["name", "aamcId", "school", "email"], clinicalKinds: [] });
    const { email: _blank, ...kept } = before;
    expect(meeting.state.applicants[a(1)]).toEqual({ ...kept, school: "Another School" });
    again();
    expect(meeting.state.applicants[a(1)]).not.toHaveProperty("letters");
  });

  it("[IMPORT-1] changes nothing the second time", () => {
    const meeting = aMeeting();
    const command = file(
      ["email"],
      row({ ...known, email: "one@example.org" }),
      row({ name: "New, N", aamcId: "20000001" }),
    );
    importInto(meeting, command);
    const { seq } = meeting.state;
    importInto(meeting, command);
    expect(meeting.state.seq).toBe(seq);
  });

  it("withdraws, and brings nobody back", () => {
    const meeting = aMeeting();
    importInto(meeting, file([], row(known, 90, true)));
    expect(meeting.state.applicants[a(1)]?.withdrawn).toBe(true);
    importInto(meeting, file([], row(known)));
    expect(meeting.state.applicants[a(1)]?.withdrawn).toBe(true);
  });

  it("knows an applicant by either id, and takes no row that two could be meant by", () => {
    const { state } = aMeeting();
    const plans = planImport(
      state,
      file(
        [],
        row({ nrmpId: "N1000001" }),
        row(known),
        row({ aamcId: "10000002", nrmpId: "N1000003" }),
        row({ aamcId: "20000001" }),
      ),
      nobody,
    );
    expect(plans.map(({ outcome }) => outcome)).toEqual(["unchanged", "repeated", "twoApplicants", "nameless"]);
  });

  it("[RECUSE-1] says and does nothing about somebody the importer is recused from", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(1) }, member.coordinator);
    const before = meeting.state;
    const command = file(["email"], row({ ...known, email: "one@example.org" }), row({ nrmpId: "N1000001" }, 91, true));
    expect(planImport(before, command, new Set([a(1)])).map(({ outcome }) => outcome)).toEqual([
      "withheld",
      "withheld",
    ]);
    importInto(meeting, command);
    expect(meeting.state).toEqual(before);
  });

  it.each(["chief", "faculty", "observer"] as const)("[ROLE-1] is not the %s's to import or take back", (role) => {
    expect(aMeeting().try(file([]), member[role])?.code).toBe("notAllowed");
    expect(aMeeting().try(undo({}), member[role])?.code).toBe("notAllowed");
  });

  it("[LOCK-2] is refused after the lock, and so is taking one back", () => {
    const meeting = aMeeting().do({ type: "lockList" });
    expect(meeting.try(file([]))?.code).toBe("listLocked");
    expect(meeting.try(undo({}))?.code).toBe("listLocked");
  });
});

describe("taking an import back", () => {
  const newcomer = row({ name: "New, N", aamcId: "20000001" });

  it("[IMPORT-6] leaves the meeting as it was", () => {
    const meeting = aMeeting();
    const before = meeting.state;
    const deed = importInto(meeting, file(["email", "visa"], newcomer, row({ ...known, email: "one@example.org" })));
    expect(meeting.try(deed, member.coordinator)).toBeUndefined();
    expect({ ...meeting.state, seq: before.seq }).toEqual(before);
  });

  it("[IMPORT-6] takes back field by field what nobody has changed since, and names the rest", () => {
    const meeting = aMeeting();
    const deed = importInto(
      meeting,
      file(["email", "school"], row({ ...known, email: "one@example.org", school: "A" })),
    );
    importInto(meeting, file(["email"], row({ ...known, email: "typed@example.org" })));
    const { kept } = planUndo(meeting.state, deed, nobody);
    expect(kept).toEqual([{ applicantId: a(1), field: "email", reason: "changedSince" }]);
    meeting.try(deed, member.coordinator);
    expect(meeting.state.applicants[a(1)]).toMatchObject({ email: "typed@example.org" });
    expect(meeting.state.applicants[a(1)]?.school).toBeUndefined();
  });

  it.each([
    [
      "placed",
      (meeting: PlayedMeeting) =>
        meeting.do({ type: "moveApplicant", applicantId: a(90), to: { zone: "middle", after: null, before: null } }),
    ],
    [
      "marked",
      (meeting: PlayedMeeting) => meeting.do({ type: "endorseApplicant", applicantId: a(90), strength: "workWith" }),
    ],
    ["changedSince", (meeting: PlayedMeeting) => meeting.do({ type: "withdrawApplicant", applicantId: a(90) })],
    ["recusal", (meeting: PlayedMeeting) => meeting.do({ type: "declareRecusal", applicantId: a(90) }, member.faculty)],
  ])("[IMPORT-6] keeps an added applicant who was touched: %s", (reason, touch) => {
    const meeting = aMeeting();
    const deed = importInto(meeting, file([], newcomer));
    touch(meeting);
    expect(planUndo(meeting.state, deed, nobody).kept).toEqual([{ applicantId: a(90), reason }]);
    meeting.try(deed, member.coordinator);
    expect(meeting.state.applicants[a(90)]).toBeDefined();
  });

  it("[IMPORT-6] puts whom it withdrew back between the neighbours they had", () => {
    const meeting = aMeeting();
    const { order } = meeting.state;
    importInto(meeting, file([], row({ aamcId: "10000005" }, 90, true)));
    const back = { zone: "middle" as const, after: a(4), before: a(6) };
    meeting.try(undo({ withdrawn: [{ applicantId: a(5), back }] }), member.coordinator);
    expect(meeting.state.order).toEqual(order);
  });

  it("[RECUSE-1] touches nobody from whom the importer is recused since", () => {
    const meeting = aMeeting();
    const deed = importInto(meeting, file(["email"], row({ ...known, email: "one@example.org" })));
    meeting.do({ type: "declareRecusal", applicantId: a(1) }, member.coordinator);
    meeting.try(deed, member.coordinator);
    expect(meeting.state.applicants[a(1)]?.email).toBe("one@example.org");
  });

  it("[APPLY-1] a stored event that takes out somebody who is placed or marked takes out nobody", () => {
    const meeting = aMeeting({ protected: 1, unplaced: 1 }).do({
      type: "raiseFlag",
      applicantId: a(2),
      category: "other",
      provenance: "firstHand",
      sentence: "Late.",
    });
    const { applicants } = meeting.state;
    for (const n of [1, 2, 3]) meeting.record({ type: "applicantRemoved", applicantId: a(n) });
    expect(meeting.state.applicants).toEqual(applicants);
  });
});

it("[APPLY-1] events about files that are applied together come to the same as one by one", () => {
  const someFile = fc.record({
    type: fc.constantFrom("applicantAdded" as const, "applicantFileChanged" as const, "applicantRemoved" as const),
    n: fc.integer({ min: 1, max: 14 }),
    withdrawn: fc.boolean(),
  });
  fc.assert(
    fc.property(someSteps, fc.array(someFile, { maxLength: 40 }), (steps, files) => {
      const meeting = aMeeting({ protected: 3, middle: 3, red: 1, unplaced: 2 });
      steps.forEach(({ by, command }, index) => void meeting.try(command, by, stepId(index)));
      const start = meeting.state;
      const stamp = { at: "2027-02-01T09:00:00.000Z", by: null, commandId: id("c", 1) };
      const events = files.map(({ type, n, withdrawn }, index): MeetingEvent => {
        const seq = start.seq + 1 + index;
        const facts = { name: `File ${index}` };
        if (type === "applicantAdded") return { type, applicant: { ...facts, id: a(n), withdrawn }, seq, ...stamp };
        return type === "applicantRemoved"
          ? { type, applicantId: a(n), seq, ...stamp }
          : { type, applicantId: a(n), facts, seq, ...stamp };
      });
      const moved: MeetingEvent = {
        ...{
          type: "applicantMoved",
          applicantId: a(8),
          from: "unplaced",
          seq: start.seq + events.length + 1,
          ...stamp,
        },
        to: { zone: "middle", after: null, before: null },
      };
      expect(statesAfter(start, [...events, moved]).at(-1)).toEqual([...events, moved].reduce(apply, start));
    }),
    { numRuns: 200 },
  );
});
