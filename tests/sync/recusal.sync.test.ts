// Recusal on the wire: the frames themselves are searched for anything of the withheld applicant.
import { beforeAll, describe, expect, it } from "vitest";
import { anchorAtIndex, rankedIds, rankOf } from "../../domain/rank-list";
import { aDatabase } from "../support/database";
import { aServer, type TestClient, type TestServer, until, untilAllAt } from "../support/server";

let server: TestServer;
let pd: TestClient;
let recused: TestClient;
let secret: { id: string; words: string[] };
beforeAll(async () => {
  server = await aServer(await aDatabase());
  pd = await server.join("pd@example.org");
  recused = await server.join("faculty6@example.org");
  const { state } = pd.store.getSnapshot();
  const id = rankedIds(state.order)[44] as string;
  const { name, aamcId, nrmpId, email } = state.applicants[id] ?? {};
  secret = { id, words: [id, name, aamcId, nrmpId, email].flatMap((word) => word ?? []) };
});
const headSeq = () => server.live.current(server.meetingId)?.seq ?? 0;
const expectNothingIn = (wire: unknown) => {
  const text = JSON.stringify(wire);
  for (const word of secret.words) expect(text.includes(word), word).toBe(false);
};

describe("[RECUSE-1] from the declaration on, nothing of the applicant reaches the recused member", () => {
  it("declared: their list closes up, and they are told how many are left out", async () => {
    const before = recused.store.getSnapshot().state;
    const below = rankedIds(before.order)[45] as string;
    recused.frames.length = 0;
    const answer = await recused.store.send({ type: "declareRecusal", applicantId: secret.id, reason: "My cousin." });
    expect(answer).toMatchObject({ ok: true });
    await until(() => recused.store.getSnapshot().state.withheldCount === 1, "the view has changed");
    const { state } = recused.store.getSnapshot();
    expect(rankOf(state.order, below)).toBe(45);
    expectNothingIn(state);
    await untilAllAt([pd], headSeq);
    expect(pd.store.getSnapshot().state.recusals[recused.memberId]).toEqual([secret.id]);
  });

  it("everything that happens to the applicant arrives as `withheld`, holds included", async () => {
    const order = () => pd.store.getSnapshot().state.order;
    const mark = { type: "endorseApplicant", applicantId: secret.id, strength: "strong" } as const;
    await pd.store.send(mark);
    await pd.store.send({
      type: "raiseFlag",
      applicantId: secret.id,
      category: "other",
      provenance: "firstHand",
      sentence: "Seen by me.",
    });
    await pd.store.send({
      type: "moveApplicant",
      applicantId: secret.id,
      to: anchorAtIndex(order(), secret.id, "middle", 9),
    });
    // A neighbour moved to right below the withheld one: the anchor must not name them.
    const neighbour = rankedIds(order())[80] as string;
    const to = { zone: "middle", after: secret.id, before: null } as const;
    await pd.store.send({ type: "moveApplicant", applicantId: neighbour, to });
    pd.store.hold(secret.id);
    await untilAllAt([pd, recused], headSeq);
    await until(() => recused.frames.some((frame) => JSON.stringify(frame).includes('"presence"')), "presence came");
    expectNothingIn(recused.frames);
    expect(JSON.stringify(recused.frames)).toContain('"withheld"');
    const visible = rankedIds(order()).filter((id) => id !== secret.id);
    expect(rankedIds(recused.store.getSnapshot().state.order)).toEqual(visible);
    pd.store.hold(null);
  });

  it("a rejoin, by sequence or from nothing, holds nothing of the applicant", async () => {
    const { meetingId } = server;
    const since = headSeq() - 4;
    for (const request of [{ meetingId }, { meetingId, since, view: "guessed" }, { meetingId, since: 0 }]) {
      expectNothingIn(await recused.socket.emitWithAck("join", request));
    }
  });

  it("[RECUSE-2] they can do nothing to the applicant, and the refusal is a stranger's", async () => {
    const nobody = "33333333-0000-4000-8000-000000000001";
    for (const applicantId of [secret.id, nobody]) {
      const answer = await recused.store.send({ type: "endorseApplicant", applicantId, strength: "workWith" });
      expect(answer).toEqual({
        ok: false,
        code: "applicantUnknown",
        message: "There is no such applicant on your list.",
      });
    }
  });

  it("what the pages read is bounded too: list, history, files", async () => {
    const { meetingId, service } = server;
    expectNothingIn(await service.open(meetingId, recused.memberId));
    expect(await service.historyOf(meetingId, secret.id, recused.memberId)).toBeNull();
    const neighbour = rankedIds(recused.store.getSnapshot().state.order)[50] as string;
    expectNothingIn(await service.historyOf(meetingId, neighbour, recused.memberId));
    const listed = await service.listFor(recused.memberId);
    const full = await service.listFor(pd.memberId);
    expect(listed[0]?.rankedCount).toBe((full[0]?.rankedCount ?? 0) - 1);
  });

  it("a recused coordinator gets no file that names everybody", async () => {
    const coordinator = await server.join("coordinator@example.org");
    const take = () => server.service.rankListFile(server.meetingId, coordinator.memberId, "csv");
    expect(await take()).toMatchObject({ ok: true });
    await coordinator.store.send({ type: "declareRecusal", applicantId: secret.id });
    const refused = await take();
    expect(refused).toMatchObject({ ok: false, status: 403 });
    expectNothingIn(refused);
  });

  it("lifted by the PD with a reason, the applicant is back", async () => {
    const { memberId } = recused;
    await pd.store.send({ type: "liftRecusal", memberId, applicantId: secret.id, reason: "A mistaken identity." });
    await until(() => recused.store.getSnapshot().state.withheldCount === 0, "the view is whole again");
    expect(recused.store.getSnapshot().state.order).toEqual(pd.store.getSnapshot().state.order);
  });
});
