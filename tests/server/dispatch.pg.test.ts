// The pipeline on a real database: one effect per command, one transaction and one packet, imports by the same way.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { rankedIds, rankOf } from "../../domain/rank-list";
import { demoSeason } from "../../server/demo/season";
import { LiveMeetings } from "../../server/live-meetings";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { importSeason } from "../../server/season-import";
import { verifyMeeting } from "../../server/verify-log";
import { aDispatchedSeason } from "../support/dispatched-season";

const season = aDispatchedSeason();
const { state, run, move } = season;

describe("[IDEM-1] a command id has one effect and one answer", () => {
  it("sent 1,000 times at once: one effect, the same answer", async () => {
    const { seq } = state();
    const command = move(60, 50);
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => run(command, season.pd, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, seq: seq + 1 })]),
    );
    expect(state().seq).toBe(seq + 1);
  });

  it("a refusal is answered the same, also when the command would be allowed by now", async () => {
    const command = move(1, 100);
    const id = randomUUID();
    const first = await run(command, season.faculty, id);
    expect(first).toMatchObject({ ok: false, code: "protectedNeedsVerifiedFlag" });
    await run(
      {
        type: "raiseFlag",
        applicantId: (command as { applicantId: string }).applicantId,
        category: "other",
        provenance: "firstHand",
        sentence: "Seen.",
      },
      season.faculty,
    );
    const [flag] = Object.keys(state().flags);
    await run({ type: "verifyFlag", markId: flag ?? "", reason: "Confirmed." });
    expect(await run(command, season.faculty, id)).toEqual(first);
    expect(await run(command, season.faculty)).toMatchObject({ ok: true });
  });

  it("another person's id is refused without a hint", async () => {
    const id = randomUUID();
    await run(move(60, 50), season.pd, id);
    expect(await run(move(70, 60), season.faculty, id)).toMatchObject({ ok: false, code: "commandIdTaken" });
  });

  it("late, after the lock, a resend still gets the answer of then", async () => {
    const id = randomUUID();
    const command = move(60, 50);
    const first = await run(command, season.pd, id);
    await run({ type: "lockList", reason: "Agreed." });
    expect(await run(command, season.pd, id)).toEqual(first);
    expect(await run(move(60, 50))).toMatchObject({ ok: false, code: "listLocked" });
  });
});

describe("[PIPE-1] one transaction, then one packet", () => {
  it("commands that wait are taken together, in the order they came", async () => {
    const { seq } = state();
    const commands = Array.from({ length: 40 }, (_, index) => move(60 + index, 45));
    const answers = await Promise.all(commands.map((command) => run(command)));
    expect(answers.map((answer) => answer.ok && answer.seq)).toEqual(commands.map((_, index) => seq + 1 + index));
    expect(season.broadcasts.length).toBeLessThan(5);
    expect(season.broadcasts.flatMap(({ applied }) => applied.map(({ event }) => event.seq))).toEqual(
      commands.map((_, index) => seq + 1 + index),
    );
  });

  it("a command that the database cannot store fails alone", async () => {
    await sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.payload->>'evidence' = 'poison' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`.execute(
      season.database.db,
    );
    await sql`CREATE TRIGGER poison BEFORE INSERT ON meeting_events FOR EACH ROW EXECUTE FUNCTION refuse()`.execute(
      season.database.db,
    );
    const applicantId = rankedIds(state().order)[50] as string;
    const answers = await Promise.all([
      run(move(60, 50)),
      run({ type: "endorseApplicant", applicantId, strength: "strong", evidence: "poison" }),
      run(move(61, 50)),
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual(["ok", "internal", "ok"]);
    expect(Object.keys(state().endorsements)).toEqual([]);
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({ ok: true });
  });

  it("two processes on one meeting decide on the same log", async () => {
    const other = season.anotherDispatcher();
    const actor = { kind: "member", memberId: season.pd } as const;
    const { seq } = state();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? season.dispatcher : other).dispatch({
          meetingId: season.meetingId,
          commandId: randomUUID(),
          command: move(60 + index, 45),
          actor,
        }),
      ),
    );
    const fresh = await new LiveMeetings().fresh(season.database.db, season.meetingId);
    expect(fresh?.seq).toBe(seq + 30);
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({ ok: true, events: seq + 30 });
    expect(await rebuildMeeting(season.database.db, season.meetingId, { keep: false })).toEqual([]);
  });
});

describe("imports", () => {
  it("[IMPORT-1] run twice, the second changes nothing; [IMPORT-2] a frozen order is not touched", async () => {
    await run(move(60, 50));
    const before = state();
    const again = await importSeason(demoSeason(), { ...season, db: season.database.db });
    expect(again).toMatchObject({ meetingId: season.meetingId, isNew: false, changes: 0, listWasFrozen: true });
    expect(state().seq).toBe(before.seq);
  });

  it("[IMPORT-1] a changed file changes what differs, and somebody new waits to be placed", async () => {
    const files = demoSeason();
    const [first] = files.applicants;
    if (!first) throw new Error("the season is empty");
    first.facts = { ...first.facts, school: "Another School of Medicine" };
    files.applicants.push({ row: 999, withdrawn: false, facts: { name: "New, Somebody", aamcId: "99999999" } });
    const { changes } = await importSeason(files, { ...season, db: season.database.db });
    expect(changes).toBe(2);
    expect(state().order.unplaced.map((id) => state().applicants[id]?.name)).toEqual(["New, Somebody"]);
    expect(await rebuildMeeting(season.database.db, season.meetingId, { keep: false })).toEqual([]);
  });
});

describe("[RECUSE-3] a refusal speaks in the asker's own rank numbers", () => {
  it("leaves out who is withheld from them", async () => {
    const first = rankedIds(state().order)[0] as string;
    await run({ type: "declareRecusal", applicantId: first }, season.faculty);
    const who = rankedIds(state().order)[59] as string;
    expect(rankOf(state().order, who)).toBe(60);
    const gone = "33333333-0000-4000-8000-000000000001";
    const to = { zone: "middle", after: gone, before: gone } as const;
    const refused = await run({ type: "moveApplicant", applicantId: who, to }, season.faculty);
    expect(refused).toMatchObject({ ok: false, code: "anchorGone" });
    expect(refused.ok ? "" : refused.message).toContain("is at rank 59 now");
  });
});
