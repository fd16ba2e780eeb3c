// How a command at the console tells a running server that a meeting's log has grown: PostgreSQL's LISTEN and NOTIFY, sent
// after commit. A lost notice does no harm: the next event shows the gap, and clients catch up by sequence; and whoever listens
// again looks at every meeting that has somebody here.
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
const noticeSchema = z.object({ meetingId: idSchema, after: z.number().int().min(0) });

/** Events after `after` are new. */
export async function giveNotice(db: Kysely<Database>, notice: z.infer<typeof noticeSchema>): Promise<void> {
  await query`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`.execute(db);
}

export interface NoticeParts {
  databaseUrl: string;
  db: Kysely<Database>;
  live: LiveMeetings;
  broadcaster: Broadcaster;
  log: Logger;
}

const RECONNECT_MS = 1000;

/** Resolves to the function that stops listening. Listens again by itself after a lost connection. */
export async function listenForNotices({
  databaseUrl,
  db,
  live,
  broadcaster,
  log,
}: NoticeParts): Promise<() => Promise<void>> {
  let isWanted = true;
  let connection: Connection | undefined;
  let retry: NodeJS.Timeout | undefined;

  const relay = async (payload: string): Promise<void> => {
    const { meetingId, after } = noticeSchema.parse(JSON.parse(payload));
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
  function listenAgain(): void {
    if (!isWanted) return;
    retry = setTimeout(() => {
      listen().then(recover, listenAgain);
    }, RECONNECT_MS);
    retry.unref();
  }
  /** A notice sent meanwhile reached nobody here, and it may have said that somebody is not to hear more (ROSTER-2). */
  async function recover(): Promise<void> {
    for (const meetingId of broadcaster.meetingsHere()) {
      try {
        const state = await live.fresh(db, meetingId);
        if (state) broadcaster.recover(meetingId, state);
      } catch (error) {
        log.warn({ meetingId, err: error }, "a meeting could not be looked at after a lost connection");
      }
    }
  }

  await listen();
  return async () => {
    isWanted = false;
    clearTimeout(retry);
    await connection?.end().catch(() => {});
  };
}
