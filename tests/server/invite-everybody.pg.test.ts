// One press invites everybody who has not been: by a real mail server, with addresses that it refuses, pressed twice at once, and
// with the mail server away.
import { beforeEach, describe, expect, it } from "vitest";
import type { EverybodyInvited } from "../../server/load-context";
import { aDatabase, type TestDatabase } from "../support/database";
import { aMailServer, type MailServer } from "../support/mail-server";
import { type TestPrograms, thePrograms } from "../support/programs";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let post: MailServer;
let services: TestPrograms;
let programId: string;
let pd: string;

beforeEach(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  post = await aMailServer();
  services = thePrograms({ db: database.db, follower: world.server.follower, smtpUrl: post.url });
  programId = world.a.programId;
  pd = world.a.people.pd.id;
  // Those of the season have been here.
  await database.db.updateTable("memberships").set({ state: "active", joined_at: new Date() }).execute();
  for (let n = 1; n <= 12; n++) {
    await services.roster.add(programId, pd, { name: `New ${n}`, email: `new${n}@example.org`, role: "faculty" });
  }
});

async function press(by = pd): Promise<EverybodyInvited> {
  const answer = await services.roster.inviteEverybody(programId, by);
  if (!answer.ok) throw new Error(answer.message);
  return { sent: answer.sent, failed: answer.failed };
}
const addressees = () => post.mails.flatMap(({ to }) => to).sort();
const invited = () =>
  database.db
    .selectFrom("memberships")
    .select("name")
    .where("program_id", "=", programId)
    .where("invited_at", "is not", null)
    .execute();

describe("[ROSTER-4] inviting everybody", () => {
  it("mails each who has not been invited once, however often and by how many it is pressed", async () => {
    const presses = await Promise.all([press(), press(world.a.people.coordinator.id), press()]);
    expect(presses.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    expect(presses.flatMap(({ failed }) => failed)).toEqual([]);
    expect(addressees()).toEqual(Array.from({ length: 12 }, (_, n) => `new${n + 1}@example.org`).sort());
    expect(await press()).toEqual({ sent: 0, failed: [] });
    expect(addressees()).toHaveLength(12);
    const newcomer = { signedIn: undefined, browserHash: null, begin: async () => "begun" };
    // Each link is another's, and lets its person in.
    const tokens = post.mails.map(
      ({ source }) => /invitations\/([\w-]{43})/.exec(source.replace(/=\r?\n/g, ""))?.[1] ?? "",
    );
    expect(new Set(tokens).size).toBe(12);
    expect(await services.invitations.accept(tokens[0] ?? "", newcomer)).toMatchObject({ ok: true });
  });

  it("says whose mail did not leave and why, and leaves them for the next press", async () => {
    post.refuses.add("new3@example.org");
    expect(await press()).toEqual({
      sent: 11,
      failed: [{ name: "New 3", reason: "The mail could not be sent: the mail server refuses that address." }],
    });
    expect(await invited()).toHaveLength(11);
    // The address was right after all.
    post.refuses.clear();
    expect(await press()).toEqual({ sent: 1, failed: [] });
    expect(addressees().filter((to) => to === "new3@example.org")).toHaveLength(1);
    const page = await world.server.audit.open(programId, pd, {}, undefined);
    const said = page?.entries.map(({ what }) => what) ?? [];
    expect(said.filter((what) => what === "Invited New 3 by mail")).toHaveLength(2);
    expect(said).toContain("The invitation of New 3 could not be mailed");
  });

  it("stops where no mail leaves, instead of waiting for each", async () => {
    await post.close();
    const { sent, failed } = await press();
    expect([sent, failed.length]).toEqual([0, 12]);
    expect(failed.filter(({ reason }) => reason.includes("the mail server does not answer"))).toHaveLength(5);
    expect(failed.filter(({ reason }) => reason.startsWith("Not tried"))).toHaveLength(7);
    expect(await invited()).toEqual([]);
  });
});
