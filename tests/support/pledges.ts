// Everybody of a meeting gives the pledge, by the service that the page of it asks (JOIN-8): for tests of what comes after it.
import type { Kysely } from "kysely";
import { listMembers } from "../../db/meeting-members";
import type { Database } from "../../db/schema";
import type { MeetingId } from "../../domain/ids";
import { systemClock } from "../../server/clock";
import { Door } from "../../server/joining/door";
import { doorServiceAt } from "../../server/joining/host";

export async function everybodyPledges(db: Kysely<Database>, meetingId: MeetingId): Promise<void> {
  const door = doorServiceAt(new Door(db, systemClock), "http://127.0.0.1");
  for (const { id } of await listMembers(db, meetingId)) await door.pledge(meetingId, id);
}
