// PostgreSQL's LISTEN and NOTIFY, heard by every process: a meeting's log has grown past the sockets (an import at the console),
// or something has changed at its door. A lost notice does no harm: the next event shows the gap and clients catch up by
// sequence, and whoever listens again looks at every meeting that has somebody here, and at the doors.
import type { Kysely } from "kysely";
import { sql as query } from "kysely";
import { z } from "zod";
import { type Connection, connect } from "../db/connection";
import { readEvents } from "../db/event-log";
import type { Database } from "../db/schema";
import { idSchema } from "../domain/schemas";
import type { Broadcaster } from "./broadcaster";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";

const channel = "rank_room_meeting";
const noticeSchema = z.discriminatedUnion("kind", [
  /** Events after `after` are new. */
  z.object({ kind: z.literal("log"), meetingId: idSchema, after: z.number().int().min(0) }),
  /** Somebody came, went or was let in; the sockets of these sessions are to be cut. */
  z.object({ kind: z.literal("door"), meetingId: idSchema, endedSessions: z.array(z.string()).max(100) }),
]);
export type Notice = z.infer<typeof noticeSchema>;
export type DoorNotice = Extract<Notice, { kind: "door" }>;

/** Sent in a transaction, it is delivered with the commit. */
export async function giveNotice(db: Kysely<Database>, notice: Notice): Promise<void> {
  await query`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`.execute(db);
}

export interface NoticeParts {
  databaseUrl: string;
  db: Kysely<Database>;
  live: LiveMeetings;
  broadcaster: Broadcaster;
  log: Logger;
  onDoor(notice: DoorNotice): Promise<void>;
  /** It listens again after a lost connection: notices may have been missed. */
  onReturn(): Promise<void>;
}

const RECONNECT_MS = 1000;

/** Resolves to the function that stops listening. Listens again by itself after a lost connection. */
export async function listenForNotices({
  databaseUrl,
  db,
  live,
  broadcaster,
  log,
  onDoor,
  onReturn,
}: NoticeParts): Promise<() => Promise<void>> {
  let isWanted = true;
  let connection: Connection | undefined;
  let retry: NodeJS.Timeout | undefined;

  const relay = async (payload: string): Promise<void> => {
    const notice = noticeSchema.parse(JSON.parse(payload));
    if (notice.kind === "door") return onDoor(notice);
    const { meetingId, after } = notice;
    const state = await live.fresh(db, meetingId);
    if (!state) return;
    broadcaster.relay(meetingId, await readEvents(db, meetingId, after), state);
  };
  const listen = async (): Promise<void> => {
    const fresh = await connect(databaseUrl, { applicationName: "rank-room notices" });
    fresh.once("end", listenAgain);
    fresh.on("notification", ({ payload = "" }) => {
      relay(payload).catch((error: unknown) => log.warn({ err: error }, "a notice could not be followed"));
    });
    await fresh.query(`LISTEN ${channel}`);
    connection = fresh;
  };
  const returned = (): void => {
    Promise.all([recover(), onReturn()]).catch((error: unknown) =>
      log.warn({ err: error }, "missed notices could not be made up for"),
    );
  };
  function listenAgain(): void {
    if (!isWanted) return;
    retry = setTimeout(() => listen().then(returned, listenAgain), RECONNECT_MS);
    retry.unref();
  }
  /** A notice sent meanwhile reached nobody here, and it may have said that somebody is not to hear more (ROSTER-2). */
  async function recover(): Promise<void> {
    for (const meetingId of broadcaster.meetingsHere()) {
      const state = await live.fresh(db, meetingId);
      if (state) broadcaster.recover(meetingId, state);
    }
  }

  await listen();
  return async () => {
    isWanted = false;
    clearTimeout(retry);
    await connection?.end().catch(() => {});
  };
}
