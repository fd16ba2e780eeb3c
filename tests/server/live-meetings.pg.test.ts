// Memory while reads and commits overlap, step by step: a read is held open, commits pass, and then it comes in.
import { expect, test } from "vitest";
import { readEvents } from "../../db/event-log";
import { applyAll } from "../../domain/apply";
import { emptyMeeting } from "../../domain/meeting";
import { LiveMeetings } from "../../server/live-meetings";
import { aDispatchedSeason } from "../support/dispatched-season";
import { heldReads } from "../support/held-reads";
import { until } from "../support/server";

const season = aDispatchedSeason();

/** Every answer that memory can give is the log's. */
async function expectAsLogged(live: LiveMeetings): Promise<void> {
  const { meetingId, database } = season;
  const log = await readEvents(database.db, meetingId, 0);
  const seq = live.current(meetingId)?.seq ?? 0;
  expect(live.current(meetingId)).toEqual(applyAll(emptyMeeting(meetingId), log.slice(0, seq)));
  for (let since = 0; since <= seq; since++) {
    const recent = live.recentSince(meetingId, since);
    if (recent) expect(recent.map((event) => event.seq)).toEqual(log.slice(since, seq).map((event) => event.seq));
  }
}

test("[SYNC-1] a read that commits have overtaken changes nothing when it comes in", async () => {
  const { live, database, meetingId } = season;
  // Another process commits, so that a read has something to bring.
  await season.anotherDispatcher().dispatch({
    ...{ meetingId, commandId: crypto.randomUUID(), command: season.move(60, 50) },
    actor: { kind: "member", memberId: season.pd },
  });
  const held = heldReads(database.db);
  const read = live.fresh(held.db, meetingId);
  await until(() => held.waiting() === 1, "the head is on its way");
  held.letIn();
  await until(() => held.waiting() === 1, "the events are on their way");
  for (let n = 0; n < 5; n++) expect(await season.run(season.move(70 + n, 55))).toMatchObject({ ok: true });
  const seq = season.state().seq;
  held.letIn();
  expect((await read)?.seq).toBe(seq);
  expect(season.state().seq).toBe(seq);
  expect(live.recentSince(meetingId, seq - 6)?.map((event) => event.seq)).toEqual(
    [5, 4, 3, 2, 1, 0].map((back) => seq - back),
  );
  await expectAsLogged(live);
});

test("[SYNC-1] commits of ours while the first read of a meeting is held open leave memory without a gap", async () => {
  const { database, meetingId } = season;
  const live = new LiveMeetings();
  const dropped: string[] = [];
  live.onDropped = (_, reason) => dropped.push(reason);
  const held = heldReads(database.db);
  const read = live.fresh(held.db, meetingId);
  await until(() => held.waiting() === 1, "the head is on its way");
  held.letIn();
  await until(() => held.waiting() === 1, "the events are on their way");
  await season.run(season.move(60, 50));
  await season.run(season.move(61, 50));
  // This memory learns of the second commit alone, which is all that it has then.
  const [last] = (await readEvents(database.db, meetingId, season.state().seq - 1)).slice(-1);
  live.advance(meetingId, last ? [{ event: last, after: season.state() }] : []);
  held.letIn();
  await read;
  expect(live.current(meetingId)?.seq).toBe(season.state().seq);
  expect(live.recentSince(meetingId, season.state().seq - 2)).toBeUndefined();
  expect(dropped).toEqual([]);
  await expectAsLogged(live);
});

test("[SYNC-1] whoever asks after a read has begun gets what was committed since", async () => {
  const { database, meetingId } = season;
  const live = new LiveMeetings();
  const held = heldReads(database.db);
  const early = live.fresh(held.db, meetingId);
  await until(() => held.waiting() === 1, "the head is on its way");
  await season.run(season.move(60, 50));
  const seq = season.state().seq;
  const late = live.fresh(held.db, meetingId);
  const letIn = setInterval(held.letIn, 1);
  await early;
  expect((await late)?.seq).toBe(seq);
  clearInterval(letIn);
});

test("[SYNC-1] memory with a gap is dropped, told of, and read anew", async () => {
  const { live, database, meetingId } = season;
  const dropped: string[] = [];
  live.onDropped = (_, reason) => dropped.push(reason);
  await season.run(season.move(60, 50));
  const [event] = await readEvents(database.db, meetingId, season.state().seq - 1);
  if (!event) throw new Error("the move was not logged");
  const ahead = { ...event, seq: event.seq + 2 };
  live.advance(meetingId, [{ event: ahead, after: { ...season.state(), seq: ahead.seq } }]);
  expect(dropped).toEqual(["gap"]);
  expect(live.current(meetingId)).toBeUndefined();
  expect((await live.fresh(database.db, meetingId))?.seq).toBe(event.seq);
  await expectAsLogged(live);
});

test("[SYNC-1] memory that knows more than the log is dropped, told of, and read anew", async () => {
  const { live, database, meetingId } = season;
  const dropped: string[] = [];
  live.onDropped = (_, reason) => dropped.push(reason);
  await season.run(season.move(60, 50));
  const state = season.state();
  const [event] = await readEvents(database.db, meetingId, state.seq - 1);
  if (!event) throw new Error("the move was not logged");
  const seq = state.seq + 1;
  live.advance(meetingId, [{ event: { ...event, seq }, after: { ...state, seq } }]);
  expect((await live.fresh(database.db, meetingId))?.seq).toBe(state.seq);
  expect(dropped).toEqual(["aheadOfLog"]);
  await expectAsLogged(live);
});
