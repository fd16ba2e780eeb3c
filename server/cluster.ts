// Several processes, one meeting: with REDIS_URL the sockets' packets go through a Redis stream. Without it there is one
// process, and nothing of this is loaded.
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { BootProblem } from "./boot-problem";
import type { Logger } from "./log";
import type { MeetingServer } from "./meeting-server";

export interface ClusterAdapter {
  adapter: Parameters<MeetingServer["adapter"]>[0];
  close(): Promise<void>;
}

/** @throws BootProblem when Redis does not answer. */
export async function joinCluster(redisUrl: string, log: Logger): Promise<ClusterAdapter> {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: null });
  redis.on("error", (error: Error) => log.warn({ reason: error.message }, "redis"));
  await Promise.race([
    redis.connect(),
    new Promise((_, late) => setTimeout(() => late(new Error()), 5000).unref()),
  ]).catch(() => {
    redis.disconnect();
    throw new BootProblem("The Redis server named in REDIS_URL cannot be reached.");
  });
  return {
    adapter: createAdapter(redis) as ClusterAdapter["adapter"],
    close: async () => redis.disconnect(),
  };
}
