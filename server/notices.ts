// What other processes tell this one through the database: PostgreSQL's LISTEN and NOTIFY on one connection beside the pool.
// A notice is a hint and may be lost; whoever sends one has another way for that case.
import { type Connection, connect } from "../db/connection";
import type { Logger } from "./log";

export interface NoticesParts {
  databaseUrl: string;
  log: Logger;
  /** What to do with a notice's payload, by channel. */
  channels: Record<string, (payload: string) => Promise<void> | void>;
  /** It listens again after a lost connection: notices may have been missed. */
  onReturn(): Promise<void>;
}

const RECONNECT_MS = 1000;
/** How often it is asked whether the connection still carries anything: one that is silent is given up and made anew. */
const LOOK_MS = 10_000;

/** Resolves to the function that stops listening. Listens again by itself after a lost connection. */
export async function listenForNotices(parts: NoticesParts): Promise<() => Promise<void>> {
  const { databaseUrl, log, channels } = parts;
  let isWanted = true;
  let connection: Connection | undefined;
  let retry: NodeJS.Timeout | undefined;

  const follow = async (channel: string, payload: string) => channels[channel]?.(payload);
  const listen = async (): Promise<void> => {
    const fresh = await connect(databaseUrl, { applicationName: "rank-room notices" });
    fresh.once("end", listenAgain);
    fresh.on("notification", ({ channel, payload = "" }) => {
      follow(channel, payload).catch((error: unknown) => log.warn({ err: error }, "a notice could not be followed"));
    });
    for (const channel of Object.keys(channels)) await fresh.query(`LISTEN ${channel}`);
    connection = fresh;
    const look = setInterval(() => void fresh.query("SELECT 1").catch(() => {}), LOOK_MS);
    look.unref();
    fresh.once("end", () => clearInterval(look));
  };
  const returned = (): void => {
    parts.onReturn().catch((error: unknown) => log.warn({ err: error }, "missed notices could not be made up for"));
  };
  function listenAgain(): void {
    if (!isWanted) return;
    retry = setTimeout(() => listen().then(returned, listenAgain), RECONNECT_MS);
    retry.unref();
  }

  await listen();
  return async () => {
    isWanted = false;
    clearTimeout(retry);
    await connection?.end().catch(() => {});
  };
}
