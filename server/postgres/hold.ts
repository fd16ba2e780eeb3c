// A process's claim on a cluster: a connection with advisory locks, which PostgreSQL itself gives back when the process
// dies, however it dies. Hence no pid file of ours can be stale.
import postgres from "postgres";

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
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    // Never recycled: the locks live as long as this one connection.
    max_lifetime: null,
    idle_timeout: 0,
    connection: { application_name: `rank-room ${asServer ? "server" : "command"}, process ${process.pid}` },
    onclose: () => {
      if (isWanted && isHeld) onLost();
    },
  });
  const close = async () => {
    isWanted = false;
    await sql.end({ timeout: 1 });
  };
  const lock = async (query: postgres.PendingQuery<postgres.Row[]>): Promise<boolean> => (await query)[0]?.ok === true;

  try {
    if (!(await lock(sql`select pg_try_advisory_lock_shared(${space}, ${usersLock}) as ok`))) {
      await close();
      return { state: "unavailable" };
    }
    if (asServer && !(await lock(sql`select pg_try_advisory_lock(${space}, ${serverLock}) as ok`))) {
      const [other] = await sql`
        select application_name as holder from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and classid = ${space} and objid = ${serverLock} and granted`;
      await close();
      return { state: "serverPresent", holder: String(other?.holder ?? "unknown") };
    }
  } catch (error) {
    await close();
    const { code } = error as { code?: string };
    return { state: code === "28P01" ? "wrongPassword" : "unavailable" };
  }
  isHeld = true;
  return {
    state: "held",
    hold: {
      async release() {
        isWanted = false;
        await sql`select pg_advisory_unlock_shared(${space}, ${usersLock})`;
        return lock(sql`select pg_try_advisory_lock(${space}, ${usersLock}) as ok`);
      },
      close,
    },
  };
}
