// Applicants' files: who reads what of them, what is written into them by hand, open questions, and calls with colleagues outside.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findSeason } from "../../db/seasons";
import type { Role } from "../../domain/member";
import { createApplicantFileService } from "../../server/applicant-files/file-service";
import { systemClock } from "../../server/clock";
import { createSeasonService } from "../../server/seasons/season-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let files: ReturnType<typeof createApplicantFileService>;
/** A season in preparation, with two applicants; the associate PD and one of the faculty are recused from the second. */
let draft: { seasonId: string; draftId: string; known: string; withheld: string };

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  const { db } = database;
  const { follower, live, meetings, trail } = world.server;
  const parts = {
    db,
    live,
    follower,
    trail,
    clock: systemClock,
    dispatch: (request: Parameters<typeof meetings.dispatcher.dispatch>[0]) => meetings.dispatcher.dispatch(request),
  };
  files = createApplicantFileService(parts);
  const seasons = createSeasonService(parts);
  const { programId, trackId, people } = world.a;
  const added = await seasons.add(programId, people.pd.id, { trackId, year: "2031" });
  const season = added.ok ? await findSeason(db, added.seasonId) : undefined;
  if (!season?.draftId) throw new Error("a season has a draft");
  draft = { seasonId: season.id, draftId: season.draftId, known: randomUUID(), withheld: randomUUID() };
  const facts = {
    schoolType: "International",
    graduation: "2027-05",
    visa: "j1",
    couplePartner: "Secretly, Hidden",
  } as const;
  await parts.dispatch({
    meetingId: season.draftId,
    commandId: randomUUID(),
    command: {
      type: "importSeason",
      meeting: { title: "Preliminary list", programName: "x", programCode: "1000140C0", matchYear: 2031, quota: 3 },
      quotaGiven: false,
      members: [],
      applicants: [
        { id: draft.known, withdrawn: false, facts: { name: "Known, Well", ...facts, step1: ["Fail", "Pass"] } },
        { id: draft.withheld, withdrawn: false, facts: { name: "Secretly, Hidden", ...facts } },
      ],
    },
    actor: { kind: "system" },
  });
  for (const role of ["associatePd", "faculty"] as const) {
    const declared = await seasons.declareRecusal(season.id, draft.withheld, world.a.people[role].id, {});
    if (!declared.ok) throw new Error(declared.message);
  }
});

const as = (role: Role, place: "a" | "b" = "a") => world[place].people[role].id;
async function fileOf(role: Role, applicantId = draft.known) {
  const opened = await files.open(draft.seasonId, applicantId, as(role));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file;
}
const change = (typed: Record<string, string>, role: Role = "coordinator", id = draft.known) =>
  files.change(draft.seasonId, id, as(role), typed);
const timelineShown = async () => JSON.stringify((await fileOf("pd")).applicant.timeline ?? "").replace(/^""$/, "");

