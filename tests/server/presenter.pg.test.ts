// The wall's link: made by those who show the door's code, looked at without a sign-in, asked again and again, and ended.
import { beforeAll, expect, test } from "vitest";
import { createPresenterService } from "../../server/presenter/presenter-service";
import { aDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let world: TwoPrograms;
let service: ReturnType<typeof createPresenterService>;
let now = new Date("2027-02-01T18:00:00.000Z");
/** How often a QR code was drawn. */
let drawn = 0;

beforeAll(async () => {
  const database = await aDatabase();
  world = await twoPrograms(database);
  service = createPresenterService({
    db: database.db,
    clock: () => now,
    live: world.server.live,
    joinOf: async () => {
      drawn += 1;
      return null;
    },
  });
});

const aToken = async (): Promise<string> => {
  const opened = await service.open(world.a.meetingId, world.a.people.coordinator.id);
  return opened?.path.split("/").at(-1) ?? "";
};

test("[WALL-1] whoever may not show the code, or is of another program, makes no link", async () => {
  for (const { id } of [world.a.people.faculty, world.a.people.observer, world.b.people.pd, world.administrator]) {
    expect(await service.open(world.a.meetingId, id)).toBeNull();
    expect(await service.end(world.a.meetingId, id)).toBe(false);
  }
});

test("[WALL-1] what has not changed is not made again, and what has changed is", async () => {
  const token = await aToken();
  const first = await service.look(token);
  const before = drawn;
  expect(await service.lookAgain(token, String(first?.view.seq))).toBe("same");
  expect(drawn).toBe(before);
  const { pd } = world.a.people;
  await world.server.meetings.dispatcher.dispatch({
    meetingId: world.a.meetingId,
    commandId: crypto.randomUUID(),
    command: { type: "changeStage", stage: "agenda" },
    actor: { kind: "member", memberId: pd.id },
  });
  expect(await service.lookAgain(token, String(first?.view.seq))).toMatchObject({ view: { stage: "agenda" } });
});

test("[WALL-1] a link is over after a day, and when it is ended; an unknown one shows nothing", async () => {
  const [old, ended] = [await aToken(), await aToken()];
  expect(await service.end(world.a.meetingId, world.a.people.pd.id)).toBe(true);
  expect(await service.look(ended)).toBeNull();
  expect(await service.lookAgain(ended, null)).toBeNull();
  const late = await aToken();
  now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
  for (const token of [old, late, "nobody-was-given-this"]) expect(await service.look(token)).toBeNull();
});
