// A process's claim on a cluster: a connection with advisory locks, which PostgreSQL itself gives back when the process
// dies, however it dies. Hence no pid file of ours can be stale.
import { type Connection, connect } from "../../db/connection";

const space = 0x72616e6b; // "rank"
const usersLock = 1;
const serverLock = 2;

export interface Hold {
  /** True when nobody else used the cluster any more: from then on nobody can begin to. */
  release(): Promise<boolean>;
  close(): Promise<void>;
}

export type HoldOutcome =
  | { state: "held"; hold: Hold }
  | { state: "unavailable" }
  | { state: "wrongPassword" }
  | { state: "serverPresent"; holder: string };

/**
 * Any number of processes may use a cluster; one at a time may be its server. `onLost` is called when the connection
 * breaks without `release` or `close`.
 */
export async function takeHold(url: string, asServer: boolean, onLost: () => void): Promise<HoldOutcome> {
  let isWanted = true;
  let isHeld = false;
  let connection: Connection;
  try {
    const applicationName = `rank-room ${asServer ? "server" : "command"}, process ${process.pid}`;
    connection = await connect(url, { applicationName, patience: 5000 });
  } catch (error) {
    const { code } = error as { code?: string };
    return { state: code === "28P01" ? "wrongPassword" : "unavailable" };
  }
  connection.once("end", () => {
    if (isWanted && isHeld) onLost();
  });
  const close = async () => {
    isWanted = false;
    await connection.end().catch(() => {});
  };
  const ask = async (question: string, lock: number): Promise<boolean> =>
    (await connection.query(`select ${question}($1::int, $2::int) as ok`, [space, lock])).rows[0]?.ok === true;

  try {
    if (!(await ask("pg_try_advisory_lock_shared", usersLock))) {
      await close();
      return { state: "unavailable" };
    }
    if (asServer && !(await ask("pg_try_advisory_lock", serverLock))) {
      const { rows } = await connection.query(
        `select application_name as holder from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
        [space, serverLock],
      );
      await close();
      return { state: "serverPresent", holder: String(rows[0]?.holder ?? "unknown") };
    }
  } catch {
    await close();
    return { state: "unavailable" };
  }
  isHeld = true;
  return {
    state: "held",
    hold: {
      async release() {
        isWanted = false;
        await ask("pg_advisory_unlock_shared", usersLock);
        return ask("pg_try_advisory_lock", usersLock);
      },
      close,
    },
  };
}
