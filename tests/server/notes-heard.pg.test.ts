// "I'd work with them" in a note after the freeze, on a real server: heard at once by the open screens, in the log once whatever is
// sent twice, cut short or sent too late.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { listUnheardSeasons } from "../../db/works-with";
import type { MemberCommand } from "../../domain/commands";
import { takenBackInNote } from "../../domain/decide-hearing";
import { endorsementsOf } from "../../domain/meeting";
import { createAuditTrail } from "../../server/audit-trail";
import type { NoteSave } from "../../server/context/notes";
import type { Dispatcher } from "../../server/dispatch";
import { unavailable } from "../../server/failure";
import { createLog } from "../../server/log";
import { hearNotes } from "../../server/notes/hear-notes";
import { createNotesService } from "../../server/notes/notes-service";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { aDatabase, type TestDatabase } from "../support/database";
import { until } from "../support/server";
import { type TestPerson, type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
const log = createLog("silent");
const said = "2026-11-20T09:30:00.000Z";
const later = "2026-11-21T18:00:00.000Z";

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
});

const dispatch: Dispatcher["dispatch"] = (request) => world.server.meetings.dispatcher.dispatch(request);
const hearing = (through = dispatch) => ({ db: database.db, live: world.server.live, dispatch: through });
function notes(through = dispatch) {
  const clock = () => new Date();
  return createNotesService({ ...hearing(through), clock, trail: createAuditTrail({ db: database.db, clock, log }) });
}
const season = () => ({ id: world.a.seasonId, meetingId: world.a.meetingId });
const applicant = (at: number) => world.a.applicantIds[at] ?? "";
async function save(person: TestPerson, at: number, part: Partial<NoteSave>, through = dispatch) {
  const asked = { saveId: randomUUID(), base: null, content: {}, ...part };
  const answer = await notes(through).save(world.a.seasonId, applicant(at), person.id, asked);
  if (!answer.ok) throw new Error(answer.message);
  return answer.note;
}
async function ask(person: TestPerson, command: MemberCommand) {
  const actor = { kind: "member", memberId: person.id } as const;
  const { meetingId } = world.a;
  const answer = await dispatch({ meetingId, commandId: randomUUID(), command, actor } as Parameters<
    typeof dispatch
  >[0]);
  if (!answer.ok) throw new Error(answer.message);
}
const stateNow = async () => {
  const state = await world.server.live.fresh(database.db, world.a.meetingId);
  if (!state) throw new Error("the meeting is there");
  return state;
};
const endorsedBy = async (person: TestPerson, at: number) =>
  endorsementsOf(await stateNow(), applicant(at)).filter(({ by }) => by === person.id);

test("[MARK-1] open screens have it at once, signed and dated as said; the same save again says it once", async () => {
  const { faculty, chief } = world.a.people;
  const screen = await world.server.join(chief.email);
  const recused = await world.server.join(world.recused.faculty.email);
  const asked = { saveId: randomUUID(), content: { worksWithSince: said, text: "Secret of the note." } };
  const answers = await Promise.all(Array.from({ length: 4 }, () => save(faculty, 1, asked)));
  expect(new Set(answers.map(({ voice }) => voice?.is))).toEqual(new Set(["endorsement"]));
  const seen = () => endorsementsOf(screen.store.getSnapshot().state, applicant(1));
  await until(() => seen().length > 0, "the open screen has it");
  expect(seen()).toMatchObject([{ by: faculty.id, at: said, strength: "workWith", relationship: "interviewed" }]);
  expect(JSON.stringify(screen.frames)).not.toContain("Secret of the note");
  // [RECUSE-1] Whoever is recused from the applicant has got nothing.
  await ask(chief, { type: "endorseApplicant", applicantId: applicant(3), strength: "strong" });
  await until(
    () => Object.keys(recused.store.getSnapshot().state.endorsements).length > 0,
    "the recused are told of others",
  );
  expect(JSON.stringify(recused.frames)).not.toContain(applicant(1));

  const [first] = answers;
  const base = { noteId: first?.id ?? "", version: 1 };
  const takenBack = await save(faculty, 1, { base, content: { text: "Secret of the note." } });
  expect(takenBack.voice).toBeNull();
  await until(() => seen().length === 0, "the open screen has the strike");
  const struck = Object.values((await stateNow()).endorsements).find(({ by }) => by === faculty.id)?.struck;
  expect(struck).toMatchObject({ by: faculty.id, reason: takenBackInNote });
  await save(faculty, 1, { base: { ...base, version: 2 }, content: { worksWithSince: later } });
  expect(await endorsedBy(faculty, 1)).toMatchObject([{ at: later }]);
  expect(await rebuildMeeting(database.db, world.a.meetingId, { keep: false })).toEqual([]);
});

test("[MARK-2] whoever endorses in the meeting already is told that this one stands", async () => {
  const { chief } = world.a.people;
  await ask(chief, { type: "endorseApplicant", applicantId: applicant(2), strength: "strong" });
  const note = await save(chief, 2, { content: { worksWithSince: said } });
  expect(note.voice).toEqual({ is: "other", strength: "strong" });
  expect(await endorsedBy(chief, 2)).toMatchObject([{ strength: "strong" }]);
});

test("a note that is struck takes its endorsement along, by whoever struck it and with the reason", async () => {
  const { associatePd, pd } = world.a.people;
  const note = await save(associatePd, 4, { content: { worksWithSince: said } });
  const reason = "About somebody else.";
  expect(await notes().strike(world.a.seasonId, pd.id, { noteId: note.id, reason })).toEqual({ ok: true });
  expect((await stateNow()).endorsements[note.id]?.struck).toMatchObject({ by: pd.id, reason });
});

test("what was cut short between the note and the meeting is made good, once", async () => {
  const { faculty } = world.a.people;
  const note = await save(faculty, 5, { content: { worksWithSince: said } }, () => Promise.resolve(unavailable));
  expect(note.voice).toEqual({ is: "waiting" });
  expect(await listUnheardSeasons(database.db)).toEqual([season()]);
  await Promise.all([hearNotes(hearing(), season()), hearNotes(hearing(), season())]);
  expect(await endorsedBy(faculty, 5)).toMatchObject([{ id: note.id, at: said }]);
  expect(await listUnheardSeasons(database.db)).toEqual([]);
  const { seq } = await stateNow();
  await hearNotes(hearing(), season());
  expect((await stateNow()).seq).toBe(seq);
});

test("[LOCK-2] a draft that arrives after the lock is refused in a sentence, and what was not heard before it is told so", async () => {
  const { faculty, pd } = world.a.people;
  const note = await save(faculty, 6, { content: { worksWithSince: said } }, () => Promise.resolve(unavailable));
  await ask(pd, { type: "lockList", reason: "Enough said." });
  const late = { saveId: randomUUID(), base: null, content: { worksWithSince: later } };
  const answer = await notes().save(world.a.seasonId, applicant(3), faculty.id, late);
  expect(answer).toMatchObject({ ok: false, status: 409 });
  await hearNotes(hearing(), season());
  expect(await endorsedBy(faculty, 6)).toEqual([]);
  const { inbox } = (await notes().inbox(world.a.seasonId, faculty.id)) as { inbox: { interviewees: unknown[] } };
  expect(inbox.interviewees).toContainEqual(
    expect.objectContaining({ id: applicant(6), note: expect.objectContaining({ voice: { is: "locked" } }) }),
  );
  // Unlocked again, it is heard.
  await ask(pd, { type: "unlockList", reason: "A late word." });
  await hearNotes(hearing(), season());
  expect(await endorsedBy(faculty, 6)).toMatchObject([{ id: note.id }]);
});
