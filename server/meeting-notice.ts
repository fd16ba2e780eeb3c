// What a notice of a meeting says to every process: its log has grown past the sockets (an import at the console), or something has
// changed at its door. A lost notice does no harm: the next event shows the gap and clients catch up by sequence, and whoever
// listens again looks at every meeting that has somebody here, and at the doors.
import type { Kysely } from "kysely";
import { sql as query } from "kysely";
import { z } from "zod";
import type { Database } from "../db/schema";
import type { MeetingId } from "../domain/ids";
import { idSchema } from "../domain/schemas";
import type { LiveMeetings } from "./live-meetings";

export const meetingChannel = "rank_room_meeting";
const noticeSchema = z.discriminatedUnion("kind", [
  /** Events after `after` are new. */
  z.object({ kind: z.literal("log"), meetingId: idSchema, after: z.number().int().min(0) }),
  /** Somebody came, went or was let in. */
  z.object({ kind: z.literal("door"), meetingId: idSchema }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/** Sent in a transaction, it is delivered with the commit. */
export async function giveNotice(db: Kysely<Database>, notice: Notice): Promise<void> {
  await query`SELECT pg_notify(${meetingChannel}, ${JSON.stringify(notice)})`.execute(db);
}

export interface RelayParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  onDoor(meetingId: MeetingId): Promise<void>;
}

export interface RecoveryParts extends Omit<RelayParts, "onDoor"> {
  /** Meetings that have sockets in this process. */
  meetingsHere(): MeetingId[];
}

/** Tells the sockets of this process what the notice is about. */
export const relayMeetingNotice =
  ({ db, live, onDoor }: RelayParts) =>
  async (payload: string): Promise<void> => {
    const notice = noticeSchema.parse(JSON.parse(payload));
    if (notice.kind === "door") return onDoor(notice.meetingId);
    // As memory comes to know of it, so do the sockets here.
    await live.fresh(db, notice.meetingId);
  };

/** A notice sent meanwhile reached nobody here, and it may have said that somebody is not to hear more (ROSTER-2). */
export async function recoverMeetings({ db, live, meetingsHere }: RecoveryParts): Promise<void> {
  for (const meetingId of meetingsHere()) await live.fresh(db, meetingId);
}
