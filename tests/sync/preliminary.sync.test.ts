// Two who prepare, live on one draft; one of them is recused; then it is frozen under both.
import { beforeAll, describe, expect, test } from "vitest";
import { openSocket } from "../../app/meeting-store/connect";
import { PROTOCOL_VERSION } from "../../domain/protocol";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import { type TestSeason, type TestSeasons, theSeasons } from "../support/a-season";
import { aDatabase, type TestDatabase } from "../support/database";
import { everybodyPledges } from "../support/pledges";
import { aClient, type TestClient, until, untilAllAt, untilLive } from "../support/server";
import { type TestPerson, type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let there: TestSeasons;
let season: TestSeason;
let pd: TestClient;
let coordinator: TestClient;

async function join(person: TestPerson): Promise<TestClient> {
  const { server } = world;
  const opened = await server.service.open(season.draftId, person.id);
  if (!opened) throw new Error("not in the draft");
  const client = aClient({ origin: server.origin, cookie: await server.cookieOf(person.email), opened });
  await untilLive(client);
  return client;
}
const orderOf = ({ store }: TestClient) => store.getSnapshot().state.order;
const head = () => world.server.live.current(season.draftId)?.seq ?? 0;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  there = theSeasons({ db: database.db, world });
  season = await there.open(2061, 6);
  pd = await join(world.a.people.pd);
  coordinator = await join(world.a.people.coordinator);
  return () => {
    pd.leave();
    coordinator.leave();
  };
});

describe("a draft on the wire", () => {
  test("[SYNC-1] [DRAFT-3] an arrangement that one asks for, and a move of the other, are on both screens", async () => {
    const [first, ...rest] = season.applicantIds as [string, ...string[]];
    const lists = { protected: [first], middle: rest, red: [], unplaced: [] };
    await there.ask(season, { type: "arrangeList", source: "imported", ...lists }, coordinator.memberId);
    await untilAllAt([pd, coordinator], head);
    expect(rankedIds(orderOf(pd))).toEqual(season.applicantIds);
    const last = season.applicantIds[5] ?? "";
    const to = anchorForRank(orderOf(pd), last, 2);
    expect(await pd.store.send({ type: "moveApplicant", applicantId: last, to })).toMatchObject({ ok: true });
    await untilAllAt([pd, coordinator], head);
    expect(orderOf(coordinator)).toEqual(orderOf(pd));
    expect(await coordinator.store.send({ type: "takeSnapshot", name: "Two of us" })).toMatchObject({ ok: true });
    await untilAllAt([pd, coordinator], head);
    expect(pd.store.getSnapshot().state.snapshots.at(-1)?.name).toBe("Two of us");
  });

  test("[RECUSE-1] frames to the recused hold nothing of the applicant, arrangements included", async () => {
    const hidden = season.applicantIds[2] ?? "";
    await coordinator.store.send({ type: "declareRecusal", applicantId: hidden });
    await until(() => coordinator.store.getSnapshot().state.withheldCount === 1, "the view has changed");
    coordinator.frames.length = 0;
    const reversed = { protected: [], middle: [...season.applicantIds].reverse(), red: [], unplaced: [] };
    await there.ask(season, { type: "arrangeList", source: "scores", ...reversed }, pd.memberId);
    await until(() => coordinator.store.getConfirmed().seq >= head(), "the arrangement has come");
    const text = JSON.stringify([coordinator.frames, coordinator.store.getSnapshot()]);
    for (const secret of [hidden, "Draft03"]) expect(text).not.toContain(secret);
    expect(rankedIds(orderOf(coordinator))).toEqual(rankedIds(orderOf(pd)).filter((id) => id !== hidden));
  });

  test("[DRAFT-2] what belongs to the meeting is refused in words, and a stranger's join as if there were nothing", async () => {
    const refused = await pd.store.send({ type: "lockList" });
    expect(refused).toMatchObject({ ok: false, code: "notInDraft" });
    const socket = openSocket(world.server.origin, {
      cookie: await world.server.cookieOf(world.a.people.faculty.email),
    });
    socket.auth = { protocol: PROTOCOL_VERSION };
    socket.connect();
    const answer = await socket.emitWithAck("join", { meetingId: season.draftId });
    expect(answer).toMatchObject({ ok: false, code: "meetingUnknown" });
    socket.disconnect();
  });

  test("[FREEZE-3] the freeze shows everybody out of the draft, and in the meeting the recusal holds", async () => {
    const frozen = await there.preliminary.freeze(season.id, pd.memberId);
    if (!frozen.ok) throw new Error(frozen.message);
    await until(
      () => [pd, coordinator].every(({ store }) => store.getSnapshot().connection === "gone"),
      "both are shown out",
    );
    await everybodyPledges(database.db, frozen.meetingId);
    const opened = await world.server.service.open(frozen.meetingId, coordinator.memberId);
    expect(opened?.state.withheldCount).toBe(1);
    expect(JSON.stringify(opened)).not.toContain("Draft03");
  });
});
