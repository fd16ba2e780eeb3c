// How a command at the console tells a running server that a meeting's log has grown: a notice, sent after commit. A lost one
// does no harm: the next event shows the gap, and clients catch up by sequence.
import type { Kysely } from "kysely";
import { sql as query } from "kysely";
import { z } from "zod";
import { readEvents } from "../db/event-log";
import type { Database } from "../db/schema";
import { idSchema } from "../domain/schemas";
import type { Broadcaster } from "./broadcaster";
import type { LiveMeetings } from "./live-meetings";

export const meetingChannel = "rank_room_meeting";
const noticeSchema = z.object({ meetingId: idSchema, after: z.number().int().min(0) });

/** Events after `after` are new. */
export async function giveNotice(db: Kysely<Database>, notice: z.infer<typeof noticeSchema>): Promise<void> {
  await query`SELECT pg_notify(${meetingChannel}, ${JSON.stringify(notice)})`.execute(db);
}

export interface RelayParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  broadcaster: Broadcaster;
}

/** Tells the sockets of this process what the notice is about. */
export const relayMeetingNotice =
  ({ db, live, broadcaster }: RelayParts) =>
  async (payload: string): Promise<void> => {
    const { meetingId, after } = noticeSchema.parse(JSON.parse(payload));
    const state = await live.fresh(db, meetingId);
    if (!state) return;
    broadcaster.relay(meetingId, await readEvents(db, meetingId, after), state);
  };