describe("[SEASON-1] reading", () => {
  test.each(["pd", "associatePd", "coordinator", "chief", "faculty"] as const)("%s opens a file", async (role) => {
    expect((await fileOf(role)).applicant.name).toBe("Known, Well");
  });

  test("an observer does not, and to another program there is nothing", async () => {
    expect(await files.open(draft.seasonId, draft.known, as("observer"))).toMatchObject({ ok: false, status: 403 });
    expect(await files.open(draft.seasonId, draft.known, as("pd", "b"))).toMatchObject({ ok: false, status: 404 });
    expect(await files.list(draft.seasonId, as("pd", "b"))).toMatchObject({ ok: false, status: 404 });
    expect(await files.list(draft.seasonId, world.administrator.id)).toMatchObject({ ok: false, status: 404 });
    expect(await files.open(draft.seasonId, "nonsense", as("pd"))).toMatchObject({ ok: false, status: 404 });
  });

  test("[SEE-2] sponsorship needs are for those who prepare, and nothing stands in their place", async () => {
    expect((await fileOf("coordinator")).applicant.visa).toBe("j1");
    for (const role of ["chief", "faculty"] as const)
      expect(JSON.stringify(await fileOf(role))).not.toMatch(/visa"|j1/);
  });

  test("[RECUSE-1] nothing of the withheld reaches whoever is recused: no line, no file, no name in another's file", async () => {
    for (const role of ["associatePd", "faculty"] as const) {
      const listed = await files.list(draft.seasonId, as(role));
      const file = await fileOf(role);
      expect(JSON.stringify([listed, file])).not.toMatch(/Secretly|Hidden/);
      expect(listed).toMatchObject({ ok: true, applicants: [{ name: "Known, Well" }] });
      const asked = [draft.seasonId, draft.withheld, as(role)] as const;
      const gone = { ok: false, status: 404, message: "There is no such applicant in this season." };
      expect(await files.open(...asked)).toEqual(gone);
      expect(await files.ask(...asked, { question: "Why was it interrupted?", ownerId: as("pd") })).toEqual(gone);
      expect(await files.logContact(...asked, {})).toEqual(gone);
      if (role === "associatePd") expect(await files.change(...asked, { part: "timeline" })).toEqual(gone);
    }
    expect((await fileOf("pd")).applicant.couplePartner).toBe("Secretly, Hidden");
  });

  test("[AUDIT-3] is on record", async () => {
    await fileOf("chief");
    const entries = await database.db
      .selectFrom("audit_entries")
      .select("meeting_id")
      .where("action", "=", "applicantRead")
      .where("actor_id", "=", as("chief"))
      .where("applicant_id", "=", draft.known)
      .execute();
    expect(entries).toEqual([{ meeting_id: draft.draftId }]);
  });
});

describe("[FILE-1] by hand", () => {
  const work = { part: "timeline", kind: "work", from: "2029-07", to: "2030-06", what: "General practice" };

  test("an entry is added, changed and removed, and each is on record", async () => {
    expect(await change({ ...work, was: "" })).toEqual({ ok: true });
    expect(
      await change({
        ...work,
        from: "2028-07",
        what: "Research post",
        kind: "research",
        to: "2029-06",
        was: await timelineShown(),
      }),
    ).toEqual({ ok: true });
    expect((await fileOf("pd")).applicant.timeline?.map(({ what }) => what)).toEqual([
      "Research post",
      "General practice",
    ]);
    expect(await change({ ...work, at: "1", explanation: "Rural service.", was: await timelineShown() })).toEqual({
      ok: true,
    });
    expect(await change({ part: "timeline", at: "0", remove: "yes", was: await timelineShown() })).toEqual({
      ok: true,
    });
    const { applicant } = await fileOf("pd");
    expect(applicant.timeline).toEqual([
      { kind: "work", from: "2029-07", to: "2030-06", what: "General practice", explanation: "Rural service." },
    ]);
    expect(applicant).toMatchObject({ visa: "j1", step1: ["Fail", "Pass"] });
    const changes = await database.db
      .selectFrom("audit_entries")
      .select(["actor_id", "payload"])
      .where("action", "=", "applicantFileChanged")
      .execute();
    expect(changes).toHaveLength(4);
    expect(changes[0]).toMatchObject({ actor_id: as("coordinator"), payload: { detail: { part: "timeline" } } });
    expect(JSON.stringify(changes)).not.toContain("practice");
  });

  test("what somebody else has changed since is not overwritten", async () => {
    const refused = await change({ ...work, was: "" });
    expect(refused).toMatchObject({
      ok: false,
      status: 409,
      message: expect.stringContaining("since the page was shown"),
    });
  });

  test.each([
    ["from", { from: "2029-13" }],
    ["from", { from: "last year" }],
    ["to", { to: "2029-01" }],
    ["what", { what: "" }],
    ["kind", { kind: "holiday" }],
    ["explanation", { explanation: "x".repeat(501) }],
  ])("%s is asked for in a sentence: %j", async (field, wrong) => {
    const refused = await change({ ...work, ...wrong, was: await timelineShown() });
    expect(refused).toMatchObject({ ok: false, status: 400, field });
  });

  test.each([
    { part: "visa" },
    { part: "timeline", was: "{" },
    { part: "timeline", was: "[1]" },
    { part: "timeline", at: "7", remove: "yes" },
    {},
  ])("a form that is none changes nothing: %j", async (typed) => {
    const before = await timelineShown();
    expect(await change(typed as Record<string, string>)).toMatchObject({ ok: false, status: 400 });
    expect(await timelineShown()).toBe(before);
  });

  test("clinical experience: months by kind, none at all, or nothing known", async () => {
    const ladder = async (typed: Record<string, string>) => {
      const was = JSON.stringify((await fileOf("pd")).applicant.clinicalExperience) ?? "";
      expect(await change({ part: "clinicalExperience", was, ...typed })).toEqual({ ok: true });
      return (await fileOf("pd")).applicant.clinicalExperience;
    };
    expect(await ladder({ handsOnInpatient: "2,5", externship: "", researchOnly: "0" })).toEqual([
      { kind: "handsOnInpatient", months: 2.5 },
      { kind: "researchOnly", months: 0 },
    ]);
    expect(await ladder({ none: "yes" })).toEqual([]);
    expect(await ladder({})).toBeUndefined();
    expect(await change({ part: "clinicalExperience", externship: "a few" })).toMatchObject({
      status: 400,
      field: "externship",
    });
  });

  test("is for those who prepare", async () => {
    for (const role of ["chief", "faculty", "observer"] as const) {
      expect(await change(work, role)).toMatchObject({ ok: false, status: 403 });
      if (role !== "observer") expect((await fileOf(role)).mayChange).toBe(false);
    }
  });
});

describe("[FILE-3] an open question", () => {
  const ask = (typed: Record<string, string>, role: Role = "coordinator") =>
    files.ask(draft.seasonId, draft.known, as(role), typed);

  test("is suggested from facts, asked by a person, and not suggested again", async () => {
    const { suggested } = await fileOf("pd");
    const attempts = suggested.find(({ fact }) => fact === "attempts Step 1");
    expect(attempts?.question).toBe("Step 1: Fail, then Pass, and the file does not say why: ask.");
    expect(suggested.map(({ fact }) => fact)).toContain("ecfmg");
    expect((await fileOf("pd")).questions).toEqual([]);
    const typed = { ...attempts, ownerId: as("chief") } as Record<string, string>;
    expect(await ask(typed)).toEqual({ ok: true });
    expect(await ask(typed)).toMatchObject({ ok: false, status: 409 });
    const file = await fileOf("chief");
    expect(file.suggested.map(({ fact }) => fact)).not.toContain("attempts Step 1");
    expect(file.questions).toMatchObject([{ owner: "Dr chief of a", isMine: true, mayAnswer: true, answer: null }]);
    expect(await files.list(draft.seasonId, as("faculty"))).toMatchObject({ applicants: [{ openQuestions: 1 }] });
    expect(await files.myQuestions(as("chief"))).toMatchObject([
      { applicant: "Known, Well", seasonId: draft.seasonId },
    ]);
    expect(await files.myQuestions(as("pd"))).toEqual([]);
  });

  test("[RECUSE-1] is not told to an owner who is recused", async () => {
    const about = [draft.seasonId, draft.withheld] as const;
    expect(
      await files.ask(...about, as("pd"), { question: "Why was it interrupted?", ownerId: as("faculty") }),
    ).toEqual({ ok: true });
    expect(await files.myQuestions(as("faculty"))).toEqual([]);
  });

  test("is answered once, by its owner or whoever prepares, signed", async () => {
    const [{ id } = { id: "" }] = (await fileOf("pd")).questions;
    const answer = (role: Role, words: string) =>
      files.answer(draft.seasonId, draft.known, as(role), { id, answer: words });
    expect(await answer("faculty", "I think so.")).toMatchObject({ ok: false, status: 403 });
    expect(await answer("chief", " ")).toMatchObject({ ok: false, status: 400, field: "answer" });
    expect(await answer("chief", "They were ill that day, and say so.")).toEqual({ ok: true });
    expect(await answer("pd", "Another answer to it.")).toMatchObject({ ok: false, status: 409 });
    expect((await fileOf("faculty")).questions[0]).toMatchObject({
      answer: { sentence: "They were ill that day, and say so.", by: "Dr chief of a" },
      mayAnswer: false,
    });
  });

  test("needs a sentence and an owner who may read the file", async () => {
    expect(await ask({ question: "", ownerId: as("pd") })).toMatchObject({ status: 400, field: "question" });
    for (const ownerId of [as("observer"), as("pd", "b"), "nobody"]) {
      expect(await ask({ question: "Why was it interrupted?", ownerId })).toMatchObject({
        status: 400,
        field: "ownerId",
      });
    }
    expect(await ask({ question: "Why was it interrupted?", ownerId: as("pd") }, "observer")).toMatchObject({
      status: 403,
    });
  });

  test("[FILE-5] is struck by its author or a host, and stays", async () => {
    await ask({ question: "Where did they work?", ownerId: as("pd") }, "faculty");
    const { id = "" } = (await fileOf("pd")).questions.at(-1) ?? {};
    const strike = (role: Role, reason = "It was asked twice.") =>
      files.strikeQuestion(draft.seasonId, draft.known, as(role), { id, reason });
    expect(await strike("chief")).toMatchObject({ ok: false, status: 403 });
    expect(await strike("faculty", "")).toMatchObject({ ok: false, status: 400, field: "reason" });
    expect(await strike("faculty")).toEqual({ ok: true });
    expect(await strike("pd")).toMatchObject({ ok: false, status: 409 });
    expect((await fileOf("pd")).questions.at(-1)).toMatchObject({
      struck: { reason: "It was asked twice.", by: "Dr faculty of a" },
    });
    const elsewhere = await files.strikeQuestion(draft.seasonId, draft.withheld, as("pd"), {
      id,
      reason: "It was asked twice.",
    });
    expect(elsewhere).toMatchObject({ ok: false, status: 404 });
  });
});

describe("[FILE-4] a call with a colleague outside", () => {
  const call = {
    colleague: "Dr Orla Finch",
    relation: "Their clerkship director",
    heldOn: "2026-11-20",
    sentence: "Asks for help early.",
  };
  const log = (typed: Record<string, string>, role: Role = "faculty") =>
    files.logContact(draft.seasonId, draft.known, as(role), typed);

  test("is second-hand unless it is first-hand, and before the freeze its author's and theirs who prepare", async () => {
    expect(await log(call)).toEqual({ ok: true });
    expect(await log({ ...call, isFirstHand: "yes", heldOn: "2026-11-21" }, "chief")).toEqual({ ok: true });
    const seen = async (role: Role) => (await fileOf(role)).contacts.map(({ provenance }) => provenance);
    expect(await seen("coordinator")).toEqual(["firstHand", "secondHand"]);
    expect(await seen("faculty")).toEqual(["secondHand"]);
    expect(await seen("chief")).toEqual(["firstHand"]);
  });

  test.each([
    ["colleague", { colleague: "" }],
    ["relation", { relation: " " }],
    ["heldOn", { heldOn: "2126-01-01" }],
    ["heldOn", { heldOn: "20 Nov" }],
    ["sentence", { sentence: "x".repeat(501) }],
  ])("%s is asked for in a sentence", async (field, wrong) => {
    expect(await log({ ...call, ...wrong })).toMatchObject({ ok: false, status: 400, field });
  });

  test("[FILE-5] is struck by its author or a host, with a reason, and stays", async () => {
    const own = (await fileOf("faculty")).contacts[0]?.id ?? "";
    const strike = (role: Role) =>
      files.strikeContact(draft.seasonId, draft.known, as(role), { id: own, reason: "It was about somebody else." });
    // To those who are not told of it there is no such call.
    expect(await strike("chief")).toMatchObject({ ok: false, status: 404 });
    expect(await strike("coordinator")).toMatchObject({ ok: false, status: 403 });
    expect(await strike("faculty")).toEqual({ ok: true });
    expect((await fileOf("pd")).contacts.find(({ id }) => id === own)?.struck).toMatchObject({ by: "Dr faculty of a" });
  });

  test("after the freeze everybody who reads the file is told, and of marks what the meeting tells them", async () => {
    const { seasonId, meetingId, applicantIds } = world.a;
    const [applicantId = ""] = applicantIds;
    expect(await files.logContact(seasonId, applicantId, as("faculty"), call)).toEqual({ ok: true });
    const { dispatcher } = world.server.meetings;
    const raised = {
      type: "raiseFlag",
      applicantId,
      category: "other",
      provenance: "firstHand",
      sentence: "Late.",
    } as const;
    await dispatcher.dispatch({
      meetingId,
      commandId: randomUUID(),
      command: raised,
      actor: { kind: "member", memberId: as("chief") },
    });
    for (const role of ["pd", "chief"] as const) {
      const opened = await files.open(seasonId, applicantId, as(role));
      expect(opened).toMatchObject({
        file: {
          contacts: [{ sentence: "Asks for help early." }],
          marks: { meetingId, flags: [{ sentence: "Late." }] },
        },
      });
    }
    const withheld = await files.open(seasonId, applicantIds[1] ?? "", world.recused.faculty.id);
    expect(withheld).toMatchObject({ ok: false, status: 404 });
  });

  test("[FILE-3] [FILE-4] the meeting's drawer has questions and calls with where they come from, and the way to the whole file", async () => {
    const { seasonId, meetingId, applicantIds, people } = world.a;
    const applicantId = applicantIds[3] ?? "";
    const { service } = world.server;
    expect(await files.logContact(seasonId, applicantId, as("faculty"), call)).toEqual({ ok: true });
    const question = { question: "Is Step 3 planned before July?", ownerId: people.coordinator.id };
    expect(await files.ask(seasonId, applicantId, as("pd"), question)).toMatchObject({ ok: true });
    const beside = {
      questions: [{ question: question.question, owner: "Dr coordinator of a", askedBy: "Dr pd of a", answer: null }],
      contacts: [{ sentence: "Asks for help early.", provenance: "secondHand", loggedBy: "Dr faculty of a" }],
      file: `/seasons/${seasonId}/applicants/${applicantId}`,
    };
    for (const role of ["pd", "coordinator", "chief", "faculty"] as const)
      expect(await service.besideFileOf(meetingId, applicantId, as(role))).toMatchObject(beside);
    expect(await service.besideFileOf(meetingId, applicantId, as("observer"))).toBeNull();
    expect(await service.besideFileOf(meetingId, applicantId, world.b.people.pd.id)).toBeNull();
    // [RECUSE-1] Of whom they are recused from there is nothing.
    expect(await service.besideFileOf(meetingId, applicantIds[1] ?? "", world.recused.pd.id)).toBeNull();
  });

  test("[LOCK-2] a file is not changed while the list is locked", async () => {
    const { seasonId, meetingId, applicantIds } = world.a;
    const { dispatcher } = world.server.meetings;
    const actor = { kind: "member", memberId: as("pd") } as const;
    await dispatcher.dispatch({
      meetingId,
      commandId: randomUUID(),
      command: { type: "lockList", reason: "Done." },
      actor,
    });
    const typed = { part: "interruptedWhy", was: "", sentence: "National service" };
    const refused = await files.change(seasonId, applicantIds[0] ?? "", as("pd"), typed);
    expect(refused).toMatchObject({ ok: false, status: 409, message: expect.stringContaining("locked") });
  });
});
