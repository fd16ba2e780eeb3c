// The weights of voices: who sees them, who changes them, and what is kept.
import { beforeAll, expect, test } from "vitest";
import type { VoiceService } from "../../server/context/voices";
import { createVoiceService } from "../../server/seasons/voice-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let voices: VoiceService;
beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  voices = createVoiceService({ db: database.db, clock: () => new Date() });
});

const form = (weight: string, version: number, reason = "Ran the wards all year") => ({
  memberId: world.a.people.chief.id,
  weight,
  reason,
  version: String(version),
});

test("[VOICE-1] equal by default, changed by the director with a reason, every change shown to everybody but observers", async () => {
  const { seasonId, people } = world.a;
  const before = await voices.open(seasonId, people.faculty.id);
  if (!before.ok) throw new Error(before.message);
  expect(new Set(before.page.voices.map(({ weight }) => weight))).toEqual(new Set([1]));
  expect(before.page.voices.map(({ role }) => role)).not.toContain("coordinator");
  expect(await voices.change(seasonId, people.pd.id, form("2.5", 0))).toEqual({ ok: true });
  expect(await voices.change(seasonId, people.pd.id, form("1", 1, "Back to the usual"))).toEqual({ ok: true });
  const after = await voices.open(seasonId, people.chief.id);
  if (!after.ok) throw new Error(after.message);
  expect(after.page.mayChange).toBe(false);
  expect(after.page.changes).toMatchObject([
    { name: "Dr chief of a", from: 2.5, to: 1, reason: "Back to the usual", by: "Dr pd of a" },
    { name: "Dr chief of a", from: 1, to: 2.5, reason: "Ran the wards all year", by: "Dr pd of a" },
  ]);
  for (const person of [people.observer, world.a.people.observer])
    expect(await voices.open(seasonId, person.id)).toMatchObject({ ok: false, status: 403 });
  expect(await voices.open(seasonId, world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
});

test("[VOICE-1] nobody but the director changes them, and no change is lost to another", async () => {
  const { seasonId, people } = world.a;
  for (const { id } of [people.associatePd, people.coordinator, people.chief, people.faculty])
    expect(await voices.change(seasonId, id, form("3", 2))).toMatchObject({ ok: false, status: 403 });
  const twice = await Promise.all([
    voices.change(seasonId, people.pd.id, form("3", 2)),
    voices.change(seasonId, people.pd.id, form("0.5", 2)),
  ]);
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await voices.change(seasonId, people.pd.id, form("3", 1))).toMatchObject({ ok: false, status: 409 });
});

test("bad input gets a sentence at its field", async () => {
  const { seasonId, people } = world.a;
  const ask = (typed: Record<string, string>) => voices.change(seasonId, people.pd.id, { ...form("2", 3), ...typed });
  expect(await ask({ weight: "7" })).toMatchObject({ status: 400, field: "weight" });
  expect(await ask({ weight: "" })).toMatchObject({ status: 400, field: "weight" });
  expect(await ask({ reason: " " })).toMatchObject({ status: 400, field: "reason" });
  expect(await ask({ memberId: people.coordinator.id })).toMatchObject({ status: 400, field: "memberId" });
  expect(await ask({ memberId: world.b.people.chief.id })).toMatchObject({ status: 400, field: "memberId" });
});

test("[VOICE-2] a meeting's tallies are told the weights that are not the usual one, by whoever may see them", async () => {
  const { meetingId, people, seasonId } = world.a;
  const { faculty, pd } = people;
  const other = { ...form("2", 0), memberId: faculty.id };
  expect(await voices.change(seasonId, pd.id, other)).toEqual({ ok: true });
  const told = await voices.weightsIn(meetingId, faculty.id);
  expect(told).toMatchObject({ ok: true, weights: { [faculty.id]: 2 } });
  expect(await voices.weightsIn(meetingId, world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
  expect(await voices.weightsIn(meetingId, people.observer.id)).toMatchObject({ ok: false, status: 403 });
  expect(await voices.weightsIn("nonsense", pd.id)).toMatchObject({ ok: false, status: 404 });
});

test("[AUDIT-1] every change is on record, by ids", async () => {
  const entries = await database.db
    .selectFrom("audit_entries")
    .select(["actor_id", "person_id"])
    .where("action", "=", "voiceWeighed")
    .execute();
  expect(entries.length).toBe(4);
  expect(entries[0]).toEqual({ actor_id: world.a.people.pd.id, person_id: world.a.people.chief.id });
});
