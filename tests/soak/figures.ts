// What is looked at while a soak goes on: memory, open files, and connections, which have to stay as they are; and the moves in the log.
import { readdirSync, readFileSync } from "node:fs";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../db/schema";
import type { CommandId, MeetingId } from "../../domain/ids";
import type { ServerProcess } from "../support/server-process";

export interface ServerFigures {
  pid: number;
  rssMb: number;
  /** Open files and sockets of the process. */
  files: number;
  /** Timers, sockets and the like that keep its event loop busy. */
  handles: number;
  /** Meetings in memory that were not as the log has them. */
  dropped: number;
}

/** Linux only, where /proc is; zeros elsewhere, and while the process is away. */
export async function figuresOf({ origin, pid }: ServerProcess): Promise<ServerFigures> {
  const metrics = await fetch(`${origin}/metrics`).then(
    (response) => response.text(),
    () => "",
  );
  const sum = (name: string) =>
    [...metrics.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, "gm"))].reduce((all, [, n]) => all + Number(n), 0);
  const status = quietly(() => readFileSync(`/proc/${pid}/status`, "utf8"), "");
  return {
    pid,
    rssMb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
    files: quietly(() => readdirSync(`/proc/${pid}/fd`).length, 0),
    handles: sum("rank_room_nodejs_active_handles_total"),
    dropped: sum("rank_room_memory_dropped_total"),
  };
}

function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** Connections to this database, all processes together. */
export async function countConnections(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()`.execute(db);
  return Number(rows[0]?.count);
}

/** Of commands that were acknowledged: those that the log has no answer of, or whose one move is in it twice. */
export async function lostOrDoubled(
  db: Kysely<Database>,
  meetingId: MeetingId,
  accepted: readonly CommandId[],
): Promise<number> {
  // Each table read once: looked up command by command it takes longer than a statement may.
  const { rows } = await sql<{ count: string }>`
    WITH answered AS (SELECT command_id FROM meeting_commands WHERE meeting_id = ${meetingId}),
      doubled AS (
        SELECT command_id FROM meeting_events WHERE meeting_id = ${meetingId} GROUP BY command_id HAVING count(*) > 1)
    SELECT count(*) FROM unnest(${accepted}::uuid[]) AS mine(id)
      LEFT JOIN answered ON answered.command_id = mine.id
      LEFT JOIN doubled ON doubled.command_id = mine.id
    WHERE answered.command_id IS NULL OR doubled.command_id IS NOT NULL`.execute(db);
  return Number(rows[0]?.count);
}
